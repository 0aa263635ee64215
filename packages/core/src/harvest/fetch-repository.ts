import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnits } from '@fieldmap/graph'
import { diskEffects } from '../read/effects.ts'
import { type GitPlace, git, outputText } from '../read/git.ts'
import { InputError } from '../read/input-error.ts'
import { boundedFetch, type FetchLimits, type FetchOutcome } from './bounded-git.ts'
import { type FetchFailure, FetchProblem } from './fetch-problem.ts'
import type { RepositoryText } from './read-readme.ts'
import type { RepositoryContents } from './read-repository.ts'

export interface FetchOptions {
  /** Folder of the cache. */
  readonly cache: string
  readonly limits: FetchLimits
  /** Addresses may lead to repositories on this machine (by git's `insteadOf`, for instance). */
  readonly allowFile: boolean
  /** Ask the host again although the cache holds a commit. */
  readonly refresh: boolean
  readonly signal?: AbortSignal
}

export type FetchedRepository =
  | { readonly kind: 'fetched'; readonly contents: RepositoryContents; readonly isCached: boolean }
  | { readonly kind: 'failed'; readonly reason: FetchFailure; readonly message: string }

/** The newest commit is kept under this name. */
const HEAD = 'refs/fieldmap/head'
/** Written last: a folder without it is an unfinished fetch and starts anew. */
const DONE = 'fieldmap-harvest.json'
/** The largest file that is read, in bytes: READMEs and configurations are smaller, data is not. */
const TEXT_LIMIT = 512 * 1024
/** Paths of a repository that are looked at. */
const MAX_PATHS = 200_000

/**
 * Brings the newest commit of a repository into the cache, its folders but no file contents (`--depth=1
 * --filter=blob:none`), and then the contents of the files that are asked for, and no others. Nothing is checked out,
 * so that no filter, hook, submodule, LFS file or link of the repository has any effect. What the cache holds is used as
 * it is, unless `refresh`; where the host fails then, the cached commit serves.
 *
 * Reading throws a FetchProblem where the host does not give the files.
 *
 * @throws InputError where git is not installed, and the reason of `signal` after an abort.
 */
export async function fetchRepository(
  { id, url }: { readonly id: string; readonly url: string },
  options: FetchOptions,
): Promise<FetchedRepository> {
  const folder = join(options.cache, 'repositories', folderName(id))
  const known = await cachedCommit(folder)
  const cached = known === undefined ? undefined : await opened(folder, known, options, true)
  if (cached !== undefined && !options.refresh) return cached
  if (cached === undefined) await startRepository(folder, url, options)
  const outcome = await fetchHead(folder, options)
  const commit = outcome.kind === 'done' ? await headOf(folder, options) : undefined
  const fresh = commit === undefined ? undefined : await opened(folder, commit, options, false)
  if (commit !== undefined && fresh !== undefined) {
    await writeDone(folder, { id, commit })
    return fresh
  }
  if (cached !== undefined) return cached
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  const { reason, message } = problemOf(outcome, options.limits)
  return { kind: 'failed', reason, message }
}

/** One folder a repository; hostile names cannot leave the cache. */
function folderName(id: string): string {
  const plain = id
    .replace(/[^\w.-]+/g, '+')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
  return `${plain}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`
}

function placeOf(folder: string, signal: AbortSignal | undefined): GitPlace {
  return { effects: diskEffects, cwd: folder, ...(signal && { signal }) }
}

async function startRepository(folder: string, url: string, { signal }: FetchOptions): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  await mkdir(folder, { recursive: true })
  const place = placeOf(folder, signal)
  await git(place, ['init', '--quiet', '--bare', '--template='])
  const settings = {
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.url': url,
    'remote.origin.promisor': 'true',
    'remote.origin.partialCloneFilter': 'blob:none',
  }
  for (const [name, value] of Object.entries(settings)) await git(place, ['config', name, value])
}

async function fetchHead(folder: string, { limits, allowFile, signal }: FetchOptions): Promise<FetchOutcome> {
  const quiet = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance', '--no-write-fetch-head']
  const args = [...quiet, '--depth=1', '--filter=blob:none', '--end-of-options', 'origin', `+HEAD:${HEAD}`]
  const outcome = await boundedFetch(folder, args, { limits, allowFile, ...(signal && { signal }) })
  if (outcome.kind === 'no-git')
    throw new InputError('git was not found', 'install git and make sure that it is on the PATH')
  return outcome
}

async function headOf(folder: string, { signal }: FetchOptions): Promise<string | undefined> {
  const outcome = await git(placeOf(folder, signal), ['rev-parse', '--verify', '--quiet', `${HEAD}^{commit}`])
  const commit = outputText(outcome).trim()
  return outcome.code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
}

