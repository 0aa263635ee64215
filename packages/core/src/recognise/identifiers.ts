import { ACL_COLLECTIONS, ACL_LETTERS } from '../data/acl-collections.ts'
import { PMLR_VOLUMES } from '../data/pmlr-volumes.ts'
import { memoise } from '../memo.ts'
import {
  ads,
  bioRxiv,
  elsevier,
  endOfDoi,
  mdpi,
  medicine,
  nature,
  numbered,
  oxford,
  plos,
} from './journal-identifiers.ts'
import { found, type PaperAddress, type Scheme } from './paper-address.ts'
import { bmvc, ceur, dblp, isca, mlsys, ndss, roboticsProceedings, usenix } from './proceedings-identifiers.ts'
import { type WebAddress, webAddress } from './web-address.ts'

export type { PaperAddress } from './paper-address.ts'

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

const SCHEMES: readonly Scheme[] = [
  arxiv, cvf, ecva, neurips, pmlr, acl, openReview, ijcai, aaai, jmlr, roboticsProceedings, isca, usenix, bmvc, ndss, mlsys, ceur, dblp, ieee, elsevier, medicine, bioRxiv,
  nature, mdpi, plos, endOfDoi, oxford, ads, numbered, acmCitation, doi, jstor, semanticScholar, ssrn, hal,
] // biome-ignore format: a list

/** Hosts that show arXiv's papers under arXiv's numbers. */
const ARXIV_HOSTS =
  /(?:^|\.)(?:arxiv\.org|ar5iv\.org|alphaxiv\.org|arxiv-vanity\.com|xxx\.lanl\.gov|scirate\.com|papers\.cool)$|^128\.84\.\d+\.\d+$/

function arxiv({ host, path }: WebAddress): PaperAddress | undefined {
  if (ARXIV_HOSTS.test(host)) return arxivId(path)
  if (host === 'huggingface.co' && path.startsWith('/papers/')) return arxivId(path)
  if (/(?:^|\.)(?:semanticscholar\.org|paperswithcode\.com)$/.test(host) && /\/arxiv[:/]/i.test(path))
    return arxivId(path)
  return undefined
}

function arxivId(path: string): PaperAddress | undefined {
  const match = /(?:^|[/:])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i.exec(path)
  // The subject class in an old number (cs.CV/0410020) is not part of it.
  return match?.[1] === undefined
    ? undefined
    : found({ arxiv: match[1].toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/') })
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
  const match = /\/eccv_(\d{4})\/.*?\/([^/]+?)(?:_ECCV_\d{4}_paper)?(?:-supp)?\.(?:pdf|php)$/i.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return found({ ecva: `${match[1]}/${match[2]}` }, 'ECCV', Number(match[1]))
}

function neurips({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:neurips\.cc|nips\.cc)$/.test(host)) return undefined
  const match = /\/paper(?:_files)?(?:\/paper)?\/(\d{4})\/(?:file|hash)\/([0-9a-f]{16,})/i.exec(path)
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return found({ neurips: `${match[1]}/${match[2].toLowerCase()}` }, 'NeurIPS', Number(match[1]))
  }
  const old = /^\/paper\/(\d+)(?:-|$)/.exec(path)
  return old?.[1] === undefined ? undefined : found({ neurips: old[1] })
}

function pmlr({ host, path }: WebAddress): PaperAddress | undefined {
  const mirror = host === 'raw.githubusercontent.com' && path.startsWith('/mlresearch/')
  if (!mirror && !/^(?:proceedings\.mlr\.press|jmlr\.org|jmlr\.csail\.mit\.edu)$/.test(host)) return undefined
  const match = mirror
    ? /\/(v\d+)\/.*\/assets\/([a-z0-9-]+)/i.exec(path)
    : /^(?:\/proceedings\/papers)?\/(v\d+)\/([a-z0-9-]+)/i.exec(path)
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
  if (host !== 'openreview.net' || !/^\/(?:forum|pdf|attachment|references\/pdf|revisions)/.test(path)) return undefined
  const id = query.get('id') ?? /^\/pdf\/([\w-]+)/.exec(path)?.[1]
  return id === null || id === undefined ? undefined : found({ openreview: id.replace(/\.pdf$/, '') })
}

function ijcai({ host, path }: WebAddress): PaperAddress | undefined {
  if (!host.endsWith('ijcai.org')) return undefined
  const match = /\/proceedings[/-](\d{4})\/0*(\d+)/i.exec(path)
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return found(
      { ijcai: `${match[1]}/${match[2]}`, doi: `10.24963/ijcai.${match[1]}/${match[2]}` },
      'IJCAI',
      Number(match[1]),
    )
  }
  const old =
    /\/(?:proceedings\/(?=\d+(?:-\d)?\/papers)|abstract\/)(\d{2})(?:-\d)?\/(?:papers\/)?([\w.-]+?)(?:\.pdf)?$/i.exec(
      path,
    )
  if (old?.[1] === undefined || old[2] === undefined) return undefined
  const year = Number(old[1]) > 50 ? 1900 + Number(old[1]) : 2000 + Number(old[1])
  return found({ ijcai: `${year}/${old[2]}` }, 'IJCAI', year)
}

