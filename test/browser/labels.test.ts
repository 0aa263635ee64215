import { writeGraph, writeMap } from '@fieldmap/graph'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../apps/viewer/src/field-map.ts'
import { buildSeeds } from '../integration/seeds.ts'
import { startChromium } from './chromium.ts'
import { openMap, openPage } from './page.ts'
import { serveViewer, type TestServer } from './serve.ts'

const search = await startChromium()

/** Twenty places to look at, from afar and from near, in the order of a walk that always goes on. */
const CAMERAS = [
  '',
  ...[1.3, 1.8, 2.5, 3.5, 5, 8].map((zoom) => `c=0,0,${zoom}`),
  ...[1.5, 3, 6, 12].map((zoom) => `c=-420,-380,${zoom}`),
  ...[1.5, 3, 6, 12].map((zoom) => `c=620,260,${zoom}`),
  'c=-900,900,2',
  'c=900,-900,2',
  'c=100,500,0.6',
  'c=-200,300,20',
  'c=300,-300,24',
]

interface Shown {
  readonly labels: number
  readonly overlaps: readonly string[]
  readonly outside: readonly string[]
  /** Regions without a name. */
  readonly unnamed: readonly string[]
}

/** Goes to each address and reads from the element what it names where. */
function walk(page: Page, hashes: readonly string[]): Promise<readonly Shown[]> {
  return page.evaluate((all) => {
    const map = document.querySelector('field-map')
    if (map === null) throw new Error('There is no map.')
    return all.map((hash) => {
      map.hash = hash
      const { labels = [], width = 0, height = 0 } = map.scene ?? {}
      const overlaps = labels.flatMap(({ key, box: a }, i) =>
        labels
          .slice(i + 1)
          .filter(
            ({ box: b }) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
          )
          .map((other) => `${hash}: ${key} and ${other.key}`),
      )
      const outside = labels
        .filter(({ box: { x, y, ...box } }) => x < 0 || y < 0 || x + box.width > width || y + box.height > height)
        .map(({ key }) => `${hash}: ${key}`)
      const named = new Set(labels.map(({ key }) => key))
      const unnamed = (map.scene?.regions ?? []).flatMap(({ key }) => (named.has(key) ? [] : [key]))
      return { labels: labels.length, overlaps, outside, unnamed }
    })
  }, hashes)
}

describe.skipIf(search.status === 'missing')('the names on the map of the seeds', () => {
  let browser: Browser
  let server: TestServer
  let paper = ''

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    server = await serveViewer()
    const { graph, map } = await buildSeeds()
    paper = graph.filterNodes((_, { kind }) => kind === 'paper').sort()[0] ?? ''
    server.put('graph.json', writeGraph(graph))
    server.put('map.json', writeMap(map))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  for (const [width, height, least] of [
    [1440, 900, 12],
    [1280, 720, 12],
    [390, 844, 6],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`never overlap, and name every region of all the map, ${width}×${height}, ${colorScheme}`, async () => {
        const { page, complaints } = await openPage(browser, { viewport: { width, height }, colorScheme })
        await openMap(page, server.url)
        const shown = await walk(page, CAMERAS)
        expect(CAMERAS).toHaveLength(20)
        expect(shown.flatMap(({ overlaps }) => overlaps)).toEqual([])
        expect(shown.flatMap(({ outside }) => outside)).toEqual([])
        expect(shown[0]?.labels).toBeGreaterThanOrEqual(least)
        expect(shown[0]?.unnamed).toEqual([])
        const chosen = await walk(page, [
          `s=${paper}`,
          `s=${paper}&d=2`,
          's=dataset:raf-db',
          's=dataset:raf-db&c=0,0,3',
          'g=venue',
          'code=1',
        ])
        expect(chosen.flatMap(({ overlaps, outside }) => [...overlaps, ...outside])).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      })
    }
  }

  it('stay while one goes nearer by the wheel and what they name is in view', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    const aim = await page.evaluate(() => {
      const map = document.querySelector('field-map')
      const stage = map?.getBoundingClientRect()
      const box = map?.scene?.regions[0]?.box
      return { x: (stage?.x ?? 0) + (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
    })
    await page.mouse.move(aim.x, aim.y)
    const lost: string[] = []
    let before: readonly string[] = []
    for (let step = 0; step < 9; step++) {
      const { named, inView } = await page.evaluate(() => {
        const {
          labels = [],
          nodes = [],
          regions = [],
          width = 0,
          height = 0,
        } = document.querySelector('field-map')?.scene ?? {}
        const isInView = ({
          box,
        }: {
          readonly box: { x: number; y: number; width: number; height: number }
        }): boolean => box.x < width && box.y < height && box.x + box.width > 0 && box.y + box.height > 0
        return {
          named: labels.map(({ key }) => key),
          inView: [...nodes, ...regions].filter(isInView).map(({ key }) => key),
        }
      })
      lost.push(...before.filter((key) => inView.includes(key) && !named.includes(key)))
      before = named
      await page.mouse.wheel(0, -200)
    }
    expect(lost).toEqual([])
    expect(before.length).toBeGreaterThan(3)
    await page.context().close()
  })

  it('stand where they are hit, however an ancestor is scaled', async () => {
    const { page } = await openPage(browser)
    await openMap(page, server.url)
    for (const scale of [0.5, 1, 1.7]) {
      await page.evaluate((by) => {
        Object.assign(document.body.style, { transform: `scale(${by})`, transformOrigin: '0 0' })
        document.querySelector('field-map')?.choose([])
      }, scale)
      const aim = await page.evaluate((by) => {
        const map = document.querySelector('field-map')
        const stage = map?.getBoundingClientRect()
        const seen = map?.scene?.labels.flatMap(({ key, of, box }) => {
          const at = {
            x: (stage?.x ?? 0) + (box.x + box.width / 2) * by,
            y: (stage?.y ?? 0) + (box.y + box.height / 2) * by,
          }
          return of === 'region' && at.x < innerWidth - 20 && at.y < innerHeight - 20 ? [{ key, ...at }] : []
        })
        return seen?.[0]
      }, scale)
      if (aim === undefined) throw new Error('No name of a region is on the screen.')
      await page.mouse.click(aim.x, aim.y)
      expect(await page.evaluate(() => document.querySelector('field-map')?.state.selection)).toEqual([aim.key])
    }
    await page.context().close()
  })

  it('come back by SVG, as often as a WebGL context is lost', async () => {
    const { page, complaints } = await openPage(browser)
    await openMap(page, server.url)
    for (let time = 0; time < 10; time++) {
      const labels = await page.evaluate(async () => {
        const old = document.querySelector('field-map')
        if (old === null) throw new Error('There is no map.')
        for (const canvas of old.shadowRoot?.querySelectorAll('canvas') ?? [])
          canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
        const lost = performance.now()
        while (old.renderer !== 'svg' && performance.now() - lost < 5000)
          await new Promise((done) => setTimeout(done, 10))
        const [is, texts] = [old.renderer, old.shadowRoot?.querySelectorAll('svg text').length ?? 0]
        const parent = old.parentElement
        old.remove() // gives everything back
        parent?.append(old) // and begins anew
        while (old.renderer !== 'webgl' && performance.now() - lost < 9000)
          await new Promise((done) => setTimeout(done, 10))
        return { is, texts, again: old.renderer }
      })
      expect(labels).toMatchObject({ is: 'svg', again: 'webgl' })
      expect(labels.texts).toBeGreaterThan(12)
    }
    expect(complaints.filter((complaint) => !complaint.includes('CONTEXT_LOST'))).toEqual([])
    await page.context().close()
  })
})
