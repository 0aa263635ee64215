import type { Effects } from './effects.ts'

/** Opens an address in the browser of a desktop: not in a terminal over SSH, in CI, or without a display. */
export function openBrowser(url: string, platform: NodeJS.Platform, { env, isTerminal, launch }: Effects): boolean {
  if (!isTerminal || env.CI !== undefined || env.SSH_CONNECTION !== undefined) return false
  if (platform === 'darwin') launch('open', [url])
  else if (platform === 'win32') launch('explorer.exe', [url])
  else if (env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined) launch('xdg-open', [url])
  else return false
  return true
}
