import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import { diskEffects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'
import { openPage, type WatchedPage } from './page.ts'
import { serveFolder } from './site.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A folder with decks and the maps in them, by http and as files. */
export interface DeckFolder {
  readonly write: (name: string, text: string) => void
  /** Copies a file of a package, as `reveal.js/dist/reveal.css`. */
  readonly copy: (from: string, name: string) => void
  /** Bundles a module into a classic script. */
  readonly bundle: (entry: string, name: string) => Promise<void>
  readonly address: (by: 'http' | 'file', name: string) => string
  readonly remove: () => void
}

/** Makes the folder, with `map.html`: the fixture as one file. */
export async function deckFolder(): Promise<DeckFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldmap deck '))
  const silent = { ...diskEffects(new AbortController().signal), cwd: folder, stdout: () => {}, stderr: () => {} }
  const code = await run(['export', '--graph', here('../fixtures/view'), '--format', 'html'], silent)
  if (code !== 0) throw new Error(`fieldmap export ended with ${code}`)
  const host = await serveFolder(folder)
  return {
    write: (name, text) => writeFileSync(join(folder, name), text),
    copy(from, name) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      copyFileSync(here(`../../node_modules/${from}`), join(folder, name))
    },
    async bundle(entry, name) {
      await build({
        configFile: false,
        logLevel: 'error',
        mode: 'production',
        define: { 'process.env.NODE_ENV': '"production"' },
        resolve: { conditions: ['source', 'module', 'browser', 'production'] },
        build: {
          outDir: folder,
          emptyOutDir: false,
          minify: false,
          lib: { entry: here(entry), name: 'deck', formats: ['iife'], fileName: () => name },
        },
      })
    },
    address: (by, name) => (by === 'http' ? host.url + name : pathToFileURL(join(folder, name)).href),
    remove() {
      host.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Opens a deck, in which every frame counts its WebGL contexts. */
export async function openDeck(browser: Browser, url: string): Promise<WatchedPage> {
  const watched = await openPage(browser, { viewport: { width: 1280, height: 720 } })
  const complaints: string[] = []
  watched.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  watched.page.on('pageerror', (error) => complaints.push(String(error)))
  await watched.page.addInitScript(countContexts)
  await watched.page.goto(url)
  return { page: watched.page, complaints }
}

/**
 * Counts the contexts that were given and not given back: not by what the browser has collected. Keeps the most there
 * were at a time in the frame, with the times, so that those of all frames can be added up.
 */
function countContexts(): void {
  const live = new Set<object>()
  const log: { readonly at: number; readonly count: number }[] = []
  Reflect.set(window, 'contexts', log)
  const note = (): void => void log.push({ at: performance.timeOrigin + performance.now(), count: live.size })
  const original = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    ...args: [string, ...unknown[]]
  ): ReturnType<typeof original> {
    const context: object | null = Reflect.apply(original, this, args)
    if (context !== null && /webgl/.test(args[0]) && !live.has(context)) {
      live.add(context)
      note()
    }
    return context as ReturnType<typeof original>
  } as typeof original
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const getExtension = kind.prototype.getExtension
    kind.prototype.getExtension = function (this: WebGLRenderingContext, name: string) {
      const extension = Reflect.apply(getExtension, this, [name])
      if (name !== 'WEBGL_lose_context' || extension === null) return extension
      return {
        restoreContext: () => extension.restoreContext(),
        loseContext: () => {
          live.delete(this)
          note()
          extension.loseContext()
        },
      }
    } as typeof getExtension
  }
}

/** The most WebGL contexts that all frames of a page had at one time. */
export async function mostContexts(page: Page): Promise<number> {
  const logs = await Promise.all(
    page
      .frames()
      .map((frame, i) =>
        frame.evaluate(
          (id) =>
            (Reflect.get(window, 'contexts') as { at: number; count: number }[]).map((entry) => ({ ...entry, id })),
          i,
        ),
      ),
  )
  const now = new Map<number, number>()
  let most = 0
  for (const { id, count } of logs.flat().sort((a, b) => a.at - b.at)) {
    now.set(id, count)
    most = Math.max(
      most,
      [...now.values()].reduce((sum, n) => sum + n, 0),
    )
  }
  return most
}

/** The frame of a map, found by a selector of its `<iframe>`. */
export async function frameOf(page: Page, selector: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector, { state: 'attached' })).contentFrame()
  if (frame === null) throw new Error(`${selector} is no frame`)
  return frame
}
