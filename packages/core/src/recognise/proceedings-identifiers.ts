import { found, type Scheme } from './paper-address.ts'

/** Robotics: Science and Systems, by volume and page: `17/p001`. */
export const roboticsProceedings: Scheme = ({ host, path }) => {
  const match = host.endsWith('roboticsproceedings.org') ? /\/rss(\d{2})\/(p\d+)/i.exec(path) : null
  return match?.[1] === undefined
    ? undefined
    : found({ rss: `${match[1]}/${match[2]}` }, 'RSS', 2004 + Number(match[1]))
}

/** Interspeech in the archive of ISCA: `2021/li21`, before 2020 by number: `2018/1234`. */
export const isca: Scheme = ({ host, path }) => {
  if (!/(?:^|\.)isca-(?:speech|archive)\.org$/.test(host)) return undefined
  const match = /interspeech_(\d{4})\/(?:pdfs\/|abstracts\/)?([\w-]+?)(?:_interspeech)?\.(?:html|pdf)$/i.exec(path)
  return match?.[2] === undefined
    ? undefined
    : found({ isca: `${match[1]}/${match[2]}` }, 'Interspeech', Number(match[1]))
}

/** USENIX by conference and the name of the presentation: `usenixsecurity21/salls`, of its page or its PDF. */
export const usenix: Scheme = ({ host, path }) => {
  if (!host.endsWith('usenix.org')) return undefined
  const match =
    /\/conference\/([a-z]+?)(\d{2})\/(?:[\w-]+\/)?presentation\/([\w-]+)/i.exec(path) ??
    /\/system\/files\/(?:conference\/[\w-]+\/)?([a-z]+?)(\d{2})(?:spring|summer|fall|winter)?-([\w-]+?)\.pdf$/i.exec(
      path,
    )
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined
  const short = match[1].toLowerCase()
  const conference = short === 'sec' ? 'usenixsecurity' : short
  return found(
    { usenix: `${conference}${match[2]}/${match[3].replace(/^paper-/, '')}`.toLowerCase() },
    USENIX[conference],
    2000 + Number(match[2]),
  )
}

const USENIX: Readonly<Record<string, string>> = {
  atc: 'USENIX ATC',
  fast: 'FAST',
  nsdi: 'NSDI',
  osdi: 'OSDI',
  soups: 'SOUPS',
  usenixsecurity: 'USENIX Security',
}

/** BMVC by year and paper: `2022/0123`. */
export const bmvc: Scheme = ({ host, path }) => {
  const year =
    /^(?:papers\.|proceedings\.)?bmvc(\d{4})\.(?:org|mpi-inf\.mpg\.de)$/.exec(host)?.[1] ??
    /^bmvc(\d{4})-virtualconference\.com$/.exec(host)?.[1] ??
    (host.endsWith('bmva-archive.org.uk') || host.endsWith('bmva.org')
      ? /\/bmvc\/(\d{4})\//.exec(path)?.[1]
      : undefined)
  const id = /(?:^|\/)([\w-]+?)(?:\/(?:index|paper))?(?:\/|\.pdf|\.html)?$/.exec(path)?.[1]
  if (year === undefined || id === undefined || path === '' || id === 'index') return undefined
  const number = /^(?:paper_?)?(\d+)$/i.exec(id)?.[1]
  return found({ bmvc: `${year}/${number === undefined ? id : number.padStart(4, '0')}` }, 'BMVC', Number(year))
}

/** NDSS: the name of the paper's page, or that of its PDF. */
export const ndss: Scheme = ({ host, path }) => {
  if (!host.endsWith('ndss-symposium.org')) return undefined
  const page = /\/ndss-paper\/(?:auto-draft-\d+\/)?([\w-]+)$/.exec(path)?.[1]
  if (page !== undefined) return found({ ndss: page.toLowerCase() })
  const file = /\/wp-content\/uploads\/(?:(\d{4})\/\d{2}\/)?([\w-]+?)(?:-paper|_paper)?\.pdf$/.exec(path)
  if (file?.[2] === undefined) return undefined
  return found({ ndss: [...(file[1] === undefined ? [] : [file[1]]), file[2].toLowerCase()].join('/') })
}

/** MLSys by year and hash, as on the hosts of NeurIPS. */
export const mlsys: Scheme = ({ host, path }) => {
  const match = host.endsWith('mlsys.org')
    ? /\/paper(?:_files)?(?:\/paper)?\/(\d{4})\/(?:file|hash)\/([0-9a-f]{16,})/i.exec(path)
    : null
  if (match?.[2] === undefined) return undefined
  return found({ mlsys: `${match[1]}/${match[2].toLowerCase()}` }, 'MLSys', Number(match[1]))
}

/** Workshop proceedings at CEUR-WS by volume and file: `2614/paper5`. */
export const ceur: Scheme = ({ host, path, hash }) => {
  if (!host.endsWith('ceur-ws.org')) return undefined
  const volume = /\/Vol-(\d+)(?:\/|$)/i.exec(path)?.[1]
  const paper = /\/([\w.-]+?)\.pdf$/i.exec(path)?.[1] ?? /^#([\w-]+)$/.exec(hash)?.[1]
  return volume === undefined || paper === undefined ? undefined : found({ ceur: `${volume}/${paper.toLowerCase()}` })
}

/** DBLP's key of a record; that of a preprint names its arXiv number. */
export const dblp: Scheme = ({ host, path }) => {
  if (!/^dblp\.(?:org|uni-trier\.de|dagstuhl\.de)$/.test(host)) return undefined
  const key =
    /\/rec\/(?:(?:bibtex|html|xml|rdf|ris)\d?\/)?((?:conf|journals|books|phd|series|reference)\/[^/]+\/[^/.]+)/.exec(
      path,
    )?.[1]
  if (key === undefined) return undefined
  const preprint = /^journals\/corr\/abs-(\d{4})-(\d{4,5})$/.exec(key)
  return found(preprint === null ? { dblp: key } : { dblp: key, arxiv: `${preprint[1]}.${preprint[2]}` })
}
