import { memoise } from '../memo.ts'
import type { Block, Inline, Item } from '../parse/document.ts'
import { isOwnPdf, isPaperAddress, isProceedingsAddress } from '../recognise/address-kind.ts'
import { labelRole } from '../recognise/link-role.ts'
import { type Flat, flatten, flattenInPiece } from './fragment/flat.ts'
import { beginsWithPeople } from './title/people-ahead.ts'
import { titleCase } from './title/title-form.ts'

/**
 * Shares are told in steps, those that rules ask for: a list that grows by an entry is mostly read as before, which a
 * memo of its parts can know. {@link SOME_SHARE} is any share above 0 that reaches no other step.
 */
const STEPS = [1, 0.7, 0.5, 0.25]
const SOME_SHARE = 0.01

/** The last step that a share, 0..1, has reached; 0 for none. */
function inSteps(share: number): number {
  return share === 0 ? 0 : (STEPS.find((step) => share >= step) ?? SOME_SHARE)
}

/**
 * The share in steps, 0..1, of a list's entries that link a preprint, a publisher's page or a PDF kept beside the list; what its
 * neighbours are says much about an entry that gives no address of its own. PDFs elsewhere are manuals and slides too:
 * they count half, and lift the share to {@link MOST_BY_PDF} at most. 0 for no entries; linear.
 *
 * @param entries for each entry its content and that of its details.
 */
export function paperShare(entries: readonly (readonly Inline[])[]): number {
  if (entries.length === 0) return 0
  let papers = 0
  let files = 0
  for (const contents of entries) {
    const urls = contents.flatMap((content) => content.flatMap((span) => (span.kind === 'link' ? [span.url] : [])))
    if (urls.some((url) => isProceedingsAddress(url) || isOwnPdf(url))) papers++
    else if (urls.some(isPaperAddress)) files++
  }
  return inSteps(Math.max(papers / entries.length, Math.min(MOST_BY_PDF, (papers + files / 2) / entries.length)))
}

const MOST_BY_PDF = 0.25

/**
 * Whether a document's items begin with people in front of their titles: at least {@link MOST_CITED} of those that
 * begin with plain words. Looks at no more than {@link CITED_SAMPLE} of them.
 */
export function citesPeopleFirst(blocks: readonly Block[]): boolean {
  const texts = sampleItems(blocks, ({ text }) =>
    /^\s*\p{Lu}[^\uFFFC]{30,}/u.test(text) ? text.trimStart() : undefined,
  )
  return texts.length >= FEWEST_CITED && texts.filter(isPeopleFirst).length >= texts.length * MOST_CITED
}

const isPeopleFirst = memoise(beginsWithPeople)

/**
 * Whether a document's items tell of products: of those that open with a named link to code or a page, at least
 * {@link MOST_TOLD} go on in small letters, as descriptions do. Looks at no more than {@link CITED_SAMPLE} of them.
 */
export function tellsOfProducts(blocks: readonly Block[]): boolean {
  const behind = sampleItems(blocks, wordsBehindName)
  const told = behind.filter((words) => titleCase(words) < TOLD_CASE)
  return behind.length >= FEWEST_CITED && told.length >= behind.length * MOST_TOLD
}

/**
 * Whether a document lists works by their titles alone, `- **A Title of Many Words**`: of its items that are bold as a
 * whole at least {@link FEWEST_BOLD}, and {@link MOST_BOLD}, are as long and capitalised as titles are. Features and
 * steps in bold have few words. Looks at no more than {@link CITED_SAMPLE} items.
 */
export function listsBoldTitles(blocks: readonly Block[]): boolean {
  const bold = sampleItems(blocks, wholeBold)
  const titles = bold.filter(isBareTitle)
  return titles.length >= FEWEST_BOLD && titles.length >= bold.length * MOST_BOLD
}

