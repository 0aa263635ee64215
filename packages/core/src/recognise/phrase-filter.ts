import { foldLabel } from './label.ts'

/**
 * A test that is false only where none of some phrases has all its words in a text: each phrase is looked for by the one
 * of its words that the fewest phrases have. Texts that are not ASCII always pass, as their letters may fold to others.
 * Linear in the text and in the few phrases that share such a word with it.
 *
 * @param phrases folded ({@link foldLabel}); the empty one is in every text.
 */
export function createPhraseFilter(phrases: Iterable<string>): (text: string) => boolean {
  const all = Array.from(phrases, (phrase) => phrase.split(' '))
  const counts = new Map<string, number>()
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const byRarest = new Map<string, string[][]>()
  for (const words of all) {
    const rarest = words.reduce((a, b) => ((counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a))
    const known = byRarest.get(rarest)
    if (known === undefined) byRarest.set(rarest, [words])
    else known.push(words)
  }
  return (text) => {
    if (!/^[ -~]*$/.test(text)) return true
    const words = foldLabel(text).split(' ')
    return words.some((word) => byRarest.get(word)?.some((phrase) => phrase.every((part) => words.includes(part))))
  }
}
