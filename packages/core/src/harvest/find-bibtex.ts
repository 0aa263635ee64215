/** One entry of a BibTeX text; values as written, outer braces or quotes gone, blanks joined. */
export interface BibtexEntry {
  /** `article`, `inproceedings` …, lower case. */
  readonly type: string
  readonly key: string
  /** Names in lower case, in the order of the entry. */
  readonly fields: ReadonlyMap<string, string>
  /** 1-based line of the `@`. */
  readonly line: number
}

const MAX_ENTRY = 20_000
const MAX_ENTRIES = 200

/**
 * Finds the BibTeX entries that a README holds among other words, to be copied into a bibliography file as they are;
 * what they mean is read from there. An entry that is not closed within 20,000 characters is
 * left out, as are `@string`, `@comment` and `@preamble`. Values keep their LaTeX. Linear in the text.
 */
export function findBibtex(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = []
  for (const match of text.matchAll(/@([a-z]+)\s*\{\s*([^\s,{}"]*)\s*,/gi)) {
    const [head, type = '', key = ''] = match
    if (entries.length >= MAX_ENTRIES) break
    if (/^(?:string|comment|preamble)$/i.test(type)) continue
    const from = match.index + head.length
    const fields = readFields(text.slice(from, from + MAX_ENTRY))
    if (fields === undefined) continue
    entries.push({ type: type.toLowerCase(), key, fields, line: text.slice(0, match.index).split('\n').length })
  }
  return entries
}

function readFields(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    at += /^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0
    if (text[at] === '}') return fields
    const name = /^([a-z][\w-]{0,40})\s*=\s*/i.exec(text.slice(at, at + 200))
    if (name?.[1] === undefined) return fields.size > 0 ? fields : undefined
    at += name[0].length
    const end = valueEnd(text, at)
    if (end === undefined) return undefined
    const value = text
      .slice(at, end)
      .trim()
      .replace(/^\{([\s\S]*)\}$|^"([\s\S]*)"$/, (_, a?: string, b?: string) => a ?? b ?? '')
    if (!fields.has(name[1].toLowerCase())) fields.set(name[1].toLowerCase(), value.replace(/\s+/g, ' ').trim())
    at = end
  }
  return undefined
}

/** Where a value ends: at the comma or brace that is outside of all braces and quotes. */
function valueEnd(text: string, from: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === '"' && depth === 0) isQuoted = !isQuoted
    else if (character === '{') depth += 1
    else if (character === '}' && depth > 0) depth -= 1
    else if (!isQuoted && depth === 0 && (character === ',' || character === '}')) return at
  }
  return undefined
}

/** An entry as BibTeX text, one field a line; braces in values are balanced and control characters gone. */
export function writeBibtex({ type, key, fields }: Pick<BibtexEntry, 'type' | 'key' | 'fields'>): string {
  const lines = [...fields].map(([name, value]) => `  ${name} = {${balanced(value)}},`)
  return [`@${type}{${key.replace(/[^\p{L}\p{N}:_./+-]/gu, '')},`, ...lines, '}', ''].join('\n')
}

function balanced(value: string): string {
  const clean = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  let depth = 0
  for (const character of clean) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0
    if (depth < 0) break
  }
  return depth === 0 ? clean : clean.replace(/[{}]/g, '')
}
