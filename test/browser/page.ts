import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { FieldPageElement } from '../../apps/viewer/src/field-page.ts'

/** A page, what it complained of, and whom it asked. */
export interface WatchedPage {
  readonly page: Page
  /** Errors and warnings of the console, uncaught errors, and requests to other origins. */
  readonly complaints: readonly string[]
}

/** What the tests read of `<field-map>`. */
export interface Drawn {
  readonly hash: string
  readonly renderer: string
  readonly selection: readonly string[]
  readonly nodes: readonly { readonly key: string; readonly emphasis: string }[]
  readonly labels: readonly string[]
}

/** Opens a page that watches itself. Motion is reduced, so that what is drawn is what will be. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) complaints.push(`asked ${request.url()}`)
  })
  return { page, complaints }
}

/** Goes to an address and waits until the map is drawn. */
export async function openMap(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await whenDrawn(page)
}

/** Waits until the map is drawn and the panels round it, if there are any, can be used. */
export async function whenDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const around = document.querySelector<FieldPageElement>('field-page')
    const isUsable = around === null || around.context !== undefined
    return document.querySelector('field-map')?.scene !== undefined && isUsable
  })
  await page.evaluate(async () => {
    const around = document.querySelector<FieldPageElement>('field-page')
    await around?.updateComplete
    await around?.shadowRoot?.querySelector<FieldPageElement>('field-search')?.updateComplete
  })
}

/** What is drawn now. */
export function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const map = document.querySelector('field-map')
    const { nodes = [], labels = [] } = map?.scene ?? {}
    return {
      hash: map?.hash ?? '',
      renderer: map?.renderer ?? '',
      selection: map?.state.selection ?? [],
      nodes: nodes.map(({ key, emphasis }) => ({ key, emphasis })),
      labels: labels.map(({ lines }) => lines.map(({ text }) => text).join(' ')),
    }
  })
}

/** Clicks the middle of a mark, region name or region, found by its box in the scene. */
export async function clickOn(page: Page, key: string, what: 'nodes' | 'labels' | 'regions' = 'nodes'): Promise<void> {
  const place = await page.evaluate(
    ([wanted, list]) => {
      const map = document.querySelector('field-map')
      const item = map?.scene?.[list].find((candidate) => candidate.key === wanted)
      const stage = map?.getBoundingClientRect()
      if (item === undefined || stage === undefined) return undefined
      const { x, y, width, height } = item.box
      return { x: stage.x + x + width / 2, y: stage.y + y + height / 2 }
    },
    [key, what] as const,
  )
  if (place === undefined) throw new Error(`${key} is not drawn`)
  await page.mouse.click(place.x, place.y)
}

/** The text that a reader sees there: empty where nothing shows, be it for want of a font. */
export function textOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what shows is what is tested
  return locator.innerText()
}
