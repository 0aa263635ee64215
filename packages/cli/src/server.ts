import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type FileContents, HISTORY_JSON } from './build-files.ts'
import { CliError } from './cli-error.ts'
import { type ViewerFiles, withHistory, withTour } from './viewer-files.ts'

/** Serves the viewer and the files of the last build. */
export interface MapServer {
  readonly url: string
  /** Replaces the build's files and tells open pages. */
  readonly publish: (files: FileContents) => void
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'
/** Ports tried after the default one. */
const TRIES = 20

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
}

const HEADERS: Readonly<Record<string, string>> = {
  // The page says the same of itself (apps/viewer/vite.config.ts), for hosts that send no headers of one's own.
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/**
 * Starts the server on 127.0.0.1. Only the known paths are served; requests that name another host are refused, so that
 * no page elsewhere can reach it by a rebound name.
 *
 * @param port a fixed port, or undefined for 8137 or the next that is free.
 * @throws {CliError} where the port is taken.
 */
export async function startServer(viewer: ViewerFiles, port: number | undefined): Promise<MapServer> {
  let files: FileContents = {}
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => answer(request, response))
  const address = await listen(server, port)
  return {
    url: `http://${HOST}:${address}/`,
    publish(next) {
      files = next
      for (const listener of listeners) listener.write('event: change\ndata: {}\n\n')
    },
    close: () =>
      new Promise((done) => {
        for (const listener of listeners) listener.end()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const host = request.headers.host?.replace(/:\d+$/, '')
    const path = pathOf(request.url)
    const built = files[path]
    const file = viewer.get(path)
    if (host !== HOST && host !== 'localhost') send(response, 403, 'txt', 'This server answers on 127.0.0.1 only.\n')
    else if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'txt', 'Only GET and HEAD.\n')
    else if (path === 'events') listenTo(response)
    else if (built !== undefined) send(response, 200, extension(path), built)
    else if (file === undefined) send(response, 404, 'txt', 'Not found.\n')
    else send(response, 200, extension(path), path === 'index.html' ? livePage(file, HISTORY_JSON in files) : file)
  }

  function listenTo(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' })
    response.write(': connected\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }
}

/** The page with its tour, its history where there is one, and the mark by which it listens for new builds. */
function livePage(page: Uint8Array, hasHistory: boolean): string {
  const toured = withTour(new TextDecoder().decode(page))
  return (hasHistory ? withHistory(toured) : toured).replace(
    '</head>',
    '<meta name="fieldmap-live" content="events"></head>',
  )
}

function pathOf(url: string | undefined): string {
  const path = (url ?? '/').replace(/[?#].*$/s, '').replace(/^\/+/, '')
  return path === '' ? 'index.html' : path
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': TYPES[type] ?? 'application/octet-stream' })
  response.end(body)
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  const first = port ?? 8137
  for (let at = first; at < first + (port === undefined ? TRIES : 1); at++) {
    const taken = await new Promise<number | undefined>((done) => {
      server.once('error', () => done(undefined))
      server.listen(at, HOST, () => {
        server.removeAllListeners('error')
        const address = server.address()
        done(typeof address === 'object' && address !== null ? address.port : undefined)
      })
    })
    if (taken !== undefined) return taken
    server.removeAllListeners('error')
  }
  throw new CliError(`Port ${first} is taken.`, 'Choose another by --port N.')
}
