import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type FieldGraph, readGraph, readTour, type Tour } from '@fieldmap/graph'
import { stepState } from '@fieldmap/view'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { diskEffects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'
import { axeViolations } from './axe.ts'
import { startChromium } from './chromium.ts'
import { openMap, openPage, textOf } from './page.ts'
import { type PublishedSite, publishSeeds, serveFolder } from './site.ts'

const search = await startChromium()

describe.skipIf(search.status === 'missing')('a tour in the viewer', () => {
  let browser: Browser
  let site: PublishedSite
  let host: { readonly url: string; readonly close: () => void }
  let graph: FieldGraph
  let tour: Tour

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    site = await publishSeeds()
    host = await serveFolder(site.folder)
    graph = readGraph(readFileSync(join(site.folder, 'graph.json'), 'utf8'))
    tour = readTour(readFileSync(join(site.folder, 'tour.json'), 'utf8'))
  })
  afterAll(async () => {
    await browser?.close()
    host?.close()
    site?.remove()
  })

  const stateIn = (page: Page) => page.evaluate(() => document.querySelector('field-map')?.state)
  const bar = (page: Page) => page.getByRole('region', { name: /^Tour/ })
  const title = (page: Page) => textOf(bar(page).getByRole('heading', { level: 2 }))
  const press = (page: Page, ...keys: readonly string[]) =>
    keys.reduce(async (before, key) => {
      await before
      await page.keyboard.press(key)
    }, Promise.resolve())

  it('is played by keys from first to last, each step as the resolver says', async () => {
    const { page, complaints } = await openPage(browser)
    await openMap(page, host.url)
    await page.getByRole('button', { name: tour.title }).click()
    for (const [i, step] of tour.steps.entries()) {
      expect(await title(page)).toBe(step.title)
      expect(await stateIn(page)).toEqual(stepState(graph, tour, i))
      expect(new URL(page.url()).hash).toContain(`n=${i}`)
      await press(page, ['ArrowRight', 'PageDown', ' ', 'ArrowDown'][i % 4] ?? '')
    }
    await press(page, 'PageUp', 'ArrowLeft')
    expect(await stateIn(page)).toEqual(stepState(graph, tour, tour.steps.length - 3))
    await press(page, 'Home')
    expect(await title(page)).toBe(tour.steps[0]?.title)
    await press(page, 'Escape')
    expect(
      await bar(page)
        .getByRole('heading', { level: 2, name: tour.steps[0]?.title ?? '' })
        .count(),
    ).toBe(0)
    expect((await stateIn(page))?.step).toBeNull()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('is played by pointer, with a click into the map between', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#n=0`)
    const button = (name: string) => bar(page).getByRole('button', { name, exact: true })
    expect(await button('Back').isDisabled()).toBe(true)
    await button('On').click()
    await button('On').click()
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 2))
    await page.mouse.click(700, 40)
    expect((await stateIn(page))?.selection).toEqual([])
    await button('Show the step again').click()
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 2))
    await page.mouse.click(700, 40)
    await press(page, 'ArrowRight')
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 3))
    await button('Back').click()
    await button('End').click()
    expect((await stateIn(page))?.selection).toEqual(stepState(graph, tour, 2)?.selection)
    expect(await page.getByRole('button', { name: tour.title }).isVisible()).toBe(true)
    await page.context().close()
  })

  it('keeps the notes for the speaker until they are asked for', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#n=1`)
    const notes = bar(page).getByRole('note', { name: 'Notes' })
    expect(await notes.count()).toBe(0)
    await press(page, 'n')
    expect(await textOf(notes)).toContain(tour.steps[1]?.notes.slice(0, 40))
    await press(page, 'ArrowRight')
    expect(await textOf(notes)).toContain(tour.steps[2]?.notes.slice(0, 40))
    await bar(page).getByRole('button', { name: 'Notes' }).click()
    expect(await notes.count()).toBe(0)
    await page.context().close()
  })

  it('is in the address: a link opens the step, Back goes to the step before', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#${tour.steps[3]?.hash}&n=3`)
    expect(await title(page)).toBe(tour.steps[3]?.title)
    await press(page, 'ArrowRight')
    await page.goBack()
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 3))
    await page.context().close()
  })

  it('is part of an embedded map where ui names it, and leaves keys beyond its ends to the page', async () => {
    const { page } = await openPage(browser, { viewport: { width: 960, height: 540 } })
    await openMap(page, `${host.url}#embed`)
    expect(await bar(page).count()).toBe(0)
    await page.goto('about:blank')
    await openMap(page, `${host.url}#embed&ui=tour`)
    await bar(page).getByRole('button', { name: tour.title }).click()
    await page.evaluate(() => {
      window.addEventListener('keydown', (event) => {
        document.body.dataset.left = `${document.body.dataset.left ?? ''}${event.defaultPrevented ? '' : event.key}`
      })
    })
    await press(page, 'ArrowLeft', 'ArrowRight', 'End', 'ArrowRight', 'x')
    expect(await page.evaluate(() => document.body.dataset.left)).toBe('ArrowLeftArrowRightx')
    expect(await title(page)).toBe(tour.steps.at(-1)?.title)
    await page.context().close()
  })

  it('is played on a phone, where every button is large enough for a thumb', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
    await openMap(page, `${host.url}#n=0`)
    await bar(page).getByRole('button', { name: 'On', exact: true }).tap()
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 1))
    for (const button of await bar(page).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    it(`axe finds nothing where it is offered and while it is played, ${colorScheme}`, async () => {
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ])
        for (const hash of ['p=ask', 'n=1']) {
          const { page } = await openPage(browser, { viewport, colorScheme })
          await openMap(page, `${host.url}#${hash}`)
          await press(page, 'n')
          expect(await axeViolations(page)).toEqual([])
          await page.context().close()
        }
    })

  it('is played from the one file, offline', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fieldmap tour '))
    const silent = { ...diskEffects(new AbortController().signal), stdout: () => {}, stderr: () => {}, cwd: folder }
    expect(await run(['export', '--format', 'html', '--graph', site.folder], silent)).toBe(0)
    const { page, complaints } = await openPage(browser)
    await openMap(page, `${pathToFileURL(join(folder, 'map.html'))}#n=0`)
    await press(page, 'ArrowRight')
    expect(await stateIn(page)).toEqual(stepState(graph, tour, 1))
    expect(complaints.filter((complaint) => !complaint.startsWith('asked file:'))).toEqual([])
    await page.context().close()
    rmSync(folder, { recursive: true })
  })
})
