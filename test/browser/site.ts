import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { diskEffects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'
import { TYPES } from './serve.ts'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))

/** A map published by `fieldmap build --site`. */
export interface PublishedSite {
  readonly folder: string
  readonly remove: () => void
}

/** Publishes the seeds into a folder whose name has blanks. */
export async function publishSeeds(): Promise<PublishedSite> {
  const above = mkdtempSync(join(tmpdir(), 'fieldmap site '))
  const silent = { ...diskEffects(new AbortController().signal), stdout: () => {}, stderr: () => {}, cwd: above }
  const code = await run(['build', SEEDS, '--out', 'out', '--site', 'my map'], silent)
  if (code !== 0) throw new Error(`fieldmap build ended with ${code}`)
  return { folder: join(above, 'my map'), remove: () => rmSync(above, { recursive: true }) }
}

/** Publishes a folder into one of its own, with further flags of `build`. */
export async function publishFolder(cwd: string, site: string, ...flags: readonly string[]): Promise<void> {
  const silent = { ...diskEffects(new AbortController().signal), stdout: () => {}, stderr: () => {}, cwd }
  const code = await run(['build', '.', '--out', 'out', '--site', site, ...flags], silent)
  if (code !== 0) throw new Error(`fieldmap build ended with ${code}`)
}

/** The file that a host answers an address below `prefix` with; `undefined` where it has none. */
function fileOf(folder: string, prefix: string, url: string): { body: Buffer; type: string } | undefined {
  const path = decodeURIComponent(new URL(url, 'http://host').pathname)
  if (!path.startsWith(prefix)) return undefined
  const name = path.slice(prefix.length)
  const file = join(folder, name === '' ? 'index.html' : name)
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' }
}

/** Serves a folder as a plain static host does, below a path with blanks, without headers of its own but the type. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const prefix = '/a host/of maps/'
  const server = createServer((request, response) => {
    const file = fileOf(folder, prefix, request.url ?? '/')
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}${encodeURI(prefix)}`, close: () => void server.close() }
}

/** Answers an address of a public host from a folder, so that no network is asked. `change` may mend a file's text. */
export async function answerFor(
  page: Page,
  address: string,
  folder: string,
  change: (name: string, text: string) => string = (_, text) => text,
): Promise<void> {
  const { pathname } = new URL(address)
  await page.route(`${address}**`, async (route) => {
    const url = route.request().url()
    const file = fileOf(folder, pathname, url)
    if (file === undefined) return route.fulfill({ status: 404, body: '' })
    const name = new URL(url).pathname.slice(pathname.length)
    const body = file.type.startsWith('application/json') ? change(name, file.body.toString()) : file.body
    return route.fulfill({ body, contentType: file.type })
  })
}
