import type { Reading } from '../fragment/reading.ts'
import type { SectionKind } from '../section/section-kinds.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { Evidence } from './evidence.ts'

/** Where a reading stands, as far as it matters for what it is. */
export interface Surroundings {
  readonly section: SectionKind
  /** A heading above states a venue or year. */
  readonly dated: boolean
  readonly shape: 'row' | 'item' | 'paragraph' | 'heading'
  /** The nearest heading says that papers follow: "List of papers". */
  readonly calledPapers?: boolean
  /** A heading above says that workshops or contests follow: "Robustness Workshops". */
  readonly calledMeetings?: boolean
  /** For a row: whether its table has columns that tables of papers have. */
  readonly ofPapers?: boolean
  /** The share, 0..1, of the entries of its list or table that link a preprint or a publisher's page. */
  readonly peers?: number
  /** The document's items tell of products behind their names. */
  readonly told?: boolean
  /** The document lists works by bold titles alone. */
  readonly boldTitles?: boolean
  /** The document lists works by plain titles alone. */
  readonly plainTitles?: boolean
  /** The share, 0..1, of the items of its list that may be titles; 1 for what stands in no list. */
  readonly titles?: number
}

/** All that a rule may ask about a reading. */
export class Facts extends Evidence implements Required<Surroundings> {
  readonly section: SectionKind
  readonly dated: boolean
  readonly shape: Surroundings['shape']
  readonly calledPapers: boolean
  readonly calledMeetings: boolean
  readonly ofPapers: boolean
  readonly peers: number
  readonly told: boolean
  readonly boldTitles: boolean
  readonly plainTitles: boolean
  readonly titles: number
  /** Most entries of its list or table link papers. */
  readonly amongPapers: boolean

  constructor(reading: Reading, title: FoundTitle, around: Surroundings) {
    super(reading, title)
    this.section = around.section
    this.dated = around.dated
    this.shape = around.shape
    this.calledPapers = around.calledPapers ?? false
    this.calledMeetings = around.calledMeetings ?? false
    this.ofPapers = around.ofPapers ?? false
    this.peers = around.peers ?? 0
    this.told = around.told ?? false
    this.boldTitles = around.boldTitles ?? false
    this.plainTitles = around.plainTitles ?? false
    this.titles = around.titles ?? 1
    this.amongPapers = this.peers >= MOST
  }
}

/** From this share of papers on, a list is one of papers. */
const MOST = 0.5

/** A way to tell what is no title of a work. */
export interface Objection {
  readonly name: string
  /** What is seen, and why it speaks against a paper. */
  readonly why: string
  readonly holds: (facts: Facts) => boolean
}

/** A way to decide on a reading; the first of its table that applies decides. */
export interface Verdict {
  readonly name: string
  /** What is seen, and why it decides so. */
  readonly why: string
  readonly applies: (facts: Facts) => boolean
  readonly isPaper: (facts: Facts) => boolean
}
