import type { Block, Heading } from '../../parse/document.ts'
import { withoutEmoji } from '../../recognise/label.ts'
import { wholeYear } from '../../recognise/year.ts'
import type { Section } from '../entry.ts'
import { flatten, OBJECT } from '../fragment/flat.ts'
import type { Quoter } from '../quote.ts'
import { holdsPapers, type OutlineHeading, outline } from './contents.ts'
import { sectionKind } from './section-kinds.ts'

/** The sections that stand above the content behind a heading, outermost first. */
export type SectionPaths = ReadonlyMap<Heading, readonly Section[]>

/**
 * Nests the headings of a document. Where a table of contents and the levels of the headings disagree, the table of
 * contents is right; a heading that it does not list goes by its level. The document's own title is in no path.
 *
 * @param frontTitle the title that the document's front matter states.
 */
export function sectionPaths(blocks: readonly Block[], quoter: Quoter, frontTitle?: string): SectionPaths {
  const headings = outline(blocks)
  const title = documentTitle(blocks, headings, frontTitle)
  const paths = new Map<Heading, readonly Section[]>()
  const stack: Above[] = []
  const bare = bareYears(headings, blocks)
  for (const node of headings) {
    if (node.text === '') continue
    if (node === title || (title !== undefined && isByline(node, title, blocks))) {
      paths.set(node.heading, [])
      stack.length = 0
      continue
    }
    while (stack.length > 0 && !isAbove(stack.at(-1), node)) stack.pop()
    const section: Section = {
      title: withoutEmoji(withoutReturn(withoutLinks(node))).replace(MARKS_AHEAD, '') || node.text,
      anchors: node.anchors.filter((anchor) => anchor !== ''),
      evidence: quoter.range(quoter.inside(node.heading.content, node.heading), 'extract/heading'),
    }
    stack.push({ node, bare: bare.has(node), section })
    paths.set(
      node.heading,
      stack.map((above) => above.section),
    )
  }
  return paths
}

/** A heading that may stand above another. */
interface Above {
  readonly node: OutlineHeading
  /** By {@link bareYears}. */
  readonly bare: boolean
  readonly section: Section
}

/**
 * `### 2019` right above `### Conference`: the headings that are a year and hold nothing before the next of their level,
 * where there are several. They are above what follows, up to the next year. Linear.
 */
function bareYears(headings: readonly OutlineHeading[], blocks: readonly Block[]): ReadonlySet<OutlineHeading> {
  const followed = new Set(blocks.filter((_, i) => blocks[i + 1]?.kind === 'heading'))
  const bare = headings.filter(({ heading, text }, i) => {
    const next = headings[i + 1]
    const isYear = followed.has(heading) && wholeYear(text) !== undefined
    return isYear && next?.heading.depth === heading.depth && wholeYear(next.text) === undefined
  })
  return new Set(bare.length < 2 ? [] : bare)
}

/** `Best Papers 2023 [[Best Papers](…)] [[All Papers](…)]`: links in brackets behind a heading are no part of it. */
function withoutLinks({ heading, text }: OutlineHeading): string {
  const { text: words } = flatten(heading.content)
  const bare = words.replace(LINKS_BEHIND, '')
  return bare === words || !/\p{L}/u.test(bare) || bare.includes(OBJECT) ? text : bare.replace(/\s+/g, ' ').trim()
}

const LINKS_BEHIND = /(?:\s*\[\s*\uFFFC\s*\])+\s*$/u

/** `Attacks [[Back to Top](#…)]`: the way back is no part of the heading. */
function withoutReturn(text: string): string {
  return text.replace(
    /\s*(?:[[({]+[^\p{L}\p{N}]*(?:back|top|toc)[^\p{L}\p{N}]*[\])}]+|[[({]*(?:back to (?:the )?(?:top|contents?|table of contents|toc)|返回(?:目录|顶部)|回到顶部)[\])}]*)\s*$/iu,
    '',
  )
}

/** `■ Structure`, `◎ Theory`: shapes that lists in Japanese set in front of headings. */
const MARKS_AHEAD = /^[■□◆◇●○◎▲△▼▽▪▫►❖\s]+(?=\S)/u

