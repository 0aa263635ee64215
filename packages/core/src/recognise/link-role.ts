import { LINK_RELS, type LinkRel } from '@fieldmap/graph'
import { FRAMEWORKS } from '../data/frameworks.ts'
import { GENERIC_LABELS, LABEL_FILLERS, LINK_LABELS } from '../data/link-labels.ts'
import { memoise } from '../memo.ts'
import { paperAddress } from './identifiers.ts'
import { foldLabel } from './label.ts'
import { repositoryAddress, type WebAddress, webAddress } from './web-address.ts'

const ROLE_OF: ReadonlyMap<string, LinkRel> = new Map([
  ...LINK_RELS.flatMap((rel) => LINK_LABELS[rel].map((label) => [foldLabel(label), rel] as const)),
  ...Object.keys(FRAMEWORKS).map((label) => [label, 'code'] as const),
])
const GENERIC: ReadonlySet<string> = new Set(GENERIC_LABELS.map(foldLabel))
const MOST_WORDS = 6

/**
 * What a link's words say that its address is; `generic` where they say that it is a link and no more, `undefined`
 * where they are no label but words of their own, such as a title or a name.
 */
export const labelRole: (label: string) => LinkRel | 'generic' | undefined = memoise((label) => {
  const folded = foldLabel(label)
  if (folded === '') return 'generic'
  const direct = ROLE_OF.get(folded)
  if (direct !== undefined) return direct
  if (GENERIC.has(folded)) return 'generic'
  const bare = ROLE_OF.get(folded.replace(/(?<=\p{L})\d{1,2}$/u, ''))
  if (bare !== undefined) return bare
  if (/^(?:arxiv )?\d{4} \d{4,5}(?: ?v\d+)?$/.test(folded) || /^(?:doi )?10 \d{4,9}(?: |$)/.test(folded)) return 'paper'
  const words = folded.split(' ')
  if (words.length > MOST_WORDS) return undefined
  return roleOfWords(words) ?? roleOfLast(label, words)
})

/** "Official PyTorch code", "paper and supplementary": every word is a label's or a filler; the first role counts. */
function roleOfWords(words: readonly string[]): LinkRel | undefined {
  let role: LinkRel | undefined
  let at = 0
  while (at < words.length) {
    const length = [3, 2, 1].find((n) => at + n <= words.length && ROLE_OF.has(words.slice(at, at + n).join(' ')))
    if (length !== undefined) {
      role ??= ROLE_OF.get(words.slice(at, at + length).join(' '))
      at += length
    } else if (LABEL_FILLERS.has(words[at] ?? '') || /^\d{1,4}$/.test(words[at] ?? '')) at++
    else return undefined
  }
  return role
}

/** "iCAN paper", "HICO code", "ELIM project page": a name and a label. */
function roleOfLast(label: string, words: readonly string[]): LinkRel | undefined {
  if (words.length < 2 || words.length > 4 || /[:?!,]|\s(?:on|of|in|for|with|without|from|to|under)\s/i.test(label))
    return undefined
  const last = words.at(-1) ?? ''
  return NAMED_LABELS.has(last) ? ROLE_OF.get(last) : undefined
}

const NAMED_LABELS: ReadonlySet<string> = new Set([
  'paper',
  'pdf',
  'arxiv',
  'code',
  'github',
  'repo',
  'repository',
  'website',
  'homepage',
])

/** What an address alone says that it is. */
export function addressRole(url: string): LinkRel {
  if (isDataDoi(url)) return 'data'
  if (isPaperAddress(url)) return 'paper'
  if (repositoryAddress(url) !== undefined) return 'code'
  const address = webAddress(url)
  if (address === undefined) return 'other'
  const { host, path } = address
  if (/(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com|videolectures\.net|slideslive\.com)$/.test(host))
    return 'video'
  if (/(?:^|\.)(?:slideshare\.net|speakerdeck\.com)$/.test(host) || /\.pptx?$/i.test(path)) return 'slides'
  if (/(?:^|\.)(?:kaggle\.com|zenodo\.org|figshare\.com|dataverse\.harvard\.edu)$/.test(host)) return 'data'
  if (host === 'huggingface.co')
    return path.startsWith('/datasets/') ? 'data' : path.startsWith('/spaces/') ? 'demo' : 'other'
  if (host === 'colab.research.google.com') return 'demo'
  if (NOT_PROJECTS.test(host)) return 'other'
  return 'project'
}

