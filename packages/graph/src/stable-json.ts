/** One line of JSON with the keys of every object in code-unit order and `undefined` left out of objects. Linear. */
export function stableLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(stableLine).join(',')}]`
  const entries: Readonly<Record<string, unknown>> = { ...value }
  let line = ''
  for (const key of sortedKeys(entries)) {
    const inner = entries[key]
    if (inner !== undefined) line += `${line === '' ? '' : ','}${JSON.stringify(key)}:${stableLine(inner)}`
  }
  return `{${line}}`
}

/** A JSON array with one item a line, so that git shows what changed; `[]` where empty. */
export function stableLines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(stableLine).join(',\n')}\n]`
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
