import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { HISTORY_JSON, TOUR_JSON } from './build-files.ts'
import { CliError } from './cli-error.ts'

/** The built viewer: file contents by path, `/` separated. */
export type ViewerFiles = ReadonlyMap<string, Uint8Array>

/** The viewer's page with a tour beside the graph. */
export function withTour(page: string): string {
  return page.replace('<field-map ', `<field-map tour="${TOUR_JSON}" `)
}

/** The viewer's page with a history beside the graph. */
export function withHistory(page: string): string {
  return page.replace('<field-map ', `<field-map history="${HISTORY_JSON}" `)
}

/** Reads the built viewer that ships with the command. @throws {CliError} where it is not built. */
export function readViewer(): ViewerFiles {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@fieldmap/viewer/package.json')), 'dist')
  const files = new Map<string, Uint8Array>()
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files.set(relative(folder, path).split(sep).join('/'), readFileSync(path))
    }
  } catch {
    files.clear()
  }
  if (!files.has('index.html'))
    throw new CliError('The viewer is not built.', 'Run `npm run build` in the repository of Fieldmap.')
  return files
}
