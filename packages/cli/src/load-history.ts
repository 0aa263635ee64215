import { type History, history, type Memo, readTimeline } from '@fieldmap/core'
import { writeHistory } from '@fieldmap/graph'
import { HISTORY_JSON } from './build-files.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { sourcesOf } from './sources.ts'

/** The history of the sources of a call, from the repositories that hold them. Counters go to standard error with `--verbose`. */
export async function historyOf(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  memo?: Memo,
): Promise<History> {
  const at = options.value('at')
  const start = effects.clock()
  const timeline = await readTimeline(sourcesOf(operands, effects), {
    ...(at === undefined ? {} : { at }),
    ...(options.has('file') ? { file: options.values('file') } : {}),
    cwd: effects.cwd,
    signal: effects.signal,
  })
  const found = history(timeline, memo)
  if (options.has('verbose')) {
    const { versions, lists, distinctLists, parsed, met, entries, distinctEntries, states } = found.counts
    effects.stderr(
      `History: ${versions} versions, ${distinctLists} of ${lists} lists read, ${parsed} pieces parsed and ${met} met before, ` +
        `${distinctEntries} of ${entries} entries distinct, ${states} states linked, ${(effects.clock() - start).toFixed(0)} ms\n`,
    )
  }
  return found
}

/**
 * `history.json` by its name where the call has `--history`, else no file. The history is of the commits that are there
 * when it is called; edits that are not committed are not in it.
 */
export async function historyFiles(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  memo?: Memo,
): Promise<Readonly<Record<string, string>>> {
  if (!options.has('history')) return {}
  return { [HISTORY_JSON]: writeHistory((await historyOf(operands, options, effects, memo)).file) }
}
