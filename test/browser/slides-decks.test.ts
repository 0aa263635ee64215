import { Marp } from '@marp-team/marp-core'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { startChromium } from './chromium.ts'
import { type DeckFolder, deckFolder, frameOf, mostContexts, openDeck } from './deck.ts'
import { fixture } from './serve.ts'

const search = await startChromium()
const STATES = ['s=paper:alpha', 's=paper:beta', 'g=venue']

/** What a deck of Marp needs to get the keys that a map has no use for; as docs/slides.md has it. */
const KEYS = `<script>
addEventListener('message', ({ data: key }) => {
  if (key.fieldmap === 1 && key.type === 'key')
    document.dispatchEvent(new KeyboardEvent('keydown', { ...key, which: key.keyCode, bubbles: true }))
})
</script>`

/** Slides of Marp shown as Marp CLI shows them: on top of each other, those that are not shown with hidden content. */
function marpDeck(): string {
  const markdown = STATES.map(
    (state, i) =>
      `# Slide ${i}\n\n<iframe id="map${i}" src="map.html#${state}&embed&ui=search" width="1000" height="480"></iframe>\n`,
  ).join('\n---\n\n')
  const { html, css } = new Marp({ html: true, script: false }).render(markdown)
  return `<!doctype html><html><head><meta charset="utf-8"><title>Marp</title><link rel="icon" href="data:,"><style>${css}
body { margin: 0; overflow: hidden }
.marpit > svg { position: absolute; inset: 0; width: 100%; height: 100%; content-visibility: hidden; opacity: 0; pointer-events: none; z-index: -1 }
.marpit > svg.active { content-visibility: visible; opacity: 1; pointer-events: auto; z-index: 0 }
</style></head><body>${html}<output id="slide" hidden></output>${KEYS}<script>
const slides = [...document.querySelectorAll('.marpit > svg')]
let at = 0
const show = () => { slides.forEach((slide, i) => slide.classList.toggle('active', i === at)); document.getElementById('slide').textContent = at }
document.addEventListener('keydown', ({ which }) => {
  if (which === 32 || which === 39) at = Math.min(slides.length - 1, at + 1)
  if (which === 37) at = Math.max(0, at - 1)
  show()
})
show()
</script></body></html>`
}

/** Two maps in the page itself, one below the other. */
const ELEMENTS = `<!doctype html><html><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head><body>
${['s=paper:alpha', 'g=venue'].map((state) => `<field-map embed src="graph.json" map="map.json" state="${state}" style="height: 700px; margin-bottom: 300px"></field-map>`).join('')}
<script src="viewer.js"></script></body></html>`

/** A page that writes down what the map in its frame says. */
const TALK = `<!doctype html><html><head><meta charset="utf-8"><title>Talk</title><link rel="icon" href="data:,"><script>
const heard = []
addEventListener('message', ({ data, source }) => source === frames[0] && heard.push(data))
</script></head><body><iframe id="map" src="map.html#embed" width="900" height="500"></iframe>
<iframe id="other" srcdoc="<title>Other</title>"></iframe></body></html>`

