import { byCodeUnits } from './keys.ts'

/** A copy of a JSON value with the keys of every object in code-unit order and `undefined` left out. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => byCodeUnits(a, b))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]))
}

/** One line of JSON with sorted keys. */
export function stableLine(value: unknown): string {
  return JSON.stringify(sortKeys(value))
}

/** A JSON array with one item a line, so that git shows what changed; `[]` where empty. */
export function stableLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(stableLine).join(',\n')}\n]`
}
