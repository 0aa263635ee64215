import { resolve } from 'node:path'
import { writeGraph, writeMap, writeReport } from '@fieldmap/graph'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { openBrowser } from '../open-browser.ts'
import { printReport } from '../print-findings.ts'
import { startServer } from '../server.ts'
import { buildSources, sourcesOf } from '../sources.ts'
import { readViewer } from '../viewer-files.ts'
import { watchPaths } from '../watch.ts'

/** `fieldmap view`: serves the map until stopped, and builds again when a source changes. */
export async function viewCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const port = portOf(options)
  const viewer = readViewer()
  const files = await buildFiles(operands, options, effects)
  const server = await startServer(viewer, port)
  server.publish(files)
  effects.stdout(
    options.has('json') ? `${JSON.stringify({ url: server.url })}\n` : `The map is at ${server.url} (Ctrl-C stops)\n`,
  )
  if (!options.has('no-open')) openBrowser(server.url, process.platform, effects)
  const local = sourcesOf(operands, effects).map((source) => resolve(effects.cwd, source))
  const stopWatching = options.has('at')
    ? () => undefined
    : await watchPaths(local, rebuilder(operands, options, effects, server.publish))
  await stopped(effects.signal)
  stopWatching()
  await server.close()
  return 0
}

async function buildFiles(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<Record<string, string>> {
  const { graph, map, report } = await buildSources(operands, options, effects)
  printReport(report, options.has('verbose'), effects)
  return { 'graph.json': writeGraph(graph), 'map.json': writeMap(map), 'report.json': writeReport(report) }
}

/** Builds again, one build at a time; a change during a build asks for one more. A failure leaves the last map. */
function rebuilder(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  publish: (files: Record<string, string>) => void,
): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      publish(await buildFiles(operands, options, effects))
      effects.stderr('Built again.\n')
    } catch (error) {
      effects.stderr(`Not built: ${error instanceof Error ? error.message : String(error)}\n`)
    }
    running = false
    if (again) {
      again = false
      await run()
    }
  }
  return () => void run()
}

function portOf(options: Options): number | undefined {
  const value = options.value('port')
  if (value === undefined) return undefined
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new CliError(
    `--port takes a number from 0 to 65535, not "${value}".`,
    'Leave it out to take the first free port.',
  )
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}