describe.skipIf(search.status === 'missing')('a map in other decks', () => {
  let browser: Browser
  let folder: DeckFolder

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    folder = await deckFolder()
    await folder.bundle('slides-vue.ts', 'vue.js')
    await folder.bundle('../../apps/viewer/src/field-map.ts', 'viewer.js')
    for (const name of ['graph.json', 'map.json'] as const) folder.write(name, fixture(name))
    folder.write('marp.html', marpDeck())
    folder.write('element.html', ELEMENTS)
    folder.write('talk.html', TALK)
    folder.write(
      'vue.html',
      '<!doctype html><html><head><meta charset="utf-8"><title>Vue</title><link rel="icon" href="data:,"></head><body><div id="deck"></div><script src="vue.js"></script></body></html>',
    )
  })
  afterAll(async () => {
    await browser?.close()
    folder?.remove()
  })

  const slideOf = (page: Page): Promise<string | null> => page.locator('#slide').last().textContent()
  const stateOf = (frame: Frame): Promise<string | undefined> =>
    frame.evaluate(() => {
      const map = document.querySelector('field-map')
      return map?.renderer === 'webgl' && map.scene !== undefined ? map.hash.replace(/;[^&,]*/g, '') : undefined
    })

  it.each([
    ['Marp', 'marp.html', 'file'],
    ['Vue', 'vue.html', 'file'],
    ['Vue', 'vue.html', 'http'],
  ] as const)(
    'lives by turns, and leaves it the keys: %s, %s by %s',
    async (_, name, by) => {
      const { page, complaints } = await openDeck(browser, folder.address(by, name))
      const frames = await Promise.all(
        STATES.map((__, i) => frameOf(page, name === 'marp.html' ? `#map${i}` : `#slide${i} iframe`)),
      )
      for (const [i, frame] of frames.entries()) {
        await expect.poll(() => slideOf(page)).toBe(String(i))
        await expect.poll(() => stateOf(frame), { timeout: 20_000 }).toBe(STATES[i])
        await frame.locator('field-map').click({ position: { x: 15, y: 200 } })
        await page.keyboard.press('ArrowRight')
      }
      const [, , last] = frames
      await last?.locator('input[role=combobox]').first().click()
      await page.keyboard.type('n p ')
      await page.waitForTimeout(150)
      expect(await slideOf(page)).toBe('2')
      await page.keyboard.press('Escape')
      await last?.locator('field-map').click({ position: { x: 15, y: 200 } })
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => slideOf(page)).toBe('1')
      // As the reader left it: the click beside all marks cleared the choice.
      await expect.poll(() => (frames[1] === undefined ? undefined : stateOf(frames[1])), { timeout: 20_000 }).toBe('')
      expect(await mostContexts(page)).toBeLessThanOrEqual(4)
      expect(complaints).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  it('answers and obeys the page round it, and nobody else', async () => {
    const { page, complaints } = await openDeck(browser, folder.address('http', 'talk.html'))
    const frame = await frameOf(page, '#map')
    await expect.poll(() => stateOf(frame), { timeout: 20_000 }).toBe('')
    const heard = (): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, 'eval')('heard'))
    const say = (message: unknown): Promise<void> => page.evaluate((said) => window[0]?.postMessage(said, '*'), message)
    await say({ fieldmap: 1, type: 'set', hash: 'g=venue', id: 'a' })
    await expect.poll(heard).toContainEqual({ fieldmap: 1, type: 'state', hash: 'g=venue', id: 'a' })
    await expect.poll(heard).toContainEqual({ fieldmap: 1, type: 'statechange', hash: 'g=venue' })
    for (const bad of [
      null,
      7,
      'x',
      '{',
      { fieldmap: 1 },
      { fieldmap: 1, type: 'set', hash: 3 },
      { fieldmap: 9, type: 'poster' },
    ])
      await say(bad)
    await frameOf(page, '#other').then((other) =>
      other.evaluate(() => window.parent[0]?.postMessage({ fieldmap: 1, type: 'set', hash: 'g=year' }, '*')),
    )
    await say({ fieldmap: 1, type: 'get', id: 'b' })
    await expect.poll(heard).toContainEqual({ fieldmap: 1, type: 'state', hash: 'g=venue', id: 'b' })
    await say({ fieldmap: 1, type: 'poster' })
    await expect.poll(heard).toContainEqual({ fieldmap: 1, type: 'poster' })
    expect(await stateOf(frame)).toBeUndefined() // not live
    expect(complaints).toEqual([])
    await page.context().close()
  }, 120_000)

  it('lives by turns in one page too, and lets the arrow keys through until Enter', async () => {
    const { page, complaints } = await openDeck(browser, folder.address('http', 'element.html'))
    const renderers = (): Promise<(string | undefined)[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('field-map')].map((map) => (map.scene === undefined ? undefined : map.renderer)),
      )
    await expect.poll(renderers, { timeout: 20_000 }).toEqual(['webgl', 'svg'])
    await page
      .locator('field-map')
      .first()
      .click({ position: { x: 10, y: 350 } })
    await page.evaluate(() => {
      const keys: string[] = []
      Reflect.set(window, 'keys', keys)
      document.addEventListener('keydown', ({ key }) => keys.push(key))
    })
    for (const key of ['ArrowRight', 'n', 'Enter', 'ArrowRight', 'Escape', 'ArrowLeft']) await page.keyboard.press(key)
    expect(await page.evaluate(() => Reflect.get(window, 'keys'))).toEqual(['ArrowRight', 'n', 'ArrowLeft'])
    await page.evaluate(() => window.scrollTo(0, 1000))
    await expect.poll(renderers, { timeout: 20_000 }).toEqual(['svg', 'webgl'])
    expect(await mostContexts(page)).toBeLessThanOrEqual(4)
    expect(complaints).toEqual([])
    await page.context().close()
  }, 120_000)
})
