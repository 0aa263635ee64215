import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeViolations } from './axe.ts'
import { named } from './field.ts'
import { describeJobs, focusedOn, tabTo, type Workplace } from './jobs.ts'
import { openMap, openPage } from './page.ts'

const COLORS = ['color-contrast', 'link-in-text-block']
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/** States of the page: a hash, and what is done after it is open. */
function statesOf({ field }: Workplace): readonly {
  readonly name: string
  readonly hash: string
  readonly act?: (page: Page) => Promise<unknown>
}[] {
  const key = (kind: string, name: string): string => named(field, kind, name).key
  const explore = async (page: Page): Promise<void> => {
    const tab = page.getByRole('button', { name: 'Explore' })
    if (await tab.isVisible()) await tab.click()
  }
  return [
    { name: 'home', hash: '' },
    { name: 'home card', hash: 'p=card' },
    { name: 'card of a paper', hash: `s=${key('paper', 'POSTER:')}` },
    {
      name: 'users of datasets',
      hash: `s=${key('dataset', 'RAF-DB')},${key('dataset', 'CK+')}&l=shared&not=${key('dataset', 'SFEW')}`,
    },
    { name: 'between', hash: 's=task:au,task:affect' },
    { name: 'start here', hash: 's=task:seven-emotion' },
    { name: 'author', hash: `s=${key('author', 'Björn W. Schuller')}` },
    { name: 'list', hash: 'p=list' },
    {
      name: 'search',
      hash: '',
      act: async (page) => {
        await page.getByRole('combobox', { name: /^Find a paper/ }).fill('emotion')
        await page.locator('[role=option]').first().waitFor()
      },
    },
    {
      name: 'nothing found',
      hash: '',
      act: (page) => page.getByRole('combobox', { name: /^Find a paper/ }).fill('zzzzqqqq'),
    },
    {
      name: 'question',
      hash: '',
      act: async (page) => {
        await explore(page)
        await page.getByText('How do two').click()
      },
    },
    {
      name: 'filters',
      hash: 'code=1&imp=1&y=2020..2023',
      act: async (page) => {
        await explore(page)
        await page.getByText('Venues', { exact: true }).last().click()
      },
    },
    { name: 'no result', hash: 'imp=3&y=1990..1991&p=list' },
    { name: 'missing key', hash: 's=paper:gone&p=card' },
    { name: 'embed', hash: 'embed' },
  ]
}

describeJobs('access', (at) => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of SIZES)
      it(`axe finds nothing in any state, ${colorScheme}, ${viewport.width} wide`, async () => {
        const { browser, server } = at()
        const { page } = await openPage(browser, { viewport, colorScheme })
        const found: string[] = []
        await openMap(page, server.url)
        for (const { name, hash, act } of statesOf(at())) {
          if (act === undefined && hash !== 'embed') {
            await page.evaluate((wanted) => {
              const map = document.querySelector('field-map')
              if (map !== null) map.hash = wanted
            }, hash)
          } else {
            await page.goto('about:blank')
            await openMap(page, `${server.url}#${hash}`)
            await act?.(page)
          }
          // In the dark only colours differ.
          const violations = await axeViolations(page, colorScheme === 'dark' ? COLORS : STANDARDS)
          found.push(...violations.map((violation) => `${name}: ${violation}`))
        }
        expect(found).toEqual([])
        await page.context().close()
      })

  it('shows what is chosen and where the focus is in forced colours', async () => {
    const { open } = at()
    const { page } = await open('code=1', { forcedColors: 'active' })
    const look = (name: RegExp | string) =>
      page
        .getByRole('button', { name })
        .first()
        .evaluate((element) => {
          const { borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(element)
          return { border: borderTopWidth, outline: outlineStyle === 'none' ? '0px' : outlineWidth }
        })
    expect((await look(/^with code/)).border).not.toBe((await look(/^importance 2/)).border)
    expect((await look('Subfields')).outline).not.toBe((await look('Venues')).outline)
    await tabTo(page, /^with code/)
    expect((await look(/^with code/)).outline).not.toBe('0px')
    await page.context().close()
  })

  it('moves nothing where motion is not wanted', async () => {
    const { open } = at()
    const { page } = await open('', { reducedMotion: 'reduce' })
    const frames = await page.evaluate(async () => {
      const map = document.querySelector('field-map')
      map?.choose(['task:au'], true)
      const at = (): string => JSON.stringify(map?.scene?.regions.map(({ box }) => box))
      const first = at()
      await new Promise((done) => setTimeout(done, 250))
      return first === at()
    })
    expect(frames).toBe(true)
    const moving = await page.evaluate(() => document.getAnimations().length)
    expect(moving).toBe(0)
    await page.context().close()
  })

  it('tells what was chosen, where the keyboard stands, and nothing twice', async () => {
    const { field, open } = at()
    const { page } = await open()
    const said = page.locator('field-page').locator('p[role=status][aria-live]')
    await page
      .locator('field-ask .regions')
      .getByRole('button', { name: /^Action unit detection/ })
      .click()
    expect(await said.last().textContent()).toBe('Chosen: Action unit detection')
    await page.keyboard.press('Escape')
    expect(await said.last().textContent()).toBe('Nothing chosen')
    const paper = named(field, 'paper', 'POSTER:')
    await page.evaluate((key) => document.querySelector('field-map')?.choose([key]), paper.key)
    expect(await said.last().textContent()).toBe(`Chosen: ${paper.attributes.label}`)
    await page.context().close()
  })

  it('has no keyboard trap: Tab goes through the whole page and out of it', async () => {
    const { open } = at()
    const { page } = await open('s=task:au')
    const seen = new Set<string>()
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press('Tab')
      const { name, tag } = await focusedOn(page)
      if (tag === 'body') break
      seen.add(name)
    }
    expect((await focusedOn(page)).tag).toBe('body')
    for (const name of ['Map', 'Find a paper, subfield, dataset, venue or author', 'List', 'Connect with'])
      expect(seen).toContain(name)
    await page.context().close()
  })
})
