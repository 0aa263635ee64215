import { resolve } from 'node:path'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { sourcesOf } from './sources.ts'
import { type Watched, watchPaths } from './watch.ts'

/** Milliseconds after an edit was shown until what takes long is done: open pages ask for the new map first. */
const SETTLE = 250

/** Milliseconds without an edit or its rest until what prepares for the next is done. */
const IDLE = 500

/** Rehearsals before the first edit, the last one with all lists in place: by then the engine has compiled what edits run. */
const REHEARSALS = 4

/** What is done for an edit, and before the first. */
export interface Following {
  /** Shows the sources as they are now; `undefined` where nothing changed. */
  readonly update: () => Promise<Updated | undefined>
  /** Does what an edit would that moves all lists down by so many lines, and shows nothing of it. */
  readonly rehearse: (lines: number) => void
}

/** An edit was shown. */
export interface Updated {
  /**
   * What takes longer: begun once no other change has come for a while, one at a time, and other edits are shown
   * meanwhile. What it leads to is done only if none was.
   */
  readonly rest?: () => Promise<() => void | Promise<void>>
}

/**
 * Calls `update` after every change of the sources of a call, one at a time, until the run is stopped; a change on the
 * way asks for one more. A failure is printed, and the last state stays. Sources at a revision do not change.
 *
 * @param watched folders that the run itself writes are ignored.
 */
export async function follow(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  watched: Omit<Watched, 'paths'>,
  { update, rehearse }: Following,
): Promise<void> {
  let queue = Promise.resolve()
  let resting: Promise<void> = Promise.resolve()
  let waiting = false
  let settling: NodeJS.Timeout | undefined
  let shown = 0
  let idle: NodeJS.Timeout | undefined
  let rehearsals = REHEARSALS
  const prepare = (): void => {
    if (rehearsals === 0) effects.sweep()
    else {
      rehearse(--rehearsals)
      idle = setTimeout(prepare)
    }
  }
  const waitForIdle = (): void => {
    clearTimeout(idle)
    idle = setTimeout(prepare, IDLE)
  }
  const say = (error: unknown): void => {
    if (!effects.signal.aborted)
      effects.stderr(`Not built: ${error instanceof Error ? error.message : String(error)}\n`)
  }
  const enqueue = (work: () => Promise<void>): void => {
    clearTimeout(idle)
    queue = queue.then(work).catch(say).then(waitForIdle)
  }
  const settle = (rest: NonNullable<Updated['rest']>, edit: number): void => {
    const whileLast = async <T>(work: () => T | Promise<T>): Promise<T | undefined> =>
      edit === shown && !effects.signal.aborted ? await work() : undefined
    resting = resting
      .then(() => whileLast(rest))
      .then((finish) => finish && enqueue(() => whileLast(finish)))
      .catch(say)
  }
  const run = async (): Promise<void> => {
    waiting = false
    const start = effects.clock()
    const updated = await update()
    if (updated === undefined) return
    effects.stderr(`Built again in ${Math.round(effects.clock() - start)} ms.\n`)
    const { rest } = updated
    const edit = ++shown
    clearTimeout(settling)
    if (rest !== undefined) settling = setTimeout(() => settle(rest, edit), SETTLE)
  }
  const local = options.has('at') ? [] : sourcesOf(operands, effects).map((source) => resolve(effects.cwd, source))
  const change = (): void => {
    if (waiting) return
    waiting = true
    enqueue(run)
  }
  const stopWatching = await watchPaths({ ...watched, paths: local }, change)
  // What changed since the first build was read, before it was watched.
  if (local.length > 0) change()
  await stopped(effects.signal)
  stopWatching()
  clearTimeout(settling)
  clearTimeout(idle)
  await queue
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}