function aaai({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)aaai\.org$/.test(host)) return undefined
  const article = /\/index\.php\/([\w-]+)\/article\/(?:view|download|viewFile)\/(\d+)/i.exec(path)
  if (article?.[2] !== undefined) return found({ aaai: article[2] })
  const old = /\/index\.php\/AAAI\/AAAI(\d{2})\/paper\/(?:view|viewFile|viewPaper|download)\/(\d+)/i.exec(path)
  // The old system's numbers are not those that the same papers got in the new one.
  return old?.[2] === undefined ? undefined : found({ aaai: `ocs/${old[2]}` }, 'AAAI', 2000 + Number(old[1]))
}

function jmlr({ host, path }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)jmlr\.(?:org|csail\.mit\.edu)$/.test(host)) return undefined
  const match = /\/papers\/(?:v|volume)(\d+)\/([\w-]+?)(?:\.old)?(?:\/|\.html|\.pdf|$)/i.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return found({ jmlr: `v${match[1]}/${match[2].toLowerCase()}` }, 'JMLR', 1999 + Number(match[1]))
}

function ieee({ host, path, query }: WebAddress): PaperAddress | undefined {
  if (!/(?:^|\.)(?:ieeexplore\.ieee\.org|ieee\.org)$|^ieeexplore-ieee-org\./.test(host)) return undefined
  const number =
    query.get('arnumber') ??
    /\/(?:abstract\/)?document\/(\d+)/.exec(path)?.[1] ??
    /\/iel[x\d]+\/.*\/(\d+)\.pdf$/i.exec(path)?.[1]
  const digits = number?.replace(/\D/g, '').replace(/^0+/, '')
  return digits === undefined || digits === '' ? undefined : found({ ieee: digits })
}

/** A DOI anywhere in the address: doi.org, ACM, Springer, Wiley, SAGE, Taylor & Francis, Science, PNAS … */
function doi({ path, query }: WebAddress): PaperAddress | undefined {
  const raw = /(?:^|[/:])(10\.\d{4,9}\/.+)$/.exec(path)?.[1] ?? /^(10\.\d{4,9}\/.+)$/.exec(query.get('doi') ?? '')?.[1]
  if (raw === undefined) return undefined
  const canonical = raw
    .toLowerCase()
    .replace(/\.(?:pdf|html|full|abstract|epub)$/, '')
    .replace(/\/(?:full|abstract|pdf|epdf|meta|fulltext|html|references|download|index)$/, '')
    .replace(/^(10\.1162\/[^/]+)\/.+$/, '$1')
    .replace(/^(10\.21203\/[^/]+)\/v\d+$/, '$1')
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
  const ssrnNumber = /^10\.2139\/ssrn\.(\d+)$/.exec(canonical)?.[1]
  if (ssrnNumber !== undefined) return found({ doi: canonical, ssrn: ssrnNumber })
  const talk = /^10\.21437\/interspeech\.(\d{4})-(\d+)$/.exec(canonical)
  if (talk !== null) return found({ doi: canonical, isca: `${talk[1]}/${talk[2]}` }, 'Interspeech', Number(talk[1]))
  const robots = /^10\.15607\/rss\.(\d{4})\.[ivxl]+\.(\d+)$/.exec(canonical)
  if (robots !== null)
    return found(
      { doi: canonical, rss: `${String(Number(robots[1]) - 2004).padStart(2, '0')}/p${robots[2]}` },
      'RSS',
      Number(robots[1]),
    )
  const neuripsVolume = /^10\.5555\/(.+)$/.exec(canonical)?.[1]
  if (neuripsVolume !== undefined) return found({ acm: neuripsVolume })
  return found({ doi: canonical })
}

/** The old addresses of the ACM Digital Library, with the end of the DOI in the query. */
function acmCitation({ host, query }: WebAddress): PaperAddress | undefined {
  const acm = /(?:^|\.)acm\.org$/.test(host)
    ? /^\d+\.\d+$/.exec(query.get('doid') ?? query.get('id') ?? '')?.[0]
    : undefined
  return acm === undefined ? undefined : found({ doi: `10.1145/${acm}`, acm })
}

function jstor({ host, path }: WebAddress): PaperAddress | undefined {
  const id = host === 'jstor.org' ? /\/stable\/(?:pdf\/)?(\d+)/.exec(path)?.[1] : undefined
  return id === undefined ? undefined : found({ jstor: id })
}

function semanticScholar({ host, path }: WebAddress): PaperAddress | undefined {
  if (host.endsWith('semanticscholar.org')) {
    const id = /\/([0-9a-f]{40})(?:\/|$)/i.exec(path)?.[1]
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
  const id =
    query.get('abstract_id') ?? query.get('abstractid') ?? query.get('abstract') ?? /abstract=?(\d+)/.exec(path)?.[1]
  return id === null || id === undefined ? undefined : found({ ssrn: id })
}

function hal({ host, path }: WebAddress): PaperAddress | undefined {
  const id = /(?:^|\.)(?:archives-ouvertes\.fr|hal\.science)$|^hal\./.test(host)
    ? /\/([a-z]+-\d{6,})/.exec(path)?.[1]
    : undefined
  return id === undefined ? undefined : found({ hal: id })
}
