import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { startChromium } from './chromium.ts'
import { clickOn, drawn, openMap, openPage, textOf, whenDrawn } from './page.ts'
import { fixture, serveViewer, type TestServer } from './serve.ts'

const search = await startChromium()

describe.skipIf(search.status === 'missing')('the viewer in Chromium', () => {
  let browser: Browser
  let server: TestServer

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    server = await serveViewer()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('opens the map, fires ready, and says nothing on the console', async () => {
    const { page, complaints } = await openPage(browser)
    await page.addInitScript(() => {
      document.addEventListener('ready', () => document.documentElement.setAttribute('data-ready', ''))
    })
    await openMap(page, server.url)
    await page.waitForSelector('[data-ready]', { state: 'attached' })
    const { nodes, labels, renderer } = await drawn(page)
    expect(renderer).toBe('webgl')
    expect(nodes).toHaveLength(10)
    expect(labels).toContain('Face reading 4 papers')
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('Reading faces')
    expect(await page.title()).toBe('Reading faces')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('finds a paper by typing, shows what is round it and who says so', async () => {
    const { page, complaints } = await openPage(browser)
    await openMap(page, server.url)
    await page.keyboard.press('/')
    await page.keyboard.type('alpha atention') // with a typing error
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    const { selection, nodes } = await drawn(page)
    expect(selection).toEqual(['paper:alpha'])
    const near = nodes.filter(({ emphasis }) => emphasis === 'near').map(({ key }) => key)
    expect(near).toEqual(expect.arrayContaining(['venue:cvpr', 'dataset:raf-db', 'author:ada-adams', 'task:faces']))
    const card = page.locator('field-card')
    expect(await textOf(card.getByRole('heading', { level: 2 }))).toBe('ALPHA: Attention for Faces')
    expect(await textOf(card.locator('.says > li').last())).toContain('list.md, line 7 · Face reading')
    await card.getByRole('button', { name: 'Says who? RAF-DB' }).click()
    const proof = card.getByRole('region', { name: 'Says who? RAF-DB' })
    expect(await textOf(proof)).toContain('trained on RAF-DB')
    expect(await textOf(proof)).toContain('evidence.csv, line 2 · evidence A, train')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('chooses the mark that is clicked, goes Back, and reopens a state from its address', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    await clickOn(page, 'paper:beta')
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    await clickOn(page, 'task:faces', 'labels') // the name beside the paper
    const chosen = await drawn(page)
    expect(chosen.selection).toEqual(['task:faces'])
    expect(await page.getByRole('heading', { name: 'Connected with' }).isVisible()).toBe(true)
    await page.reload()
    await whenDrawn(page)
    expect(await drawn(page)).toEqual(chosen)
    await page.goBack()
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    await page.goBack()
    expect(await drawn(page)).toMatchObject({ selection: [], hash: '' })
    await page.goForward()
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    await page.context().close()
  })

  it('clears by Escape and walks by arrow keys', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${server.url}#s=paper:alpha`)
    await page.keyboard.press('Escape')
    expect((await drawn(page)).selection).toEqual([])
    await page.getByRole('application', { name: 'Map' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).toHaveLength(1)
    await page.context().close()
  })

  it('looks again from where it looked before, when a choice is cleared and the camera was left alone', async () => {
    const { page } = await openPage(browser)
    const from = 'c=900,900,3'
    await openMap(page, `${server.url}#${from}`)
    const choose = async (): Promise<string> => {
      await page.evaluate(() => document.querySelector('field-map')?.choose(['paper:alpha'], true))
      return (await drawn(page)).hash
    }
    expect(await choose()).not.toContain(from)
    await page.keyboard.press('Escape')
    expect((await drawn(page)).hash).toBe(from)
    await choose()
    await page.getByRole('button', { name: 'Closer' }).click()
    const camera = /c=[^&]+/.exec((await drawn(page)).hash)?.[0]
    await page.keyboard.press('Escape')
    expect((await drawn(page)).hash).toBe(camera)
    await page.context().close()
  })

  it('ends where it should, however often a move is interrupted', async () => {
    const { page } = await openPage(browser, { reducedMotion: 'no-preference' })
    await openMap(page, server.url)
    const end = await page.evaluate(async () => {
      const map = document.querySelector('field-map')
      if (map === null) throw new Error('There is no map.')
      const wait = (milliseconds: number): Promise<void> =>
        new Promise((resolve) => {
          setTimeout(resolve, milliseconds)
        })
      /** The scene once it is the same for some frames: a move draws another at each. */
      const stillScene = async (): Promise<string> => {
        let last = ''
        for (let same = 0; same < 8; ) {
          await new Promise(requestAnimationFrame)
          const now = JSON.stringify(map.scene)
          same = now === last ? same + 1 : 0
          last = now
        }
        return last
      }
      for (const state of [
        'g=venue',
        's=paper:alpha',
        'g=venue&s=task:faces',
        'c=100,100,4',
        '',
        's=paper:beta&g=venue',
      ]) {
        map.hash = state
        await wait(60)
      }
      const moved = await stillScene()
      map.state = { ...map.state, theme: 'dark' } // the same picture, drawn anew
      return { moved, still: await stillScene() }
    })
    expect(end.moved).toBe(end.still)
    await page.context().close()
  })

  it('divides and narrows the field', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    await page.getByRole('button', { name: 'Venues', exact: true }).click()
    expect((await drawn(page)).labels).toContain('CVPR 3 papers')
    await page.getByRole('button', { name: 'with code' }).click()
    const { nodes, hash } = await drawn(page)
    expect(
      nodes
        .filter(({ emphasis }) => emphasis === 'normal')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['paper:alpha', 'paper:beta', 'paper:epsilon'])
    expect(hash).toBe('g=venue&code=1')
    await page.context().close()
  })

  it('keeps hostile list text text, and opens no unsafe address', async () => {
    const { page, complaints } = await openPage(browser)
    let alerted = false
    page.on('dialog', (dialog) => {
      alerted = true
      void dialog.dismiss()
    })
    await openMap(page, `${server.url}#s=paper:eta`)
    const card = page.locator('field-card')
    expect(await textOf(card.getByRole('heading', { level: 2 }))).toContain('<img src=x onerror="alert(1)">')
    expect(await card.locator('img, script').count()).toBe(0)
    const links = await card
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]))
    const title = await textOf(card.getByRole('heading', { level: 2 }))
    const scholar = `https://scholar.google.com/scholar?q=${encodeURIComponent(`"${title}"`)}`
    expect(links).toEqual([
      ['https://example.org/eta.pdf', 'noopener'],
      [scholar, 'noopener'],
    ])
    expect(alerted).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('draws by SVG with the same answers where there is no WebGL', async () => {
    const { page, complaints } = await openPage(browser)
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        ...[type, ...rest]: [string, ...unknown[]]
      ) {
        return /webgl/.test(type) ? null : Reflect.apply(original, this, [type, ...rest])
      } as typeof original
    })
    await openMap(page, server.url)
    expect((await drawn(page)).renderer).toBe('svg')
    await clickOn(page, 'paper:beta')
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    expect(await page.locator('field-map svg circle').count()).toBeGreaterThan(3)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('goes on by SVG when the WebGL context is taken away', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    await page.evaluate(() => {
      const canvas = document.querySelector('field-map')?.shadowRoot?.querySelectorAll('canvas') ?? []
      for (const element of canvas) element.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.waitForFunction(() => document.querySelector('field-map')?.renderer === 'svg')
    await clickOn(page, 'paper:beta')
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    await page.context().close()
  })

  it('says which file is bad and why', async () => {
    const own = await serveViewer()
    const { page } = await openPage(browser)
    own.put('graph.json', '{"attributes": {"format": "fieldmap-graph", "version": 99}}')
    await page.goto(own.url)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await textOf(alert)).toContain('graph.json')
    expect(await textOf(alert)).toContain('version 99')
    own.put('graph.json', 'no JSON')
    await page.reload()
    await alert.waitFor()
    expect(await textOf(alert)).toContain('This graph file is no JSON')
    await page.context().close()
    await own.close()
  })

  it('reads a new build and keeps the state', async () => {
    const own = await serveViewer()
    const { page } = await openPage(browser)
    const index = await (await fetch(own.url)).text()
    own.put('index.html', index.replace('</head>', '<meta name="fieldmap-live" content="events"></head>'))
    await openMap(page, `${own.url}#s=paper:beta`)
    own.put('graph.json', fixture('graph.json').replace('"title":"Reading faces"', '"title":"Reading minds"'))
    await page.waitForTimeout(300) // until the page listens
    own.tell()
    await page.getByRole('heading', { name: 'Reading minds' }).waitFor()
    expect((await drawn(page)).selection).toEqual(['paper:beta'])
    await page.context().close()
    await own.close()
  })

  it('hits what is seen under a transform of an ancestor', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    await page.evaluate(() => Object.assign(document.body.style, { transform: 'scale(0.5)', transformOrigin: '0 0' }))
    const place = await page.evaluate(() => {
      const map = document.querySelector('field-map')
      const node = map?.scene?.nodes.find(({ key }) => key === 'paper:zeta')
      const stage = map?.getBoundingClientRect()
      return { x: (stage?.x ?? 0) + (node?.x ?? 0) / 2, y: (stage?.y ?? 0) + (node?.y ?? 0) / 2 }
    })
    await page.mouse.click(place.x, place.y)
    expect((await drawn(page)).selection).toEqual(['paper:zeta'])
    await page.context().close()
  })

  it('puts the panels into sheets on a phone', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
    await openMap(page, server.url)
    expect(await page.locator('field-card').isVisible()).toBe(false)
    await clickOn(page, 'paper:alpha')
    expect(await page.locator('field-card').getByRole('heading', { level: 2 }).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    expect(await page.locator('field-card').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
