import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { named } from './field.ts'
import { describeJobs, type Workplace } from './jobs.ts'
import { openMap, openPage } from './page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
        await page.evaluate(AXE)
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
            await page.evaluate(AXE)
          }
          const violations = await page.evaluate(async (isDark) => {
            const { axe } = window as unknown as { axe: typeof import('axe-core') }
            // In the dark only colours differ.
            const rules = isDark
              ? ['color-contrast', 'link-in-text-block']
              : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
            const result = await axe.run(document, { runOnly: rules })
            return result.violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, html }) => `${id}: ${target.flat().at(-1)} ${html.slice(0, 160)}`),
            )
          }, colorScheme === 'dark')
          found.push(...new Set(violations.map((violation) => `${name}: ${violation}`)))
        }
        expect(found).toEqual([])
        await page.context().close()
      })
})
