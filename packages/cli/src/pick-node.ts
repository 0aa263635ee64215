import {
  createSearchIndex,
  type FieldGraph,
  findNode,
  type NodeKind,
  preferKinds,
  type SearchIndex,
} from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import { printable } from './print-findings.ts'

/** Most candidates that an error lists. */
const MOST_CANDIDATES = 12

/**
 * The key of the node that some words mean, of certain kinds only if they are given. Where the words can mean several
 * nodes, that of the first preferred kind among them is meant, if it is the only one of its kind.
 *
 * @throws {CliError} with the candidates where they mean none or several.
 */
export function pickNode(
  graph: FieldGraph,
  words: readonly string[],
  kinds?: readonly NodeKind[],
  preferred: readonly NodeKind[] = [],
): string {
  const wanted = words.join(' ').trim()
  if (wanted === '') throw new CliError('Which node?', 'Give a key, an identifier, a name, or words of a title.')
  // Most names need no full-text index, which takes longer than all else.
  const index: SearchIndex = { search: (...asked) => createSearchIndex(graph).search(...asked) }
  const found = preferKinds(graph, findNode(graph, index, wanted, kinds), preferred)
  const what = kinds?.length === 1 ? `${kinds[0]} ` : ''
  switch (found.status) {
    case 'found':
      return found.key
    case 'missing':
      throw new CliError(
        `No ${what === '' ? 'node' : what.trim()} is called "${printable(wanted)}".`,
        isWithoutDatasets(graph, kinds)
          ? NO_DATASETS
          : 'Try fieldmap search with fewer words; put a name with blanks in quotation marks.',
        2,
        [],
      )
    case 'ambiguous': {
      const candidates = found.candidates.map((key) => {
        const { kind, label } = graph.getNodeAttributes(key)
        return { key, kind, label }
      })
      const shown = candidates
        .slice(0, MOST_CANDIDATES)
        .map(({ key, label }) => `  ${printable(key)}  ${printable(label)}`)
      const more = candidates.length - shown.length
      throw new CliError(
        `"${printable(wanted)}" can mean ${candidates.length} nodes:\n${shown.join('\n')}${more > 0 ? `\n  and ${more} more` : ''}`,
        'Give one of the keys.',
        2,
        candidates,
      )
    }
    default:
      return found satisfies never
  }
}

const NO_DATASETS =
  'No dataset of this field is known yet: run fieldmap harvest to look into the linked code repositories, or add an evidence file as docs/questions.md says.'

/** Whether a dataset was meant where the graph knows none. */
function isWithoutDatasets(graph: FieldGraph, kinds: readonly NodeKind[] | undefined): boolean {
  return kinds?.includes('dataset') === true && graph.findNode((_, { kind }) => kind === 'dataset') === undefined
}
