import type { Block, Heading, Item, Paragraph } from '../../parse/document.ts'
import { findByline } from '../../recognise/authors.ts'
import { withoutEmoji } from '../../recognise/label.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import { buildEntry } from '../build-entry.ts'
import type { Section } from '../entry.ts'
import type { EntryBook } from '../entry-book.ts'
import { type Flat, flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'
import { areLinkLines, contentsOf, hasPaperLink, leadsToDetails } from '../item/item-details.ts'
import { isPaper } from '../paper/is-paper.ts'
import type { Surroundings } from '../paper/rule.ts'
import { isBareTitle, paperShare } from '../peers.ts'
import { type Place, surroundings } from '../place.ts'
import type { FileRange, Quoter } from '../quote.ts'
import { isStructural } from '../section/section-kinds.ts'
import { isGluedTitle } from '../title/title-lead.ts'
import { isBoldLine, MOST_SUBJECT_WORDS } from './bold-lines.ts'
import { detailLine, withByline, withoutMentions } from './detail-lines.ts'
import { areTitled, descriptionsBelow, linksBelow } from './details-below.ts'
import {
  isAddressedTitle,
  isCitation,
  isDatedReference,
  isLabelledTitle,
  isLoneLink,
  isPlainEntry,
  isReference,
  isSubject,
  opensWithTitle,
  type ParagraphPeers,
} from './paragraph-entry.ts'
import { signedDetails } from './signed-details.ts'
import { labelledPeople, peopleBelow } from './signed-headings.ts'
import { areRemarks, isTitleLine } from './titled-lines.ts'

interface PendingTitle {
  readonly reading: Reading
  range: FileRange
  readonly place: Place
  readonly shape: Surroundings['shape']
  /** For a line that is bold as a whole: what it is if a list follows that it heads. */
  readonly line?: Section
  /** A heading that states its own date. */
  readonly dated?: true
  /** A heading with people right below, as all titles of the document have. */
  readonly signed?: boolean
  /** It is a paper whatever follows; lines that name its people or venue may. */
  readonly complete?: true
  /** A paragraph that is nothing but a link. */
  readonly lone?: true
}

/**
 * Reads works that stand in no list or table: a heading or paragraph is a title that waits, until its links and people
 * have followed or something else begins. Each method takes the place where the walk stands.
 */
export class TitleReader {
  readonly #venues: VenueIndex
  readonly #quoter: Quoter
  readonly #book: EntryBook
  readonly #peers: ParagraphPeers
  #pending: PendingTitle | undefined

  constructor(venues: VenueIndex, quoter: Quoter, book: EntryBook, peers: ParagraphPeers) {
    this.#venues = venues
    this.#quoter = quoter
    this.#book = book
    this.#peers = peers
  }

  /** A heading that may be the title of a work; `place` is that of the headings above it. */
  heading(heading: Heading, place: Place): void {
    const flat = flatten(heading.content)
    const reading = readFragment(flat, this.#venues)
    if (reading.title === undefined) return
    const words = reading.title.text.split(' ').length
    // "Ego2Ships: A Dataset for Two Ships. [PDF]" heads no data sets.
    const isWork = words >= LEAST_WORDS && hasPaperLink(reading)
    if (words < 2 || (!isWork && isStructural(reading.title.text, this.#venues))) return
    const around = { ...surroundings('heading', place), peers: isLoneLink(flat) ? this.#peers.headings : 0 }
    const placed = this.#peers.glued && isGluedTitle(flat.text) && reading.venue?.value.basis === 'known'
    const complete = (placed || hasPaperLink(reading)) && isPaper(reading, around)
    const dated = reading.year === undefined ? {} : { dated: true as const }
    this.#pending = { reading, range: heading, place, shape: 'heading', ...dated, ...(complete ? { complete } : {}) }
  }

  /**
   * A paragraph, `next` the block behind it: a title of its own, or what follows the one that waits.
   *
   * @param open makes a bold year or venue above a work the section of what follows
   */
  paragraph(paragraph: Paragraph, next: Block | undefined, above: Place, open: (line: Section) => Place): void {
    let place = above
    const flat = flatten(paragraph.content)
    const reading = readFragment(flat, this.#venues)
    if (this.#pending !== undefined && isPicture(flat, reading)) return
    const range = { start: paragraph.start, end: paragraph.end }
    const line = this.#boldLine(flat, range)
    const addressed = isAddressedTitle(flat) && hasPaperLink(reading) ? this.#peers.addressed : 0
    const labelled = isLabelledTitle(flat) ? this.#peers.labelled : addressed
    if (this.#pending?.complete === true) {
      // `[A Title](…)`, below it `A Title. A. Author et al. Tides. 2019.`: the same work, cited.
      if (this.#pending.lone === true && flat.objects.length === 0 && isDatedReference(reading)) {
        this.#merge([reading], paragraph.end)
        this.settle()
        return
      }
      // A title with its own links is the next entry.
      const isNext =
        reading.title !== undefined && (labelled >= MOST_PAPERS || isPaper(reading, surroundings('item', place)))
      const detail = line !== undefined || isNext ? undefined : detailLine(flat, this.#venues)
      if (detail !== undefined) {
        this.#merge([detail], paragraph.end)
        return
      }
      this.settle()
    }
    if (
      this.#pending?.shape === 'heading' &&
      (this.#takePeople(flat, paragraph.end) || this.#takeByline(flat, paragraph.end))
    )
      return
    const shape = 'paragraph'
    const waiting = { reading, range, place, shape, ...(line === undefined ? {} : { line }) } as const
    if (reading.title !== undefined && next?.kind === 'list' && this.#leadsToLinks(flat, reading, next.items)) {
      this.settle()
      this.#pending = waiting
      return
    }
    // `<summary><b>Nature</b> (19)</summary>` above a list of papers heads that list, whatever stands above.
    if (line !== undefined && next?.kind === 'table') this.settle()
    if (line !== undefined && next?.kind === 'list' && this.#pending?.shape === 'heading') {
      const heads = next.items.length > 1 || areTitled(next.items, place)
      if (heads && paperShare(next.items.map((item) => contentsOf(item))) >= MOST_PAPERS) this.settle()
    }
    const opens = reading.title !== undefined && opensWithTitle(flat.text, reading.title.range.from)
    const cites = isCitation(reading) || (this.#peers.references && isReference(reading))
    const own = opens && (cites || isPlainEntry(flat, reading) || labelled >= MOST_PAPERS)
    if (
      this.#pending !== undefined &&
      (reading.title === undefined || !opens || (reading.title.form === 'plain' && !own))
    ) {
      // Below people prose is an abstract, and what it mentions is not the work's own.
      const isTold = this.#pending.signed === true && flat.text.length > LONGEST_FIELD
      const read = withoutMentions(readFragment(flat, this.#venues, false))
      const bare = isTold ? { ...emptyReading(), links: read.links } : read
      if (bare.links.length > 0 || bare.authors.length > 0 || bare.venue !== undefined)
        this.#merge([bare], paragraph.end)
      return
    }
    const isRead = line !== undefined || (reading.title !== undefined && opens && !isSubject(flat, reading))
    const peers = isLoneLink(flat) ? this.#peers.lone : labelled
    const around = { ...surroundings(cites ? 'item' : shape, place), peers }
    const complete =
      isRead && line === undefined && isPaper(reading, around) && (reading.title?.form !== 'plain' || own)
    const head = complete && (this.#isDatedLine() || this.#isSubjectLine()) ? this.takeLine() : undefined
    if (head !== undefined) place = open(head)
    this.settle()
    if (!isRead) return
    if (complete) {
      this.#pending = { reading, range, place, shape, complete: true, ...(isLoneLink(flat) ? { lone: true } : {}) }
    } else if (line !== undefined || reading.title?.form !== 'plain' || isPaper(reading, surroundings('item', place))) {
      this.#pending = waiting
    }
  }

  /** Whether a list is of lines about the title that waits; then they are taken and the title is settled. */
  takeDetails(items: readonly Item[], place: Place): boolean {
    const pending = this.#pending
    if (pending === undefined) return false
    const { complete, shape, reading, line } = pending
    // `**hippocampus**` above bare addresses, where other bold lines head lists of works.
    if (line !== undefined && this.#peers.boldHeads && !isBareTitle(line.title)) return false
    const signed = shape === 'paragraph' ? signedDetails(reading, items, this.#venues) : undefined
    if (signed !== undefined) this.#pending = { ...pending, complete: true }
    const remarks =
      shape === 'heading' && reading.title?.form === 'link' && areRemarks(items, this.#venues) ? [] : undefined
    const details =
      signed ?? (complete === true ? descriptionsBelow(items, place) : (linksBelow(items, pending, place) ?? remarks))
    if (details === undefined) return false
    this.#merge(details, items.at(-1)?.end ?? pending.range.end)
    this.settle()
    return true
  }

  /** The bold line that waits, as the section that it is if it heads what follows; it waits no more. */
  takeLine(): Section | undefined {
    const line = this.#pending?.line
    if (line !== undefined) this.#pending = undefined
    return line
  }

  /** Whether the bold line that waits is a year or venue, and so no title. */
  #isDatedLine(): boolean {
    const words = this.#pending?.line?.title
    return (
      words !== undefined && (wholeYear(words) !== undefined || findVenue(words, this.#venues, 'text') !== undefined)
    )
  }

  /** `**Image compression**`: the bold line that waits has more words than a nickname and fewer than titles have. */
  #isSubjectLine(): boolean {
    const words = this.#pending?.line?.title.split(' ').length ?? 0
    return this.#peers.boldSubjects && words > 1 && words <= MOST_SUBJECT_WORDS
  }

  /** Decides on a title whose details may have followed. */
  settle(): void {
    const pending = this.#pending
    this.#pending = undefined
    if (pending === undefined) return
    const { reading, range, place, shape, dated, signed, complete } = pending
    const isAlone = place.inherited.sections.length === 0 && shape === 'paragraph'
    const isWork = dated === true && isSigned(reading) && isPaper(reading, surroundings('item', place))
    if (
      complete === true ||
      signed === true ||
      isWork ||
      (!isAlone && hasPaperLink(reading) && isPaper(reading, surroundings(shape, place)))
    )
      this.#book.add(buildEntry('paper', reading, range, place.inherited, this.#quoter), reading)
  }

  /** Whether a paragraph is the people of a heading; then it is taken. Where a document's headings have theirs, each is a work. */
  #takePeople(flat: Flat, end: number): boolean {
    const pending = this.#pending
    const { signed } = this.#peers
    const people = signed ? peopleBelow(flat) : labelledPeople(flat)
    if (pending === undefined || people === undefined || (!signed && people.authors.length === 0)) return false
    if (signed) this.#pending = { ...pending, signed }
    this.#merge([people], end)
    return true
  }

  /** Whether a paragraph is one person's name below a heading that may be a title; then it is taken. */
  #takeByline(flat: Flat, end: number): boolean {
    const [only, another] = findByline(flat.text.trim())
    if (only === undefined || another !== undefined || flat.objects.length + flat.strong.length > 0) return false
    this.#merge([withByline(readFragment(flat, this.#venues, false), flat)], end)
    return true
  }

  #merge(details: readonly Reading[], end: number): void {
    const pending = this.#pending
    if (pending === undefined) return
    for (const detail of details) mergeReading(pending.reading, detail)
    pending.range = { start: pending.range.start, end }
  }

  /** Whether a paragraph names a work whose links are the items below it: a title alone, or one in bold with its people. */
  #leadsToLinks(flat: Flat, reading: Reading, items: readonly Item[]): boolean {
    return isTitleLine(flat) ? areLinkLines(items, this.#venues) : leadsToDetails(reading, items, this.#venues)
  }

  /** `**Faster inference**` alone on its line. */
  #boldLine(flat: Flat, range: FileRange): Section | undefined {
    const { text } = flat
    const words = text.replace(/[:：\s]+$/, '').trim()
    if (!isBoldLine(flat) || words.split(' ').length > 10) return undefined
    const title = withoutEmoji(words).replace(/^\[(.*)\]$/, '$1')
    return { title, anchors: [], evidence: this.#quoter.range(range, 'extract/heading') }
  }
}

/** A paragraph of pictures that say nothing may stand between a title and its links. */
function isPicture({ text, objects }: Flat, { venue, year, links }: Reading): boolean {
  const saysNothing = venue === undefined && year === undefined && links.length === 0
  return (
    saysNothing && objects.length > 0 && objects.every(({ span }) => span.kind === 'image') && !/[^\s\uFFFC]/.test(text)
  )
}

/** Characters of a paragraph that names where and when. */
const LONGEST_FIELD = 200

/** Words of a heading that is a title, whatever else it could name. */
const LEAST_WORDS = 5

/** From this share of papers on a list is one of papers. */
const MOST_PAPERS = 0.5

/** `## A Title of Many Words (2020-08-01)` above `(_A. Author, B. Author_)`: a dated title, and who wrote it. */
function isSigned({ title, authors }: Reading): boolean {
  return title !== undefined && title.text.split(' ').length >= 5 && authors.length >= 2
}
