import type { Evidence, LinkRel } from '@fieldmap/graph'
import type { FoundVenue } from '../recognise/venue.ts'

/** Something that a list says, and where. */
export interface Stated<T> {
  readonly value: T
  readonly evidence: Evidence
}

/** One link of an entry; `url` is the address as the list has it. */
export interface EntryLink {
  readonly rel: LinkRel
  readonly label: string
  readonly url: string
  readonly evidence: Evidence
}

/** A heading above an entry. */
export interface Section {
  /** Without emoji. */
  readonly title: string
  /** Ids of the heading: explicit anchors first, then the one that code hosts make of its words. */
  readonly anchors: readonly string[]
  readonly evidence: Evidence
}

/** What a list says in one place: a row, an item, a paragraph. What it refers to is decided by `resolve`. */
export interface Entry {
  readonly kind: 'paper' | 'challenge' | 'tool'
  readonly source: string
  /** 1-based, the first and last line of the entry. */
  readonly line: number
  readonly endLine: number
  /** A paper's title, a challenge's or tool's name. */
  readonly title: Stated<string>
  readonly year?: Stated<number>
  /** A challenge's years as the list spells them: `2013-2018`. */
  readonly years?: Stated<string>
  readonly venue?: Stated<FoundVenue>
  readonly authors: readonly Stated<string>[]
  readonly organizations: readonly Stated<string>[]
  readonly links: readonly EntryLink[]
  /** 1..3. */
  readonly importance?: Stated<number>
  readonly mandatory?: Stated<true>
  /** Outermost first, without the document's own title. */
  readonly sections: readonly Section[]
  /** For a paper that stands in the row of a tool or challenge: that row's entry. */
  readonly describes?: Entry
}
