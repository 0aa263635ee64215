/** A question in the words of the command, taken apart: what `fieldmap COMMAND OPERANDS… --FLAGS…` would be given. */
export interface TourQuestion {
  readonly command: string
  readonly operands: readonly string[]
  /** Values by name of the flag; none for a flag that takes no value. */
  readonly flags: Readonly<Record<string, readonly string[]>>
  /** As it is written: `shared: POSTER --tier B`. */
  readonly words: string
}

/** What a step shows: a permalink (`hash` without `#`; empty for home), or a question. */
export type TourView =
  | ({ readonly kind: 'question' } & TourQuestion)
  | { readonly kind: 'permalink'; readonly hash: string }

/** One step of a tour as it is written. */
export interface ScriptStep {
  /** Slug of the heading, distinct within the tour. */
  readonly id: string
  readonly title: string
  readonly view: TourView
  /** Paragraphs of plain text, a blank line between them; may be empty. */
  readonly caption: string
  /** What the speaker says, written as the caption is. */
  readonly notes: string
  /** The file, and the 1-based line of what the step shows. */
  readonly source: string
  readonly line: number
}

/** A tour as `tour.md` has it, before anybody asks what its steps mean in a graph. */
export interface TourScript {
  readonly title: string
  readonly steps: readonly ScriptStep[]
}
