import type { Nodes, Parents, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { DELIMITER_LIMIT, PIECE_LIMIT } from './limits.ts'
import { plainBlocks } from './plain-blocks.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * Parses one piece of Markdown; `undefined` where it exceeds the work budget of `limits.ts`. The parts of a `batch` were
 * checked one by one, and none of them is plain. `plain`: only a piece that needs no full parser, else `undefined`.
 */
export type ParseMarkdown = (piece: string, kind?: 'batch' | 'plain') => Root | undefined

/** A parser with the document's link definitions at hand. */
export function createMarkdownParser(definitions: ReadonlyMap<string, string>): ParseMarkdown {
  return (piece, kind) => {
    if (kind !== 'batch' && exceedsBudget(piece)) return undefined
    const used = usedDefinitions(piece, definitions)
    const plain = kind === 'batch' || used !== '' ? undefined : plainBlocks(piece)
    if (plain !== undefined) return { type: 'root', children: plain }
    if (kind === 'plain') return undefined
    const root = processor.parse(piece + used)
    if (used !== '') resolveReferences(root)
    return root
  }
}

/** Whether a piece would cost the parser more work than any entry does. */
export function exceedsBudget(piece: string): boolean {
  if (piece.length <= DELIMITER_LIMIT) return false
  if (piece.length > PIECE_LIMIT) return true
  let delimiters = 0
  for (let i = 0; i < piece.length; i++) {
    if (DELIMITERS.has(piece.charCodeAt(i))) delimiters++
  }
  return delimiters > DELIMITER_LIMIT
}

const DELIMITERS: ReadonlySet<number> = new Set(Array.from('*_[]`<&~>', (character) => character.charCodeAt(0)))

/** The labels that a text has in brackets, as {@link referenceLabel} writes them; linear. */
export function labelsIn(text: string): readonly string[] {
  if (!text.includes('[')) return []
  return Array.from(text.matchAll(/\[([^[\]]{1,200})\]/g), ([, label]) => referenceLabel(label ?? ''))
}

function usedDefinitions(piece: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return ''
  const lines = labelsIn(piece).flatMap((label) => definitions.get(label) ?? [])
  // Each by itself: behind a line that defines nothing the next would be words of its paragraph.
  return [...new Set(lines)].map((line) => `\n\n${line}`).join('')
}

/** Turns reference links and images into plain ones, by the definitions that stand behind the piece. */
function resolveReferences(root: Root): void {
  const urls = new Map<string, string>()
  for (const node of root.children) if (node.type === 'definition') urls.set(node.identifier, node.url)
  const visit = (parent: Parents): void => {
    parent.children.forEach((node, i) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') {
        const url = urls.get(node.identifier)
        const plain =
          node.type === 'linkReference'
            ? { ...node, type: 'link' as const, url }
            : { ...node, type: 'image' as const, url }
        if (url !== undefined) (parent.children as Nodes[])[i] = plain as Nodes
      }
      const child = parent.children[i]
      if (child !== undefined && 'children' in child) visit(child)
    })
  }
  visit(root)
}

/** A link label as CommonMark compares it. */
export function referenceLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
