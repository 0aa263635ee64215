/** A title as resolution compares it. */
export interface NormalTitle {
  /** Folded words joined by single blanks; equal for titles that differ in case, accents, punctuation or markup only. */
  readonly text: string
  readonly tokens: readonly string[]
  /** The words before the first colon, and those behind it; absent where there is no colon. */
  readonly parts?: readonly [name: string, rest: string]
}

/**
 * Normalises a title: compatibility forms and accents folded, lower case, every run of other than letters and digits a
 * blank, LaTeX commands and HTML entities gone. Letters of every script stay.
 */
export function normalizeTitle(title: string): NormalTitle {
  const text = foldTitle(title)
  const colon = /[:：]\s/.exec(title)
  const parts =
    colon === null
      ? undefined
      : ([foldTitle(title.slice(0, colon.index)), foldTitle(title.slice(colon.index))] as const)
  return { text, tokens: text === '' ? [] : text.split(' '), ...(parts === undefined ? {} : { parts }) }
}

function foldTitle(title: string): string {
  return title
    .replace(/\\[a-zA-Z]+\s*\{([^}]*)\}/g, '$1')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}

/** Too short or too common to say by itself which paper is meant: fewer than four words or 20 characters. */
export function isGeneric({ text, tokens }: NormalTitle): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return text.length < 8
  return tokens.length < 4 || text.length < 20
}