/** Whether an address is that of a whole site. */
export function isHomePage(url: string): boolean {
  const address = webAddress(url)
  return address !== undefined && /^\/?$/.test(address.path) && address.query.size === 0
}

const NOT_PROJECTS =
  /(?:^|\.)(?:twitter\.com|x\.com|medium\.com|reddit\.com|linkedin\.com|facebook\.com|zhihu\.com|wikipedia\.org|paperswithcode\.com|scholar\.google\.[a-z.]+|dblp\.org|drive\.google\.com|dropbox\.com|pan\.baidu\.com|amazon\.[a-z.]+|t\.co|discord\.gg|youtube\.com|github\.com)$/

/** Whether an address is one of a paper: it carries an identifier, is a PDF, or lies at a publisher. */
export const isPaperAddress: (url: string) => boolean = memoise((url) => {
  if (isProceedingsAddress(url)) return true
  const address = webAddress(url)
  if (address === undefined) return isOwnPdf(url)
  const file = /\.(?:pdf|ps|ps\.gz|dvi)$/i
  // "fetch.php?media=paper.pdf"
  const isPdf = file.test(address.path) || [...address.query.values()].some((value) => file.test(value))
  if (HANDLE.test(address.path)) return true
  // A PDF in a repository is a document, whatever else the repository holds.
  return isPdf && (repositoryAddress(url)?.path !== undefined || repositoryAddress(url) === undefined)
})

/** `/handle/1721.1/63170`: a work in the repository of an institution, such as a thesis. */
const HANDLE = /\/handle\/\d+(?:\.\d+)*\/\d+$/

