import { join, relative, sep } from 'node:path'
import { byCodeUnits } from '@fieldmap/graph'
import { asCommitted, mayBeConverted } from './as-committed.ts'
import type { ReadEffects } from './effects.ts'
import { type GitPlace, git, outputText } from './git.ts'
import { FILE_LIMIT } from './limits.ts'
import { pathInside, type SourceTree, type TreeFile, type TreeListing } from './source-tree.ts'

/** A folder on disk, and where it stands in a repository. */
export interface DiskFolder {
  /** Absolute, links resolved. */
  readonly folder: string
  readonly name: string
  readonly prefix: string
  readonly isTracked: boolean
}

/** Nothing that anyone would list lies deeper, and a circle of mounts has no end. */
const MAX_DEPTH = 32

/** Files that are read at once: as many as wait for the disk, not for memory. */
const AT_ONCE = 8

/**
 * Reads a folder from disk. Symbolic links are followed as long as they stay within the folder. A file that git wrote in
 * another form than it keeps it, as with CRLF for LF, is read as git keeps it.
 */
export function diskTree(place: GitPlace, disk: DiskFolder): SourceTree {
  const { effects, signal } = place
  return {
    name: disk.name,
    prefix: disk.prefix,
    async top() {
      const entries = await effects.list(disk.folder)
      const files = entries.filter(({ isFolder }) => !isFolder)
      return files.map(({ name }) => name).sort(byCodeUnits)
    },
    async list() {
      if (disk.isTracked) return trackedFiles({ ...place, cwd: disk.folder })
      const files: string[] = []
      await walk(effects, disk.folder, '', files)
      return { files: files.sort(byCodeUnits), submodules: [] }
    },
    async read(paths) {
      const files: FoundFile[] = []
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        signal?.throwIfAborted()
        const next = paths.slice(at, at + AT_ONCE)
        files.push(...(await Promise.all(next.map((path) => readOne(effects, disk.folder, path)))))
      }
      return disk.isTracked ? committed({ ...place, cwd: disk.folder }, files) : files
    },
  }
}

/** A file, and where it stands in the folder, links followed. */
type FoundFile = TreeFile & { readonly at?: string }

async function committed(place: GitPlace, files: readonly FoundFile[]): Promise<readonly TreeFile[]> {
  const paths = files.flatMap((file) => {
    return file.kind === 'file' && file.at !== undefined && mayBeConverted(file.bytes) ? [file.at] : []
  })
  if (paths.length === 0) return files
  const args = ['--literal-pathspecs', 'ls-files', '--cached', '--stage', '-z', '--', ...paths]
  const outcome = await git(place, args)
  const oids = new Map<string, string>()
  for (const record of outputText(outcome).split('\0')) {
    const [, oid, path] = /^100\d+ ([0-9a-f]+) 0\t(.*)$/s.exec(record) ?? []
    if (oid !== undefined && path !== undefined) oids.set(path, oid)
  }
  return files.map((file) => {
    const oid = oids.get(file.at ?? '')
    return file.kind === 'file' && oid !== undefined ? { ...file, bytes: asCommitted(file.bytes, oid) } : file
  })
}

async function readOne(effects: ReadEffects, folder: string, path: string): Promise<FoundFile> {
  const inside = pathInside(path)
  if (inside === undefined) return { kind: 'outside' }
  try {
    const real = await effects.realpath(join(folder, inside))
    if (real !== folder && !real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return { kind: 'outside' }
    const status = await effects.stat(real)
    if (status.kind === 'folder') return { kind: 'folder' }
    if (status.kind === 'other') return { kind: 'unreadable', reason: 'it is not a regular file' }
    if (status.size > FILE_LIMIT) return { kind: 'too-large', bytes: status.size }
    const at = relative(folder, real).split(sep).join('/')
    return { kind: 'file', bytes: await effects.readFile(real), at }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing(effects, folder, inside)
    if (code === 'ELOOP') return { kind: 'outside' }
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** An empty folder where a file should be is a submodule that was not checked out; a link to nothing leads outside. */
async function missing(effects: ReadEffects, folder: string, path: string): Promise<TreeFile> {
  const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  try {
    const entries = await effects.list(join(folder, parent))
    if (entries.some(({ name }) => name === path.slice(parent === '' ? 0 : parent.length + 1)))
      return { kind: 'outside' }
    return parent !== '' && entries.length === 0 ? { kind: 'submodule' } : { kind: 'missing' }
  } catch {
    return { kind: 'missing' }
  }
}

async function trackedFiles(place: GitPlace): Promise<TreeListing> {
  const outcome = await git(place, ['ls-files', '--cached', '--stage', '-z', '--', '.'])
  const files = new Set<string>()
  const submodules = new Set<string>()
  for (const record of outputText(outcome).split('\0')) {
    const [, mode, path] = /^(\d+) [0-9a-f]+ \d\t(.*)$/s.exec(record) ?? []
    if (path !== undefined) (mode === '160000' ? submodules : files).add(path)
  }
  return { files: [...files].sort(byCodeUnits), submodules: [...submodules].sort(byCodeUnits) }
}

async function walk(effects: ReadEffects, folder: string, prefix: string, files: string[], depth = 0): Promise<void> {
  for (const { name, isFolder } of await effects.list(folder)) {
    if (!isFolder) files.push(prefix + name)
    else if (depth < MAX_DEPTH && !name.startsWith('.') && name !== 'node_modules') {
      await walk(effects, join(folder, name), `${prefix}${name}/`, files, depth + 1)
    }
  }
}