/**
 * Whether a document lists works by plain titles alone, `- A Title of Many Words`, below headings that speak of papers: of its
 * items without links at least {@link FEWEST_BOLD}, and {@link MOST_BOLD}, are as long and capitalised as titles are, on a
 * line of their own. Looks at no more than {@link CITED_SAMPLE} items.
 */
export function listsPlainTitles(blocks: readonly Block[]): boolean {
  const named = blocks.some((block) => block.kind === 'heading' && OF_PAPERS.test(flattenInPiece(block.content).text))
  if (!named) return false
  const plain = sampleItems(blocks, firstPlainLine)
  const titles = plain.filter(isBareTitle)
  return titles.length >= FEWEST_BOLD && titles.length >= plain.length * MOST_BOLD
}

const OF_PAPERS = /\bpapers?\b|论文|論文|논문/i

/** The first line of an item without links, where it is of several words. */
function firstPlainLine({ text, objects }: Flat): string | undefined {
  if (objects.length > 0) return undefined
  const line = (text.split(/[\n\u2028]/)[0] ?? '').trim()
  return line.includes(' ') ? line : undefined
}

/** The words of an item that are bold as a whole. */
function wholeBold({ text, strong, objects }: Flat): string | undefined {
  const [first] = strong
  if (first === undefined || strong.length > 1 || objects.length > 0) return undefined
  const outside = text.slice(0, first.from) + text.slice(first.to)
  return /[\p{L}\p{N}]/u.test(outside) ? undefined : text.slice(first.from, first.to).trim()
}

/** As many words as titles have, most of them capitalised. */
export function isBareTitle(text: string): boolean {
  return text.split(/\s+/).length >= FEWEST_TITLE_WORDS && titleCase(text) >= TITLE_CASE
}

const FEWEST_BOLD = 10
const MOST_BOLD = 0.6
const FEWEST_TITLE_WORDS = 5
const TITLE_CASE = 0.6

/** The share in steps, 0..1, of a list's items that hold a link or are as long and capitalised as titles. Linear. */
export function titleShare(items: readonly Item[]): number {
  const titles = items.filter(({ content }) => {
    const { text, objects } = flatten(content)
    return objects.length > 0 || isBareTitle(text.trim())
  })
  return items.length === 0 ? 0 : inSteps(titles.length / items.length)
}

/** What `of` gives for a document's items, those below items among them, until {@link CITED_SAMPLE} gave something. */
function sampleItems(blocks: readonly Block[], of: (flat: Flat) => string | undefined): readonly string[] {
  const found: string[] = []
  const collect = (items: readonly Item[]): void => {
    for (const item of items) {
      if (found.length >= CITED_SAMPLE) return
      const words = of(flattenInPiece(item.content))
      if (words !== undefined) found.push(words)
      collect(item.children)
    }
  }
  for (const block of blocks) if (block.kind === 'list') collect(block.items)
  return found
}

/** `[Name](https://github.com/…) - [R] - What it does [paper](…)`: the plain words behind the name that opens an item. */
function wordsBehindName({ text, objects }: Flat): string | undefined {
  const [first] = objects
  if (first === undefined || first.span.kind !== 'link' || /[\p{L}\p{N}]/u.test(text.slice(0, first.at)))
    return undefined
  const { url, text: name } = first.span
  if (!/^https?:/i.test(url) || isPaperAddress(url) || labelRole(name) !== undefined) return undefined
  const behind = text.slice(first.at + 1, objects[1]?.at ?? text.length).replace(/^(?:[^\p{L}\p{N}[]|\[[^\]]*\])+/u, '')
  return behind.split(/\s+/).length >= FEWEST_TOLD ? behind : undefined
}

const MOST_TOLD = 0.6
/** Titles have more of their words capitalised. */
const TOLD_CASE = 0.6
/** Words of a description. */
const FEWEST_TOLD = 4

const CITED_SAMPLE = 200
const FEWEST_CITED = 5
const MOST_CITED = 0.5
