import { belongsTo, coverageOf, createSearchIndex, paperSet } from '@fieldmap/graph'
import { answerJson } from '../answer-json.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { filterOf, limitOf } from '../paper-options.ts'
import { printable } from '../print-findings.ts'

/** Hits that are shown unless `--limit` says otherwise. */
const SHOWN = 50

/** `fieldmap search WORDS`: nodes that hold all words, best first; with a filter the papers of the set and what they are joined to. */
export async function searchCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const words = operands.join(' ')
  if (words.trim() === '') throw new CliError('Search for what?', 'Give words of a title, a name, a venue.')
  const index = await loadIndex(options, effects)
  const { graph } = index
  const filter = filterOf(index, options)
  const belongs = belongsTo(index, paperSet(index, filter))
  const limit = options.has('limit') ? limitOf(options) : SHOWN
  const hits = createSearchIndex(graph).search(words, limit, belongs)
  if (options.has('json')) {
    const answers = hits.map(({ key, kind, label }) => ({
      key,
      kind,
      label,
      evidence: graph.getNodeAttribute(key, 'mentions'),
    }))
    const found = { joinedTo: answers.flatMap(({ key, kind }) => (kind === 'paper' ? [key] : [])) }
    const coverage = coverageOf(index, paperSet(index, found), filter)
    effects.stdout(answerJson({ command: 'search', words, filter }, answers, coverage))
    return 0
  }
  for (const { key, kind, label } of hits) effects.stdout(`${kind.padEnd(13)}${printable(label)}  ${printable(key)}\n`)
  if (hits.length === 0) effects.stderr(`Nothing holds "${printable(words)}".\n`)
  return 0
}
