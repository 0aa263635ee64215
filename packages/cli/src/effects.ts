import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { analyse } from '@fieldmap/core'
import type { FieldGraph, FieldMap } from '@fieldmap/graph'

/** What commands do to the world; tests pass recorders. */
export interface Effects {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Milliseconds of a steady clock. */
  readonly clock: () => number
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Standard error is a terminal: progress is shown. */
  readonly isTerminal: boolean
  readonly exists: (path: string) => boolean
  readonly readFile: (path: string) => Promise<Uint8Array>
  /**
   * Makes the folders above and replaces the file only when the new one is complete and on the disk.
   *
   * @param order `shown`: readers get the new file as soon as it is complete; it is on the disk when this resolves.
   */
  readonly writeFile: (path: string, data: string | Uint8Array, order?: 'kept' | 'shown') => Promise<void>
  /** Removes a file, if it is there. */
  readonly removeFile: (path: string) => Promise<void>
  /** Starts a program without shell, detached, and does not wait for it. */
  readonly launch: (program: string, args: readonly string[]) => void
  /**
   * {@link analyse}, with other work going on meanwhile where that can be.
   *
   * @param encode the graph as its file, for one that is analysed elsewhere.
   */
  readonly analyse: (graph: FieldGraph, encode: (graph: FieldGraph) => Uint8Array) => Promise<FieldMap>
  /** Frees what the last work left, while nothing else waits; never needed. */
  readonly sweep: () => void
  /** Ends long work: the user pressed Ctrl-C. */
  readonly signal: AbortSignal
}

/** The real world. */
export function diskEffects(signal: AbortSignal): Effects {
  return {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    clock: () => performance.now(),
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stderr.isTTY === true,
    exists: existsSync,
    readFile: (path) => readFile(path),
    writeFile: replaceFile,
    removeFile: (path) => rm(path, { force: true }),
    launch: (program, args) => {
      const child = spawn(program, args, { detached: true, stdio: 'ignore' })
      child.on('error', () => undefined)
      child.unref()
    },
    analyse: async (graph) => analyse(graph),
    sweep: () => undefined,
    signal,
  }
}

/** Level by level: under a file system that makes no folders, `mkdir` with `recursive` never returns. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  try {
    await mkdir(path)
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

async function replaceFile(path: string, data: string | Uint8Array, order: 'kept' | 'shown' = 'kept'): Promise<void> {
  await makeFolder(dirname(path))
  await removeLeftovers(path)
  const partial = `${path}.${process.pid}.part`
  try {
    // Never through a link that stands there.
    await rm(partial, { force: true })
    const file = await open(partial, 'wx')
    try {
      await file.writeFile(data)
      if (order === 'kept') await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  if (order === 'shown') await syncFile(path)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What a run that was killed while it wrote this file left beside it. */
async function removeLeftovers(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)]
  for (const other of await readdir(folder)) {
    const pid = other.startsWith(`${name}.`) ? /^\.(\d+)\.part$/.exec(other.slice(name.length))?.[1] : undefined
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, other), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
