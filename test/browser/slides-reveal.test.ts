import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { startChromium } from './chromium.ts'
import { type DeckFolder, deckFolder, frameOf, mostContexts, openDeck } from './deck.ts'
import { textOf } from './page.ts'

const search = await startChromium()

/** What each of the 20 slides shows. */
const STATES = [
  ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].map((name) => `s=paper:${name}`),
  ...['task', 'community', 'venue', 'year'].flatMap((name) => [`g=${name}&code=1`, `g=${name}&s=venue:cvpr`]),
  ...['s=dataset:raf-db', 's=author:ada-adams', 's=task:faces', 's=paper:alpha&d=2', 'g=year&s=paper:beta', 'imp=2'],
]

/** A deck of reveal.js with a map on each slide; `without` leaves the plugin out. */
function revealDeck(states: readonly string[], plugin: 'with' | 'without'): string {
  const slides = states.map(
    (state, i) =>
      `<section><iframe data-fieldmap id="map${i}" src="map.html#${state}&embed&ui=search" style="width: 900px; height: 560px; border: 0"></iframe></section>`,
  )
  return `<!doctype html><html><head><meta charset="utf-8"><title>Deck</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal.css"></head>
<body><div class="reveal"><div class="slides">${slides.join('')}
<section id="steps"><iframe data-fieldmap id="stepped" src="map.html#s=paper:alpha&embed" style="width: 900px; height: 500px"></iframe>
<p class="fragment" data-state="s=paper:beta">one</p><p class="fragment" data-state="g=venue">two</p></section>
</div></div><script src="reveal.js"></script>
${plugin === 'with' ? '<script src="reveal-fieldmap.js"></script>' : ''}
<script>Reveal.initialize({ transition: 'none', hash: true, width: 960, height: 600, margin: 0${plugin === 'with' ? ', plugins: [deck.RevealFieldmap]' : ''} })</script></body></html>`
}

