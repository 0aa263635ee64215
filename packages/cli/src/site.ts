import { join } from 'node:path'
import type { Effects } from './effects.ts'
import { readViewer } from './viewer-files.ts'

/** Writes the viewer and the files of a build into a folder that any static host or sub-path can serve. */
export async function writeSite(
  folder: string,
  files: Readonly<Record<string, string>>,
  effects: Effects,
): Promise<void> {
  for (const [path, data] of readViewer()) await effects.writeFile(join(folder, path), data)
  for (const [name, text] of Object.entries(files)) await effects.writeFile(join(folder, name), text)
  // Hosts that run a site generator would leave out files that begin with an underscore.
  await effects.writeFile(join(folder, '.nojekyll'), '')
}
