import type { Block, Item } from '../../parse/document.ts'
import { findAuthors, findByline } from '../../recognise/authors.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { isFieldLabel } from '../fragment/field-labels.ts'
import { type Flat, flattenInPiece } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'

/**
 * What a line below a complete entry says of it, where the line says nothing else: its people, its venue and year, or
 * its links. `undefined` for prose. Linear.
 */
export function detailLine(flat: Flat, venues: VenueIndex): Reading | undefined {
  const words = flat.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const reading = withByline(readFragment(flat, venues, false), flat)
  if (reading.authors.length > 0) return isWholly(reading, flat) || beginsWithLabel(flat) ? reading : undefined
  if (words > MOST_WORDS) return undefined
  return reading.venue !== undefined || reading.year !== undefined || reading.links.length > 0 ? reading : undefined
}

/** No more words than names, a venue and labels have. */
const MOST_WORDS = 10

/** Whether the names found are most of what a line says. */
function isWholly({ authors }: Reading, { text }: Flat): boolean {
  return authors.reduce((sum, { value }) => sum + value.length, 0) * 2 >= text.trim().length
}

/** `Authors: …`, and below it perhaps `Institution: …`: the label says what the line tells. */
function beginsWithLabel({ text }: Flat): boolean {
  const label = /^\s*(\p{L}[\p{L} ]{1,24}?)\s*[:：]/u.exec(text)?.[1]
  return label !== undefined && isFieldLabel(label.toLowerCase())
}

/** A reading in which a name alone on its line is the author's. */
export function withByline(reading: Reading, flat: Flat): Reading {
  if (reading.authors.length > 0 || flat.objects.length > 0) return reading
  const from = flat.text.length - flat.text.trimStart().length
  const [only, another] = findByline(flat.text.trim())
  if (only === undefined || another !== undefined) return reading
  const place = flat.locate({ from: from + only.start, to: from + only.end })
  return { ...reading, authors: [{ value: only.name, place }] }
}

/**
 * Whether the first lines below a document's titles are people: nearly all can be, and some name several, so that
 * "Point Clouds" below a title is not taken for a person. Linear.
 */
export function holdsBylines(blocks: readonly Block[]): boolean {
  const lines: string[] = []
  const visit = ({ children }: Item): void => {
    const [first] = children
    if (first !== undefined && first.children.length === 0) {
      const { text, objects } = flattenInPiece(first.content)
      if (objects.length === 0) lines.push(text.trim())
    }
    for (const child of children) visit(child)
  }
  for (const block of blocks) if (block.kind === 'list') for (const item of block.items) visit(item)
  const several = lines.filter((line) => findAuthors(line).length > 0).length
  const single = lines.filter((line) => findByline(line).length === 1).length
  return several > 0 && several * 5 >= lines.length && several + single >= lines.length * MOST_NAMED
}

const MOST_NAMED = 0.8

/** A reading without links such as `[Roe et al. (2016)](…)`: whom prose mentions is not whom it tells of. */
export function withoutMentions(reading: Reading): Reading {
  return { ...reading, links: reading.links.filter(({ label }) => !MENTION.test(label)) }
}

const MENTION = /\bet\.? al\b|\((?:19|20)\d{2}[a-z]?\)$/
