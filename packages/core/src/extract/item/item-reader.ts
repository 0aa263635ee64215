import type { Finding } from '@fieldmap/graph'
import type { Item, Table } from '../../parse/document.ts'
import { withoutEmoji } from '../../recognise/label.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { buildEntry } from '../build-entry.ts'
import type { EntryBook } from '../entry-book.ts'
import { type Flat, flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import type { Reading } from '../fragment/reading.ts'
import { isPaper } from '../paper/is-paper.ts'
import type { KnownParts } from '../part-memo.ts'
import { paperShare, titleShare } from '../peers.ts'
import { type Place, surroundings } from '../place.ts'
import type { FileRange } from '../quote.ts'
import { recall } from '../recall.ts'
import { inherit } from '../section/inherit.ts'
import { ordersOnly, sectionKind } from '../section/section-kinds.ts'
import { tableEntries } from '../table/table-entries.ts'
import { verticalWork } from '../table/vertical-table.ts'
import { withCitationsBelow } from './citations-below.ts'
import {
  areBare,
  areDetails,
  contentsOf,
  details,
  hasGrandchildren,
  hasPaperLink,
  isCompletePaper,
  leadsNowhere,
  MOST_DETAILS,
  withNotes,
  withPlainLinks,
} from './item-details.ts'
import { worksOf } from './item-works.ts'
import { withFieldsBelow, withoutTitleLabel } from './labelled-lines.ts'
import { namedWork } from './named-work.ts'

/** How the items of one document are read. */
export interface ItemReading {
  readonly venues: VenueIndex
  readonly book: EntryBook
  readonly findings: Finding[]
  /** Lines below titles are people, also where one name stands alone. */
  readonly bylines: boolean
  /** What items say behind their names is told of products. */
  readonly told: boolean
  /** Items that are a bold title and no more are works. */
  readonly boldTitles: boolean
  /** Items that are a plain title and no more are works. */
  readonly plainTitles: boolean
  /** How the words of an item are read. */
  readonly read: (flat: Flat, venues: VenueIndex) => Reading
  /** What other versions of the document hold. */
  readonly parts?: KnownParts
}

/**
 * Reads lists and tables, with all that is nested in them, into a document's book: an item is a work with its details
 * below it, or it heads works of its own.
 */
export class ItemReader {
  readonly #document: ItemReading

  constructor(document: ItemReading) {
    this.#document = document
  }

  /** The entries of the rows of a table, or the one work that it describes field by field. */
  table(table: Table, place: Place): void {
    const work = verticalWork(table)
    if (work !== undefined) this.items([work], place)
    const { entries, findings } =
      work === undefined ? tableEntries(table, place, this.#document.parts) : { entries: [], findings: [] }
    for (const entry of entries) this.#document.book.add(entry)
    this.#document.findings.push(...findings)
  }

  /** The entries of the items of one list. Linear in the list and all below it. */
  items(items: readonly Item[], place: Place): void {
    const peers = paperShare(items.map((item) => contentsOf(item)))
    const { year, venue } = place.inherited
    const dated = year !== undefined || venue !== undefined
    const within = { ...place, peers, ...(dated ? { titles: titleShare(items) } : {}) }
    // Below "Updates" a list may hold papers by date, and no news of any.
    if (place.kind === 'none' && within.peers >= 1 && areBare(items)) within.kind = 'papers'
    const { venues, read } = this.#document
    const works = withCitationsBelow(withFieldsBelow(items), ({ content }) => read(flatten(content), venues))
    for (const item of works) this.#item(item, within)
  }

  /** Reads an item that is not known. */
  #item(item: Item, place: Place): void {
    const { parts } = this.#document
    const name = parts?.nameOfItem(item, place)
    const known = parts?.get(name)
    const reading = recall(known, this.#document, () => this.#read(item, place))
    if (known === undefined) parts?.set(name, reading)
  }

  #read(item: Item, place: Place): void {
    const { venues, bylines, told, boldTitles, plainTitles, read } = this.#document
    const works = item.children.length === 0 ? worksOf(item, venues) : []
    if (works.length > 0) {
      for (const work of works) this.#item(work, place)
      return
    }
    const reading = read(flatten(withoutTitleLabel(item.content)), venues)
    const around = { ...surroundings('item', place), told, boldTitles, plainTitles }
    const own = isPaper(reading, around)
    const children = item.children.map((child) => read(flatten(child.content), venues))
    const named = namedWork(reading, children)
    if (named !== undefined && isPaper(named, around)) {
      this.#add(named, item, place)
      return
    }
    // Below a work with its address, what leads nowhere is said of that work.
    const complete = own && hasPaperLink(reading)
    const papers = children.filter((child) => isPaper(child, around) && !(complete && leadsNowhere(child))).length
    if (
      item.children.length > 0 &&
      (papers * 2 >= children.length ||
        (!own && this.#datesTitles(item, children, place)) ||
        (!own &&
          !areDetails(children) &&
          (hasGrandchildren(item) || children.length > MOST_DETAILS || children.some(isCompletePaper))))
    ) {
      if (complete) this.#add(reading, item, place)
      this.items(item.children, complete ? place : this.#within(item, place))
    } else {
      for (const child of item.children) mergeReading(reading, details(child, venues, bylines))
      // "Related blog post" below a paper says nothing of the paper.
      if (own || isPaper(reading, around))
        this.#add(around.calledPapers === true ? withNotes(reading) : reading, item, place)
      else this.#product(reading, item, place)
    }
    for (const block of item.blocks) {
      if (block.kind === 'table') this.table(block, place)
      else if (block.kind === 'list') this.items(block.items, place)
    }
  }

  /** Whether an item is a venue with its year, `ISCA 2023`, and most items below it are titles. */
  #datesTitles(item: Item, children: readonly Reading[], place: Place): boolean {
    const { text, objects } = flatten(item.content)
    const venue =
      objects.length === 0 && /\d/.test(text) ? findVenue(text.trim(), this.#document.venues, 'text') : undefined
    if (venue?.year === undefined || children.length < 2) return false
    const around = { ...surroundings('item', this.#within(item, place)), titles: titleShare(item.children) }
    return children.filter((child) => isPaper(child, around)).length * 2 >= children.length
  }

  /** An item that heads others, "2023" or "CVPR", dates them; only one that is a heading, `- ### Models`, is a section. */
  #within(item: Item, place: Place): Place {
    const flat = flatten(item.content)
    const words = flat.text
      .replace(/[\uFFFC\s]+/g, ' ')
      .replace(/[:：\s]+$/, '')
      .trim()
    const title = words || (flat.objects[0]?.span.text ?? '')
    if (title === '' || title.length > 120) return place
    const { quoter, venues, inherited } = place
    const evidence = quoter.range(quoter.inside(item.content, item), 'extract/heading')
    const { sections, ...above } = inherited
    const section = { title: withoutEmoji(title), anchors: [], evidence }
    const own = inherit([section], undefined, venues)
    const kind = place.kind === 'none' || sectionKind(title) === 'papers' ? place.kind : sectionKind(title)
    const isHeading = item.blocks[0]?.kind === 'heading' && !ordersOnly(title)
    return { ...place, inherited: { ...above, ...own, sections: isHeading ? [...sections, section] : sections }, kind }
  }

  /** In sections of tools and challenges, an item with a named link is one. */
  #product(reading: Reading, item: Item, place: Place): void {
    if (place.kind !== 'tool' && place.kind !== 'challenge') return
    const named = reading.title?.form === 'link' || reading.title?.form === 'strong'
    if (!named || reading.title === undefined || reading.title.text.split(' ').length > 8) return
    if (!reading.links.some((link) => /^https?:/i.test(link.url))) return
    this.#document.book.add(buildEntry(place.kind, withPlainLinks(reading), item, place.inherited, place.quoter))
  }

  #add(reading: Reading, range: FileRange, place: Place): void {
    this.#document.book.add(buildEntry('paper', reading, range, place.inherited, place.quoter), reading)
  }
}
