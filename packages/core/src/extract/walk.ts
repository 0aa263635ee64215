import type { Finding } from '@fieldmap/graph'
import type { Block, Document, Heading, Paragraph } from '../parse/document.ts'
import { foldLabel } from '../recognise/label.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Section } from './entry.ts'
import { EntryBook } from './entry-book.ts'
import { readCitation, readFragment } from './fragment/read-fragment.ts'
import { ItemReader } from './item/item-reader.ts'
import { worksOnLines } from './item/item-works.ts'
import { holdsBylines } from './paragraph/detail-lines.ts'
import { lonePaperShare } from './paragraph/paragraph-entry.ts'
import { TitleReader } from './paragraph/title-reader.ts'
import { titledLines } from './paragraph/titled-lines.ts'
import { citesPeopleFirst } from './peers.ts'
import type { Extraction, Place } from './place.ts'
import { createQuoter, type Quoter } from './quote.ts'
import { headingText } from './section/contents.ts'
import { inherit } from './section/inherit.ts'
import { ordersOnly, sectionKind } from './section/section-kinds.ts'
import { sectionPaths } from './section/sections.ts'

/** Walks a document's blocks in order and reads the entries of each. */
export function walk(document: Document, venues: VenueIndex): Extraction {
  return new Walk(document, venues).run()
}

/** Keeps where the walk stands, and hands each block to the reader of its kind. */
class Walk {
  readonly #document: Document
  readonly #venues: VenueIndex
  readonly #quoter: Quoter
  readonly #book: EntryBook
  readonly #findings: Finding[] = []
  readonly #items: ItemReader
  readonly #titles: TitleReader
  #place: Place
  #title: Section | undefined
  /** The headings above, without bold lines. */
  #sections: readonly Section[] = []

  constructor(document: Document, venues: VenueIndex) {
    const { source, blocks } = document
    this.#document = document
    this.#venues = venues
    this.#quoter = createQuoter(source)
    this.#book = new EntryBook(this.#quoter)
    this.#items = new ItemReader({
      venues,
      book: this.#book,
      findings: this.#findings,
      bylines: holdsBylines(blocks),
      read: citesPeopleFirst(blocks) ? readCitation : readFragment,
    })
    this.#titles = new TitleReader(venues, this.#quoter, this.#book, lonePaperShare(blocks))
    this.#place = this.#placeOf([])
  }

  run(): Extraction {
    const { blocks } = this.#document
    const paths = sectionPaths(blocks, this.#quoter)
    blocks.forEach((block, i) => {
      if (block.kind === 'heading') this.#heading(block, paths.get(block) ?? [])
      else this.#block(block, blocks[i + 1])
    })
    this.#titles.settle()
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
    this.#titles.settle()
    if (sections.length === 0) {
      const evidence = this.#quoter.range(heading, 'extract/heading')
      this.#title = { title: headingText(heading), anchors: heading.anchors, evidence }
    }
    this.#sections = sections
    this.#place = this.#placeOf(sections)
    if (sections.length > 0) this.#titles.heading(heading, this.#placeOf(sections.slice(0, -1)))
  }

  #block(block: Exclude<Block, Heading>, next: Block | undefined): void {
    switch (block.kind) {
      case 'table':
        this.#openSection()
        this.#items.table(block, this.#place)
        return
      case 'list':
        if (this.#titles.takeDetails(block.items, this.#place)) return
        this.#openSection()
        this.#items.items(block.items, this.#place)
        return
      case 'paragraph':
        this.#paragraph(block, next)
        return
      default:
        block satisfies never
    }
  }

  /** A paragraph, or the works that stand in its lines. */
  #paragraph(paragraph: Paragraph, next: Block | undefined): void {
    const works = worksOnLines({ ...paragraph, children: [], blocks: [] }, this.#venues)
    if (works.length > 0) {
      this.#openSection()
      this.#items.items(works, this.#place)
      return
    }
    for (const part of titledLines(paragraph)) this.#titles.paragraph(part, next, this.#place)
  }

  /** A bold line above a list or table heads it as a heading does, until the next of its kind; another title is settled. */
  #openSection(): void {
    const line = this.#titles.takeLine()
    if (line === undefined) {
      this.#titles.settle()
      return
    }
    const above = this.#sections.at(-1)?.title
    const dated = this.#placeOf([...this.#sections, line])
    const isSection = !ordersOnly(line.title) && foldLabel(line.title) !== foldLabel(above ?? '')
    this.#place = isSection ? dated : { ...dated, inherited: { ...dated.inherited, sections: this.#sections } }
  }
}
