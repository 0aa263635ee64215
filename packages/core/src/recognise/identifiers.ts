import type { Identifiers } from '@fieldmap/graph'
import { ACL_COLLECTIONS, ACL_LETTERS } from '../data/acl-collections.ts'
import { PMLR_VOLUMES } from '../data/pmlr-volumes.ts'
import { memoise } from '../memo.ts'
import { type WebAddress, webAddress } from './web-address.ts'

/** What an address says for certain about the paper behind it. */
export interface PaperAddress {
  /** One canonical string a scheme, without prefix: `{arxiv: '2204.04083'}`, `{doi: '10.1145/3581783.3612186'}`. */
  readonly identifiers: Identifiers
  /** Venue and year that the path of a published version proves. */
  readonly proves?: { readonly venue: string; readonly year: number }
}

/**
 * Reads the identifiers of papers from an address, in every common form that publishers use: abstract page, PDF,
 * reader, signed or session address. Empty for addresses that identify no paper.
 */
export const paperAddress: (url: string) => PaperAddress = memoise((url) => {
  const address = webAddress(url)
  if (address === undefined) return NONE
  for (const scheme of SCHEMES) {
    const found = scheme(address)
    if (found !== undefined) return found
  }
  return NONE
})

const NONE: PaperAddress = { identifiers: {} }

type Scheme = (address: WebAddress) => PaperAddress | undefined

const SCHEMES: readonly Scheme[] = [
  arxiv, cvf, ecva, neurips, pmlr, acl, openReview, ijcai, aaai, jmlr, roboticsProceedings, isca, usenix, bmvc, ieee, elsevier, medicine, bioRxiv,
  nature, mdpi, plos, doi, jstor, semanticScholar, ssrn, hal,
] // biome-ignore format: a list

function found(identifiers: Identifiers, venue?: string, year?: number): PaperAddress {
  return venue === undefined || year === undefined ? { identifiers } : { identifiers, proves: { venue, year } }
}

function arxiv({ host, path }: WebAddress): PaperAddress | undefined {
  if (
    !/(?:^|\.)(?:arxiv\.org|ar5iv\.org|alphaxiv\.org|arxiv-vanity\.com)$/.test(host) &&
    !(host === 'huggingface.co' && path.startsWith('/papers/'))
  ) {
    return host === 'ar5iv.labs.arxiv.org' ? arxivId(path) : undefined
  }
  return arxivId(path)
}

function arxivId(path: string): PaperAddress | undefined {
  const match = /(?:^|\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i.exec(path)
  return match?.[1] === undefined ? undefined : found({ arxiv: match[1].toLowerCase() })
}

function cvf({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:thecvf\.com|cv-foundation\.org)$/.test(host)) return undefined
  const stem = /\/([^/]+?)_paper\.(?:pdf|html)$/i.exec(path)?.[1]
  if (stem === undefined) return undefined
  const place = /\/content[_/]([a-z]+)[_]?(\d{4})(w\b|w\/|_workshops)?/i.exec(path)
  const [, venue, year, workshop] = place ?? []
  if (venue === undefined || year === undefined) return found({ cvf: stem })
  const name = venue.toUpperCase()
  return found({ cvf: stem }, workshop === undefined ? name : `${name}W`, Number(year))
}

function ecva({ host, path }: WebAddress): PaperAddress | undefined {
  if (!host.endsWith('ecva.net')) return undefined
  const match = /\/eccv_(\d{4})\/.*?\/([^/]+?)(?:_ECCV_\d{4}_paper)?\.(?:pdf|php)$/i.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return found({ ecva: `${match[1]}/${match[2]}` }, 'ECCV', Number(match[1]))
}

function neurips({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:neurips\.cc|nips\.cc)$/.test(host)) return undefined
  const match = /\/paper(?:_files)?(?:\/paper)?\/(\d{4})\/(?:file|hash)\/([0-9a-f]{16,})/i.exec(path)
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return found({ neurips: `${match[1]}/${match[2].toLowerCase()}` }, 'NeurIPS', Number(match[1]))
  }
  const old = /^\/paper\/(\d+)-/.exec(path)
  return old?.[1] === undefined ? undefined : found({ neurips: old[1] })
}

