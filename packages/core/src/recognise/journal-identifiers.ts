import { found, type Scheme } from './paper-address.ts'
import { decodePart } from './web-address.ts'

/** Elsevier's PII, with or without its punctuation, also of Cell and The Lancet. */
export const elsevier: Scheme = ({ host, path, query }) => {
  if (!/(?:^|\.)(?:sciencedirect\.com|sciencedirectassets\.com|elsevier\.com|cell\.com|thelancet\.com)$/.test(host))
    return undefined
  const pii =
    /\/pii\/([A-Z]?[\dX()-]{15,25})/i.exec(path)?.[1] ??
    query.get('pii') ??
    /-(S\d{15,17}[\dX]?)\/main\.pdf/.exec(path)?.[1] ??
    /\/(S\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX])(?:\.pdf|\/|$)/i.exec(path)?.[1]
  const canonical = pii?.replace(/[^\dA-Z]/gi, '').toUpperCase()
  return canonical === undefined || canonical.length < 16 ? undefined : found({ pii: canonical })
}

/** PubMed and PubMed Central, at NCBI or Europe PMC. */
export const medicine: Scheme = ({ host, path }) => {
  if (!/(?:^|\.)(?:ncbi\.nlm\.nih\.gov|europepmc\.org|pubmed\.gov)$/.test(host)) return undefined
  const pmc = /\/(PMC\d+)/i.exec(path)?.[1] ?? /\/pmc\/articles\/(\d+)/i.exec(path)?.[1]
  if (pmc !== undefined) return found({ pmc: `PMC${pmc.replace(/\D/g, '')}` })
  const pmid = (host.startsWith('pubmed') ? /^\/(\d+)/ : /\/(?:pubmed|med|abstract\/med)\/(\d+)/i).exec(path)?.[1]
  return pmid === undefined ? undefined : found({ pmid })
}

/** The DOI of a bioRxiv or medRxiv preprint, without version. */
export const bioRxiv: Scheme = ({ host, path }) => {
  if (!/(?:^|\.)(?:biorxiv|medrxiv)\.org$/.test(host)) return undefined
  const match = /\/(10\.\d{4,}\/[\d.]+\d)/.exec(path)
  if (match?.[1] !== undefined) return found({ doi: match[1] })
  const bare = /\/early\/\d{4}\/\d{2}\/\d{2}\/(\d{4}\.\d{2}\.\d{2}\.\d+|\d{6,})/.exec(path)?.[1]
  return bare === undefined ? undefined : found({ doi: `10.1101/${bare}` })
}

/** Nature's article names are the ends of their DOIs, in the addresses of today and those before 2017. */
export const nature: Scheme = ({ host, path }) => {
  if (!/(?:^|\.)nature\.com$/.test(host)) return undefined
  const name =
    /\/articles\/([a-z]+[\w.-]*?\d[\w-]*?)(?:_reference)?(?:\.pdf|\/|$)/i.exec(path)?.[1] ??
    /\/journal\/.*\/([a-z]+[\w.-]*?\d+)\.(?:html|pdf)$/i.exec(path)?.[1]
  return name === undefined ? undefined : found({ doi: `10.1038/${name.toLowerCase()}` })
}

/** MDPI by ISSN, volume, issue and number: `1424-8220/22/3/967`. */
export const mdpi: Scheme = ({ host, path }) => {
  const match = host === 'mdpi.com' ? /^\/(\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+)/i.exec(path) : null
  return match?.[1] === undefined ? undefined : found({ mdpi: match[1].toUpperCase() })
}

/** The DOI in the query of PLOS. */
export const plos: Scheme = ({ host, query }) => {
  const id = host.endsWith('plos.org') ? query.get('id') : null
  return id?.startsWith('10.1371/') ? found({ doi: id.toLowerCase() }) : undefined
}

/** eLife, the Royal Society of Chemistry and Research Square: addresses that hold the end of the DOI. */
export const endOfDoi: Scheme = ({ host, path }) => {
  const elife = host === 'elifesciences.org' ? /\/(?:articles|reviewed-preprints)\/(\d+)/.exec(path)?.[1] : undefined
  if (elife !== undefined) return found({ doi: `10.7554/elife.${elife}` })
  const rsc =
    host === 'pubs.rsc.org'
      ? /\/article(?:landing|html|pdf)\/.*\/([a-z]\d[a-z]{2}\d{5}[a-z\d])$/i.exec(path)?.[1]
      : undefined
  if (rsc !== undefined) return found({ doi: `10.1039/${rsc.toLowerCase()}` })
  const square = host === 'researchsquare.com' ? /\/article\/(rs-\d+)/.exec(path)?.[1] : undefined
  return square === undefined ? undefined : found({ doi: `10.21203/rs.3.${square}` })
}

/** NASA's ADS by bibcode: `2002ApJ...568..377C`; that of a preprint names its arXiv number. */
export const ads: Scheme = ({ host, path, hash }) => {
  if (!/(?:^|\.)adsabs\.harvard\.edu$/.test(host)) return undefined
  // Before 2019 the bibcode stood behind the number sign: `ui.adsabs.harvard.edu/#abs/…`.
  const code = /\/abs\/([^/]+)/.exec(path)?.[1] ?? /^#\/?abs\/([^/]+)/.exec(decodePart(hash))?.[1]
  const preprint =
    /^arxiv:(\d{4}\.\d{4,5})/i.exec(code ?? '')?.[1] ??
    /^\d{4}arXiv(\d{4})(\d{5})[A-Z]$/
      .exec(code ?? '')
      ?.slice(1)
      .join('.')
  if (preprint !== undefined) return found({ arxiv: preprint })
  return code !== undefined && /^\d{4}[\w.&]{14}[A-Z.]$/.test(code) ? found({ bibcode: code }) : undefined
}

/** INSPIRE's and NBER's numbers. */
export const numbered: Scheme = ({ host, path }) => {
  const inspire = host === 'inspirehep.net' ? /^\/(?:literature|record)\/(\d+)/.exec(path)?.[1] : undefined
  if (inspire !== undefined) return found({ inspire })
  const nber = host === 'nber.org' ? /^\/(?:system\/files\/working_)?papers\/([wth]\d{1,5})/.exec(path)?.[1] : undefined
  return nber === undefined ? undefined : found({ nber })
}

/** Oxford University Press by the article's number. */
export const oxford: Scheme = ({ host, path }) => {
  const id =
    host === 'academic.oup.com' ? /\/article(?:-abstract|-pdf)?\/.*?\/(\d{5,})(?:\/|$)/.exec(path)?.[1] : undefined
  return id === undefined ? undefined : found({ oup: id })
}
