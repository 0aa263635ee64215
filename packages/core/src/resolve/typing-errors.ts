/** Whether two words are one by a typing error, an ending or its plural. A number never is. */
export function isTypingError(x: string, y: string): boolean {
  if (/[\d+]/.test(x) || /[\d+]/.test(y)) return false
  // A small l for a capital I is the commonest error of copied PDFs.
  if (x.replaceAll('l', 'i') === y.replaceAll('l', 'i')) return true
  const shorter = Math.min(x.length, y.length)
  if (shorter >= 4 && (isPluralOf(x, y) || isPluralOf(y, x))) return true
  if (shorter < 5) return false
  const inflected = x.replace(/(?:s|es|ed|ing)$/, '') === y.replace(/(?:s|es|ed|ing)$/, '')
  return inflected || editDistance(x, y, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1)
}

/** "processes" of "process", "boxes" of "box". */
function isPluralOf(x: string, y: string): boolean {
  return x.length === y.length + 2 && x.endsWith('es') && /(?:s|x|z|ch|sh)$/.test(y) && x.startsWith(y)
}

/** Levenshtein's distance, counted no further than `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      const cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    previous = current
  }
  return previous[b.length] ?? limit + 1
}
