import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { papersOf } from './field.ts'
import { describeJobs } from './jobs.ts'
import { openMap, whenDrawn } from './page.ts'
import { serveViewer } from './serve.ts'

/** What a reader does at random: clicks, keys, choices. */
type Act = (page: Page) => Promise<unknown>

const map = (page: Page) => page.locator('field-map')

const clickSomewhere = fc
  .tuple(fc.double({ min: 0.1, max: 0.8, noNaN: true }), fc.double({ min: 0.1, max: 0.8, noNaN: true }), fc.boolean())
  .map(
    ([x, y, shift]): Act =>
      async (page) => {
        const box = await map(page).boundingBox()
        if (box === null) return
        if (shift) await page.keyboard.down('Shift')
        await page.mouse.click(box.x + x * box.width, box.y + y * box.height)
        if (shift) await page.keyboard.up('Shift')
      },
  )
const press = fc.constantFrom('Escape', 't', 'Tab', 'Enter', 'ArrowRight', 'ArrowDown', '+', '-', '0').map(
  (key): Act =>
    (page) =>
      page.keyboard.press(key),
)
const button = (names: readonly (string | RegExp)[]) =>
  fc.constantFrom(...names).map(
    (name): Act =>
      async (page) => {
        const found = page.getByRole('button', { name }).first()
        if (await found.isVisible()) await found.click()
      },
  )
const click = button([
  'Venues',
  'Communities',
  'Years',
  'Subfields',
  /^with code/,
  /^importance 2/,
  /^evidence B/,
  'Show all',
  'Closer',
  'List',
  '2 steps',
  'Show them on the map',
  /^Combine/,
  'Clear filters',
  'Dark',
  'Light',
  'Title',
])
const row = fc.nat({ max: 9 }).map(
  (i): Act =>
    async (page) => {
      const found = page.locator('field-card .row').nth(i)
      if (await found.isVisible()) await found.click()
    },
)
const choose = fc.nat().map(
  (i): Act =>
    async (page) => {
      await page.evaluate((n) => {
        const element = document.querySelector('field-map')
        const keys = element?.graph?.nodes().toSorted() ?? []
        element?.choose([keys[n % keys.length] ?? ''])
      }, i)
    },
)
const act: fc.Arbitrary<Act> = fc.oneof(clickSomewhere, press, click, click, row, choose)

function stateOf(page: Page): Promise<unknown> {
  return page.evaluate(() => document.querySelector('field-map')?.state)
}

function lengthOf(page: Page): Promise<number> {
  return page.evaluate(() => history.length)
}

describeJobs('the history', (at) => {
  it('after whatever was done a reload gives the same state, and Back leads to the first', {
    timeout: 180_000,
  }, async () => {
    const { browser } = at()
    const server = await serveViewer() // a small field: what is tested is the page
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    const complaints: string[] = []
    const sequences = fc.sample(fc.array(act, { minLength: 3, maxLength: 7 }), { numRuns: 20, seed: 20 })
    for (const [run, acts] of sequences.entries()) {
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      await openMap(page, server.url)
      const first = await stateOf(page)
      const entries = await lengthOf(page)
      for (const one of acts) await one(page)
      const last = await stateOf(page)
      await page.reload()
      await whenDrawn(page)
      expect({ run, state: await stateOf(page) }).toEqual({ run, state: last })
      for (let steps = (await lengthOf(page)) - entries; steps > 0; steps--) {
        await page.evaluate(
          () =>
            new Promise((done) => {
              window.addEventListener('popstate', done, { once: true })
              history.back()
            }),
        )
      }
      // Where the camera went before the first choice belongs to the first entry.
      expect({ run, state: { ...(first as object), camera: null } }).toEqual({
        run,
        state: { ...((await stateOf(page)) as object), camera: null },
      })
      await page.close()
    }
    expect(complaints).toEqual([])
    await context.close()
    await server.close()
  })

  it('goes Back and Forward through what was asked', async () => {
    const { field, open } = at()
    const [one, other] = papersOf(field).map(({ key }) => key)
    const { page } = await open()
    const go = (key = ''): Promise<void> =>
      page.evaluate((chosen) => document.querySelector('field-map')?.choose([chosen]), key)
    const chosen = (): Promise<readonly string[] | undefined> =>
      page.evaluate(() => document.querySelector('field-map')?.state.selection)
    await go(one)
    await go(other)
    await page.goBack()
    await expect.poll(chosen).toEqual([one])
    await page.goBack()
    await expect.poll(chosen).toEqual([])
    await page.goForward()
    await page.goForward()
    await expect.poll(chosen).toEqual([other])
    await page.context().close()
  })
})
