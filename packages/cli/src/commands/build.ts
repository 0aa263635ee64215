import { resolve } from 'node:path'
import { writeGraph, writeMap, writeReport } from '@fieldmap/graph'
import type { Effects } from '../effects.ts'
import { failOn } from '../fail-on.ts'
import type { Options } from '../flags.ts'
import { printReport, reaches } from '../print-findings.ts'
import { writeSite } from '../site.ts'
import { buildSources } from '../sources.ts'

/** `fieldmap build`: writes the files of a build, and with `--site` the map as a static site. */
export async function buildCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const threshold = failOn(options)
  const { graph, map, report } = await buildSources(operands, options, effects)
  const out = resolve(effects.cwd, options.value('out') ?? 'fieldmap-out')
  const files = { 'graph.json': writeGraph(graph), 'map.json': writeMap(map), 'report.json': writeReport(report) }
  for (const [name, text] of Object.entries(files)) await effects.writeFile(resolve(out, name), text)
  const site = options.value('site')
  if (site !== undefined) await writeSite(resolve(effects.cwd, site), graph, files, effects)
  printReport(report, options.has('verbose'), effects)
  if (options.has('json'))
    effects.stdout(`${JSON.stringify({ out, counts: report.counts, findings: report.findings })}\n`)
  else effects.stdout(summary(report.counts, out, site))
  return threshold !== undefined && reaches(report.findings, threshold) ? 1 : 0
}

function summary(counts: Readonly<Record<string, number>>, out: string, site: string | undefined): string {
  const { paper = 0, venue = 0, task = 0, dataset = 0, repository = 0, author = 0, edges = 0 } = counts
  const words = `${paper} papers, ${venue} venues, ${task} tasks, ${dataset} datasets, ${repository} repositories, ${author} authors, ${edges} edges`
  return `${words}\n${out}\n${site === undefined ? '' : `${site}\n`}`
}
