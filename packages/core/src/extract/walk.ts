import type { Finding } from '@fieldmap/graph'
import type { Block, Document, Heading, Item, Paragraph, Table } from '../parse/document.ts'
import { foldLabel, withoutEmoji } from '../recognise/label.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import { buildEntry } from './build-entry.ts'
import { headingText } from './contents.ts'
import { detailLine, holdsBylines } from './detail-lines.ts'
import type { Section } from './entry.ts'
import { EntryBook } from './entry-book.ts'
import { type Flat, flatten } from './flat.ts'
import { inherit } from './inherit.ts'
import { isPaper, type Surroundings } from './is-paper.ts'
import {
  areBare,
  areDetails,
  areLinkLines,
  contentsOf,
  details,
  hasGrandchildren,
  hasPaperLink,
  isCompletePaper,
  leadsNowhere,
  leadsToDetails,
  withNotes,
  withPlainLinks,
} from './item-details.ts'
import { worksOf, worksOnLines } from './item-works.ts'
import { withFieldsBelow, withoutTitleLabel } from './labelled-lines.ts'
import { mergeReading } from './merge-reading.ts'
import { namedWork } from './named-work.ts'
import { isCitation, isLoneLink, isPlainEntry, lonePaperShare, opensWithTitle } from './paragraph-entry.ts'
import { citesPeopleFirst, paperShare } from './peers.ts'
import type { Extraction, Place } from './place.ts'
import { createQuoter, type FileRange, type Quoter } from './quote.ts'
import { readCitation, readFragment } from './read-fragment.ts'
import type { Reading } from './reading.ts'
import { callsPapers, isStructural, ordersOnly, sectionKind } from './section-kinds.ts'
import { sectionPaths } from './sections.ts'
import { tableEntries } from './table-entries.ts'
import { isNamedDetails, isTitleLine, titledLines } from './titled-lines.ts'
import { verticalWork } from './vertical-table.ts'

/** Walks a document's blocks in order and reads the entries of each. */
export function walk(document: Document, venues: VenueIndex): Extraction {
  return new Walk(document, venues).run()
}

interface Pending {
  reading: Reading
  range: FileRange
  readonly place: Place
  readonly shape: Surroundings['shape']
  /** For a line that is bold as a whole: what it is if a list follows that it heads. */
  readonly line?: Section
  /** It is a paper whatever follows; lines that name its people or venue may. */
  readonly complete?: true
}

class Walk {
  readonly #document: Document
  readonly #venues: VenueIndex
  readonly #quoter: Quoter
  readonly #book: EntryBook
  readonly #findings: Finding[] = []
  /** The share of papers among the paragraphs that are nothing but a link. */
  readonly #lonePeers: number
  /** Lines below titles are people, also where one name stands alone. */
  readonly #bylines: boolean
  /** How items are read. */
  readonly #readItem: (flat: Flat, venues: VenueIndex) => Reading
  #place: Place
  #title: Section | undefined
  /** A title that stands alone so far: a heading or bold paragraph whose links follow. */
  #pending: Pending | undefined
  /** The headings above, without bold lines. */
  #sections: readonly Section[] = []

  constructor(document: Document, venues: VenueIndex) {
    this.#document = document
    this.#venues = venues
    this.#quoter = createQuoter(document.source)
    this.#book = new EntryBook(this.#quoter)
    this.#lonePeers = lonePaperShare(document.blocks)
    this.#bylines = holdsBylines(document.blocks)
    this.#readItem = citesPeopleFirst(document.blocks) ? readCitation : readFragment
    this.#place = this.#placeOf([])
  }

