import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VIEWER = fileURLToPath(new URL('../../apps/viewer/dist/', import.meta.url))
const FIXTURE = fileURLToPath(new URL('../fixtures/view/', import.meta.url))

/** Content types by ending. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Stricter than any host needs: no inline script or style, no eval, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

export interface TestServer {
  readonly url: string
  /** Answers a path with this text from now on. */
  readonly put: (path: string, text: string) => void
  /** Tells open pages that the files changed. */
  readonly tell: () => void
  /** Hangs up on the pages that listen. */
  readonly dropListeners: () => void
  readonly close: () => Promise<void>
}

/**
 * Serves the built viewer with the fixture graph, or other files, on a random port of 127.0.0.1, under a sub-path as a
 * host would.
 */
export async function serveViewer(files: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  if (!existsSync(join(VIEWER, 'index.html')))
    throw new Error('Build the viewer first: npm run build -w @fieldmap/viewer')
  const texts = new Map(Object.entries(files))
  const listeners = new Map<(text: string) => void, ServerResponse>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).replace(/^\/map\//, '')
    if (path === 'events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': connected\n\n')
      const listener = (text: string): void => void response.write(text)
      listeners.set(listener, response)
      response.on('close', () => listeners.delete(listener))
      return
    }
    const name = path === '' ? 'index.html' : path
    const file = [join(VIEWER, name), join(FIXTURE, name)].find((candidate) =>
      statSync(candidate, { throwIfNoEntry: false })?.isFile(),
    )
    const body = texts.get(name) ?? (file === undefined ? undefined : readFileSync(file))
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, 'Content-Security-Policy': POLICY })
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/map/`,
    put: (path, text) => texts.set(path, text),
    tell: () => {
      for (const listener of listeners.keys()) listener('event: change\ndata: {}\n\n')
    },
    dropListeners: () => {
      for (const response of listeners.values()) response.destroy()
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The text of a file of the fixture. */
export function fixture(name: 'graph.json' | 'map.json'): string {
  return readFileSync(join(FIXTURE, name), 'utf8')
}
