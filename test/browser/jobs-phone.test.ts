import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { datasetsOf, named, nodeOf, papersOf } from './field.ts'
import { cardTitle, describeJobs, flat, partOf, rowNames } from './jobs.ts'
import { drawn, textOf } from './page.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** Taps the middle of something drawn. */
async function tapOn(page: Page, key: string, what: 'nodes' | 'labels'): Promise<void> {
  const place = await page.evaluate(
    ([wanted, list]) => {
      const map = document.querySelector('field-map')
      const item = map?.scene?.[list].find((one) => one.key === wanted)
      const stage = map?.getBoundingClientRect()
      return (
        item && stage && { x: stage.x + item.box.x + item.box.width / 2, y: stage.y + item.box.y + item.box.height / 2 }
      )
    },
    [key, what] as const,
  )
  if (place === undefined) throw new Error(`${key} is not drawn`)
  await page.touchscreen.tap(place.x, place.y)
}

async function fingers(
  client: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: readonly (readonly [number, number])[],
): Promise<void> {
  await client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
}

const camera = (page: Page) => page.evaluate(() => document.querySelector('field-map')?.state.camera)
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).tap()

/** Nothing is wider than the screen, and what is to be tapped is large enough. */
async function expectFits(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const all: Element[] = []
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element)
        if (element.shadowRoot !== null) walk(element.shadowRoot)
      }
    }
    walk(document)
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    const cut = all
      .filter(
        (element) => ['field-ask', 'field-card', 'table'].includes(element.localName) && element.checkVisibility(),
      )
      .filter((element) => element.scrollWidth > Math.max(element.clientWidth, 1) + 1)
      .map(({ localName }) => `${localName} scrolls sideways`)
    const small = all
      .filter(
        (element) =>
          element.matches('button, select, summary, input') &&
          element.checkVisibility() &&
          element.closest('[aria-hidden=true]') === null,
      )
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return (
          width > 0 &&
          (height < 24 || width < 24) &&
          !element.matches('input[type=checkbox], .authors .word, h2 .word, p .link')
        )
      })
      .map(
        (element) => `${element.localName} ${element.className} ${element.textContent?.trim().slice(0, 30)} is small`,
      )
    return [...wide, ...cut, ...small]
  })
  expect(faults).toEqual([])
}

describeJobs('a phone', (at) => {
  it('pans by a finger, zooms by two, and shows all again', async () => {
    const { page, complaints } = await at().open('', PHONE)
    const client = await page.context().newCDPSession(page)
    await fingers(client, 'touchStart', [[200, 300]])
    for (const x of [180, 150, 120]) await fingers(client, 'touchMove', [[x, 300]])
    await fingers(client, 'touchEnd', [])
    const panned = await camera(page)
    expect(panned?.zoom).toBeCloseTo(1)
    await fingers(client, 'touchStart', [
      [180, 300],
      [220, 300],
    ])
    for (const d of [30, 50, 80])
      await fingers(client, 'touchMove', [
        [200 - d, 300],
        [200 + d, 300],
      ])
    await fingers(client, 'touchEnd', [])
    expect((await camera(page))?.zoom).toBeGreaterThan(2)
    expect((await drawn(page)).selection).toEqual([])
    await page.getByRole('button', { name: 'Show all' }).tap()
    expect(await camera(page)).toBe(null)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('does every job by taps, within the screen', async () => {
    const { field } = at()
    const { page, complaints } = await at().open('', PHONE)
    // in brief
    await tab(page, 'Card')
    expect((await rowNames(partOf(page, 'In brief'))).length).toBeGreaterThan(2)
    await expectFits(page)
    await partOf(page, 'In brief').locator('.who').first().tap()
    expect(await partOf(page, 'In brief').locator('blockquote').count()).toBeGreaterThan(0)
    // connect
    await tab(page, 'Map')
    await tapOn(page, 'task:seven-emotion', 'labels')
    expect(await cardTitle(page)).toBe(nodeOf(field, 'task:seven-emotion').attributes.label)
    expect(await partOf(page, 'Start here').isVisible()).toBe(true)
    await expectFits(page)
    await page.getByLabel('Connect with', { exact: true }).selectOption('task:fem')
    await page.locator('field-card').getByRole('button', { name: 'Show', exact: true }).tap()
    expect((await drawn(page)).selection).toEqual(['task:seven-emotion', 'task:fem'])
    await expectFits(page)
    // find, share datasets
    const box = page.getByRole('combobox', { name: /^Find a paper/ })
    await box.tap()
    await box.fill('raf-db')
    const hits = page.locator('field-search [role=listbox]').first()
    await hits.waitFor()
    const size = await hits.boundingBox()
    expect(
      (size?.x ?? 0) >= 0 &&
        (size?.x ?? 0) + (size?.width ?? 999) <= 390 &&
        (size?.y ?? 0) + (size?.height ?? 999) <= 844,
    ).toBe(true)
    await page.locator('[role=option]').first().tap()
    await page.getByRole('button', { name: 'Combine with other datasets' }).tap()
    const raf = named(field, 'dataset', 'RAF-DB').key
    const users = papersOf(field).filter(({ key }) => datasetsOf(field, key).includes(raf))
    expect(await cardTitle(page)).toBe(`${users.length} papers are known to use this`)
    await expectFits(page)
    // narrow
    await tab(page, 'Explore')
    await expectFits(page)
    await page
      .locator('field-ask')
      .getByRole('button', { name: /^with code/ })
      .tap()
    await page.locator('.counts').getByRole('button', { name: 'Clear filters' }).tap()
    // list
    await page.evaluate(() => document.querySelector('field-map')?.choose([]))
    await tab(page, 'List')
    await expectFits(page)
    await page.locator('field-list').getByRole('button', { name: 'Title' }).tap()
    const first = page.locator('field-list tbody button').first()
    const title = flat(await textOf(first))
    await first.tap()
    expect(await cardTitle(page)).toBe(title)
    await expectFits(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
