import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { hasCode, labels, named, nodeOf, papersOf, type RawField, type RawNode, targets } from './field.ts'
import { cardTitle, describeJobs, expectTrue, flat, focusedOn, partOf, rowNames, tabTo } from './jobs.ts'
import { clickOn, drawn, textOf } from './page.ts'

/** Nodes at a distance from one, with kinds that are not walked through. */
function within(field: RawField, from: string, depth: number, hidden: readonly string[] = []): readonly string[] {
  const found = new Set([from])
  for (let step = 0; step < depth; step++) {
    for (const key of [...found])
      for (const { source, target } of field.edges) {
        const other = source === key ? target : target === key ? source : undefined
        if (other !== undefined && !hidden.includes(nodeOf(field, other).attributes.kind)) found.add(other)
      }
  }
  return [...found].filter((key) => key !== from)
}

async function nearPapers(page: Page): Promise<readonly string[]> {
  const { nodes } = await drawn(page)
  return nodes.flatMap(({ key, emphasis }) => (emphasis === 'near' && key.startsWith('paper:') ? [key] : [])).sort()
}

function onlyPapers(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key.startsWith('paper:')).sort()
}

/** What the card of a paper must say, from the file. */
async function expectCard(page: Page, field: RawField, { key, attributes }: RawNode): Promise<void> {
  const card = page.locator('field-card')
  expect(await cardTitle(page)).toBe(flat(attributes.label))
  const under = async (title: string): Promise<readonly string[]> => {
    const part = card.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) })
    return (await part.locator('.word, .row .name').allInnerTexts()).map(flat).sort()
  }
  expect(await under('Subfields')).toEqual(labels(field, targets(field, key, 'addresses')))
  expect(await under('Datasets')).toEqual(labels(field, targets(field, key, 'uses')))
  expect(await under('Code')).toEqual(labels(field, targets(field, key, 'implemented_in')))
  const authors = (await card.locator('.authors .word').allInnerTexts()).map(flat).sort()
  expect(authors).toEqual(labels(field, targets(field, key, 'written_by')))
  expect(flat(await textOf(card.locator('.facts').first()))).toContain(String(attributes.year))
  const links = await card.locator('.links a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.at(-1)).toContain('scholar.google.com')
  expect(await card.getByRole('button', { name: 'Copy BibTeX' }).isVisible()).toBe(true)
}

/** Papers that pass all of some filters. */
function passing(
  field: RawField,
  {
    code = false,
    importance = 0,
    from = 0,
    venue = '',
  }: Readonly<Partial<Record<'importance' | 'from', number>> & { code?: boolean; venue?: string }>,
): readonly string[] {
  return papersOf(field)
    .filter(
      (paper) =>
        (!code || hasCode(field, paper)) &&
        (paper.attributes.importance ?? 0) >= importance &&
        (from === 0 || (paper.attributes.year ?? 0) >= from) &&
        (venue === '' || targets(field, paper.key, 'published_in').includes(venue)),
    )
    .map(({ key }) => key)
    .sort()
}

async function inFullColour(page: Page): Promise<readonly string[]> {
  const { nodes } = await drawn(page)
  return nodes.flatMap(({ key, emphasis }) => (emphasis === 'normal' ? [key] : [])).sort()
}

