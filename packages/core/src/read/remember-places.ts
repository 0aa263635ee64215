import type { GitOutcome, ReadEffects } from './effects.ts'

/** Effects of a run that reads the same sources again and again. */
export interface RepeatedReading extends ReadEffects {
  /** Whether the file at a path was read. */
  readonly hasRead: (path: string) => boolean
}

/**
 * The same effects for a run that reads its sources again and again: where a folder stands in its repository is asked of
 * git once for each folder, so that reading after an edit starts no process, and a file that is read as it was before is
 * the same bytes, by which later steps know them. A folder that becomes a repository during the run is known as one to
 * the next run.
 */
export function rememberPlaces(effects: ReadEffects): RepeatedReading {
  const known = new Map<string, Promise<GitOutcome>>()
  const files = new Map<string, Uint8Array>()
  return {
    ...effects,
    hasRead: (path) => files.has(path),
    async readFile(path) {
      const bytes = await effects.readFile(path)
      const last = files.get(path)
      if (last !== undefined && Buffer.compare(last, bytes) === 0) return last
      files.set(path, bytes)
      return bytes
    },
    git(args, call) {
      if (!args.includes('--show-prefix')) return effects.git(args, call)
      const id = JSON.stringify([call.cwd, args])
      const met = known.get(id)
      if (met !== undefined) return met
      const asked = effects.git(args, call).then((outcome) => {
        if (outcome.code < 0) known.delete(id) // git was stopped
        return outcome
      })
      known.set(id, asked)
      return asked
    },
  }
}
