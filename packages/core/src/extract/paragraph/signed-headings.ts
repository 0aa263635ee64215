import type { Block, Heading, Paragraph } from '../../parse/document.ts'
import { type FoundName, findAuthorField, findAuthors } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { AUTHOR_LABELS } from '../fragment/field-labels.ts'
import { type Flat, flatten, flattenInPiece } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'
import { hasPaperLink } from '../item/item-details.ts'
import { isGluedTitle } from '../title/title-lead.ts'

/**
 * Whether a document has its titles as headings with people right below them: at least {@link FEWEST} and half of the
 * headings that a paragraph follows. Linear.
 */
export function holdsSignedHeadings(blocks: readonly Block[]): boolean {
  let signed = 0
  let others = 0
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1]
    if (block.kind !== 'heading' || next?.kind !== 'paragraph') continue
    if (peopleBelow(flattenInPiece(next.content)) === undefined) others++
    else signed++
  }
  return signed >= FEWEST && signed >= others
}

const FEWEST = 3

/** Whether most headings of a document are titles with year and venue in front: `2018-CVPR-A Title of Words`. Linear. */
export function holdsGluedHeadings(blocks: readonly Block[]): boolean {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [flattenInPiece(block.content).text] : []))
  const glued = headings.filter(isGluedTitle)
  return glued.length >= FEWEST && glued.length * 2 > headings.length
}

/**
 * Who wrote the work of a heading, where a paragraph right below it says nothing else:
 * `A. Author (Coast University) · B. Author (Pier Institute)`, or as {@link labelledPeople} says it.
 */
export function peopleBelow(flat: Flat): Reading | undefined {
  const labelled = labelledPeople(flat)
  if (labelled !== undefined || flat.objects.length > 0 || /[\n\u2028]/.test(flat.text.trim())) return labelled
  // Where they work becomes blanks, so that names stay where they are.
  const names = findAuthors(flat.text.replace(/\([^()]*\)/g, (where) => ' '.repeat(where.length)))
  return names.length < 2 || !areMost(flat.text, names.length) ? undefined : withPeople(flat, names, 0)
}

/** `Authors: A. Author, B. Author`, `Authors: ['A. Author', 'B. Author']`: the first line of a paragraph; it may name nobody known. */
export function labelledPeople(flat: Flat): Reading | undefined {
  const [line = ''] = flat.text.split(/[\n\u2028]/)
  const [lead = '', label = ''] = LABEL.exec(line) ?? []
  if (!AUTHOR_LABELS.test(label.toLowerCase())) return undefined
  // Each sign becomes a blank, so that names stay where they are.
  const people = line
    .slice(lead.length)
    .replace(/[[\]'‘’"“”]/g, ' ')
    .trimEnd()
  return withPeople(flat, UNNAMED.test(people) ? [] : findAuthorField(people), lead.length)
}

const UNNAMED = /^\s*(?:anonymous|n\/?a|unknown|-+)\s*$/i

function withPeople(flat: Flat, names: readonly FoundName[], from: number): Reading {
  const authors = names.map(({ name, start, end }) => ({
    value: name,
    place: flat.locate({ from: from + start, to: from + end }),
  }))
  return { ...emptyReading(), authors }
}

/** `**Authors:** ` */
const LABEL = /^\s*(\p{L}[\p{L} ]{1,20}?)\s*[:：]\s*/u

/** Whether most of what separators divide are names: "Kelp, Anna Lee and tides" lists more than people. */
function areMost(people: string, count: number): boolean {
  const parts = people.replace(/\([^()]*\)/g, ' ').split(/[,;·•|]|\s(?:and|&)\s/)
  return count * 3 >= parts.filter((part) => part.trim() !== '').length * 2
}

/**
 * The blocks with headings of links as paragraphs: `###### [[pdf](…)] CVPR 2020` right below `##### A Title` heads nothing,
 * but tells where the work is. Linear.
 */
export function withoutLinkHeadings(blocks: readonly Block[], venues: VenueIndex): readonly Block[] {
  return blocks.map((block, i) => {
    const above = blocks[i - 1]
    return above?.kind === 'heading' && block.kind === 'heading' && isLinkHeading(block, above, venues)
      ? paragraphOf(block)
      : block
  })
}

function isLinkHeading(heading: Heading, above: Heading, venues: VenueIndex): boolean {
  const first = heading.content.find(({ kind }) => kind === 'link')
  if (heading.depth <= above.depth || first?.kind !== 'link' || labelRole(first.text) !== 'paper') return false
  // "## Year 2020" above "### USENIX ATC [Papers](…)" heads a list.
  const title = readFragment(flatten(above.content), venues).title?.text ?? ''
  const reading = readFragment(flatten(heading.content), venues)
  return title.split(' ').length >= LEAST_TITLE && hasPaperLink(reading) && reading.title === undefined
}

/** Words. */
const LEAST_TITLE = 3

function paragraphOf({ content, start, end }: Heading): Paragraph {
  return { kind: 'paragraph', content, start, end }
}
