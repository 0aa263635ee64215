/** One HTML tag as it stands in Markdown. */
export interface HtmlTag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: ReadonlyMap<string, string>
}

const TAG = /^<(\/?)([a-z][a-z0-9-]*)\b([^>]*)>/i
const ATTRIBUTE = /([a-z][\w:-]*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi

/** Reads a tag: lower-case name, attributes with lower-case names. `undefined` for comments and other text. */
export function htmlTag(text: string): HtmlTag | undefined {
  const match = TAG.exec(text)
  if (match === null) return undefined
  const attributes = new Map<string, string>()
  for (const [, name, double, single, bare] of (match[3] ?? '').matchAll(ATTRIBUTE)) {
    if (name !== undefined)
      attributes.set(name.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'))
  }
  return { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', attributes }
}
