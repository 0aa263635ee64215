import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { type ChromiumSearch, startChromium } from './chromium.ts'
import { type RawField, seedField } from './field.ts'
import { openMap, openPage, textOf, type WatchedPage } from './page.ts'
import { serveViewer, type TestServer } from './serve.ts'

const search: ChromiumSearch = await startChromium()

/** What the tests of a file share: a browser, the seeds as their files say them, and the viewer that shows them. */
export interface Workplace {
  readonly browser: Browser
  readonly field: RawField
  readonly server: TestServer
  /** A page that shows the seeds, with this state. */
  readonly open: (hash?: string, options?: Parameters<typeof openPage>[1]) => Promise<WatchedPage>
}

/** Tests on the seeds in a real browser; skipped with the reason where none runs. */
export function describeJobs(name: string, tests: (at: () => Workplace) => void): void {
  describe.skipIf(search.status === 'missing')(name, () => {
    let place: Workplace | undefined
    beforeAll(async () => {
      if (search.status !== 'found') return
      const { browser } = search
      const field = await seedField()
      const server = await serveViewer(field.files)
      const open: Workplace['open'] = async (hash = '', options = {}) => {
        const watched = await openPage(browser, options)
        await openMap(watched.page, server.url + (hash === '' ? '' : `#${hash}`))
        return watched
      }
      place = { browser, field, server, open }
    })
    afterAll(async () => {
      await place?.browser.close()
      await place?.server.close()
    })
    tests(() => {
      if (place === undefined) throw new Error('not set up')
      return place
    })
  })
}

/** Presses Tab until what has the focus is called so; throws where nothing is. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press(key)
    const { name: focused } = await focusedOn(page)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
    seen.push(focused)
  }
  throw new Error(`Tab does not come to ${name}; it came to ${[...new Set(seen)].join(' | ')}`)
}

/** What has the focus, also inside of shadow trees. */
export function focusedOn(page: Page): Promise<{ readonly name: string; readonly tag: string }> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    // biome-ignore lint/performance/useDomNodeTextContent: what shows is what is tested
    const text = active instanceof HTMLElement ? active.innerText : ''
    const name = active?.getAttribute('aria-label') ?? text
    return { name: name.replace(/\s+/g, ' ').trim(), tag: active?.localName ?? '' }
  })
}

/** The names of the rows of a part of the card, as they read. */
export async function rowNames(part: Locator): Promise<readonly string[]> {
  const names = await part.locator('.row .name').allInnerTexts()
  return names.map((name) => name.replace(/\s+/g, ' ').trim())
}

/** Every line that a proof shows must stand in the files: its words, file and line. */
export async function expectTrue(field: RawField, proof: Locator): Promise<void> {
  const all = [
    ...field.nodes.flatMap(({ attributes }) => attributes.mentions),
    ...field.edges.flatMap(({ attributes }) => attributes.evidence),
  ]
  const said = new Set(all.map(({ source, line, quote }) => `${source}, line ${line}: ${flat(quote)}`))
  const items = await proof.locator('.says > li').all()
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) {
    const where = (await textOf(item.locator('.place'))).replace(/lines (\d+)–\d+/, 'line $1')
    for (const quote of (await textOf(item.locator('blockquote'))).split(' … ')) {
      expect(said).toContain(`${where}: ${flat(quote)}`)
    }
  }
}

export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The part of the card with this name. */
export function partOf(page: Page, name: string | RegExp): Locator {
  return page.locator('field-card').getByRole('region', { name })
}

/** The heading of the card. */
export function cardTitle(page: Page): Promise<string> {
  return textOf(page.locator('field-card h2').first()).then(flat)
}
