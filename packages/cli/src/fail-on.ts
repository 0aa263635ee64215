import type { Severity } from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import type { Options } from './flags.ts'

/** The severity that `--fail-on` names. @throws {CliError} for any other word. */
export function failOn(options: Options): Severity | undefined {
  const value = options.value('fail-on')
  if (value === undefined || value === 'error' || value === 'warning') return value
  throw new CliError(
    `--fail-on takes error or warning, not "${value}".`,
    'Leave it out to exit with 0 whatever is found.',
  )
}
