/** What a list's stars and trophy say of an entry. */
export interface Importance {
  /** Number of stars, 1..3. */
  readonly importance?: number
  readonly mandatory?: true
  /** Where the marks stand in the text. */
  readonly start: number
  readonly end: number
}

const MARKS = /(?:(?:⭐|★|🌟|🏆)\uFE0F?\s*)+/gu

/** Reads stars and trophies; `undefined` where the text has none. More than three stars count as three. */
export function findImportance(text: string): Importance | undefined {
  const match = MARKS.exec(text)
  MARKS.lastIndex = 0
  if (match === null) return undefined
  const marks = match[0].trimEnd()
  const stars = [...marks.matchAll(/⭐|★|🌟/gu)].length
  return {
    ...(stars > 0 ? { importance: Math.min(3, stars) } : {}),
    ...(/🏆/u.test(marks) ? { mandatory: true } : {}),
    start: match.index,
    end: match.index + marks.length,
  }
}
