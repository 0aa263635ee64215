/** How near a statement about dataset use stands to the paper: `A` the paper's own entry or official repository, `B` its abstract or page, `C` a third party. */
export type Tier = 'A' | 'B' | 'C'

/** What a dataset was used for, as the evidence says it; `unknown` where it does not. */
export type DatasetRole = 'train' | 'evaluate' | 'pretrain' | 'introduce' | 'unknown'

/** The public place that an evidence file refers to. `line` is 1-based. */
export interface Citation {
  readonly url: string
  readonly path?: string
  readonly commit?: string
  readonly line?: number
}

/**
 * Where a statement stands. Every node and edge of a graph carries at least one.
 *
 * `source` is relative to the folder of `fieldmap.yml`, else to the repository, and for a file given alone its name.
 * `line` and `endLine` are 1-based lines of the file as it is. `quote` is the fewest words of `line` that state it
 * (≤ 200 characters, after the mojibake repair that was reported; from CSV after decoding).
 */
export interface Evidence {
  readonly source: string
  readonly line: number
  readonly endLine?: number
  readonly quote: string
  /** The rule that read the statement, `stage/rule`. */
  readonly rule: string
  readonly tier?: Tier
  readonly role?: DatasetRole
  /** Part or edition of the dataset, as the evidence says it: `7 classes`. */
  readonly variant?: string
  readonly cites?: Citation
}

/** A paper's mention also knows under which headings it stands, outermost first. */
export interface Mention extends Evidence {
  readonly section?: readonly string[]
}

/** The longest quote, in UTF-16 code units. */
export const QUOTE_LIMIT = 200
