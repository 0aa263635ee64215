import { execFile } from 'node:child_process'
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a path leads to, symbolic links followed. */
export interface PathStatus {
  readonly kind: 'file' | 'folder' | 'other'
  /** In bytes. */
  readonly size: number
}

export interface GitCall {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input?: string
  readonly signal?: AbortSignal
}

export interface GitOutcome {
  /** Exit code; -1 where git did not start or was ended. */
  readonly code: number
  readonly stdout: Uint8Array
  readonly stderr: string
  /** Set where there is no `git` to start. */
  readonly isMissing?: boolean
}

/** Everything that the stage does to the world, so that tests can let it fail. All but `git` reject with Node's errors. */
export interface ReadEffects {
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly stat: (path: string) => Promise<PathStatus>
  readonly realpath: (path: string) => Promise<string>
  /** Names in a folder with what they are themselves; symbolic links are not followed. */
  readonly list: (folder: string) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>
  /** Runs git with these arguments and this environment, without a shell. Never rejects. */
  readonly git: (args: readonly string[], call: GitCall) => Promise<GitOutcome>
  readonly makeTemporaryFolder: () => Promise<string>
  readonly removeFolder: (path: string) => Promise<void>
}

/** More than the largest batch of files that is read at once. */
const MAX_OUTPUT = 1024 * 1024 * 1024

/** The effects on the machine that runs the program. */
export const diskEffects: ReadEffects = {
  readFile: (path) => readFile(path),
  stat: async (path) => statusOf(await stat(path)),
  realpath: (path) => realpath(path),
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map(namedEntry),
  git: runGit,
  makeTemporaryFolder: () => mkdtemp(join(tmpdir(), 'fieldmap-')),
  removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
}

/**
 * The same for files that were read a moment ago: the system still has them in memory, and to ask for one takes less
 * time than to hand each call to another thread and wait for it.
 */
export const pageCacheEffects: ReadEffects = {
  ...diskEffects,
  readFile: async (path) => readFileSync(path),
  stat: async (path) => statusOf(statSync(path)),
  realpath: async (path) => realpathSync.native(path),
  list: async (folder) => readdirSync(folder, { withFileTypes: true }).map(namedEntry),
}

function statusOf(status: Stats): PathStatus {
  return { kind: status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other', size: status.size }
}

function namedEntry(entry: Dirent): { readonly name: string; readonly isFolder: boolean } {
  return { name: entry.name, isFolder: entry.isDirectory() }
}

function runGit(args: readonly string[], { cwd, env, input, signal }: GitCall): Promise<GitOutcome> {
  return new Promise((resolve) => {
    const options = { cwd, env, encoding: 'buffer' as const, maxBuffer: MAX_OUTPUT, ...(signal && { signal }) }
    const child = execFile('git', [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      const isMissing = error?.code === 'ENOENT'
      resolve({ code, stdout, stderr: stderr.toString('utf8'), ...(isMissing && { isMissing }) })
    })
    child.stdin?.on('error', () => {}) // git may end before it has read all; its exit code says so
    child.stdin?.end(input ?? '')
  })
}