function pmlr({ host, path }: WebAddress): PaperAddress | undefined {
  if (host !== 'proceedings.mlr.press' && host !== 'jmlr.org') return undefined
  const match = /^(?:\/proceedings\/papers)?\/(v\d+)\/([a-z0-9-]+)/i.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const [venue, year] = PMLR_VOLUMES[match[1]] ?? []
  return found({ pmlr: `${match[1]}/${match[2].toLowerCase()}` }, venue, year)
}

function acl({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:aclanthology\.(?:org|info|coli\.uni-saarland\.de)|aclweb\.org)$/.test(host)) return undefined
  const recent = /\/((\d{4})\.([a-z0-9_-]+)\.\d+)/i.exec(path)
  if (recent?.[1] !== undefined && recent[3] !== undefined) {
    const id = recent[1].toLowerCase()
    const collection = recent[3].toLowerCase()
    const venue = collection.startsWith('findings-')
      ? ACL_COLLECTIONS[collection]
      : ACL_COLLECTIONS[collection.split('-')[0] ?? '']
    return found({ acl: id }, venue, Number(recent[2]))
  }
  const old = /\/(([A-Z])(\d{2})-\d{4})/i.exec(path)
  if (old?.[1] === undefined || old[2] === undefined) return undefined
  const year = Number(old[3])
  return found({ acl: old[1].toUpperCase() }, ACL_LETTERS[old[2].toUpperCase()], year > 50 ? 1900 + year : 2000 + year)
}

function openReview({ host, path, query }: WebAddress): PaperAddress | undefined {
  if (host !== 'openreview.net' || !/^\/(?:forum|pdf|attachment)/.test(path)) return undefined
  const id = query.get('id') ?? /^\/pdf\/([\w-]+)/.exec(path)?.[1]
  return id === null || id === undefined ? undefined : found({ openreview: id.replace(/\.pdf$/, '') })
}

function ijcai({ host, path }: WebAddress): PaperAddress | undefined {
  if (!host.endsWith('ijcai.org')) return undefined
  const match = /\/proceedings\/(\d{4})\/0*(\d+)/i.exec(path)
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return found(
      { ijcai: `${match[1]}/${match[2]}`, doi: `10.24963/ijcai.${match[1]}/${match[2]}` },
      'IJCAI',
      Number(match[1]),
    )
  }
  const old = /\/proceedings\/(\d{2})(?:-\d)?\/papers\/([\w.-]+?)(?:\.pdf)?$/i.exec(path)
  if (old?.[1] === undefined || old[2] === undefined) return undefined
  const year = Number(old[1]) > 50 ? 1900 + Number(old[1]) : 2000 + Number(old[1])
  return found({ ijcai: `${year}/${old[2]}` }, 'IJCAI', year)
}

function aaai({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)aaai\.org$/.test(host)) return undefined
  const article = /\/index\.php\/([\w-]+)\/article\/(?:view|download|viewFile)\/(\d+)/i.exec(path)
  if (article?.[2] !== undefined) return found({ aaai: article[2] })
  const old = /\/index\.php\/AAAI\/AAAI(\d{2})\/paper\/(?:view|viewFile|viewPaper|download)\/(\d+)/i.exec(path)
  return old?.[2] === undefined ? undefined : found({ aaai: old[2] }, 'AAAI', 2000 + Number(old[1]))
}

function jmlr({ host, path }: WebAddress): PaperAddress | undefined {
  if (!host.endsWith('jmlr.org')) return undefined
  const match = /\/papers\/(?:v|volume)(\d+)\/([\w-]+?)(?:\/|\.html|\.pdf|$)/i.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return found({ jmlr: `v${match[1]}/${match[2].toLowerCase()}` }, 'JMLR', 1999 + Number(match[1]))
}

function roboticsProceedings({ host, path }: WebAddress): PaperAddress | undefined {
  const match = host.endsWith('roboticsproceedings.org') ? /\/rss(\d{2})\/(p\d+)/i.exec(path) : null
  return match?.[1] === undefined
    ? undefined
    : found({ rss: `${match[1]}/${match[2]}` }, 'RSS', 2004 + Number(match[1]))
}

