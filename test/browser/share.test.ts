import { readFileSync } from 'node:fs'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { startChromium } from './chromium.ts'
import { clickOn, drawn, openMap, openPage, textOf, whenDrawn } from './page.ts'
import { fixture, serveViewer } from './serve.ts'
import { answerFor, type PublishedSite, publishSeeds, serveFolder } from './site.ts'

const search = await startChromium()
const PUBLIC = 'https://maps.example.org/fer/'

describe.skipIf(search.status === 'missing')('a published map', () => {
  let browser: Browser
  let site: PublishedSite
  let host: { readonly url: string; readonly close: () => void }

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    site = await publishSeeds()
    host = await serveFolder(site.folder)
  })
  afterAll(async () => {
    await browser?.close()
    host?.close()
    site?.remove()
  })

  const share = (page: Page) => page.getByRole('button', { name: 'Share', exact: true }).click()
  const menu = (page: Page) => page.getByRole('dialog', { name: 'Share this view' })

  async function saved(page: Page, button: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ])
    return contentOf(download)
  }

  it('does every job from a sub-path with blanks, and breaks no policy and asks no other origin on the way', async () => {
    const { page, complaints } = await openPage(browser)
    const violations: string[] = []
    await page.exposeFunction('heardViolation', (words: string) => void violations.push(words))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        Reflect.get(window, 'heardViolation')(`${violatedDirective} forbids ${blockedURI}`)
      })
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await openMap(page, host.url)
    await page.keyboard.press('/')
    await page.keyboard.type('RAF-DB')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).toHaveLength(1)
    await page
      .getByRole('button', { name: /^Says who\?/ })
      .first()
      .click()
    await page.keyboard.press('Escape')
    for (const grouping of ['Communities', 'Venues', 'Years', 'Subfields']) {
      await page.getByRole('button', { name: grouping, exact: true }).click()
    }
    const details = page.locator('field-ask summary')
    for (let i = 0; i < (await details.count()); i++) await details.nth(i).click()
    await page.getByRole('button', { name: /^with code/ }).click()
    await page.keyboard.press('t')
    await saved(page, 'Save as CSV')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Dark', exact: true }).click()
    await page.getByRole('button', { name: 'Closer' }).click()
    await share(page)
    for (const button of ['Save PNG', 'Save SVG', 'Save slide as PNG', 'Save slide as SVG']) await saved(page, button)
    expect(violations).toEqual([])
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith(host.url) && !url.startsWith('blob:'))).toEqual([])
    // The ear is not deaf: what is forbidden is heard.
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('script'), { text: 'stop()' })))
    await expect.poll(() => violations).toEqual([expect.stringContaining('script-src-elem forbids inline')])
    await page.context().close()
  })

  it('offers no link that leads to this machine, but says how to publish, and the files', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#s=task:au`)
    await share(page)
    const words = await textOf(menu(page))
    expect(words).toContain('fieldmap build --site')
    expect(words).toContain('site:')
    expect(await menu(page).innerHTML()).not.toContain('127.0.0.1')
    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Save SVG' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await menu(page).count()).toBe(0)
    expect((await drawn(page)).selection).toEqual(['task:au']) // Escape closed the menu and no more
    await page.context().close()
  })

  it.each([
    ['the public host of the page', PUBLIC, undefined],
    ['the stated site', 'https://example.org/other/', 'https://example.org/other/'],
  ])('copies a link and code to embed the view under %s', async (_, address, stated) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page } = await openPage(browser, { permissions })
    await answerFor(page, PUBLIC, site.folder, (name, text) =>
      name === 'graph.json' && stated !== undefined
        ? text.replace('"attributes": {', `"attributes": {"site":${JSON.stringify(stated)},`)
        : text,
    )
    await openMap(page, `${PUBLIC}#s=task:au&g=community`)
    await share(page)
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await page.keyboard.press('Enter') // the first button has the focus
    await page.getByText('Link copied.').waitFor()
    const link = await clipboard()
    expect(link).toBe(`${address}#${(await drawn(page)).hash}`)
    expect(link).toContain('s=task:au')
    await page.getByRole('button', { name: 'Copy embed code' }).click()
    await page.getByText('Embed code copied.').waitFor()
    const frame = await page.evaluate(
      (code) => {
        const parsed = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe')
        return [parsed?.src, parsed?.loading, parsed?.title]
      },
      await clipboard(),
    )
    expect(frame).toEqual([`${link}&embed&ui=zoom,legend`, 'lazy', expect.stringContaining('175 papers')])
    await page.context().close()
  })

  it('saves a PNG that shows what the SVG shows, at two pixels for one', async () => {
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 720 } })
    await openMap(page, `${host.url}#s=dataset:raf-db`)
    const boxes = await page.evaluate(() => document.querySelector('field-map')?.scene?.labels.map(({ box }) => box))
    await share(page)
    const png = await saved(page, 'Save PNG')
    const text = (await saved(page, 'Save SVG')).toString()
    expect(text).toMatch(/<title>.+<\/title>\n<desc>Chosen: RAF-DB\. Regions in view: /)
    expect(text).toContain('font-family="Inter, ')
    const [width = 0, height = 0] = /viewBox="0 0 (\S+) (\S+)"/.exec(text)?.slice(1).map(Number) ?? []
    expect(sizeOf(png)).toEqual([2 * width, 2 * height])
    const blank = await page.context().newPage()
    const likeness = await blank.evaluate(compare, {
      png: `data:image/png;base64,${png.toString('base64')}`,
      svg: `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`,
      boxes: [...(boxes ?? []), { x: 0, y: height - 40, width, height: 40 }], // words are set in another font here
      size: [width, height] as const,
    })
    expect(likeness.painted).toBeGreaterThan(300)
    expect(likeness.differing / likeness.painted).toBeLessThan(0.03)
    await page.context().close()
  })

  it.each(['', '#s=dataset:raf-db&t=dark'])('makes a slide of %s', async (hash) => {
    const { page } = await openPage(browser)
    await openMap(page, host.url + hash)
    await share(page)
    expect(sizeOf(await saved(page, 'Save slide as PNG'))).toEqual([1920, 1080])
    const text = (await saved(page, 'Save slide as SVG')).toString()
    expect(text).toContain('width="1920" height="1080"')
    const sizes = Array.from(text.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(0)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36)
    expect(text.match(/<g text-anchor/g)?.length).toBeLessThanOrEqual(12)
    await page.context().close()
  })

  it('undoes and redoes by keys, and never leaves the page', async () => {
    const { page } = await openPage(browser)
    await page.goto('about:blank')
    await openMap(page, host.url)
    const first = await drawn(page)
    await clickOn(page, 'task:au', 'labels')
    await page.getByRole('button', { name: 'Venues', exact: true }).click()
    await page.getByRole('button', { name: /^with code/ }).click()
    const last = (await drawn(page)).hash
    const hashes = [last]
    const press = async (keys: string): Promise<string> => {
      await page.keyboard.press(keys)
      await page.waitForTimeout(100)
      return (await drawn(page)).hash
    }
    for (let i = 0; i < 5; i++) hashes.push(await press('Control+z'))
    expect(new Set(hashes).size).toBe(4)
    expect(await drawn(page)).toEqual(first)
    for (let i = 0; i < 5; i++) await press('Control+Shift+z')
    expect((await drawn(page)).hash).toBe(last)
    await page.reload()
    await whenDrawn(page)
    expect(await press('Control+z')).toBe(hashes[1])
    await page.keyboard.press('/')
    await page.keyboard.type('face')
    expect(await press('Control+z')).toBe(hashes[1]) // in a text, it is the text's
    await page.context().close()
  })

  it('keeps the address within 2,000 characters whatever is chosen, and opens it again', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#embed&ui=search,legend,zoom,ask,card,list`)
    const chosen = await page.evaluate(() => {
      const map = document.querySelector('field-map')
      if (map?.graph === undefined) return []
      const keys = map.graph.nodes()
      const of = (kind: string): string[] => keys.filter((key) => key.startsWith(`${kind}:`))
      const filters = { ...map.state.filters, tasks: of('task'), venues: of('venue') }
      map.state = { ...map.state, selection: of('paper'), not: of('dataset'), filters }
      return map.state.selection
    })
    expect(chosen.length).toBeGreaterThan(50)
    expect(new URL(page.url()).hash.length).toBeLessThanOrEqual(2000)
    const before = await page.evaluate(() => document.querySelector('field-map')?.state)
    await page.reload()
    await whenDrawn(page)
    expect(await page.evaluate(() => document.querySelector('field-map')?.state)).toEqual(before)
    await page.context().close()
  })

  it('shows round the map what ui names', async () => {
    const { page } = await openPage(browser)
    for (const [hash, parts] of [
      ['embed', []],
      ['embed&ui=zoom,legend', ['legend', 'zoom']],
      ['embed&ui=ask,search', ['search', 'ask']],
      ['embed&ui=card&s=task:au', ['card']],
      ['embed&ui=list&p=list', ['list']],
      ['ui=search,legend,zoom,ask,card,list&s=task:au', ['search', 'legend', 'zoom', 'ask', 'card', 'share']],
    ] as const) {
      await page.goto('about:blank')
      await openMap(page, `${host.url}#${hash}`)
      expect([hash, await partsOf(page)]).toEqual([hash, parts])
    }
    await page.context().close()
  })

  it('says which part of the page it does not know, also where no card is', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#embed&ui=clock`)
    expect(await textOf(page.locator('.notices'))).toContain('“clock”')
    await page.context().close()
  })

  it('shares from a phone', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
    await openMap(page, host.url)
    await page.getByRole('button', { name: 'Share', exact: true }).tap()
    expect(sizeOf(await saved(page, 'Save slide as PNG'))).toEqual([1920, 1080])
    await page.context().close()
  })

  it('says that nothing passes the filters, and clears them', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#y=1900..1901`)
    const notice = page.locator('.notices')
    expect(await textOf(notice)).toContain('No paper passes')
    await notice.getByRole('button', { name: 'Clear them' }).click()
    expect((await drawn(page)).hash).toBe('')
    expect(await notice.count()).toBe(0)
    await page.context().close()
  })
})

