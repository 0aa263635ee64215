import type { Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'

/**
 * A stretch of inline content. `start` and `end` are offsets in the text of the file, so that every statement made
 * from a span can quote the file's own characters.
 */
export type Span = TextSpan | LinkSpan | ImageSpan | BreakSpan

interface Placed {
  readonly start: number
  readonly end: number
}

export interface TextSpan extends Placed {
  readonly kind: 'text'
  readonly text: string
  readonly strong: boolean
  readonly emphasis: boolean
  readonly code: boolean
}

export interface LinkSpan extends Placed {
  readonly kind: 'link'
  /** The visible words; for a badge the image's alternative text. */
  readonly text: string
  readonly url: string
  /** Where the words stand, between the brackets. */
  readonly inner: Placed
  readonly strong: boolean
  readonly emphasis: boolean
  /** The address of an image in the link: a badge. */
  readonly image?: string
  /** There is nothing in it but the image, and the text is that one's. */
  readonly wordless?: true
}

export interface ImageSpan extends Placed {
  readonly kind: 'image'
  readonly text: string
  readonly url: string
}

/** A line end in the source (`soft`) or a forced one: `<br>`, two blanks, a paragraph's end (`hard`). */
export interface BreakSpan extends Placed {
  readonly kind: 'break'
  readonly hard: boolean
}

export type Inline = readonly Span[]

export interface Heading {
  readonly kind: 'heading'
  /** 1..6. */
  readonly depth: number
  readonly content: Inline
  /** Ids of `<a id>` and `<a name>` in or right before the heading. */
  readonly anchors: readonly string[]
  readonly start: number
  readonly end: number
}

export interface Cell {
  readonly content: Inline
  /** Columns that an HTML cell spans, ≥ 1. */
  readonly span: number
  /** It is the cell of a row above that reaches down to this one. */
  readonly above?: true
  readonly start: number
  readonly end: number
}

export interface Row {
  readonly cells: readonly Cell[]
  readonly start: number
  readonly end: number
}

export interface Table {
  readonly kind: 'table'
  /** The header's cells; absent where an HTML table or rows in pipes have none. */
  readonly header?: Row
  readonly rows: readonly Row[]
  readonly start: number
  readonly end: number
}

export interface Item {
  readonly content: Inline
  readonly children: readonly Item[]
  /** Headings, tables … inside the item. */
  readonly blocks: readonly Block[]
  readonly start: number
  readonly end: number
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Item[]
  readonly start: number
  readonly end: number
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly content: Inline
  readonly start: number
  readonly end: number
}

/** What a document is made of, as far as lists use it. Code, comments and rules are left out. */
export type Block = Heading | Table | List | Paragraph

export interface Document {
  readonly source: SourceText
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}
