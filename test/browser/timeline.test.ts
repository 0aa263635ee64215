import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slug } from '@fieldmap/graph'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KnownVersion, makeRepository } from '../../packages/core/src/history/generated-repository.test-helper.ts'
import { axeViolations } from './axe.ts'
import { startChromium } from './chromium.ts'
import { openMap, openPage, textOf, type WatchedPage } from './page.ts'
import { publishFolder, serveFolder } from './site.ts'

const search = await startChromium()
/** Enough for all panels, and little to draw. */
const SMALL = { viewport: { width: 1040, height: 640 } }
const HOSTILE = '<img src=x onerror=alert(1)> & co'

/** A mark as it is drawn. */
interface Mark {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly isNew?: true
}

describe.skipIf(search.status === 'missing')('the time line by commit', () => {
  let browser: Browser
  let folder: string
  let known: readonly KnownVersion[]
  /** Commits that the history knows, oldest first. */
  let versions: readonly string[]
  let host: { readonly url: string; readonly close: () => void }

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    folder = mkdtempSync(join(tmpdir(), 'fieldmap-time-'))
    known = makeRepository(folder, 4, 40, false).known
    await publishFolder(folder, 'site', '--history')
    const { versions: all } = JSON.parse(readFileSync(join(folder, 'site', 'history.json'), 'utf8'))
    versions = all.map(({ commit }: { readonly commit: string }) => commit)
    host = await serveFolder(join(folder, 'site'))
  })
  afterAll(async () => {
    await browser?.close()
    host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (hash = '', options: Parameters<typeof openPage>[1] = SMALL): Promise<WatchedPage> => {
    const watched = await openPage(browser, options)
    await openMap(watched.page, host.url + (hash === '' ? '' : `#${hash}`))
    await slider(watched.page)
      .or(watched.page.getByRole('button', { name: 'History' }))
      .first()
      .waitFor()
    return watched
  }
  const slider = (page: Page) => page.getByRole('slider', { name: 'Version' })
  const marks = (page: Page): Promise<readonly Mark[]> =>
    page.evaluate(() =>
      (document.querySelector('field-map')?.scene?.nodes ?? []).map(({ key, x, y, isNew }) => ({
        key,
        x,
        y,
        ...(isNew ? { isNew } : {}),
      })),
    )
  const at = (page: Page): Promise<string | null | undefined> =>
    page.evaluate(() => document.querySelector('field-map')?.state.at)
  const entries = (page: Page): Promise<number> => page.evaluate(() => history.length)

  /** The papers of a version that the newest one has, by their keys of now. */
  const papersAt = (version: KnownVersion | undefined): readonly string[] => {
    const newest = known.at(-1)?.field
    const listed = new Set(version?.field.lists.flatMap(({ members }) => [...members.keys()]))
    const isListed = new Set(newest?.lists.flatMap(({ members }) => [...members.keys()]))
    return [...listed]
      .filter((id) => isListed.has(id))
      .map((id) => `paper:${slug(newest?.papers.get(id)?.title ?? '')}`)
      .sort()
  }
  const versionOf = (at: string | null | undefined): KnownVersion | undefined =>
    known.find(({ commit }) => at !== null && at !== undefined && commit.startsWith(at))
  const expectTrue = async (page: Page): Promise<readonly Mark[]> => {
    const drawn = await marks(page)
    expect(drawn.map(({ key }) => key).sort()).toEqual(papersAt(versionOf(await at(page))))
    return drawn
  }

  it('shows by keyboard what each version held and brought, and never moves what stays', async () => {
    const { page, complaints } = await open()
    const now = new Map((await marks(page)).map(({ key, x, y }) => [key, [x, y]]))
    expect([...now.keys()].sort()).toEqual(papersAt(known.at(-1)))
    await page.getByRole('button', { name: 'By commit' }).click()
    await slider(page).focus()
    await page.keyboard.press('Home')
    let before: readonly string[] = []
    const places = new Map<string, readonly number[]>()
    for (let step = 1; step <= 8; step++) {
      expect(await slider(page).getAttribute('aria-valuenow')).toBe(String(step))
      const drawn = await expectTrue(page)
      const fresh = drawn.flatMap(({ key, isNew }) => (isNew ? [key] : []))
      expect(fresh.sort()).toEqual(
        drawn
          .map(({ key }) => key)
          .filter((key) => !before.includes(key))
          .sort(),
      )
      for (const { key, x, y } of drawn) {
        expect([x, y]).toEqual(places.get(key) ?? [x, y])
        places.set(key, [x, y])
      }
      before = drawn.map(({ key }) => key)
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('End')
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(
      /^\d{4}-\d\d-\d\d, [0-9a-f]{10}: .*\. (\d+) of \1 papers; \d+ new/,
    )
    await page.getByRole('button', { name: 'Today' }).click()
    await expect.poll(() => slider(page).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('is scrubbed by the pointer, one entry of the history a drag, and undone', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'History' }).click()
    const newest = await at(page)
    const first = await entries(page)
    const box = await slider(page).boundingBox()
    if (box === null) throw new Error('no time line')
    const [left, right, y] = [box.x + 6, box.x + box.width - 6, box.y + 20]
    await page.mouse.move(right, y)
    await page.mouse.down()
    for (const part of [0.8, 0.6, 0.4]) {
      await page.mouse.move(left + part * (right - left), y)
      await expectTrue(page)
    }
    await page.mouse.up()
    const middle = await at(page)
    expect(middle).not.toBe(newest)
    expect(await entries(page)).toBe(first + 1)
    const count = papersAt(versionOf(middle)).length
    await expect
      .poll(() => textOf(page.locator('field-page header .counts')))
      .toContain(`${count} of ${papersAt(known.at(-1)).length} papers`)
    await page.goBack()
    await expect.poll(() => at(page)).toBe(newest)
    await page.goForward()
    await expect.poll(() => at(page)).toBe(middle)
    await page.context().close()
  })

  it('plays to the newest version, and says who did what as text', async () => {
    const { page, complaints } = await openPage(browser, SMALL)
    const told = JSON.parse(readFileSync(join(folder, 'site', 'history.json'), 'utf8'))
    for (const version of told.versions) version.subject = HOSTILE
    await page.route('**/history.json', (route) => route.fulfill({ json: told }))
    await openMap(page, `${host.url}#at=${versions[0]?.slice(0, 10)}`)
    const last = Number(await slider(page).getAttribute('aria-valuemax'))
    await slider(page).press('End')
    const newest = await at(page)
    await slider(page).press('ArrowLeft')
    await slider(page).press('ArrowLeft')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect.poll(() => slider(page).getAttribute('aria-valuenow'), { timeout: 20_000 }).toBe(String(last))
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await expect.poll(() => at(page)).toBe(newest)
    expect(await textOf(page.locator('field-time .what'))).toContain(HOSTILE)
    expect(await textOf(page.locator('field-card h2'))).toBe(HOSTILE)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('opens at a version by its address on a phone, beside the sheet; of an unknown one it shows the map as it is', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page } = await open(`at=${versions[12]?.slice(0, 12)}&p=card`, phone)
    await expectTrue(page)
    const [line, sheet] = await Promise.all([
      slider(page).boundingBox(),
      page.locator('field-page .card').boundingBox(),
    ])
    if (line === null || sheet === null) throw new Error('not shown')
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(line.y)
    await page.touchscreen.tap(line.x + line.width - 6, line.y + 20)
    await expect.poll(async () => (await marks(page)).length).toBe(papersAt(known.at(-1)).length)
    await page.evaluate(() => {
      location.hash = '#at=0123456789'
    })
    await page.getByText('has no version “0123456789”').waitFor()
    expect((await marks(page)).map(({ key }) => key).sort()).toEqual(papersAt(known.at(-1)))
    await page.getByRole('button', { name: 'Close' }).last().click()
    await expect.poll(() => at(page)).toBe(null)
    await page.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    it(`axe finds nothing while a version is shown, ${colorScheme}`, async () => {
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const { page } = await open(`at=${versions[12]?.slice(0, 12)}&p=card`, { viewport, colorScheme })
        expect(await axeViolations(page)).toEqual([])
        await page.context().close()
      }
    })
})
