import { parseArgs } from 'node:util'
import type { Flag } from '@fieldmap/graph'

/** The words of a call told apart, or, in a sentence without full stop, why they cannot be. */
export type ParsedFlags =
  | {
      readonly ok: true
      readonly operands: readonly string[]
      /** Values by name of the flag; none for a flag that takes no value. */
      readonly flags: Readonly<Record<string, readonly string[]>>
    }
  | { readonly ok: false; readonly message: string }

/**
 * Tells operands and flags apart, as a shell hands them to a command: `--name value`, `--name=value`, `--` before operands
 * that begin with a hyphen. Of a flag that is no `many` the last value counts.
 */
export function parseFlags(flags: readonly Flag[], words: readonly string[]): ParsedFlags {
  const options = Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      { type: flag.value === undefined ? ('boolean' as const) : ('string' as const), multiple: flag.many === true },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
    const given = Object.entries(values).map(([name, value]) => [name, valuesOf(value)] as const)
    return { ok: true, operands: positionals, flags: Object.fromEntries(given) }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? error.message) : String(error)
    return { ok: false, message: message.replace(/\.$/, '') }
  }
}

function valuesOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((item) => typeof item === 'string')
}
