import { createMemo } from '@fieldmap/core'
import { TOUR_FORMAT, TOUR_VERSION, type Tour, writeTour } from '@fieldmap/graph'
import { type FileContents, TOUR_JSON } from '../build-files.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { follow, type Updated } from '../follow.ts'
import { startLiveBuild } from '../live-build.ts'
import { historyFiles } from '../load-history.ts'
import { openBrowser } from '../open-browser.ts'
import { printReport } from '../print-findings.ts'
import { startServer } from '../server.ts'
import { readViewer } from '../viewer-files.ts'

/** `fieldmap view`: serves the map until stopped, and builds again when a source changes. */
export async function viewCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const port = portOf(options)
  const viewer = readViewer()
  const memo = createMemo()
  const live = await startLiveBuild(operands, options, effects, memo)
  const past = await historyFiles(operands, options, effects, memo)
  const served = (files: FileContents) => ({ ...servedFiles(files), ...past })
  const { files, report } = live.files(live.first)
  printReport(report, options.has('verbose'), effects)
  const server = await startServer(viewer, port)
  server.publish(served(files))
  effects.stdout(
    options.has('json') ? `${JSON.stringify({ url: server.url })}\n` : `The map is at ${server.url} (Ctrl-C stops)\n`,
  )
  if (!options.has('no-open')) openBrowser(server.url, process.platform, effects)
  const update = async (): Promise<Updated | undefined> => {
    const next = await live.update()
    if (next === undefined) return undefined
    const preview = live.preview(next)
    if (preview !== undefined) server.publish(served(preview))
    return {
      async rest() {
        const analysed = await live.analyse(next)
        return () => server.publish(served(live.files(next, analysed).files))
      },
    }
  }
  const { isSource, rehearse } = live
  await follow(operands, options, effects, { ignored: [], isSource }, { update, rehearse })
  await server.close()
  return 0
}

/** An open page asks for the tour again after each build: without one it gets one that has no steps. */
const NO_TOUR: Tour = { format: TOUR_FORMAT, version: TOUR_VERSION, title: '', steps: [] }

function servedFiles(files: FileContents): FileContents {
  return { [TOUR_JSON]: writeTour(NO_TOUR), ...files }
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
