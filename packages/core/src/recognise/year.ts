/** The years in which a reading list's papers can have appeared. */
const EARLIEST = 1900
const LATEST = 2099

/** A year with its place in the text. */
export interface FoundYear {
  readonly year: number
  readonly start: number
  readonly end: number
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?'
const WHOLE = new RegExp(
  `^[\\s([{.,]*(?:${MONTH},?\\s*(?:\\d{1,2},?)?\\s*|\\d{1,2}\\s+${MONTH}\\s+|\\d{1,2}[/.-])?((?:19|20)\\d{2})(?:\\s*[年년](?:\\s*\\d{1,2}\\s*[月월](?:\\s*\\d{1,2}\\s*[日일])?)?|[/.,-]\\d{1,2}(?:[/.-]\\d{1,2})?|\\s+${MONTH})?[\\s)\\]},.:;。，]*$`,
  'i',
)

const SHORT = new RegExp(`^\\s*(?:${MONTH}\\s*)?['’‘](\\d{2})[\\s.]*$`, 'i')

/** `29 Jan 21`: a day, a month and the last digits of a year. */
const DAY_MONTH_SHORT = new RegExp(`^\\s*\\d{1,2}[ -]${MONTH}[ -](\\d{2})\\s*$`, 'i')

/** The year where the whole text is one or a date: `2023`, `(2023)`, `Mar. 2023`, `2023-05-01`, `2023.05`, `’23`, `July’24`. */
export function wholeYear(text: string): number | undefined {
  if (!/\d\d/.test(text)) return undefined
  const match = WHOLE.exec(text) ?? (text.includes('(') ? WHOLE.exec(text.replace(/\s*\([^)]*\)\s*$/, '')) : null)
  if (match?.[1] !== undefined) return Number(match[1])
  const short = SHORT.exec(text)?.[1] ?? DAY_MONTH_SHORT.exec(text)?.[1]
  return short === undefined ? undefined : fromTwoDigits(short)
}

/** Whether a text that states a year states more of a date: `Mar. 2023`, `2023-05-01`, `2023.05`. */
export function isDate(text: string): boolean {
  return /[a-z]{3}|\d\s?[./-]\s?\d{1,2}(?!\d)/i.test(text)
}

/** The first four-digit year that stands for itself in a text: not in a larger number, an identifier or a page range. */
export function findYear(text: string): FoundYear | undefined {
  for (const match of text.matchAll(/(?<![\d.:/–-])((?:19|20)\d{2})(?![\d]|\.\d{4,5}|[–-]\d{3,4}\b)/g)) {
    const year = Number(match[1])
    if (year >= EARLIEST && year <= LATEST) return { year, start: match.index, end: match.index + 4 }
  }
  return undefined
}

/** `23` → 2023, `98` → 1998. */
export function fromTwoDigits(digits: string): number {
  const number = Number(digits)
  return number >= 60 ? 1900 + number : 2000 + number
}
