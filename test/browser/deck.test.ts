import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readGraph, readMap, TOUR_FORMAT, TOUR_VERSION, type Tour } from '@fieldmap/graph'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { renderDeck } from '../../packages/cli/src/export/render-tour.ts'
import { startChromium } from './chromium.ts'
import { openPage } from './page.ts'
import { fixture } from './serve.ts'

const search = await startChromium()
const step = { source: 'tour.md', line: 1, caption: 'What <there> is.', notes: 'Breathe out.' }
const tour: Tour = {
  format: TOUR_FORMAT,
  version: TOUR_VERSION,
  title: 'A talk',
  steps: [
    { ...step, id: 'all', title: 'All of it', hash: '' },
    { ...step, id: 'one', title: 'One paper', hash: 's=paper:alpha' },
    { ...step, id: 'faces', title: 'A subfield', hash: 's=task:faces' },
  ],
}

describe.skipIf(search.status === 'missing')('a deck of a tour in one page', () => {
  let browser: Browser
  let folder = ''
  let address = ''

  beforeAll(async () => {
    if (search.status !== 'missing') browser = search.browser
    folder = mkdtempSync(join(tmpdir(), 'fieldmap deck '))
    const [graph, map] = [readGraph(fixture('graph.json')), readMap(fixture('map.json'))]
    const page = await renderDeck('reveal', graph, map, tour, { theme: 'light', legend: false })
    writeFileSync(join(folder, 'talk.html'), page)
    address = pathToFileURL(join(folder, 'talk.html')).href
  })

  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await browser.close()
  })

  it('goes forth and back by keys, and each slide shows its title, picture and caption, from a file without any request', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 960, height: 540 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(address)
    await page.locator('.reveal.ready').waitFor()
    const keys = ['', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']
    for (const [i, number] of [0, 1, 2, 1, 0].entries()) {
      if (keys[i] !== '') await page.keyboard.press(keys[i] ?? '')
      const { title } = tour.steps[number] ?? { title: '' }
      const slide = page.locator('section.present')
      await expect.poll(() => slide.locator('h2').textContent()).toBe(title)
      expect(await slide.locator('.caption').textContent()).toBe('What <there> is.')
      expect(await insides(page)).toEqual({ picture: true, text: true })
    }
    const others = asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))
    expect(others).toEqual([])
    expect(complaints.filter((words) => !words.startsWith(`asked ${address}`))).toEqual([])
    await page.context().close()
  })

  it('puts the live map in the place of a picture on demand, as the step has it, and takes it away with the slide', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 1200, height: 675 } })
    await page.goto(`${address}#/one`)
    await page.locator('.reveal.ready').waitFor()
    expect(await page.locator('field-map').isVisible()).toBe(false)
    await page.keyboard.press('m')
    await page.waitForFunction(() => (document.querySelector('field-map')?.scene?.nodes.length ?? 0) > 0)
    const shown = await page.evaluate(() => {
      const map = document.querySelector('field-map')
      const picture = document.querySelector('section.present .map')
      return {
        state: map?.state,
        near: map?.scene?.nodes.filter(({ emphasis }) => emphasis === 'chosen').map(({ key }) => key),
        boxes: [map, picture].map((element) => {
          const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
          return [x, y, width, height].map(Math.round)
        }),
      }
    })
    expect(shown.state).toMatchObject({ selection: ['paper:alpha'], theme: 'light' })
    expect(shown.near).toEqual(['paper:alpha'])
    expect(shown.boxes[0]).toEqual(shown.boxes[1])
    await page.getByRole('button', { name: 'Back to the picture' }).last().waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('field-map').isVisible()).toBe(false)
    await page.locator('section.present').getByRole('button', { name: 'Explore' }).click()
    await expect
      .poll(() => page.evaluate(() => document.querySelector('field-map')?.state.selection))
      .toEqual(['task:faces'])
    expect(complaints.filter((words) => !words.startsWith(`asked ${address}`))).toEqual([])
    await page.context().close()
  })

  it('prints a page a slide', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${address}?view=print`)
    await page.locator('.pdf-page').first().waitFor()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(tour.steps.length)
    await page.context().close()
  })

  it('shows all slides one below the other where there is no JavaScript', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(address)
    const boxes = await Promise.all(tour.steps.map((_, i) => page.locator('section .map svg').nth(i).boundingBox()))
    for (const [i, box] of boxes.entries()) {
      expect(box?.width).toBeGreaterThan(900)
      expect(box?.y).toBeGreaterThan((boxes[i - 1]?.y ?? -1) + (boxes[i - 1]?.height ?? 0))
    }
    await page.context().close()
  })
})

/** Whether the picture of the current slide, and all its text, lie on the screen. */
function insides(page: Page) {
  return page.evaluate(() => {
    const slide = document.querySelector('section.present')
    const isInside = (element: Element | null | undefined): boolean => {
      const box = element?.getBoundingClientRect()
      const room = 1
      return (
        box !== undefined &&
        box.width > 0 &&
        box.left >= -room &&
        box.top >= -room &&
        box.right <= innerWidth + room &&
        box.bottom <= innerHeight + room
      )
    }
    const texts = [slide?.querySelector('h2'), slide?.querySelector('.caption')]
    return { picture: isInside(slide?.querySelector('.map svg')), text: texts.every(isInside) }
  })
}