function isAbove(above: Above | undefined, node: OutlineHeading): boolean {
  if (above === undefined) return false
  // What follows a table of contents is not inside it, though its heading may be the first that the table lists.
  if (above.node.contents === true) return false
  const numbered = numberOf(node.text)
  const numberedAbove = numberOf(above.node.text)
  // "2.1.1" is inside "2.1", whatever the levels of the two.
  if (numbered.length > 1 && numberedAbove.length > 0)
    return numberedAbove.length < numbered.length && numberedAbove.every((number, i) => number === numbered[i])
  if ((node.listed !== undefined || node.tabled === true) && above.node.closed === true) return false
  const { depth } = above.node.heading
  // However contents that a tool made nest them: "### Citation" holds no "### Models".
  if (depth >= node.heading.depth && sectionKind(above.node.text) === 'none') return false
  if (node.listed !== undefined && above.node.listed !== undefined) return above.node.listed < node.listed
  // "News" ends where the contents lead.
  if (node.listed !== undefined && sectionKind(above.node.text) === 'none') return false
  // A listed heading of the outermost kind is inside no heading that the contents leave out.
  if (node.listed === 0 && depth >= node.heading.depth) return false
  if (above.bare) return wholeYear(node.text) === undefined && depth <= node.heading.depth
  // "### 2024" is inside no "## 2025".
  if (wholeYear(above.node.text) !== undefined && wholeYear(node.text) !== undefined) return false
  return depth < node.heading.depth
}

/** The title that a document's front matter states: `title: "Reading list"`. */
export function titleOfFrontMatter(source: string): string | undefined {
  if (!/^---\s*$/m.test(source.slice(0, source.indexOf('\n')))) return undefined
  for (const line of source.slice(0, MOST_FRONT_MATTER).split('\n').slice(1)) {
    if (/^(?:---|\.\.\.)\s*$/.test(line)) return undefined
    const title = /^title:\s*["']?(\S[^"']*)/.exec(line)?.[1]
    if (title !== undefined) return title.trim()
  }
  return undefined
}

const MOST_FRONT_MATTER = 4000

/** The counter in front of a heading, `[2, 1, 1]` for "2.1.1 Models"; empty for none. */
function numberOf(text: string): readonly number[] {
  const counter = /^\s*(\d{1,2}(?:\.\d{1,2})*)\.?(?=[\s\p{L}])/u.exec(text)?.[1]
  return counter === undefined ? [] : counter.split('.').map(Number)
}

/**
 * The first heading of the outermost level, where it is the only one or nothing but text stands below it before the
 * next, and no paper stands above it.
 */
function documentTitle(
  blocks: readonly Block[],
  headings: readonly OutlineHeading[],
  frontTitle: string | undefined,
): OutlineHeading | undefined {
  const outermost = headings.reduce((depth, { heading }) => Math.min(depth, heading.depth), 6)
  const at = headings.findIndex(({ heading }) => heading.depth === outermost)
  const first = headings[at]
  const second = headings[at + 1]
  if (first === undefined) return undefined
  const from = blocks.indexOf(first.heading)
  // A menu or a banner may stand above the title; below a table of contents the sections have begun.
  if (at > 0 && (headings.slice(0, at).some(({ contents }) => contents === true) || first.listed !== undefined))
    return undefined
  if (at > 0 && (outermost > 1 || blocks.slice(0, from).some(holdsPapers))) return undefined
  const alone = !headings.some(
    (other) =>
      other !== first &&
      other.heading.depth === outermost &&
      other.contents !== true &&
      !(other === second && isByline(other, first, blocks)),
  )
  // The first of several headings below a title in the front matter is a section like the others.
  if (!alone && frontTitle !== undefined && frontTitle !== first.text) return undefined
  const to = second === undefined ? blocks.length : blocks.indexOf(second.heading)
  const holdsEntries = blocks.slice(from + 1, to).some(holdsPapers)
  // A table of contents made by a tool lists the title too.
  if (first.listed !== undefined && !alone && second?.contents !== true) return undefined
  if (first.heading.depth === 1 && at === 0 && (alone || !holdsEntries)) return first
  return alone && !holdsEntries ? first : undefined
}

/** "Author: Ada Mar" right below the document's title, as a heading of its own. */
function isByline(node: OutlineHeading, above: OutlineHeading, blocks: readonly Block[]): boolean {
  return BYLINE.test(node.text) && blocks[blocks.indexOf(above.heading) + 1] === node.heading
}

const BYLINE =
  /^(?:(?:authors?|editors?|maintainers?|作者|著者)\s*[:：]|(?:written|compiled|curated|maintained) by\s)/iu
