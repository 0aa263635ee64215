import type { Finding } from '@fieldmap/graph'
import type { Block, Document, Heading, Paragraph } from '../parse/document.ts'
import { foldLabel } from '../recognise/label.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Section } from './entry.ts'
import { EntryBook } from './entry-book.ts'
import { readCitation, readFragment } from './fragment/read-fragment.ts'
import { definitionOf } from './item/definition.ts'
import { ItemReader } from './item/item-reader.ts'
import { worksOnLines } from './item/item-works.ts'
import type { SectionPlace } from './move-section.ts'
import { holdsBylines } from './paragraph/detail-lines.ts'
import { paragraphPeers } from './paragraph/paragraph-entry.ts'
import { withoutLinkHeadings } from './paragraph/signed-headings.ts'
import { TitleReader } from './paragraph/title-reader.ts'
import { titledLines } from './paragraph/titled-lines.ts'
import { KnownParts } from './part-memo.ts'
import { citesPeopleFirst, listsBoldTitles, listsPlainTitles, tellsOfProducts } from './peers.ts'
import type { Extraction, Place } from './place.ts'
import { createQuoter, type Quoter } from './quote.ts'
import { recall } from './recall.ts'
import { headingText } from './section/contents.ts'
import { inherit } from './section/inherit.ts'
import { leftOut } from './section/left-out.ts'
import { ordersOnly, sectionKind } from './section/section-kinds.ts'
import { sectionPaths, titleOfFrontMatter } from './section/sections.ts'
import { contentNumbers, type SectionMemo } from './section-memo.ts'

/**
 * Walks a document's blocks in order and reads the entries of each.
 *
 * @param memo sections of other versions: what it knows is not read again
 */
export function walk(document: Document, venues: VenueIndex, memo?: SectionMemo): Extraction {
  return new Walk(document, venues, memo).run()
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
  readonly #memo: SectionMemo | undefined
  /** What of the whole document tells how its sections are read. */
  readonly #manner: readonly unknown[]
  #place: Place
  #title: Section | undefined
  /** The headings above, without bold lines. */
  #sections: readonly Section[] = []

  constructor(document: Document, venues: VenueIndex, memo: SectionMemo | undefined) {
    const { source, blocks } = document
    const bylines = holdsBylines(blocks)
    const peopleFirst = citesPeopleFirst(blocks)
    const told = tellsOfProducts(blocks)
    const boldTitles = listsBoldTitles(blocks)
    const plainTitles = listsPlainTitles(blocks)
    const peers = paragraphPeers(blocks, venues)
    this.#memo = memo
    this.#manner = [source.path, bylines, peopleFirst, told, boldTitles, plainTitles, peers]
    this.#document = document
    this.#venues = venues
    this.#quoter = createQuoter(source)
    this.#book = new EntryBook(this.#quoter)
    this.#items = new ItemReader({
      venues,
      book: this.#book,
      findings: this.#findings,
      bylines,
      told,
      boldTitles,
      plainTitles,
      ...(memo?.parts === undefined ? {} : { parts: new KnownParts(memo.parts, memo.numberOf, this.#manner) }),
      read: peopleFirst ? readCitation : readFragment,
    })
    this.#titles = new TitleReader(venues, this.#quoter, this.#book, peers)
    this.#place = this.#placeOf([])
  }

  run(): Extraction {
    const { source } = this.#document
    const blocks = withoutLinkHeadings(this.#document.blocks, this.#venues)
    const paths = sectionPaths(blocks, this.#quoter, titleOfFrontMatter(source.text))
    let from = 0
    for (let to = 1; to <= blocks.length; to++) {
      if (to < blocks.length && blocks[to]?.kind !== 'heading') continue
      this.#section(blocks.slice(from, to), paths)
      from = to
    }
    return { entries: this.#book.settled(), findings: this.#findings }
  }

  /** A heading and the blocks below it, or those in front of the first. */
  #section(blocks: readonly Block[], paths: ReadonlyMap<Block, readonly Section[]>): void {
    const memo = this.#memo
    const place = this.#sectionPlace(blocks, paths)
    if (memo === undefined || place === undefined) {
      this.#read(blocks, paths)
      return
    }
    const name = this.#sectionName(blocks, place, memo)
    const known = memo.get(name, place)
    const written = { book: this.#book, findings: this.#findings }
    const reading = recall(known, written, () => this.#read(blocks, paths))
    if (known === undefined) memo.set(name, place, reading)
  }

  #read(blocks: readonly Block[], paths: ReadonlyMap<Block, readonly Section[]>): void {
    const { count } = this.#book
    blocks.forEach((block, i) => {
      if (block.kind === 'heading') this.#heading(block, paths.get(block) ?? [])
      else this.#block(block, blocks[i + 1])
    })
    this.#titles.settle()
    const section = this.#sections.at(-1)
    if (section !== undefined && this.#place.kind === 'none' && this.#book.count === count)
      this.#findings.push(...leftOut(section, blocks))
  }

  /** Where a section stands; none where it says how others are read. */
  #sectionPlace(blocks: readonly Block[], paths: ReadonlyMap<Block, readonly Section[]>): SectionPlace | undefined {
    const [heading] = blocks
    if (heading?.kind !== 'heading') return undefined
    const path = paths.get(heading) ?? []
    if (path.length === 0) return undefined
    const { lineAt } = this.#quoter.lines
    const end = Math.max(heading.end, blocks.at(-1)?.end ?? 0)
    return {
      start: heading.start,
      line: lineAt(heading.start),
      endLine: lineAt(Math.max(heading.start, end - 1)),
      above: this.#title === undefined ? path : [this.#title, ...path],
    }
  }

  /** All that the entries of a section depend on, but for where it stands. */
  #sectionName(blocks: readonly Block[], { line, endLine, above }: SectionPlace, memo: SectionMemo): string {
    const { startOf, endOf } = this.#quoter.lines
    // Whole lines: evidence may quote what stands beside a heading.
    const text = this.#document.source.text.slice(startOf(line), endOf(endLine))
    const headings = above.map(({ title, anchors, evidence }) => {
      return [title, anchors, evidence.quote, (evidence.endLine ?? evidence.line) - evidence.line]
    })
    const told = [...this.#manner, this.#title === undefined, headings, contentNumbers(blocks, memo.numberOf)]
    // No line ends in what stands in front of the text.
    return `${JSON.stringify(told)}\n${text}`
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
      this.#title ??= { title: headingText(heading), anchors: heading.anchors, evidence }
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
    const definition = definitionOf(paragraph)
    if (definition !== undefined) {
      this.#openSection()
      this.#items.items([definition], this.#place)
      return
    }
    for (const part of titledLines(paragraph))
      this.#titles.paragraph(part, next, this.#place, (line) => this.#below(line))
  }

  /** A bold line above a list or table heads it as a heading does, until the next of its kind; another title is settled. */
  #openSection(): void {
    const line = this.#titles.takeLine()
    if (line === undefined) {
      this.#titles.settle()
      return
    }
    this.#below(line)
  }

  /** A bold line becomes the section of what follows, below the headings above. */
  #below(line: Section): Place {
    const above = this.#sections.at(-1)?.title
    const dated = this.#placeOf([...this.#sections, line])
    const isSection = !ordersOnly(line.title) && foldLabel(line.title) !== foldLabel(above ?? '')
    this.#place = isSection ? dated : { ...dated, inherited: { ...dated.inherited, sections: this.#sections } }
    return this.#place
  }
}
