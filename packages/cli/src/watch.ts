import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Milliseconds of quiet after a change before the sources are read again: editors save in several steps. */
const QUIET = 30

/**
 * Calls `changed` after files below the local paths changed, once for a burst of changes. Addresses are not watched.
 * Returns a function that ends watching.
 */
export async function watchPaths(paths: readonly string[], changed: () => void): Promise<() => void> {
  const watchers: FSWatcher[] = []
  let timer: NodeJS.Timeout | undefined
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined)
    if (kind === undefined) continue
    const watcher = watch(path, { recursive: kind.isDirectory() }, (_, name) => {
      if (name !== null && /(?:^|[/\\])(?:\.git|node_modules|fieldmap-out)(?:[/\\]|$)/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(changed, QUIET)
    })
    watcher.on('error', () => undefined)
    watchers.push(watcher)
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
