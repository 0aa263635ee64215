import { PUBLISHER_HOSTS } from '../data/publishers.ts'
import { memoise } from '../memo.ts'
import { paperAddress } from './identifiers.ts'
import { repositoryAddress, type WebAddress, webAddress } from './web-address.ts'

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
export function isDataDoi(url: string): boolean {
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
  return PUBLISHERS.test(address.host) && !/^blogs?\./.test(address.host) && !isPublisherOwnPage(address)
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

/** Whether an address is one of a page about a book: where books are sold, lent or described, or at a press. */
export const isBookAddress: (url: string) => boolean = memoise((url) => {
  const address = webAddress(url)
  if (address === undefined) return false
  return BOOK_HOSTS.test(address.host) || BOOK_PATHS.test(address.host + address.path)
})

const BOOK_HOSTS =
  /(?:^|\.)(?:amazon\.[a-z.]{2,6}|abebooks\.[a-z.]{2,6}|openlibrary\.org|goodreads\.com|librarything\.com|worldcat\.org|bookshop\.org|barnesandnoble\.com|books\.google\.[a-z.]{2,6}|penguinrandomhouse\.com|penguin\.co\.uk|harpercollins\.com|simonandschuster\.com|nostarch\.com|manning\.com|packtpub\.com|pragprog\.com)$/
const BOOK_PATHS =
  /^(?:press\.uchicago\.edu\/ucp\/books\/|press\.princeton\.edu\/books\/|mitpress\.mit\.edu\/(?:books\/|97[89])|hup\.harvard\.edu\/(?:books|catalog)|(?:learning\.|shop\.)?oreilly\.com\/(?:library|product)\/|yalebooks\.[a-z.]+\/book\/|routledge\.com\/.*\/book\/|global\.oup\.com\/academic\/product\/|wiley\.com\/.*-p-97[89])/

const PUBLISHERS = new RegExp(`(?:^|\\.)(?:${PUBLISHER_HOSTS.map((host) => host.replaceAll('.', '\\.')).join('|')})$`)

/** Whether an address is that of a whole site. */
export function isHomePage(url: string): boolean {
  const address = webAddress(url)
  return address !== undefined && /^\/?$/.test(address.path) && address.query.size === 0
}

/** Whether an address is by its form the page of a project or person: a pages host, `/project/…`, a bare site. */
export function isProjectPage(url: string): boolean {
  const address = webAddress(url)
  if (address === undefined || isPaperAddress(url)) return false
  return PAGES.test(address.host) || /(?:^|\/)(?:~|projects?\b|demos?\b)/i.test(address.path) || address.path === ''
}

const PAGES =
  /(?:^|\.)(?:github\.io|gitlab\.io|sites\.google\.com|netlify\.app|vercel\.app|pages\.dev|notion\.site|web\.app|readthedocs\.io|herokuapp\.com|wordpress\.com|blogspot\.com|medium\.com|youtube\.com|huggingface\.co)$/