describeJobs('reading the seeds', (at) => {
  it('shows what is round a paper, at three depths, by kind', async () => {
    const { field, open } = at()
    const paper = named(field, 'paper', 'POSTER:')
    const { page, complaints } = await open()
    await clickOn(page, paper.key)
    await expectCard(page, field, paper)
    for (const depth of [1, 2, 3]) {
      await page
        .getByRole('button', { name: `${depth} step`, exact: depth === 1 })
        .first()
        .click()
      expect(await nearPapers(page)).toEqual(onlyPapers(within(field, paper.key, depth)))
    }
    await page.getByRole('button', { name: '2 steps' }).click()
    const hidden = ['task', 'venue', 'dataset']
    for (const words of [/^subfields/, /^venues/, /^datasets/])
      await page.getByRole('region', { name: 'Show beside papers' }).getByRole('button', { name: words }).click()
    expect(await nearPapers(page)).toEqual(onlyPapers(within(field, paper.key, 2, hidden)))
    expect((await drawn(page)).nodes.some(({ key }) => key.startsWith('dataset:'))).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('walks from mark to mark in the direction of the arrow, and looks around by keyboard alone', async () => {
    const { field, open } = at()
    const { page } = await open()
    await tabTo(page, 'Map')
    await page.keyboard.press('ArrowRight')
    for (const [arrow, axis, sign] of [
      ['ArrowRight', 'x', 1],
      ['ArrowUp', 'y', -1],
      ['ArrowLeft', 'x', -1],
      ['ArrowDown', 'y', 1],
    ] as const) {
      const before = await standing(page)
      await page.keyboard.press(arrow)
      const after = await standing(page)
      expect(after?.key).not.toBe(before?.key)
      expect(sign * ((after?.[axis] ?? 0) - (before?.[axis] ?? 0))).toBeGreaterThan(0)
      expect(after?.said).toBe(nodeOf(field, after?.key ?? '').attributes.label)
    }
    const { key = '' } = (await standing(page)) ?? {}
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).toEqual([key])
    expect(await textOf(page.locator('field-page > p, field-page [role=status]').last())).toContain('Chosen: ')
    await tabTo(page, '2 steps')
    await page.keyboard.press('Enter')
    expect(await nearPapers(page)).toEqual(onlyPapers(within(field, key, 2)).filter((one) => one !== key))
    await tabTo(page, 'Map')
    await page.keyboard.press('ArrowRight') // now among its neighbours
    expect(within(field, key, 2)).toContain((await standing(page))?.key)
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).not.toEqual([key])
    await page.context().close()
  })

  it('says who says so, of a node and of an edge, and leads to the line and to its editor', async () => {
    const { field, open } = at()
    const paper = named(field, 'paper', 'POSTER:')
    const { page } = await open(`s=${paper.key}`)
    const [first] = paper.attributes.mentions
    const [file] = field.sources.filter(({ path }) => path === first?.source)
    const mentions = partOf(page, 'Says who?')
    await expectTrue(field, mentions)
    const links = (part: typeof mentions): Promise<readonly (string | null)[]> =>
      part.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(await links(mentions)).toEqual([
      `${file?.repository}/blob/${file?.branch}/README.md?plain=1#L${first?.line}`,
      `${file?.repository}/edit/${file?.branch}/README.md#L${first?.line}`,
    ])
    await page.getByRole('button', { name: 'Says who? RAF-DB' }).click()
    await expectTrue(field, partOf(page, 'Says who? RAF-DB'))
    await page.reload()
    await tabTo(page, 'Says who? RAF-DB')
    await page.keyboard.press('Enter')
    const edge = field.edges.find(
      ({ source, target }) => source === paper.key && target === named(field, 'dataset', 'RAF-DB').key,
    )
    const proof = partOf(page, 'Says who? RAF-DB')
    await expectTrue(field, proof)
    const quotes = (await proof.locator('blockquote').allInnerTexts()).flatMap((text) => text.split(' … ')).map(flat)
    expect(quotes.sort()).toEqual([...new Set(edge?.attributes.evidence.map(({ quote }) => flat(quote)))].sort())
    await tabTo(page, /^evidence\/evidence\.csv, line|^source$/)
    expect((await focusedOn(page)).tag).toBe('a')
    await page.context().close()
  })

  it.each([
    ['/', 'bjorn schuler', 'author', 'Björn W. Schuller'],
    ['Control+k', 'afectnet', 'dataset', 'AffectNet'],
    ['Meta+k', 'cvpr', 'venue', 'CVPR'],
    ['/', 'micro expresion', 'task', 'Micro-expression recognition'],
  ])('finds with %s what is written “%s”', async (key, words, kind, label) => {
    const { field, open } = at()
    const { page } = await open()
    await page.keyboard.press(key)
    await page.keyboard.type(words)
    await page.locator('[role=option]').first().waitFor()
    expect(await textOf(page.locator('[role=option]').first())).toContain(label)
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).toEqual([named(field, kind, label).key])
    await expect.poll(async () => (await focusedOn(page)).name).toBe(label)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await focusedOn(page)).tag).toBe('input')
    await page.getByRole('combobox', { name: /^Find a paper/ }).fill(words)
    await page.locator('[role=option]').first().click()
    expect((await drawn(page)).selection).toEqual([named(field, kind, label).key])
    await page.context().close()
  })

  it('narrows by all filters together, says what remains, and clears by one click', async () => {
    const { field, open } = at()
    const { page } = await open()
    const all = papersOf(field).length
    const cvpr = named(field, 'venue', 'CVPR').key
    const ask = page.locator('field-ask')
    const filters = { code: true, importance: 2, from: 2021, venue: cvpr }
    expect(await ask.getByRole('button', { name: /^with code/ }).getAttribute('aria-label')).toBe(
      `with code: ${passing(field, { code: true }).length} papers`,
    )
    await ask.getByRole('button', { name: /^with code/ }).click()
    expect(await inFullColour(page)).toEqual(passing(field, { code: true }))
    const two = ask.getByRole('button', { name: /^importance 2/ })
    expect(await two.getAttribute('aria-label')).toContain(
      `: ${passing(field, { code: true, importance: 2 }).length} paper`,
    )
    await two.click()
    await ask.getByLabel('First year').selectOption('2021')
    await ask.getByText('Venues', { exact: true }).last().click()
    const choice = ask.locator('label').filter({ hasText: /^\s*CVPR\s/ })
    expect(flat(await textOf(choice))).toBe(`CVPR ${passing(field, filters).length}`)
    await choice.click()
    expect(await inFullColour(page)).toEqual(passing(field, filters))
    const header = page.locator('field-page .counts')
    expect(flat(await textOf(header))).toContain(`${passing(field, filters).length} of ${all} papers`)
    await header.getByRole('button', { name: 'Clear filters' }).click()
    expect(await inFullColour(page)).toHaveLength(all)
    await page.context().close()
  })

  it('narrows and clears by keyboard alone', async () => {
    const { field, open } = at()
    const { page } = await open()
    await tabTo(page, 'First year')
    await page.keyboard.type('2022')
    expect(await inFullColour(page)).toEqual(passing(field, { from: 2022 }))
    await tabTo(page, /^with code/)
    await page.keyboard.press('Space')
    expect(await inFullColour(page)).toEqual(passing(field, { from: 2022, code: true }))
    await tabTo(page, /^Venues/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    const [venue = ''] = await page.evaluate(() => document.querySelector('field-map')?.state.filters.venues ?? [])
    expect(await inFullColour(page)).toEqual(passing(field, { from: 2022, code: true, venue }))
    await tabTo(page, 'Clear filters', 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await inFullColour(page)).toHaveLength(papersOf(field).length)
    await page.context().close()
  })

  it('lists what is shown, sorted, in step with the map, and gives it as CSV and BibTeX', async () => {
    const { field, open } = at()
    const { page } = await open()
    await page.getByRole('button', { name: 'List', exact: true }).click()
    const list = page.locator('field-list')
    const titles = async (): Promise<readonly string[]> =>
      (await list.locator('tbody td:first-child').allInnerTexts()).map(flat)
    const byTitle = papersOf(field)
      .map(({ attributes }) => attributes.label)
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map(flat)
    await list.getByRole('button', { name: 'Title' }).click()
    expect(await titles()).toEqual(byTitle)
    await list.getByRole('button', { name: 'Title' }).click()
    expect(await titles()).toEqual(byTitle.toReversed())
    await page
      .locator('field-ask')
      .getByRole('button', { name: /^with code/ })
      .click()
    const keys = passing(field, { code: true })
    expect([...(await titles())].sort()).toEqual(labels(field, keys).map(flat).sort())
    const csv = parseCsv(await download(page, 'Save as CSV'))
    expect(csv[0]).toEqual(['title', 'year', 'venue', 'tasks', 'datasets', 'importance', 'code', 'key'])
    expect(
      csv
        .slice(1)
        .map((row) => row.at(-1))
        .sort(),
    ).toEqual(keys)
    for (const row of csv.slice(1)) {
      const { key, attributes } = nodeOf(field, row.at(-1) ?? '')
      expect(row[0]?.replace(/^'/, '')).toBe(attributes.label)
      expect(row[1]).toBe(String(attributes.year ?? ''))
      expect((row[3] ?? '').split('; ').filter(Boolean).sort()).toEqual(labels(field, targets(field, key, 'addresses')))
      expect((row[4] ?? '').split('; ').filter(Boolean).sort()).toEqual(
        labels(field, targets(field, key, 'uses', 'introduces')),
      )
      expect(row[6]).toBe('yes')
    }
    const bib = await download(page, 'Save as BibTeX')
    expect(bib.match(/^@\w+\{/gm)).toHaveLength(keys.length)
    const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
    for (const key of keys) expect(words(bib)).toContain(words(nodeOf(field, key).attributes.label).slice(0, 20))
    await page.context().close()
  })

  it('goes through the list by keyboard alone', async () => {
    const { field, open } = at()
    const { page } = await open()
    await page.keyboard.press('t')
    await tabTo(page, 'Importance')
    await page.keyboard.press('Enter')
    const [first] = await page.locator('field-list tbody td:first-child').allInnerTexts()
    const title = flat(first ?? '')
    const most = Math.max(...papersOf(field).map(({ attributes }) => attributes.importance ?? 0))
    expect(named(field, 'paper', title).attributes.importance).toBe(most)
    await tabTo(page, title)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focusedOn(page)).tag).toBe('h2')
    expect(await cardTitle(page)).toBe(title)
    expect(await page.locator('field-list').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await focusedOn(page)).name).toBe(title)
    expect((await drawn(page)).selection).toEqual([])
    await page.context().close()
  })

  it('says of an author the papers and co-authors, of a venue the papers by year', async () => {
    const { field, open } = at()
    const author = named(field, 'author', 'Björn W. Schuller').key
    const { page } = await open(`s=${author}`)
    const papers = papersOf(field).filter(({ key }) => targets(field, key, 'written_by').includes(author))
    const card = page.locator('field-card')
    expect([...(await rowNames(card.locator('section').first()))].sort()).toEqual(
      papers.map(({ attributes }) => flat(attributes.label)).sort(),
    )
    const others = new Set(
      papers.flatMap(({ key }) => targets(field, key, 'written_by')).filter((key) => key !== author),
    )
    const more = partOf(page, 'Co-authors').getByRole('button', { name: /^All/ })
    if ((await more.count()) > 0) await more.click()
    const names = (await partOf(page, 'Co-authors').locator('.chip').allInnerTexts()).map((name) =>
      flat(name).replace(/ \d+ papers$/, ''),
    )
    expect(names.sort()).toEqual(labels(field, [...others]))
    const venue = named(field, 'venue', 'CVPR').key
    await page.goto(`${at().server.url}#s=${venue}`)
    await page.getByRole('heading', { name: 'CVPR' }).waitFor()
    const there = papersOf(field).filter(({ key }) => targets(field, key, 'published_in').includes(venue))
    const year = Math.max(...there.map(({ attributes }) => attributes.year ?? 0))
    const newest = there.filter(({ attributes }) => attributes.year === year)
    expect(flat(await textOf(card.locator('h4').first()))).toBe(`${year} · ${newest.length}`)
    await page.context().close()
  })
})

function standing(
  page: Page,
): Promise<{ readonly key: string; readonly x: number; readonly y: number; readonly said: string } | undefined> {
  return page.evaluate(() => {
    const map = document.querySelector('field-map')
    const node = map?.scene?.nodes.find(({ key }) => key === map.pointed)
    return node && { key: node.key, x: node.x, y: node.y, said: map?.said ?? '' }
  })
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return readFileSync(await file.path(), 'utf8')
}

/** Reads CSV as RFC 4180 says. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === undefined) continue
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}
