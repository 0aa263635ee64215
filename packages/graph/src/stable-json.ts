/** One line of JSON with the keys of every object in code-unit order and `undefined` left out of objects. Linear. */
export function stableLine(value: unknown): string {
  return JSON.stringify(sortKeys(value)) ?? 'null'
}

/** A JSON array with one item a line, so that git shows what changed; `[]` where empty. */
export function stableLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(stableLine).join(',\n')}\n]`
}

/** A copy with sorted keys: the engine writes those faster than any code that writes one key at a time. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isRecord(value)) return value
  const sorted: Record<string, unknown> = {}
  for (const key of sortedKeys(value)) {
    const inner = sortKeys(value[key])
    // Assigning to this name would set no property.
    if (key === '__proto__') Object.defineProperty(sorted, key, { value: inner, enumerable: true })
    else sorted[key] = inner
  }
  return sorted
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** By code units. Most objects have few keys, which insertion sorts fastest. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value)
  if (keys.length > FEW) return keys.sort()
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? ''
    let j = i
    for (; j > 0 && (keys[j - 1] ?? '') > key; j--) keys[j] = keys[j - 1] ?? ''
    keys[j] = key
  }
  return keys
}

const FEW = 16
