import { LINK_RELS, type LinkRel } from '@fieldmap/graph'
import { FRAMEWORKS } from '../data/frameworks.ts'
import { GENERIC_LABELS, LABEL_FILLERS, LINK_LABELS } from '../data/link-labels.ts'
import { memoise } from '../memo.ts'
import { isDataDoi, isPaperAddress } from './address-kind.ts'
import { foldLabel } from './label.ts'
import { repositoryAddress, webAddress } from './web-address.ts'

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

const NOT_PROJECTS =
  /(?:^|\.)(?:twitter\.com|x\.com|medium\.com|reddit\.com|linkedin\.com|facebook\.com|zhihu\.com|wikipedia\.org|paperswithcode\.com|scholar\.google\.[a-z.]+|dblp\.org|drive\.google\.com|dropbox\.com|pan\.baidu\.com|amazon\.[a-z.]+|t\.co|discord\.gg|youtube\.com|github\.com)$/

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