describe.skipIf(search.status === 'missing')('a deck of reveal.js', () => {
  let browser: Browser
  let folder: DeckFolder

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    folder = await deckFolder()
    folder.copy('reveal.js/dist/reveal.js', 'reveal.js')
    folder.copy('reveal.js/dist/reveal.css', 'reveal.css')
    await folder.bundle('../../packages/slides/src/reveal-plugin.ts', 'reveal-fieldmap.js')
    folder.write('twenty.html', revealDeck(STATES, 'with'))
    folder.write('deck.html', revealDeck(STATES.slice(0, 2), 'with'))
    folder.write('bare.html', revealDeck(STATES.slice(0, 2), 'without'))
  })
  afterAll(async () => {
    await browser?.close()
    folder?.remove()
  })

  const slideOf = (page: Page): Promise<number> =>
    page.evaluate(() => Number(Reflect.get(window, 'Reveal').getIndices().h))
  const isLive = (frame: Frame): Promise<boolean> =>
    frame.evaluate(() => document.querySelector('field-map')?.renderer === 'webgl')
  /** The frame of a slide, once its map is live and drawn. */
  async function liveMap(page: Page, i: number): Promise<Frame> {
    const frame = await frameOf(page, `#map${i}`)
    // Asked from here: a frame of another origin may not poll while the deck is busy.
    await expect
      .poll(
        () =>
          frame.evaluate(() => {
            const map = document.querySelector('field-map')
            return map?.renderer === 'webgl' && map.scene !== undefined
          }),
        { timeout: 20_000 },
      )
      .toBe(true)
    return frame
  }
  const go = (page: Page, i: number): Promise<void> => page.evaluate((h) => Reflect.get(window, 'Reveal').slide(h), i)

  it.each([
    ['http', 'deck.html'],
    ['file', 'deck.html'],
    ['file', 'bare.html'],
  ] as const)('advances by keys that the map does not use, never by what is typed: %s %s', async (by, name) => {
    const { page, complaints } = await openDeck(browser, folder.address(by, name))
    const frame = await frameOf(page, '#map0')
    await frame.locator('field-map').click({ position: { x: 20, y: 300 } }) // without the plugin it is live from here on
    await liveMap(page, 0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => slideOf(page)).toBe(1)
    await page.waitForTimeout(150) // one press is one slide
    expect(await slideOf(page)).toBe(1)
    const second = await liveMap(page, 1)
    await second.locator('input[role=combobox]').first().click()
    await page.keyboard.type('n p ')
    expect(await second.locator('input[role=combobox]').first().inputValue()).toBe('n p ')
    await page.waitForTimeout(150)
    expect(await slideOf(page)).toBe(1)
    await page.keyboard.press('Escape') // clears the box
    await second.locator('field-map').click({ position: { x: 20, y: 300 } })
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => slideOf(page)).toBe(0)
    expect(await page.evaluate(() => Reflect.get(window, 'Reveal').isOverview())).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(['http', 'file'] as const)(
    'goes through 20 maps and back, one live, none blank: %s',
    async (by) => {
      const { page, complaints } = await openDeck(browser, folder.address(by, 'twenty.html'))
      const there = STATES.map((_, i) => i)
      const shows = async (frame: Frame, i: number): Promise<void> => {
        const { hash, marks } = await frame.evaluate(() => {
          const map = document.querySelector('field-map')
          return { hash: map?.hash.replace(/;[^&,]*/g, ''), marks: map?.scene?.nodes.length ?? 0 }
        })
        expect(hash).toBe(STATES[i]?.replace('g=task&', ''))
        expect(marks).toBeGreaterThan(3)
      }
      for (const i of there) {
        await go(page, i)
        await shows(await liveMap(page, i), i)
      }
      for (const i of there.toReversed()) {
        await go(page, i)
        await shows(await frameOf(page, `#map${i}`), i) // at once: what is not yet live is no blank
      }
      for (const i of there) await go(page, i) // as fast as one can
      await liveMap(page, STATES.length - 1)
      const maps = await Promise.all(there.map((i) => frameOf(page, `#map${i}`)))
      expect((await Promise.all(maps.map(isLive))).filter(Boolean)).toHaveLength(1)
      expect(await mostContexts(page)).toBeLessThanOrEqual(4)
      expect(await mostContexts(page)).toBeGreaterThan(0)
      expect(complaints).toEqual([])
      await page.context().close()
    },
    240_000,
  )

  it.each([0.5, 1, 1.7])('hits what is seen at a scale of %s', async (scale) => {
    const { page } = await openDeck(browser, folder.address('file', 'deck.html'))
    await page.setViewportSize({ width: 960 * scale, height: 600 * scale })
    const frame = await liveMap(page, 0)
    expect(await page.evaluate(() => Reflect.get(window, 'Reveal').getScale())).toBeCloseTo(scale, 2)
    const node = await frame.evaluate(() => {
      const found = document.querySelector('field-map')?.scene?.nodes.find(({ key }) => key === 'paper:beta')
      const box = document.querySelector('field-map')?.getBoundingClientRect()
      return { x: (found?.x ?? 0) + (box?.x ?? 0), y: (found?.y ?? 0) + (box?.y ?? 0) }
    })
    const outer = await page.locator('#map0').boundingBox()
    await page.mouse.click((outer?.x ?? 0) + node.x * scale, (outer?.y ?? 0) + node.y * scale)
    await expect
      .poll(() => frame.evaluate(() => document.querySelector('field-map')?.state.selection))
      .toEqual(['paper:beta'])
    await page.context().close()
  })

  it('plays fragments as steps, and leaves a map as the reader left it', async () => {
    const { page } = await openDeck(browser, folder.address('http', 'deck.html'))
    await go(page, 2)
    const frame = await frameOf(page, '#stepped')
    const shown = (): Promise<string | undefined> =>
      frame.evaluate(() => document.querySelector('field-map')?.hash.replace(/;[^&,]*/g, ''))
    await expect.poll(shown).toBe('s=paper:alpha')
    for (const state of ['s=paper:beta', 'g=venue']) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(shown).toBe(state)
    }
    await page.keyboard.press('ArrowLeft')
    await expect.poll(shown).toBe('s=paper:beta')
    await go(page, 0)
    const first = await liveMap(page, 0)
    await first.evaluate(() => document.querySelector('field-map')?.choose(['paper:gamma']))
    await go(page, 1)
    await liveMap(page, 1)
    await go(page, 0)
    await liveMap(page, 0)
    expect(await first.evaluate(() => document.querySelector('field-map')?.state.selection)).toEqual(['paper:gamma'])
    await page.context().close()
  })

  it('leaves the wheel to the deck, says how to zoom, and zooms by Ctrl', async () => {
    const { page } = await openDeck(browser, folder.address('http', 'deck.html'))
    const frame = await liveMap(page, 0)
    const camera = () => frame.evaluate(() => document.querySelector('field-map')?.state.camera)
    const before = await camera()
    await page.mouse.move(640, 360)
    await page.mouse.wheel(0, -200)
    await frame.locator('field-map .hint[data-shown]').waitFor()
    expect(await camera()).toEqual(before)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect.poll(camera).not.toEqual(before)
    await page.context().close()
  })

  it('prints a map on each slide, of the state that it shows', async () => {
    const { page } = await openDeck(browser, `${folder.address('file', 'deck.html')}?view=print`)
    for (const [i, title] of ['ALPHA', 'BETA'].entries()) {
      const frame = await frameOf(page, `#map${i}`)
      await expect.poll(() => frame.evaluate(() => document.querySelector('field-map')?.scene !== undefined)).toBe(true)
      await expect.poll(() => frame.locator('field-map .canvas > svg').count()).toBe(1)
      expect(await frame.locator('field-map .canvas > svg').textContent()).toContain(title)
    }
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(5) // two slides, and one before each fragment and after the last
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove()
    })
    const without = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10 * without.length)
    await page.context().close()
  }, 120_000)

  it('shows the poster where there is no JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(folder.address('file', 'map.html'))
    expect(await page.locator('#poster svg').isVisible()).toBe(true)
    expect(await textOf(page.locator('#poster'))).toContain('Face reading')
    await context.close()
  })
})
