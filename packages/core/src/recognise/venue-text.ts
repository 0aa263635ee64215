import { findYear, fromTwoDigits } from './year.ts'

/** What a list adds to a venue: presentation, awards, publisher, state. */
export const DECORATION: RegExp =
  /\b(?:orals?(?: presentation)?|(?:long|short|contributed|invited|full) talk|spotlights?|posters?|highlights?|notable(?:[- ]top[- ]?\d*%?)?|top[- ]?\d+%?|(?:best|outstanding|distinguished|influential|test[- ]of[- ]time) (?:student |demo |long |short )?paper(?: (?:award|finalists?|candidates?|nominees?|shortlist|runner[- ]?up|honou?rable mention|nomination))?|award(?: candidate| finalist| winner)?|honou?rable mention|finalist|accepted|to appear|in press|early (?:access|accept(?:ed)?)|provisional(?:ly)? accept(?:ed)?|under review|rejected|forthcoming|not yet|long(?: paper)?|short(?: paper)?|full paper|demo(?: track| paper)?|companion|regular paper|main(?: conference| track)?(?: papers?)?|(?:research|industry|journal|special) track|extended abstract|(?:camera[- ])ready|invited|elsevier|springer|ieee|acm|wiley|mdpi|sage|taylor (?:&|and) francis|datasets? (?:and|&) benchmarks?(?: track)?|d&b(?: track)?|conference(?: papers?)?|journal(?: papers?)?|oral\/poster|withdrawn|preprint|tutorial|student abstract|sa|ca|conditionally accepted|major revision|minor revision|cover(?: story| article)?)\b/gi

/** Takes a year out: `CVPR 2022`, `CVPR2022`, `CVPR'22`, `CVPR-22`, `2023 ACM MM`, `ACL20` is left to the lookup. */
export function takeYear(text: string): { rest: string; year?: number } {
  if (!/\d\d/.test(text)) return { rest: text }
  const glued = /^(.*?\p{L})[\s'’‘`_-]*((?:19|20)\d{2})(?!\d|\.\d{4,5})(.*)$/u.exec(text)
  const four = findYear(text)
  if (four !== undefined) return { rest: tidy(`${text.slice(0, four.start)} ${text.slice(four.end)}`), year: four.year }
  if (glued?.[2] !== undefined) return { rest: tidy(`${glued[1]} ${glued[3]}`), year: Number(glued[2]) }
  const short = /^(.*?\p{L}[)\]]?)\s*(?:['’‘`]|-(?=\d{2}\b))\s?([0-35-9]\d)(?!\d)(.*)$/u.exec(text)
  if (short?.[2] !== undefined) return { rest: tidy(`${short[1]} ${short[3]}`), year: fromTwoDigits(short[2]) }
  // "EuroSys 23'"
  const behind = /^(\p{L}.*?\p{L})\s?([0-35-9]\d)['’‘`]$/u.exec(text)
  if (behind?.[2] !== undefined) return { rest: tidy(behind[1] ?? ''), year: fromTwoDigits(behind[2]) }
  const ahead = /^(?:['’‘`](\d{2})[\s_-]?|(\d{2})[_-])(\p{L}.*)$/u.exec(text)
  if (ahead?.[3] !== undefined) return { rest: tidy(ahead[3]), year: fromTwoDigits(ahead[1] ?? ahead[2] ?? '') }
  // "CoRL 25 Oral", "ICRA 24 Best Paper"
  const plain = DECORATED.test(text) ? tidy(text.replace(DECORATION, ' ')) : text
  const bare = /^(\p{Lu}[\p{L}&-]*\p{Lu})\s?([0-3]\d)$/u.exec(plain)
  if (bare?.[1] !== undefined && bare[2] !== undefined) return { rest: bare[1], year: fromTwoDigits(bare[2]) }
  return { rest: text }
}

/** A short name, two digits, and words behind them. */
const DECORATED = /^\p{Lu}[\p{L}&-]*\p{Lu}\s?[0-3]\d\s\p{L}/u

/** Without empty brackets, and without punctuation at its ends. */
export function tidy(text: string): string {
  const tidied = text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.'’/–—-]+|[\s,;:'’/–—-]+$/g, '')
  // A full stop ends the sentence, or an abbreviation: "CVPR.", but "Proc." keeps its own.
  return tidied.endsWith('.') && /(?:\s|\p{Lu}\p{L}*\p{Lu}|\p{Ll}{8})\.$/u.test(tidied)
    ? tidied.slice(0, -1).trimEnd()
    : tidied
}
