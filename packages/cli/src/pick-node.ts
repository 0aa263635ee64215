import { createSearchIndex, type FieldGraph, findNode } from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import { printable } from './print-findings.ts'

/** Most candidates that an error lists. */
const MOST_CANDIDATES = 12

/** The key of the node that some words mean. @throws {CliError} with the candidates where they mean none or several. */
export function pickNode(graph: FieldGraph, words: readonly string[]): string {
  const wanted = words.join(' ').trim()
  if (wanted === '') throw new CliError('Which node?', 'Give a key, an identifier, a name, or words of a title.')
  const found = findNode(graph, createSearchIndex(graph), wanted)
  switch (found.status) {
    case 'found':
      return found.key
    case 'missing':
      throw new CliError(`Nothing is called "${printable(wanted)}".`, 'Try fieldmap search with fewer words.')
    case 'ambiguous': {
      const shown = found.candidates
        .slice(0, MOST_CANDIDATES)
        .map((key) => `  ${printable(key)}  ${printable(graph.getNodeAttribute(key, 'label'))}`)
      const more = found.candidates.length - shown.length
      throw new CliError(
        `"${printable(wanted)}" can mean ${found.candidates.length} nodes:\n${shown.join('\n')}${more > 0 ? `\n  and ${more} more` : ''}`,
        'Give one of the keys.',
      )
    }
    default:
      return found satisfies never
  }
}
