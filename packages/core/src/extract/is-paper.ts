import { paperAddress } from '../recognise/identifiers.ts'
import { isPaperAddress } from '../recognise/link-role.ts'
import type { Reading } from './reading.ts'
import type { SectionKind } from './section-kinds.ts'
import { titleCase } from './title-form.ts'

/** Where a reading stands, as far as it matters for what it is. */
export interface Surroundings {
  readonly section: SectionKind
  /** A heading above states a venue or year. */
  readonly dated: boolean
  readonly shape: 'row' | 'item' | 'paragraph' | 'heading'
  /** For a row: whether its table has columns that tables of papers have. */
  readonly ofPapers?: boolean
}

/**
 * Whether a reading is a paper's entry: it has a title and what papers have, such as a paper's address, a venue, a
 * year, authors. Software with a repository alone, pages and sentences are none. Better none than an invented one.
 */
export function isPaper(reading: Reading, { section, dated, shape, ofPapers }: Surroundings): boolean {
  const { title } = reading
  if (title === undefined || section === 'none') return false
  const words = title.text.split(' ').length
  const wide = words >= 3 || /\p{Lo}{4}/u.test(title.text)
  const addresses = reading.links.filter((link) => link.rel === 'paper')
  const paperLink = addresses.some((link) =>
    link.isTitle ? isPaperAddress(link.url) : link.url === '' || isPaperAddress(link.url) || /^https?:/i.test(link.url),
  )
  const identified = reading.links.some((link) => Object.keys(paperAddress(link.url).identifiers).length > 0)
  const cited = reading.venue !== undefined || reading.year !== undefined || reading.authors.length > 0
  const toCode = title.object !== undefined && reading.links.some((link) => link.isTitle && link.rel === 'code')
  const roleLinks = reading.links.some((link) => !link.isTitle)
  if (reading.product === true && !identified) return false
  if (section === 'other') return wide && paperLink && cited && (identified || reading.authors.length > 0)
  if (paperLink) return wide || identified || cited
  // A talk, post or program has people and a date too; a paper without venue has a paper's address, or no address at all.
  const elsewhere = reading.links.some(({ rel, isTitle }) => !isTitle || rel === 'project') && shape !== 'row'
  if (shape === 'paragraph') {
    const published = reading.venue !== undefined || (reading.authors.length > 0 && !elsewhere)
    return wide && published && title.form !== 'plain'
  }
  if (toCode) return wide && (reading.venue !== undefined || reading.authors.length > 0) && section !== 'tool'
  if (section === 'tool' || section === 'dataset' || section === 'challenge') {
    return wide && words >= 4 && (reading.venue !== undefined || reading.authors.length > 0)
  }
  if (reading.venue !== undefined) return wide || (shape === 'row' && ofPapers === true)
  if (reading.authors.length > 0) return wide && !elsewhere
  if (reading.year !== undefined) return !elsewhere && (words >= 4 || (wide && roleLinks))
  const linkedTitle =
    title.form === 'link' &&
    reading.links.some((link) => link.isTitle && (link.url === '' || /^https?:/i.test(link.url)))
  if (shape === 'row') return ofPapers === true && wide && words >= 4 && (dated || roleLinks || linkedTitle)
  return dated && words >= 5 && titleCase(title.text) >= 0.5 && (linkedTitle || roleLinks || title.form !== 'emphasis')
}