  run(): Extraction {
    const { blocks } = this.#document
    const paths = sectionPaths(blocks, this.#quoter)
    blocks.forEach((block, i) => {
      if (block.kind === 'heading') this.#heading(block, paths.get(block) ?? [])
      else this.#block(block, blocks[i + 1])
    })
    this.#settle()
    return { entries: this.#book.settled(), findings: this.#findings }
  }

  #placeOf(sections: readonly Section[]): Place {
    const kinds = sections.map((section) => sectionKind(section.title))
    const kind = kinds.includes('none') ? 'none' : (kinds.findLast((inner) => inner !== 'papers') ?? 'papers')
    return {
      inherited: inherit(sections, this.#title, this.#venues),
      kind,
      peers: 0,
      quoter: this.#quoter,
      venues: this.#venues,
    }
  }

  #heading(heading: Heading, sections: readonly Section[]): void {
    this.#settle()
    if (sections.length === 0) {
      const evidence = this.#quoter.range(heading, 'extract/heading')
      this.#title = { title: headingText(heading), anchors: heading.anchors, evidence }
    }
    this.#sections = sections
    this.#place = this.#placeOf(sections)
    const reading = readFragment(flatten(heading.content), this.#venues)
    if (reading.title === undefined || sections.length === 0 || isStructural(reading.title.text, this.#venues)) return
    if (reading.title.text.split(' ').length < 2) return
    const above = this.#placeOf(sections.slice(0, -1))
    const complete = hasPaperLink(reading) && isPaper(reading, this.#around('heading', above))
    this.#pending = { reading, range: heading, place: above, shape: 'heading', ...(complete ? { complete } : {}) }
  }

  #block(block: Exclude<Block, Heading>, next: Block | undefined): void {
    switch (block.kind) {
      case 'table':
        this.#openSection()
        this.#settle()
        this.#table(block)
        return
      case 'list':
        if (this.#pending?.complete === true ? this.#describes(block.items) : this.#continues(block.items)) return
        this.#openSection()
        this.#settle()
        this.#items(block.items, this.#place)
        return
      case 'paragraph':
        this.#lines(block, next)
        return
      default:
        block satisfies never
    }
  }

  /** A paragraph, or the works that stand in its lines. */
  #lines(paragraph: Paragraph, next: Block | undefined): void {
    const works = worksOnLines({ ...paragraph, children: [], blocks: [] }, this.#venues)
    if (works.length > 0) {
      this.#openSection()
      this.#settle()
      this.#items(works, this.#place)
      return
    }
    for (const part of titledLines(paragraph)) this.#paragraph(part, next)
  }

  /** A bold line above a list or table heads it as a heading does, until the next of its kind. */
  #openSection(): void {
    const pending = this.#pending
    if (pending?.line === undefined) return
    this.#pending = undefined
    const above = this.#sections.at(-1)?.title
    const { title } = pending.line
    const dated = this.#placeOf([...this.#sections, pending.line])
    const isSection = !ordersOnly(title) && foldLabel(title) !== foldLabel(above ?? '')
    this.#place = isSection ? dated : { ...dated, inherited: { ...dated.inherited, sections: this.#sections } }
  }

  #table(table: Table): void {
    const work = verticalWork(table)
    if (work !== undefined) this.#items([work], this.#place)
    const { entries, findings } = work === undefined ? tableEntries(table, this.#place) : { entries: [], findings: [] }
    for (const entry of entries) this.#book.add(entry)
    this.#findings.push(...findings)
  }

  /** Lines below a complete entry, `- A. Author`, `- KDD 2022`, `- [Code](…)`, `- **TL;DR** …`, where none is a paper. */
  #describes(items: readonly Item[]): boolean {
    const pending = this.#pending
    if (pending === undefined || items.length > MOST_DETAILS) return false
    const flats = items.map(({ content }) => flatten(content))
    if (flats.some((flat) => isPaper(readFragment(flat, this.#venues), this.#around('item')))) return false
    const details = flats.flatMap((flat) => detailLine(flat, this.#venues) ?? [])
    if (details.length === 0) return false
    for (const detail of details) mergeReading(pending.reading, detail)
    pending.range = { start: pending.range.start, end: items.at(-1)?.end ?? pending.range.end }
    this.#settle()
    return true
  }

  /** Details of a title above, such as "- Authors: …" and "- [Paper](…)" below a heading. */
  #continues(items: readonly Item[]): boolean {
    const pending = this.#pending
    if (pending === undefined) return false
    const readings = items.map((item) => readFragment(flatten(item.content), this.#venues, false))
    const titled = items.filter((item) =>
      isPaper(readFragment(flatten(item.content), this.#venues), this.#around('item')),
    ).length
    const heads = pending.shape === 'heading' || pending.reading.title?.form === 'strong'
    const named = heads && isNamedDetails(items, readings)
    if (!named && items.length > MOST_DETAILS) return false
    if ((titled > 0 && !named) || !readings.some(hasPaperLink)) return false
    // `- [Name](…) - what it does [paper](…)`: each is about something of its own.
    if (!named && readings.filter(({ others }) => others.length > 0).length * 2 > items.length) return false
    for (const reading of readings) mergeReading(pending.reading, reading)
    pending.range = { start: pending.range.start, end: items.at(-1)?.end ?? pending.range.end }
    this.#settle()
    return true
  }

  #items(items: readonly Item[], place: Place): void {
    const within = { ...place, peers: paperShare(items.map(contentsOf)) }
    // Below "Updates" a list may hold papers by date, and no news of any.
    if (place.kind === 'none' && within.peers >= 1 && areBare(items)) within.kind = 'papers'
    for (const item of withFieldsBelow(items)) this.#item(item, within)
  }

  #item(item: Item, place: Place): void {
    const works = item.children.length === 0 ? worksOf(item, this.#venues) : []
    if (works.length > 0) {
      for (const work of works) this.#item(work, place)
      return
    }
    const reading = this.#readItem(flatten(withoutTitleLabel(item.content)), this.#venues)
    const around = this.#around('item', place)
    const own = isPaper(reading, around)
    const children = item.children.map((child) => this.#readItem(flatten(child.content), this.#venues))
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
        (!own &&
          !areDetails(children) &&
          (hasGrandchildren(item) || children.length > MOST_DETAILS || children.some(isCompletePaper))))
    ) {
      if (complete) this.#add(reading, item, place)
      const inner = complete ? place : this.#within(item, place)
      this.#items(item.children, inner)
    } else {
      for (const child of item.children) mergeReading(reading, details(child, this.#venues, this.#bylines))
      // "Related blog post" below a paper says nothing of the paper.
      if (own || isPaper(reading, around))
        this.#add(around.calledPapers === true ? withNotes(reading) : reading, item, place)
      else this.#product(reading, item, place)
    }
    for (const block of item.blocks) {
      if (block.kind === 'table') this.#table(block)
      else if (block.kind === 'list') this.#items(block.items, place)
    }
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
    const evidence = this.#quoter.range(this.#quoter.inside(item.content, item), 'extract/heading')
    const { sections, ...above } = place.inherited
    const section = { title: withoutEmoji(title), anchors: [], evidence }
    const own = inherit([section], undefined, this.#venues)
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
    this.#book.add(buildEntry(place.kind, withPlainLinks(reading), item, place.inherited, this.#quoter))
  }

  #paragraph(paragraph: Paragraph, next: Block | undefined): void {
    const flat = flatten(paragraph.content)
    const reading = readFragment(flat, this.#venues)
    const range = { start: paragraph.start, end: paragraph.end }
    const line = this.#boldLine(flat, range)
    if (this.#pending?.complete === true) {
      // A title with its own links is the next entry.
      const isNext = reading.title !== undefined && isPaper(reading, this.#around('item'))
      const detail = line !== undefined || isNext ? undefined : detailLine(flat, this.#venues)
      if (detail !== undefined) {
        mergeReading(this.#pending.reading, detail)
        this.#pending.range = { start: this.#pending.range.start, end: paragraph.end }
        return
      }
      this.#settle()
    }
    if (reading.title !== undefined && next?.kind === 'list' && this.#leadsToLinks(flat, reading, next.items)) {
      this.#settle()
      this.#pending = {
        reading,
        range,
        place: this.#place,
        shape: 'paragraph',
        ...(line === undefined ? {} : { line }),
      }
      return
    }
    // `<summary><b>Nature</b> (19)</summary>` above a list of papers heads that list, whatever stands above.
    if (line !== undefined && next?.kind === 'table') this.#settle()
    if (line !== undefined && next?.kind === 'list' && next.items.length > 1 && this.#pending?.shape === 'heading') {
      if (paperShare(next.items.map(contentsOf)) >= MOST_PAPERS) this.#settle()
    }
    const opens = reading.title !== undefined && opensWithTitle(flat.text, reading.title.range.from)
    const cites = isCitation(reading)
    const own = opens && (cites || isPlainEntry(flat, reading))
    if (
      this.#pending !== undefined &&
      (reading.title === undefined || !opens || (reading.title.form === 'plain' && !own))
    ) {
      const bare = readFragment(flat, this.#venues, false)
      if (bare.links.length > 0 || bare.authors.length > 0 || bare.venue !== undefined) {
        mergeReading(this.#pending.reading, bare)
        this.#pending.range = { start: this.#pending.range.start, end: paragraph.end }
      }
      return
    }
    this.#settle()
    if (line === undefined && (reading.title === undefined || !opens)) return
    const shape = 'paragraph'
    const around = { ...this.#around(cites ? 'item' : shape), ...(isLoneLink(flat) ? { peers: this.#lonePeers } : {}) }
    if (line === undefined && isPaper(reading, around) && (reading.title?.form !== 'plain' || own)) {
      this.#pending = { reading, range, place: this.#place, shape, complete: true }
    } else if (line !== undefined || reading.title?.form !== 'plain' || isPaper(reading, this.#around('item'))) {
      this.#pending = { reading, range, place: this.#place, shape, ...(line === undefined ? {} : { line }) }
    }
  }

  /** Whether a paragraph names a work whose links are the items below it: a title alone, or one in bold with its people. */
  #leadsToLinks(flat: Flat, reading: Reading, items: readonly Item[]): boolean {
    return isTitleLine(flat) ? areLinkLines(items, this.#venues) : leadsToDetails(reading, items, this.#venues)
  }

  /** `**Faster inference**` alone on its line. */
  #boldLine({ text, strong, objects }: Flat, range: FileRange): Section | undefined {
    const [first] = strong
    const words = text.replace(/[:：\s]+$/, '').trim()
    if (first === undefined || strong.length > 1 || objects.length > 0 || words.split(' ').length > 10) return undefined
    if (text.slice(0, first.from).trim() !== '' || text.slice(first.to).replace(/[:：\s]+/g, '') !== '')
      return undefined
    const title = withoutEmoji(words).replace(/^\[(.*)\]$/, '$1')
    return { title, anchors: [], evidence: this.#quoter.range(range, 'extract/heading') }
  }

  /** Decides on a title whose details may have followed. */
  #settle(): void {
    const pending = this.#pending
    this.#pending = undefined
    if (pending === undefined) return
    const { reading, range, place, shape, complete } = pending
    if (complete === true) this.#add(reading, range, place)
    if (complete === true || (place.inherited.sections.length === 0 && shape === 'paragraph')) return
    if (hasPaperLink(reading) && isPaper(reading, this.#around(shape, place))) this.#add(reading, range, place)
  }

  #add(reading: Reading, range: FileRange, place: Place): void {
    this.#book.add(buildEntry('paper', reading, range, place.inherited, this.#quoter), reading)
  }

  #around(shape: Surroundings['shape'], place: Place = this.#place): Surroundings {
    const { year, venue } = place.inherited
    const heading = place.inherited.sections.at(-1)
    return {
      section: place.kind,
      dated: year !== undefined || venue !== undefined,
      shape,
      peers: place.peers,
      calledPapers: heading !== undefined && callsPapers(heading.title),
    }
  }
}

/** From this share of papers on a list is one of papers. */
const MOST_PAPERS = 0.5
/** More items below a title are a list of their own. */
const MOST_DETAILS = 8
