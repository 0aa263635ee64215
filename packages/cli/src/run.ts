import { InputError } from '@fieldmap/core'
import { CliError } from './cli-error.ts'
import { betweenCommand } from './commands/between.ts'
import { briefCommand } from './commands/brief.ts'
import { buildCommand } from './commands/build.ts'
import { datasetsCommand } from './commands/datasets.ts'
import { diffCommand } from './commands/diff.ts'
import { exportCommand } from './commands/export.ts'
import { harvestCommand } from './commands/harvest.ts'
import { historyCommand } from './commands/history.ts'
import { neighborsCommand } from './commands/neighbors.ts'
import { pathCommand } from './commands/path.ts'
import { searchCommand } from './commands/search.ts'
import { sharedCommand } from './commands/shared.ts'
import { showCommand } from './commands/show.ts'
import { startCommand } from './commands/start.ts'
import { tourCommand } from './commands/tour.ts'
import { viewCommand } from './commands/view.ts'
import type { Effects } from './effects.ts'
import { helpText, type Options, parseCall } from './flags.ts'
import { printable } from './print-findings.ts'

type Command = (operands: readonly string[], options: Options, effects: Effects) => Promise<number>

const RUN: Readonly<Record<string, Command>> = {
  build: buildCommand,
  view: viewCommand,
  export: exportCommand,
  tour: tourCommand,
  harvest: harvestCommand,
  history: historyCommand,
  diff: diffCommand,
  show: showCommand,
  neighbors: neighborsCommand,
  search: searchCommand,
  shared: sharedCommand,
  datasets: datasetsCommand,
  between: betweenCommand,
  path: pathCommand,
  start: startCommand,
  brief: briefCommand,
}

/**
 * Runs one call of the command and returns its exit code: 0 done, 1 findings at or above `--fail-on`, 2 wrong call or
 * unusable input. Errors are printed with a hint; programmer errors are thrown.
 */
export async function run(argv: readonly string[], effects: Effects): Promise<number> {
  try {
    if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
      effects.stdout(helpText())
      return argv.length === 0 ? 2 : 0
    }
    const { command, operands, options } = parseCall(argv)
    if (options.has('help')) {
      effects.stdout(helpText(command))
      return 0
    }
    return (await RUN[command.name]?.(operands, options, effects)) ?? 2
  } catch (error) {
    if (error instanceof CliError && error.candidates !== undefined && argv.includes('--json')) {
      effects.stdout(
        `${JSON.stringify({ error: error.message.split('\n')[0], candidates: error.candidates }, undefined, 2)}\n`,
      )
    }
    return printError(error, effects)
  }
}

function printError(error: unknown, effects: Effects): number {
  const lines = (text: string): string => text.split('\n').map(printable).join('\n')
  if (error instanceof CliError || error instanceof InputError) {
    effects.stderr(`fieldmap: ${lines(error.message)}\n  hint: ${lines(error.hint)}\n`)
    return error instanceof CliError ? error.exitCode : 2
  }
  const system = systemError(error)
  if (system === undefined) throw error
  effects.stderr(
    `fieldmap: ${printable(system.message)}\n  hint: ${HINTS[system.code] ?? 'Check the path and its permissions.'}\n`,
  )
  return 2
}

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: 'The folder cannot be made; choose another by --out DIR.',
  EACCES: 'The folder cannot be written; choose another by --out DIR.',
  EDQUOT: 'The disk quota is used up; free some room, or choose another folder by --out DIR.',
  EEXIST: 'A file stands where a folder should be; choose another folder by --out DIR.',
  EISDIR: 'A folder stands where a file should be written.',
  ENOSPC: 'The disk is full; free some room, or choose another folder by --out DIR.',
  ENOTDIR: 'A file stands where a folder should be; choose another by --out DIR.',
  EPERM: 'The folder cannot be written; choose another by --out DIR.',
  EROFS: 'The file system is read-only; choose another folder by --out DIR.',
}

function systemError(error: unknown): { message: string; code: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^E[A-Z]+$/.test(error.code) ? { message: error.message, code: error.code } : undefined
}