describe.skipIf(search.status === 'missing')('a map with little or much in it', () => {
  it('says in sentences that it is empty, or large, and what to do', async () => {
    const again = await startChromium()
    if (again.status === 'missing') return
    const server = await serveViewer()
    const graph = JSON.parse(fixture('graph.json'))
    server.put('graph.json', JSON.stringify({ ...graph, nodes: [], edges: [] }))
    const { page, complaints } = await openPage(again.browser)
    await page.goto(server.url)
    await page.getByRole('heading', { name: 'This map is empty' }).waitFor()
    expect(await textOf(page.locator('field-map').getByRole('status'))).toContain('fieldmap build --verbose')
    expect(await page.locator('field-card').isVisible()).toBe(false)

    const [first] = graph.nodes.filter(({ key }: { readonly key: string }) => key.startsWith('paper:'))
    const more = Array.from({ length: 20_000 }, (_, i) => ({ ...first, key: `paper:more-${i}` }))
    server.put('graph.json', JSON.stringify({ ...graph, nodes: [...graph.nodes, ...more] }))
    await page.goto('about:blank')
    await openMap(page, `${server.url}#s=paper:beta`)
    const notice = page.locator('.notices')
    expect(await textOf(notice)).toMatch(/20.010 papers.*fieldmap build --file/s)
    expect((await drawn(page)).selection).toEqual(['paper:beta']) // and is shown all the same
    await notice.getByRole('button', { name: 'Close' }).click()
    expect(await notice.count()).toBe(0)
    expect(complaints).toEqual([])
    await again.browser.close()
    await server.close()
  })
})

