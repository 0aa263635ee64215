/**
 * Splits a line into words as a shell does: blanks separate, `'…'` and `"…"` hold them together, a backslash takes the next
 * character as it is (not within `'…'`). Quotation marks as a word processor sets them, `“…”`, count as `"…"`. Nothing else
 * of a shell is known. Undefined where a quotation mark is never closed. Linear.
 */
export function splitWords(line: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote: string | undefined
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i)
    if (character === '\\' && quote !== "'" && i + 1 < line.length) {
      word = (word ?? '') + line.charAt(++i)
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined
      else word = (word ?? '') + character
    } else if (CLOSING[character] !== undefined) {
      quote = CLOSING[character]
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + character
  }
  if (quote !== undefined) return undefined
  return word === undefined ? words : [...words, word]
}

const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', '“': '”', '„': '“' }
