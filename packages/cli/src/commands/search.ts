import { createSearchIndex } from '@fieldmap/graph'
import { answerJson } from '../answer-json.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadGraph } from '../load-graph.ts'
import { printable } from '../print-findings.ts'

/** `fieldmap search WORDS`: nodes that hold all words, best first. */
export async function searchCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const words = operands.join(' ')
  if (words.trim() === '') throw new CliError('Search for what?', 'Give words of a title, a name, a venue.')
  const graph = await loadGraph(options, effects)
  const hits = createSearchIndex(graph).search(words)
  if (options.has('json')) {
    const answers = hits.map(({ key, kind, label }) => ({
      key,
      kind,
      label,
      evidence: graph.getNodeAttribute(key, 'mentions'),
    }))
    effects.stdout(answerJson({ command: 'search', words }, answers, graph.order))
    return 0
  }
  for (const { key, kind, label } of hits) effects.stdout(`${kind.padEnd(13)}${printable(label)}  ${printable(key)}\n`)
  if (hits.length === 0) effects.stderr(`Nothing holds "${printable(words)}".\n`)
  return 0
}