describe.skipIf(search.status === 'missing')('a served map', () => {
  it('says when its server is gone, and reads again what changed once it is back', async () => {
    const again = await startChromium()
    if (again.status === 'missing') return
    const server = await serveViewer()
    const { page } = await openPage(again.browser)
    const index = await (await fetch(server.url)).text()
    server.put('index.html', index.replace('</head>', '<meta name="fieldmap-live" content="events"></head>'))
    await openMap(page, server.url)
    await page.route('**/events', (route) => route.abort())
    await server.dropListeners()
    await page.getByText('The program behind this map has stopped').waitFor()
    server.put('graph.json', fixture('graph.json').replace('"title":"Reading faces"', '"title":"Reading minds"'))
    await page.unroute('**/events')
    await page.getByRole('heading', { name: 'Reading minds' }).waitFor()
    await expect.poll(() => page.getByText('The program behind this map').count()).toBe(0)
    await again.browser.close()
    await server.close()
  })
})

const PLACES = {
  search: 'field-search',
  legend: '.legend',
  zoom: '.zoom [aria-label=Closer]',
  ask: 'field-ask',
  card: 'field-card',
  list: 'field-list',
  share: 'field-share',
}

/** The parts of the page that are seen. */
async function partsOf(page: Page): Promise<readonly string[]> {
  const shown: string[] = []
  for (const [part, place] of Object.entries(PLACES)) {
    const there = page.locator(`field-page ${place}`)
    if ((await there.count()) > 0 && (await there.first().isVisible())) shown.push(part)
  }
  return shown
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

/** Width and height in the header of a PNG. */
function sizeOf(png: Buffer): readonly number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

interface Pictures {
  readonly png: string
  readonly svg: string
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
  readonly size: readonly [width: number, height: number]
}

/**
 * In the browser: how many squares of two pixels stand out from the ground in either of two pictures, and how many of
 * those differ. Names are passed over: a picture in a page has no shipped font.
 */
async function compare({ png, svg, boxes, size: [width, height] }: Pictures) {
  const columns = Math.floor(width / 2)
  const pixels = async (src: string): Promise<Uint8ClampedArray> => {
    const image = Object.assign(new Image(), { src })
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: columns, height: Math.floor(height / 2) })
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width / 2, height / 2)
    return context.getImageData(0, 0, canvas.width, canvas.height).data
  }
  const [a, b] = [await pixels(png), await pixels(svg)]
  const counts = { painted: 0, differing: 0 }
  for (let i = 0; i < a.length; i += 4) {
    const x = 2 * ((i / 4) % columns) + 1
    const y = 2 * Math.floor(i / 4 / columns) + 1
    const isName = boxes.some(
      (box) => x > box.x - 6 && x < box.x + box.width + 6 && y > box.y - 6 && y < box.y + box.height + 6,
    )
    if (isName) continue
    const apart = (one: Uint8ClampedArray, at: number, other: Uint8ClampedArray, start: number): number =>
      Math.max(...[0, 1, 2].map((channel) => Math.abs((one[at + channel] ?? 0) - (other[start + channel] ?? 0))))
    if (Math.max(apart(a, i, a, 0), apart(b, i, b, 0)) < 60) continue
    counts.painted++
    if (apart(a, i, b, i) > 50) counts.differing++
  }
  return counts
}