function isca({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)isca-(?:speech|archive)\.org$/.test(host)) return undefined
  const match = /interspeech_(\d{4})\/(?:pdfs\/)?([\w-]+?)(?:_interspeech)?\.(?:html|pdf)$/i.exec(path)
  return match?.[2] === undefined
    ? undefined
    : found({ isca: `${match[1]}/${match[2]}` }, 'Interspeech', Number(match[1]))
}

function usenix({ host, path }: WebAddress): PaperAddress | undefined {
  const match = host.endsWith('usenix.org')
    ? /\/conference\/([a-z]+?)(\d{2})\/(?:[\w-]+\/)?presentation\/([\w-]+)/i.exec(path)
    : null
  if (match?.[1] === undefined || match[3] === undefined) return undefined
  const venue = USENIX[match[1].toLowerCase()]
  return found({ usenix: `${match[1]}${match[2]}/${match[3]}`.toLowerCase() }, venue, 2000 + Number(match[2]))
}

const USENIX: Readonly<Record<string, string>> = {
  atc: 'USENIX ATC',
  fast: 'FAST',
  nsdi: 'NSDI',
  osdi: 'OSDI',
  soups: 'SOUPS',
  usenixsecurity: 'USENIX Security',
}

function bmvc({ host, path }: WebAddress): PaperAddress | undefined {
  const year =
    /^bmvc(\d{4})\.(?:org|mpi-inf\.mpg\.de)$/.exec(host)?.[1] ??
    (host.endsWith('bmva-archive.org.uk') || host.endsWith('bmva.org')
      ? /\/bmvc\/(\d{4})\//.exec(path)?.[1]
      : undefined)
  const id = /(?:^|\/)([\w-]+?)(?:\/|\.pdf|\.html)?$/.exec(path)?.[1]
  return year === undefined || id === undefined || path === ''
    ? undefined
    : found({ bmvc: `${year}/${id}` }, 'BMVC', Number(year))
}

function ieee({ host, path, query }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:ieeexplore\.ieee\.org|ieee\.org)$/.test(host)) return undefined
  const number =
    query.get('arnumber') ??
    /\/(?:abstract\/)?document\/(\d+)/.exec(path)?.[1] ??
    /\/iel[x\d]+\/.*\/(\d+)\.pdf$/i.exec(path)?.[1]
  const digits = number?.replace(/\D/g, '').replace(/^0+/, '')
  return digits === undefined || digits === '' ? undefined : found({ ieee: digits })
}

function elsevier({ host, path, query }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:sciencedirect\.com|sciencedirectassets\.com|elsevier\.com|cell\.com|thelancet\.com)$/.test(host))
    return undefined
  const pii =
    /\/pii\/([A-Z]?[\dX()-]{15,25})/i.exec(path)?.[1] ??
    query.get('pii') ??
    /-(S\d{15,17}[\dX]?)\/main\.pdf/.exec(path)?.[1]
  const canonical = pii?.replace(/[^\dA-Z]/gi, '').toUpperCase()
  return canonical === undefined || canonical.length < 16 ? undefined : found({ pii: canonical })
}

function medicine({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:ncbi\.nlm\.nih\.gov|europepmc\.org)$/.test(host)) return undefined
  const pmc = /\/(PMC\d+)/i.exec(path)?.[1]
  if (pmc !== undefined) return found({ pmc: pmc.toUpperCase() })
  const pmid = (host.startsWith('pubmed') ? /^\/(\d+)/ : /\/(?:pubmed|med|abstract\/med)\/(\d+)/i).exec(path)?.[1]
  return pmid === undefined ? undefined : found({ pmid })
}

function bioRxiv({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:biorxiv|medrxiv)\.org$/.test(host)) return undefined
  const match = /\/(10\.\d{4,}\/[\d.]+\d)/.exec(path)
  const bare = /\/early\/\d{4}\/\d{2}\/\d{2}\/(\d{6,})/.exec(path)
  if (match?.[1] !== undefined) return found({ doi: match[1] })
  return bare?.[1] === undefined ? undefined : found({ doi: `10.1101/${bare[1]}` })
}

function nature({ host, path }: WebAddress): PaperAddress | undefined {
  const match = host === 'nature.com' ? /\/articles\/([a-z]+[\w.-]*?\d[\w-]*)(?:\.pdf)?$/i.exec(path) : null
  return match?.[1] === undefined ? undefined : found({ doi: `10.1038/${match[1].toLowerCase()}` })
}

