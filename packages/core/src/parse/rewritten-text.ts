/** A list in another markup, written as Markdown of the same length, so that every offset holds in both. */
export interface RewrittenText {
  readonly text: string
  /** The depth (1..6) of a heading by the 1-based line of its words. */
  readonly depths: ReadonlyMap<number, number>
  /** 1-based lines of tables that are left out. */
  readonly unread: readonly number[]
}

/** Blanks in place of some words; line ends stay. */
export function blank(words: string): string {
  return words.replace(/[^\r\n]/g, ' ')
}

/** Some words in place of a line that is at least as long. */
export function padded(words: string, line: string): string {
  const end = /[\r\n]*$/.exec(line)?.[0] ?? ''
  return words.padEnd(line.length - end.length) + end
}