async function cachedCommit(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, DONE), 'utf8').catch(() => '')
  return /"commit":"([0-9a-f]{40,64})"/.exec(text)?.[1]
}

async function writeDone(folder: string, record: Readonly<Record<string, string>>): Promise<void> {
  const path = join(folder, DONE)
  await writeFile(`${path}.part`, `${JSON.stringify(record)}\n`)
  await rename(`${path}.part`, path)
}

function problemOf(outcome: FetchOutcome, limits: FetchLimits): FetchProblem {
  switch (outcome.kind) {
    case 'too-large':
      return new FetchProblem('too-large', `more than ${megabytes(limits.bytes)} MB; cut off`)
    case 'too-slow':
      return new FetchProblem('too-slow', `more than ${limits.milliseconds / 1000} s; cut off`)
    case 'failed':
      if (/not our ref|bad object/i.test(outcome.message)) return new FetchProblem('incomplete', outcome.message)
      return /couldn't find remote ref HEAD/i.test(outcome.message)
        ? new FetchProblem('empty', 'it has no commits')
        : new FetchProblem('unreachable', outcome.message)
    case 'done':
    case 'no-git':
      return new FetchProblem('empty', 'it has no commits')
    default:
      return outcome satisfies never
  }
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e5) / 10)
}

interface TreeEntry {
  readonly path: string
  readonly oid: string
}

/** Undefined where the cache is damaged. */
async function opened(
  folder: string,
  commit: string,
  options: FetchOptions,
  isCached: boolean,
): Promise<FetchedRepository | undefined> {
  const entries = await listFiles(folder, commit, options)
  if (entries === undefined) return undefined
  const byPath = new Map(entries.map(({ path, oid }) => [path, oid]))
  return {
    kind: 'fetched',
    isCached,
    contents: {
      commit,
      paths: entries.map(({ path }) => path),
      async read(paths) {
        const wanted = paths.flatMap((path): TreeEntry[] => {
          const oid = byPath.get(path)
          return oid === undefined ? [] : [{ path, oid }]
        })
        return readTexts(folder, wanted, options)
      },
    },
  }
}

/** Plain files alone: links lead elsewhere, submodules are other repositories. Names that are no UTF-8 are left out. */
async function listFiles(
  folder: string,
  commit: string,
  { signal }: FetchOptions,
): Promise<readonly TreeEntry[] | undefined> {
  const outcome = await git(placeOf(folder, signal), ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit])
  if (outcome.code !== 0) return undefined
  const entries: TreeEntry[] = []
  for (const record of outputText(outcome).split('\0').slice(0, MAX_PATHS)) {
    const [, oid, path] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(record) ?? []
    if (oid !== undefined && path !== undefined && !/[\p{Cc}\uFFFD]/u.test(path)) entries.push({ path, oid })
  }
  return entries.sort((a, b) => byCodeUnits(a.path, b.path))
}

async function readTexts(
  folder: string,
  wanted: readonly TreeEntry[],
  options: FetchOptions,
): Promise<readonly RepositoryText[]> {
  if (wanted.length === 0) return []
  const { limits, allowFile, signal } = options
  const missing = (await sizes(folder, wanted, options)).flatMap(({ oid, size }) => (size === undefined ? [oid] : []))
  if (missing.length > 0) {
    const quiet = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance', '--no-write-fetch-head']
    const outcome = await boundedFetch(
      folder,
      [...quiet, '--filter=blob:none', '--stdin', '--end-of-options', 'origin'],
      {
        limits,
        allowFile,
        input: missing.map((oid) => `${oid}\n`).join(''),
        ...(signal && { signal }),
      },
    )
    if (outcome.kind !== 'done') throw problemOf(outcome, limits)
  }
  const small = (await sizes(folder, wanted, options)).filter(({ size }) => size !== undefined && size <= TEXT_LIMIT)
  const texts: RepositoryText[] = []
  for (const { path, oid } of small) {
    const outcome = await git(placeOf(folder, signal), ['cat-file', 'blob', oid])
    if (outcome.code === 0 && !outcome.stdout.includes(0)) texts.push({ path, text: decode(outcome.stdout) })
  }
  return texts
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Sizes of what is here already; asking for what is not would make git fetch it, one file at a time. */
async function sizes(
  folder: string,
  wanted: readonly TreeEntry[],
  { signal }: FetchOptions,
): Promise<readonly (TreeEntry & { readonly size?: number })[]> {
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname) %(objectsize)']
  const known = new Map<string, number>()
  for (const line of outputText(await git(placeOf(folder, signal), args)).split('\n')) {
    const [oid = '', size = ''] = line.split(' ')
    if (/^\d+$/.test(size)) known.set(oid, Number(size))
  }
  return wanted.map((entry) => {
    const size = known.get(entry.oid)
    return size === undefined ? entry : { ...entry, size }
  })
}
