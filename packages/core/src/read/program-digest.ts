import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A digest of this program: the code of this package, the versions of what is installed beside it, and the engine. What
 * one program computed says nothing of what another would. Costs a read of the code, about a megabyte.
 */
export function programDigest(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const hash = createHash('sha256')
  hash.update(`${process.version} ${process.versions.unicode ?? ''}\n`)
  for (const file of codeFiles(root)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return hash.update(installed(root)).digest('hex')
}

function codeFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return codeFiles(path)
    return /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** What npm notes of the packages that it installed; empty where another tool did. */
function installed(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    try {
      return readFileSync(join(at, 'node_modules', '.package-lock.json'), 'utf8')
    } catch {
      // Further up, then.
    }
  }
  return ''
}
