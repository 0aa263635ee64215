import { resolve } from 'node:path'
import { createMemo } from '@fieldmap/core'
import type { Report } from '@fieldmap/graph'
import { type FileContents, TOUR_JSON } from '../build-files.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import { failOn } from '../fail-on.ts'
import type { Options } from '../flags.ts'
import { follow, type Updated } from '../follow.ts'
import { type Analysed, type LiveState, startLiveBuild } from '../live-build.ts'
import { historyFiles } from '../load-history.ts'
import { findPieceCache } from '../piece-cache.ts'
import { printReport, reaches } from '../print-findings.ts'
import { writeSite } from '../site.ts'
import { sourcesOf } from '../sources.ts'

/** `fieldmap build`: writes the files of a build, and with `--site` the map as a static site; with `--watch` again and again. */
export async function buildCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const threshold = failOn(options)
  if (options.has('watch') && options.has('at'))
    throw new CliError('A revision does not change: there is nothing to watch.', 'Leave out --at or --watch.')
  const out = resolve(effects.cwd, options.value('out') ?? 'fieldmap-out')
  const site = options.value('site')
  const cache = options.has('cache') ? await findPieceCache(sourcesOf(operands, effects)[0] ?? '.', effects) : undefined
  if (options.has('cache') && cache === undefined)
    effects.stderr('The source is in no git repository here: nothing is cached.\n')
  const shares = options.has('watch') || options.has('history') || cache !== undefined
  const memo = shares ? createMemo() : undefined
  if (memo !== undefined) await cache?.load(memo)
  const live = await startLiveBuild(operands, options, effects, memo)
  const past = await historyFiles(operands, options, effects, memo)
  const write = async (state: LiveState, isGraphThere = false, analysed?: Analysed): Promise<Report> => {
    const { files: built, report } = live.files(state, analysed)
    const files: FileContents = { ...built, ...past }
    for (const [name, data] of Object.entries(files)) {
      if (!isGraphThere || name !== 'graph.json') await effects.writeFile(resolve(out, name), data)
    }
    for (const folder of site === undefined ? [out] : [out, resolve(effects.cwd, site)])
      if (files[TOUR_JSON] === undefined) await effects.removeFile(resolve(folder, TOUR_JSON)) // of an earlier build
    if (site !== undefined) await writeSite(resolve(effects.cwd, site), state.facts.graph, files, effects)
    return report
  }
  const report = await write(live.first)
  if (memo !== undefined) await cache?.store(memo)
  printReport(report, options.has('verbose'), effects)
  if (options.has('verbose') && memo !== undefined) {
    const { parsed, met } = memo.counts()
    effects.stderr(`${parsed} pieces parsed, ${met} met before\n`)
  }
  if (options.has('json'))
    effects.stdout(`${JSON.stringify({ out, counts: report.counts, findings: report.findings })}\n`)
  else effects.stdout(summary(report.counts, out, site))
  if (options.has('watch')) {
    const ignored = site === undefined ? [out] : [out, resolve(effects.cwd, site)]
    /** The state whose map is not written yet. */
    let behind: LiveState | undefined
    const catchUp = async (analysed?: Analysed): Promise<void> => {
      if (behind === undefined) return
      const state = behind
      behind = undefined
      await write(state, true, analysed)
      if (analysed !== undefined) effects.stderr(`Analysed in ${Math.round(analysed.milliseconds)} ms.\n`)
    }
    const update = async (): Promise<Updated | undefined> => {
      const next = await live.update()
      if (next === undefined) return undefined
      behind = next
      for (const [name, data] of Object.entries(live.facts(next)))
        await effects.writeFile(resolve(out, name), data, 'shown')
      return {
        async rest() {
          const analysed = await live.analyse(next)
          // A failure to write may have left a later one behind.
          return () => (behind === next ? catchUp(analysed) : undefined)
        },
      }
    }
    const { isSource, rehearse } = live
    await follow(operands, options, effects, { ignored, isSource }, { update, rehearse })
    // Stopped in between: the files are to be of one state.
    await catchUp()
    if (memo !== undefined) await cache?.store(memo)
  }
  return threshold !== undefined && reaches(report.findings, threshold) ? 1 : 0
}

function summary(counts: Readonly<Record<string, number>>, out: string, site: string | undefined): string {
  const { paper = 0, venue = 0, task = 0, dataset = 0, repository = 0, author = 0, edges = 0 } = counts
  const words = `${paper} papers, ${venue} venues, ${task} tasks, ${dataset} datasets, ${repository} repositories, ${author} authors, ${edges} edges`
  return `${words}\n${out}\n${site === undefined ? '' : `${site}\n`}`
}