function mdpi({ host, path }: WebAddress): PaperAddress | undefined {
  const match = host === 'mdpi.com' ? /^\/(\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+)/i.exec(path) : null
  return match?.[1] === undefined ? undefined : found({ mdpi: match[1].toUpperCase() })
}

function plos({ host, query }: WebAddress): PaperAddress | undefined {
  const id = host.endsWith('plos.org') ? query.get('id') : null
  return id?.startsWith('10.1371/') ? found({ doi: id.toLowerCase() }) : undefined
}

/** A DOI anywhere in the address: doi.org, ACM, Springer, Wiley, SAGE, Taylor & Francis, Science, PNAS … */
function doi({ path, query }: WebAddress): PaperAddress | undefined {
  const raw = /(?:^|\/)(10\.\d{4,9}\/.+)$/.exec(path)?.[1] ?? /^(10\.\d{4,9}\/.+)$/.exec(query.get('doi') ?? '')?.[1]
  if (raw === undefined) return undefined
  const canonical = raw
    .toLowerCase()
    .replace(/\.(?:pdf|html|full|abstract|epub)$/, '')
    .replace(/\/(?:full|abstract|pdf|epdf|meta|fulltext|html|references|download|index)$/, '')
    .replace(/[).,;\]]+$/, '')
  const preprint = /^10\.48550\/arxiv\.(.+)$/.exec(canonical)?.[1]
  if (preprint !== undefined) return found({ arxiv: preprint.replace(/v\d+$/, '') })
  const acm = /^10\.1145\/(.+)$/.exec(canonical)?.[1]
  if (acm !== undefined) return found({ doi: canonical, acm })
  const paper = /^10\.24963\/ijcai\.(\d{4})\/(\d+)$/.exec(canonical)
  if (paper !== null) return found({ doi: canonical, ijcai: `${paper[1]}/${paper[2]}` }, 'IJCAI', Number(paper[1]))
  const anthology = /^10\.18653\/v1\/(.+)$/.exec(canonical)?.[1]
  if (anthology !== undefined) {
    const known = acl({
      protocol: 'https:',
      host: 'aclanthology.org',
      path: `/${anthology}`,
      query: new URLSearchParams(),
      hash: '',
    })
    if (known !== undefined) return { ...known, identifiers: { ...known.identifiers, doi: canonical } }
  }
  const neuripsVolume = /^10\.5555\/(.+)$/.exec(canonical)?.[1]
  if (neuripsVolume !== undefined) return found({ acm: neuripsVolume })
  return found({ doi: canonical })
}

function jstor({ host, path }: WebAddress): PaperAddress | undefined {
  const id = host === 'jstor.org' ? /\/stable\/(?:pdf\/)?(\d+)/.exec(path)?.[1] : undefined
  return id === undefined ? undefined : found({ jstor: id })
}

function semanticScholar({ host, path }: WebAddress): PaperAddress | undefined {
  if (host.endsWith('semanticscholar.org')) {
    const id = /\/([0-9a-f]{40})$/i.exec(path)?.[1]
    if (id !== undefined) return found({ s2: id.toLowerCase() })
    const pdf = /^\/([0-9a-f]{4})\/([0-9a-f]{36})\.pdf$/i.exec(path)
    if (pdf !== null) return found({ s2: `${pdf[1]}${pdf[2]}`.toLowerCase() })
    const corpus = /CorpusID:(\d+)/i.exec(path)?.[1]
    if (corpus !== undefined) return found({ s2corpus: corpus })
  }
  return undefined
}

function ssrn({ host, path, query }: WebAddress): PaperAddress | undefined {
  if (!host.endsWith('ssrn.com')) return undefined
  const id = query.get('abstract_id') ?? query.get('abstract') ?? /abstract=?(\d+)/.exec(path)?.[1]
  return id === null || id === undefined ? undefined : found({ ssrn: id })
}

function hal({ host, path }: WebAddress): PaperAddress | undefined {
  const id = /(?:^|\.)(?:archives-ouvertes\.fr|hal\.science|inria\.hal\.science)$/.test(host)
    ? /\/((?:hal|tel|inria|halshs)-\d+)/.exec(path)?.[1]
    : undefined
  return id === undefined ? undefined : found({ hal: id })
}
