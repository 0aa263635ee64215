import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Effects } from './effects.ts'

/** Where the user's machine keeps what may be deleted at any time: `fieldmap` in the cache folder of the system. */
export function cacheFolder({ env }: Pick<Effects, 'env'>): string {
  const home = homedir()
  const named = env.XDG_CACHE_HOME ?? ''
  if (named !== '') return join(named, 'fieldmap')
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'fieldmap')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'fieldmap', 'cache')
  return join(home, '.cache', 'fieldmap')
}
