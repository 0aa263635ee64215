/** A title as resolution compares it. */
export interface NormalTitle {
  /** Folded words joined by single blanks; equal for titles that differ in case, accents, punctuation or markup only. */
  readonly text: string
  readonly tokens: readonly string[]
}

/**
 * Normalises a title: compatibility forms and accents folded, lower case, every run of other than letters and digits a
 * blank, LaTeX commands and HTML entities gone. Letters of every script stay.
 */
export function normalizeTitle(title: string): NormalTitle {
  const text = title
    .replace(/\\[a-zA-Z]+\s*\{([^}]*)\}/g, '$1')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
  return { text, tokens: text === '' ? [] : text.split(' ') }
}

/** Too short or too common to say by itself which paper is meant: fewer than four words or 20 characters. */
export function isGeneric({ text, tokens }: NormalTitle): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return text.length < 8
  return tokens.length < 4 || text.length < 20
}