/** Whether an address is a PDF that lies beside the list in its own repository: `papers/codd.pdf`. */
export function isOwnPdf(url: string): boolean {
  return /^(?![a-z][a-z\d+.-]*:|\/\/|#)[^?#]+\.pdf(?:[?#].*)?$/i.test(url.trim())
}

/**
 * Whether an address is a page that lies beside the list in its own repository, such as notes: `notes/dqn.md`, or
 * `https://github.com/owner/list/blob/main/notes/dqn.md`, since a list may spell its own address whole.
 */
export function isOwnPage(url: string): boolean {
  const inside = /\.(?:md|markdown)$/i.test(url.trim()) ? repositoryAddress(url)?.path : undefined
  if (inside !== undefined) return true
  return /^(?![a-z][a-z\d+.-]*:|\/\/|#)[^?#]+\.(?:md|markdown|html?|rst|ipynb)(?:[?#].*)?$/i.test(url.trim())
}

/** Whether an address is an issue of a repository that is called after papers: notes on one, as some groups keep them. */
export function isPaperNote(url: string): boolean {
  const address = webAddress(url)
  return address !== undefined && PAPER_NOTE.test(address.path) && repositoryAddress(url) !== undefined
}

const PAPER_NOTE = /^\/[^/]+\/[^/]*papers?(?![a-z])[^/]*\/issues\/\d+$/i

/** Whether an address is one of a picture or film: by its ending, or among the files that a code host keeps of comments. */
export function isPictureAddress(url: string): boolean {
  const address = webAddress(url)
  if (address === undefined) return /\.(?:png|jpe?g|gif|svg|webp)$/i.test(url)
  return (
    /\.(?:png|jpe?g|gif|svg|webp|mp4|webm|mov)$/i.test(address.path) ||
    (address.host === 'github.com' && /^\/(?:user-attachments\/|[^/]+\/[^/]+\/assets\/\d+\/)/.test(address.path))
  )
}

/** Whether an address is the DOI of a deposit in an archive of data, whatever was deposited. */
function isDataDoi(url: string): boolean {
  const address = webAddress(url)
  return address?.host.endsWith('doi.org') === true && DATA_DOI.test(address.path)
}

/** Zenodo, figshare, Dataverse, Dryad, Mendeley Data, UCI, PhysioNet, NASA. */
const DATA_DOI = /^\/10\.(?:5281\/zenodo|6084\/m9\.figshare|7910\/dvn|5061\/dryad|17632\/|24432\/|13026\/|5067\/)/i

/** Whether an address carries an identifier of a paper; the DOIs of whole books and of software are none. */
export function identifiesPaper(url: string): boolean {
  const { doi, ...others } = paperAddress(url).identifiers
  return Object.keys(others).length > 0 || (doi !== undefined && !OTHER_DOI.test(doi))
}

/** An ISBN as a DOI's end; Zenodo, figshare, Dryad, Bioconductor. */
const OTHER_DOI = /^10\.\d{4,9}\/(?:[a-z]+\.)?97[89](?:-?[\dx]){10}$|^10\.(?:5281|6084|5061|18129)\//

/** Whether an address is one of a paper where papers are published: it carries an identifier, or lies at a publisher. */
export const isProceedingsAddress: (url: string) => boolean = memoise((url) => {
  if (identifiesPaper(url)) return true
  const address = webAddress(url)
  if (address === undefined || repositoryAddress(url) !== undefined || isDataDoi(url)) return false
  if (
    isLaboratoryPaper(address) ||
    PAPER_PATHS.test(address.host + address.path) ||
    OPEN_JOURNAL.test(address.path) ||
    isPaperQuery(address)
  )
    return true
  return PUBLISHERS.test(address.host) && !isPublisherOwnPage(address)
})

/** `/index.php/JOURNAL/article/view/1234/567`: an article in Open Journal Systems, whoever runs it. */
const OPEN_JOURNAL = /\/article\/(?:view|download|viewFile)\/[\w-]*\d[\w-]*(?:\/\d+)*$/

/** Where archives keep papers beside data, people or books. */
const PAPER_PATHS =
  /^(?:nber\.org\/papers\/w\d+|(?:ideas|econpapers)\.repec\.org\/(?:[ap]|article|paper)\/.+|osf\.io\/preprints\/.+|ams\.org\/journals\/.+|philpapers\.org\/rec\/.+|escholarship\.org\/uc\/item\/.+|core\.ac\.uk\/(?:download|display|works)\/.+)/i

/** `/cgi/paper.cgi?paper=2016:using`: what a site answers with where it is asked for a paper. */
function isPaperQuery({ path, query }: WebAddress): boolean {
  return query.size > 0 && /\/paper\.(?:cgi|php|aspx?|jsp)$/i.test(path)
}

/** A publisher's page about a journal, a meeting or itself. */
function isPublisherOwnPage({ host, path }: WebAddress): boolean {
  if (path === '' || OWN_PAGE.test(path) || INDEX_PAGE.test(path)) return true
  if (host === 'nature.com' && /^\/\w+\/?$/.test(path)) return true
  if (/\/journals?\/[^/]+(?:\/[\w.-]*(?:overview|home|about|archive|issues|scope)[\w.-]*)?$/i.test(path)) return true
  return /^journals?\.(?:elsevier\.|[^.]+\.(?:com|org)$)/.test(host) && /^\/[a-z-]*$/i.test(path)
}

/** Pages of journals, for authors, and of books. */
const OWN_PAGE =
  /\/(?:journals?|tutorials?|conferences|schedule|scheduleMultitrack|home|toc|loi|author-instructions|books?|core\/books|product)(?:\/[\w-]+)?$|\/(?:submission-guidelines|authorsubmission|aims-and-scope)$|\/book\d{5,}$|-p-97[89]\d{10}$/i

/** Of a person, a search, a list of works: `openreview.net/profile?id=~A_B1`, `arxiv.org/search/cs`, `proceedings.mlr.press/v97/`. */
const INDEX_PAGE =
  /^\/(?:search|profile|authors?|people|a|list|listing|group|venues?|topics?|browse|collections?|toc|loi)(?:\/|$)|^\/(?:conference(?:\/[\w-]+)?|v\d+|[A-Z]+(?:19|20)\d{2}(?:\.py)?)\/?$/i

/** A paper's page at a company's laboratory. */
function isLaboratoryPaper({ host, path }: WebAddress): boolean {
  return LABORATORIES.test(host) && /\/(?:pubs?|publications?|papers?)\/[\w-]{4,}$/i.test(path)
}

const LABORATORIES =
  /^(?:research\.[a-z]+(?:\.[a-z]+)?|amazon\.science|microsoft\.com|ai\.(?:meta|facebook|google)\.com|machinelearning\.apple\.com)$/

/** Whether an address is, by its form, one of a post, video, news item or page of documentation. */
export const isPostAddress: (url: string) => boolean = memoise((url) => {
  const address = webAddress(url)
  if (address === undefined || isPaperAddress(url)) return false
  return (
    POST_HOSTS.test(address.host) ||
    /\/(?:19|20)\d{2}\/\d{1,2}\//.test(`${address.path}/`) ||
    /(?:^|\/)(?:blogs?|posts?|news|stories|tutorials?|courses?|lectures?|watch|presentations)(?:\/|$)/i.test(
      address.path,
    )
  )
})

const POST_HOSTS =
  /^(?:blogs?|engineering|eng|tech|techblog|netflixtechblog|news|newsroom|developers?|docs|podcasts?|mail-archives?)\.|(?:^|\.)(?:medium\.com|substack\.com|wordpress\.com|blogspot\.com|youtube\.com|youtu\.be|vimeo\.com|slideshare\.net|bilibili\.com|ted\.com|infoq\.com|towardsdatascience\.com|zhihu\.com|csdn\.net|twitter\.com|x\.com|reddit\.com|wikipedia\.org|lesswrong\.com|coursera\.org|udacity\.com|edx\.org|udemy\.com)$|\.(?:engineering|blog)$|blog\.[a-z]+$/

const PUBLISHERS = new RegExp(
  `(?:^|\\.)(?:${[
    'arxiv.org',
    'acm.org',
    'ieee.org',
    'ieeexplore.ieee.org',
    'computer.org',
    'springer.com',
    'springeropen.com',
    'biomedcentral.com',
    'genomebiology.com',
    'f1000research.com',
    'peerj.com',
    'sciencedirect.com',
    'elsevier.com',
    'wiley.com',
    'tandfonline.com',
    'sagepub.com',
    'nature.com',
    'science.org',
    'sciencemag.org',
    'pnas.org',
    'mdpi.com',
    'frontiersin.org',
    'plos.org',
    'hindawi.com',
    'thecvf.com',
    'cv-foundation.org',
    'ecva.net',
    'neurips.cc',
    'nips.cc',
    'mlr.press',
    'jmlr.org',
    'aclanthology.org',
    'aclweb.org',
    'aclanthology.info',
    'openreview.net',
    'ijcai.org',
    'aaai.org',
    'isca-speech.org',
    'isca-archive.org',
    'usenix.org',
    'vldb.org',
    'biorxiv.org',
    'medrxiv.org',
    'ssrn.com',
    'doi.org',
    'semanticscholar.org',
    'ncbi.nlm.nih.gov',
    'pubmed.gov',
    'europepmc.org',
    'acs.org',
    'rsc.org',
    'iop.org',
    'aps.org',
    'aip.org',
    'spiedigitallibrary.org',
    'opg.optica.org',
    'osapublishing.org',
    'oup.com',
    'oxfordjournals.org',
    'plosbiology.org',
    'plosone.org',
    'cambridge.org',
    'scielo.org',
    'scielo.br',
    'scielo.cl',
    'scielo.org.mx',
    'redalyc.org',
    'cairn.info',
    'persee.fr',
    'journals.openedition.org',
    'cyberleninka.ru',
    'mathnet.ru',
    'numdam.org',
    'lww.com',
    'karger.com',
    'physiology.org',
    'jneurosci.org',
    'aacrjournals.org',
    'scipost.org',
    'joss.theoj.org',
    'jstor.org',
    'researchgate.net',
    'hal.science',
    'archives-ouvertes.fr',
    'eprint.iacr.org',
    'roboticsproceedings.org',
    'bmva.org',
    'bmva-archive.org.uk',
    'worldscientific.com',
    'degruyter.com',
    'emerald.com',
    'igi-global.com',
    'inderscience.com',
    'cell.com',
    'thelancet.com',
    'nejm.org',
    'jamanetwork.com',
    'bmj.com',
    'jmir.org',
    'mitpressjournals.org',
    'direct.mit.edu',
    'eurasip.org',
    'ndss-symposium.org',
    'scitepress.org',
    'ceur-ws.org',
    'drops.dagstuhl.de',
    'diglib.eg.org',
    'chemrxiv.org',
    'psyarxiv.com',
    'techrxiv.org',
    'preprints.org',
    'researchsquare.com',
    'ojs.aaai.org',
    'jstage.jst.go.jp',
    'citeseerx.ist.psu.edu',
    'citeseer.ist.psu.edu',
    'royalsocietypublishing.org',
    'annualreviews.org',
    'ametsoc.org',
    'copernicus.org',
    'elifesciences.org',
    'cshlp.org',
    'embopress.org',
    'liebertpub.com',
    'ahajournals.org',
    'rsna.org',
    'siam.org',
    'projecteuclid.org',
    'informs.org',
    'journals.uchicago.edu',
    'jair.org',
    'asme.org',
    'ingentaconnect.com',
    'adsabs.harvard.edu',
    'quantum-journal.org',
    'aanda.org',
    'philsci-archive.pitt.edu',
    'philarchive.org',
    'ecoevorxiv.org',
    'eartharxiv.org',
    'engrxiv.org',
    'edarxiv.org',
    'lingbuzz.net',
    'ling.auf.net',
    'rdcu.be',
    'psycnet.apa.org',
    'jstatsoft.org',
    'journal.r-project.org',
    'arvojournals.org',
    'journalofvision.org',
    'rupress.org',
    'jci.org',
    'ashpublications.org',
    'ascopubs.org',
    'diabetesjournals.org',
    'journals.asm.org',
    'jbc.org',
    'genetics.org',
    'biologists.org',
    'eneuro.org',
    'plantphysiol.org',
    'plantcell.org',
    'microbiologyresearch.org',
    'cochranelibrary.com',
    'acpjournals.org',
    'geoscienceworld.org',
    'bioone.org',
    'int-res.com',
    'muse.jhu.edu',
    'jbe-platform.com',
    'glossa-journal.org',
    'firstmonday.org',
    'digitalhumanities.org',
    'episciences.org',
    'lmcs-online.org',
    'tac.mta.ca',
    'msp.org',
    'openproceedings.org',
    'petsymposium.org',
    'tosc.iacr.org',
    'tches.iacr.org',
    'nowpublishers.com',
    'iospress.com',
    'dialnet.unirioja.es',
    'dergipark.org.tr',
    'hrcak.srce.hr',
    'dbpia.co.kr',
    'kci.go.kr',
  ]
    .map((host) => host.replaceAll('.', '\\.'))
    .join('|')})$`,
)

/** Whether an address is by its form the page of a project or person: a pages host, `/project/…`, a bare site. */
export function isProjectPage(url: string): boolean {
  const address = webAddress(url)
  if (address === undefined || isPaperAddress(url)) return false
  return PAGES.test(address.host) || /(?:^|\/)(?:~|projects?\b|demos?\b)/i.test(address.path) || address.path === ''
}

const PAGES =
  /(?:^|\.)(?:github\.io|gitlab\.io|sites\.google\.com|netlify\.app|vercel\.app|pages\.dev|notion\.site|web\.app|readthedocs\.io|herokuapp\.com|wordpress\.com|blogspot\.com|medium\.com|youtube\.com|huggingface\.co)$/

/**
 * What a link is to its paper: by its words, else by its address. Where a word that fits any page ("Site", "Project",
 * "Link") leads to a code host or to an identifier of a paper, the address counts.
 */
export function linkRole(label: string, url: string): LinkRel {
  const role = labelRole(label)
  if (role === 'project' || role === 'generic' || role === undefined) {
    const repository = repositoryAddress(url)
    if (repository !== undefined && !isPaperAddress(url)) return LIST_NAME.test(repository.name) ? 'other' : 'code'
    // "Page" says nothing of a PDF.
    return role === 'project' && !isPaperAddress(url) ? 'project' : addressRole(url)
  }
  // "Conference Video", "ICML talk": words of a paper over an address of a film.
  if (role === 'paper' && addressRole(url) === 'video') return 'video'
  // A repository as a whole is no paper, whatever it is called; a file in it may be one.
  const repository = role === 'paper' ? repositoryAddress(url) : undefined
  return repository !== undefined &&
    repository.path === undefined &&
    !isPaperAddress(url) &&
    !/\.pdf(?:$|[?#])/i.test(url)
    ? 'code'
    : role
}

/** `owner/awesome-harbours`, `owner/harbour-papers`: a repository that is a list of works is no work's code. */
const LIST_NAME = /\/awesome[-_]|(?:papers?|reading)[-_]?list$|[-_a-z\d]papers$/i

/** The framework that a label names ("PyTorch", "Official TensorFlow code"); `undefined` for none. */
export function frameworkOf(label: string): string | undefined {
  const folded = foldLabel(label)
  if (FRAMEWORKS[folded] !== undefined) return FRAMEWORKS[folded]
  if (labelRole(label) === undefined) return undefined
  for (const word of folded.split(' ')) {
    if (FRAMEWORKS[word] !== undefined) return FRAMEWORKS[word]
  }
  return undefined
}
