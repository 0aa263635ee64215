import { readGraph, readMap } from '@fieldmap/graph'
import { pictureOfState, pictureSvg, readHash, type Theme } from '@fieldmap/view'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { renderPng } from '../../packages/cli/src/export/png.ts'
import { startChromium } from './chromium.ts'
import { seedField } from './field.ts'
import { openMap, openPage } from './page.ts'
import { serveViewer, type TestServer } from './serve.ts'
import { type Luma, structuralSimilarity } from './structural-similarity.ts'

const search = await startChromium()
const SIZE = { width: 1280, height: 720 }
const POSTER = 's=paper:poster-a-pyramid-cross-fusion-transformer-network-for-facial-expression-recognition'
const VIEWS = ['', POSTER, 's=dataset:raf-db', 'g=community&c=0,0,3']
const CASES = VIEWS.flatMap((hash) => (['light', 'dark'] as const).map((theme) => [hash, theme] as const))

describe.skipIf(search.status === 'missing')('a picture made without browser', () => {
  let browser: Browser
  let server: TestServer
  let field: Pick<Parameters<typeof pictureOf>[0], 'graph' | 'map'>

  beforeAll(async () => {
    if (search.status !== 'missing') browser = search.browser
    const { files } = await seedField()
    server = await serveViewer(files)
    field = { graph: readGraph(files['graph.json']), map: readMap(files['map.json']) }
  })

  afterAll(async () => {
    await server.close()
    await browser.close()
  })

  it.each(CASES)('has the marks and names of the screen, and looks like it: “%s”, %s', async (hash, theme) => {
    const { page } = await openPage(browser, { viewport: SIZE })
    await openMap(page, `${server.url}#${[hash, `t=${theme}`, 'embed'].filter(Boolean).join('&')}`)
    const shown = await page.evaluate(() => {
      const { nodes = [], labels = [] } = document.querySelector('field-map')?.scene ?? {}
      return {
        nodes: nodes.map(({ key }) => key),
        labels: labels.map(({ key, lines }) => [key, lines.map(({ text }) => text)] as const),
      }
    })
    const { scene, text, png } = await pictureOf({ ...field, hash, theme })
    expect(scene.nodes.map(({ key }) => key)).toEqual(shown.nodes)
    expect(scene.labels.map(({ key, lines }) => [key, lines.map(({ text }) => text)])).toEqual(shown.labels)
    expect(await contentOf(page, text)).toEqual({
      marks: scene.nodes
        .filter(({ x, y, radius: r }) => x > -r && y > -r && x < SIZE.width + r && y < SIZE.height + r)
        .map(({ label }) => label)
        .sort(),
      names: shown.labels.flatMap(([, lines]) => lines).sort(),
    })
    const screen = await page.screenshot()
    const likeness = structuralSimilarity(await lumaOf(page, screen), await lumaOf(page, Buffer.from(png)))
    if (process.env.FIELDMAP_FIGURES !== undefined) console.log(hash, theme, likeness)
    expect(likeness.mean).toBeGreaterThanOrEqual(0.95) // measured: 0.966 to 0.978
    expect(likeness.drawn).toBeGreaterThanOrEqual(0.82) // 0.858 to 0.919, least where names are many: edges of letters are smoothed otherwise
    await page.context().close()
  })
})

describe('structuralSimilarity', () => {
  const luma = (valueAt: (x: number, y: number) => number): Luma => {
    const values = Array.from({ length: 32 * 32 }, (_, i) => valueAt(i % 32, Math.floor(i / 32)))
    return { width: 32, height: 32, values }
  }
  const stripes = luma((x) => (x % 8 < 4 ? 40 : 200))

  it('is 1 for equal pictures, near 1 for other noise, and less than 0 for the negative', () => {
    expect(structuralSimilarity(stripes, stripes)).toEqual({ mean: 1, drawn: 1 })
    expect(
      structuralSimilarity(
        stripes,
        luma((x, y) => (x % 8 < 4 ? 40 : 200) + ((x + y) % 3)),
      ).mean,
    ).toBeGreaterThan(0.99)
    expect(
      structuralSimilarity(
        stripes,
        luma((x) => (x % 8 < 4 ? 200 : 40)),
      ).mean,
    ).toBeLessThan(0)
  })

  it('falls with a shift of two pixels, which sums of differences hardly see on thin lines', () => {
    expect(
      structuralSimilarity(
        stripes,
        luma((x) => ((x + 2) % 8 < 4 ? 40 : 200)),
      ).mean,
    ).toBeLessThan(0.2)
  })
})

interface Wanted {
  readonly graph: ReturnType<typeof readGraph>
  readonly map: ReturnType<typeof readMap>
  readonly hash: string
  readonly theme: Theme
}

async function pictureOf({ graph, map, hash, theme }: Wanted) {
  const picture = pictureOfState(graph, map, readHash(hash).state, SIZE, { credit: false })
  const text = pictureSvg(graph, picture, { theme })
  return { scene: picture.scene, text, png: await renderPng(text, SIZE) }
}

/** What an SVG holds, as a browser reads it: the titles of its marks, the lines of its names. */
function contentOf(page: Page, svg: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    const texts = (selector: string) =>
      [...parsed.querySelectorAll(selector)].map(({ textContent }) => textContent).sort()
    return { marks: texts('.nodes title'), names: texts('.labels text') }
  }, svg)
}

/** The luma (ITU-R BT.601) of a PNG, read by the browser. */
async function lumaOf(page: Page, png: Buffer): Promise<Luma> {
  const { width, height, values } = await page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]))
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, width, height)
    const rows: string[] = []
    for (let y = 0; y < height; y++) {
      const row = new Uint8Array(width)
      for (let x = 0; x < width; x++) {
        const [r = 0, g = 0, b = 0] = pixels.subarray(4 * (y * width + x))
        row[x] = Math.round(0.299 * r + 0.587 * g + 0.114 * b)
      }
      rows.push(String.fromCharCode(...row))
    }
    return { width, height, values: btoa(rows.join('')) }
  }, png.toString('base64'))
  return { width, height, values: [...Buffer.from(values, 'base64')] }
}
