import { type Build, build, type SourceText } from '@fieldmap/core'
import { type Evidence, QUOTE_LIMIT } from '@fieldmap/graph'
import { DEFAULT_STATE, scene, svg } from '@fieldmap/view'

/**
 * Builds a list of any text and says what must hold for every text but does not: quotes stand on their lines, links
 * lead to safe addresses, and no byte of the list reaches markup unescaped. Throws where the pipeline does.
 */
export function checkBuild(text: string): { readonly built: Build; readonly problems: readonly string[] } {
  const source: SourceText = { path: 'list.md', kind: 'list', text, blob: '' }
  const built = build({ title: 'T', sources: [source], findings: [] }, () => 0)
  const lines = text.split(/\r\n|\n|\r/)
  const problems: string[] = []
  const check = (key: string, evidence: readonly Evidence[]): void => {
    if (evidence.length === 0) problems.push(`${key} has no evidence`)
    for (const { line, quote } of evidence) {
      if (quote.length > QUOTE_LIMIT) problems.push(`${key}: a quote of ${quote.length} characters`)
      if (lines[line - 1]?.includes(quote) !== true) problems.push(`${key}: "${quote}" is not on line ${line}`)
    }
  }
  built.graph.forEachNode((key, node) => {
    check(key, node.mentions)
    if (!('links' in node)) return
    for (const { url } of node.links) if (!/^(?:https?|mailto):/i.test(url)) problems.push(`${key} links to ${url}`)
  })
  built.graph.forEachEdge((key, { evidence }) => {
    check(key, evidence)
  })
  const picture = svg(scene(built.graph, built.map, DEFAULT_STATE, { width: 800, height: 600 }))
  const elements = new Set([...picture.matchAll(/<\/?([^\s>/]+)/g)].map(([, name]) => name ?? ''))
  for (const name of elements) if (!SVG_ELEMENTS.has(name)) problems.push(`the picture holds <${name}>`)
  return { built, problems }
}

/** All that the picture of a scene is made of. */
const SVG_ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'style',
  'rect',
  'g',
  'path',
  'circle',
  'text',
  'tspan',
  'a',
  'line',
  'polyline',
  'polygon',
  'clipPath',
  'use',
])
