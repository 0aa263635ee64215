import { type FSWatcher, realpathSync, statSync, type WatchListener, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'

/** Milliseconds of quiet after a change before the sources are read again: editors save in several steps. */
const QUIET = 15
/** The same after a source was written in place: it is emptied and filled within a few. */
const QUIET_IN_PLACE = 4
/** Folders watched at most; a tree of more is no folder of lists. */
const MOST_FOLDERS = 4_000
/** Their content is no source, and changes all the time. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules', 'fieldmap-out'])

/** What is watched, and what for. */
export interface Watched {
  /** Local paths. */
  readonly paths: readonly string[]
  /** Nothing below these counts. */
  readonly ignored: readonly string[]
  /** Whether the file at a real path was read as a source: of such one a whole save is known. */
  readonly isSource: (path: string) => boolean
}

/**
 * Calls `changed` after files below the local paths changed, once for a burst of changes; at once after a file took the
 * place of a source, since that is whole. Whatever is read too early is told of again: a file that is still written
 * changes once more. Folders are watched, not files: a file that is replaced, removed or comes back is followed by its
 * name. Addresses are not watched. Returns a function that ends watching.
 */
export async function watchPaths({ paths, ignored, isSource }: Watched, changed: () => void): Promise<() => void> {
  const folders = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  let isOver = false
  const isIgnored = (path: string): boolean =>
    LEFT_OUT.has(basename(path)) || ignored.some((other) => path === other || path.startsWith(other + sep))
  const tell = (quiet = QUIET): void => {
    // What is due is read after this change, too.
    if (isOver || isDue) return
    clearTimeout(timer)
    isDue = quiet === 0
    timer = setTimeout(() => {
      isDue = false
      changed()
    }, quiet)
  }
  const forget = (folder: string): void => {
    for (const [path, watcher] of folders) {
      if (path !== folder && !path.startsWith(folder + sep)) continue
      watcher.close()
      folders.delete(path)
    }
  }
  const watchFolder = async (folder: string): Promise<void> => {
    if (isOver || folders.size >= MOST_FOLDERS || folders.has(folder)) return
    const watcher = tryWatch(folder, (event, name) => {
      const path = name === null ? folder : join(folder, name)
      if (isIgnored(path)) return
      tell(quietAfter(event, path, isSource))
      if (event === 'rename' && path !== folder) void refresh(path)
    })
    if (watcher === undefined) return
    folders.set(folder, watcher)
    for (const name of await foldersIn(folder)) {
      if (!isIgnored(join(folder, name))) await watchFolder(join(folder, name))
    }
  }
  /** A folder that comes back is another one than the one that was watched under its name. */
  const refresh = async (path: string): Promise<void> => {
    forget(path)
    if ((await kindOf(path)) !== 'folder') return
    await watchFolder(path)
    // What came with the folder may have come before it was watched.
    tell()
  }

  const roots = paths.map((path) =>
    tryWatch(dirname(path), (event, name) => {
      if (name !== null && name !== basename(path)) return
      tell(quietAfter(event, path, isSource))
      if (event === 'rename') void refresh(path)
    }),
  )
  for (const path of paths) if ((await kindOf(path)) === 'folder') await watchFolder(path)
  return () => {
    isOver = true
    clearTimeout(timer)
    for (const watcher of [...roots, ...folders.values()]) watcher?.close()
    folders.clear()
  }
}

/** Milliseconds to wait for more after an event of a path; `rename`: another file than before has its name. */
function quietAfter(event: string, path: string, isSource: Watched['isSource']): number {
  try {
    const status = statSync(path)
    if (!status.isFile() || status.size === 0 || !isSource(realpathSync.native(path))) return QUIET
    return event === 'rename' ? 0 : QUIET_IN_PLACE
  } catch {
    return QUIET // it is gone, for good or until it is saved
  }
}

/** `undefined` where there is nothing to watch, or the system watches no more. */
function tryWatch(path: string, listener: WatchListener<string>): FSWatcher | undefined {
  try {
    return watch(path, listener).on('error', () => undefined)
  } catch {
    return undefined
  }
}

async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  const status = await stat(path).catch(() => undefined)
  return status === undefined ? undefined : status.isDirectory() ? 'folder' : 'other'
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
