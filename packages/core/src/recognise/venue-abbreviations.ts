import type { VenueRecord } from '../data/venues/venue-record.ts'
import { foldLabel } from './label.ts'

/**
 * Finds journals by abbreviations of their full names, word by word as ISO 4 shortens them: `Acta Numer.`, `J. Econ.
 * Theory`. Each word is a beginning of the name's, at least one ends in a full stop, and a single name fits. The index is
 * made at the first question; an answer costs the few names of the same initials.
 */
export function createAbbreviationIndex(records: readonly VenueRecord[]): (text: string) => VenueRecord | undefined {
  let byInitials: Map<string, { readonly words: readonly string[]; readonly record: VenueRecord }[]> | undefined
  return (text) => {
    if (!text.includes('.') || !ABBREVIATED.test(text)) return undefined
    byInitials ??= indexOf(records)
    const words = significant(text.split(/[\s.]+/))
    const found = new Set<VenueRecord>()
    for (const { words: whole, record } of byInitials.get(initialsOf(words)) ?? []) {
      if (whole.every((word, i) => word.startsWith(words[i] ?? ''))) found.add(record)
    }
    const [only, another] = found
    return another === undefined ? only : undefined
  }
}

/** Whether a text may hold such an abbreviation: a short word with a full stop in front of another, or at the end of two. */
export function looksAbbreviated(text: string): boolean {
  return text.includes('.') && /(?:^|[\s,])[A-Z][A-Za-z]{0,9}\.\s+[A-Z]|^[A-Z][A-Za-z]+ [A-Z][a-z]{1,8}\.$/.test(text)
}

/** Few words, one of them cut short. */
const ABBREVIATED = /^(?=.*\p{L}{2}\.)\p{L}[\p{L}&-]*\.?(?:\s[\p{L}&-]+\.?){1,7}$/u

function indexOf(
  records: readonly VenueRecord[],
): Map<string, { readonly words: readonly string[]; readonly record: VenueRecord }[]> {
  const byInitials = new Map<string, { readonly words: readonly string[]; readonly record: VenueRecord }[]>()
  for (const record of records) {
    if (record.form !== 'journal') continue
    const words = significant(record.fullName.split(/[\s:]+/))
    if (words.length < 2) continue
    const initials = initialsOf(words)
    const others = byInitials.get(initials)
    if (others === undefined) byInitials.set(initials, [{ words, record }])
    else others.push({ words, record })
  }
  return byInitials
}

/** Folded, without the words that abbreviations leave out; the "A" of "Physical Review A" tells a journal from others. */
function significant(words: readonly string[]): string[] {
  const folded = words.map(foldLabel).filter((word) => word !== '')
  return folded.filter((word, i) => !LEFT_OUT.has(word) || i === folded.length - 1)
}

const LEFT_OUT: ReadonlySet<string> = new Set('the of and in on for a an to und de et y'.split(' '))

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}
