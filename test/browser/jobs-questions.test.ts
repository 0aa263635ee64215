import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { datasetsOf, hasCode, labels, named, nodeOf, papersOf, type RawField, targets } from './field.ts'
import { cardTitle, describeJobs, expectTrue, flat, focusedOn, partOf, rowNames, tabTo } from './jobs.ts'
import { clickOn, drawn, textOf, whenDrawn } from './page.ts'

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function numberOf(word: string): number {
  return NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word)
}

/** Whether a sentence is true by counting in the file; undefined for one that is not understood here. */
function isTrue(field: RawField, sentence: string): boolean | undefined {
  const papers = papersOf(field)
  const together = /^(.+) and (.+) are used together by (\w+) papers/.exec(sentence)
  if (together !== null) {
    const [a, b] = [together[1] ?? '', together[2] ?? ''].map((name) => named(field, 'dataset', name).key)
    const users = papers.filter(({ key }) => [a, b].every((one) => datasetsOf(field, key).includes(one ?? '')))
    return users.length === numberOf(together[3] ?? '')
  }
  const venue = /^(.+) is the biggest venue: (\w+) of (\d+) papers/.exec(sentence)
  if (venue !== null) {
    const { key } = named(field, 'venue', venue[1] ?? '')
    const there = papers.filter((paper) => targets(field, paper.key, 'published_in').includes(key))
    return there.length === numberOf(venue[2] ?? '') && papers.length === Number(venue[3])
  }
  const once =
    /^(\w+) of the (\d+) datasets that papers use or introduce, pretraining aside, are known from one paper/.exec(
      sentence,
    )
  if (once !== null) {
    const uses = new Map<string, number>()
    for (const { key } of papers) for (const one of datasetsOf(field, key)) uses.set(one, (uses.get(one) ?? 0) + 1)
    return [...uses.values()].filter((count) => count === 1).length === Number(once[1]) && uses.size === Number(once[2])
  }
  const authors = /^(.+) and (.+) share (\w+) authors but no paper/.exec(sentence)
  if (authors !== null) {
    const [a, b] = [authors[1] ?? '', authors[2] ?? ''].map((name) =>
      papersUnder(field, named(field, 'task', name).key),
    )
    const writers = (keys: readonly string[]): readonly string[] =>
      keys.flatMap((key) => targets(field, key, 'written_by'))
    const both = new Set(writers(a ?? []).filter((key) => writers(b ?? []).includes(key)))
    return both.size === numberOf(authors[3] ?? '') && !(a ?? []).some((key) => (b ?? []).includes(key))
  }
  return undefined
}

/** Papers of a task and of all narrower ones. */
function papersUnder(field: RawField, task: string): readonly string[] {
  const under = new Set([task])
  for (let before = 0; before < under.size; ) {
    before = under.size
    for (const { source, target, attributes } of field.edges)
      if (attributes.kind === 'broader' && under.has(target)) under.add(source)
  }
  return papersOf(field)
    .map(({ key }) => key)
    .filter((key) => targets(field, key, 'addresses').some((one) => under.has(one)))
}

/** What papers of one set and other papers of another both have, by kind of edge. */
function both(
  field: RawField,
  a: readonly string[],
  b: readonly string[],
  of: (paper: string) => readonly string[],
): readonly string[] {
  const found = new Set<string>()
  for (const p of a) for (const q of b) if (p !== q) for (const key of of(p)) if (of(q).includes(key)) found.add(key)
  return labels(field, [...found])
}

/** The answer to how two subfields connect, as the card must give it. */
async function expectBetween(page: Page, field: RawField, first: string, second: string): Promise<void> {
  const [a, b] = [papersUnder(field, first), papersUnder(field, second)]
  const title = await cardTitle(page)
  for (const key of [first, second]) expect(title).toContain(nodeOf(field, key).attributes.label)
  const card = page.locator('field-card')
  const namesUnder = async (heading: RegExp): Promise<readonly string[]> => {
    const part = card.locator('section').filter({ has: page.getByRole('heading', { name: heading }) })
    if ((await part.count()) === 0) return []
    const more = part.getByRole('button', { name: /^All \d+/ })
    if ((await more.count()) > 0) await more.click()
    return [...(await rowNames(part))].sort()
  }
  expect(await namesUnder(/^Papers of both/)).toEqual(
    labels(
      field,
      a.filter((key) => b.includes(key)),
    ).map(flat),
  )
  expect(await namesUnder(/^Shared datasets/)).toEqual(both(field, a, b, (key) => datasetsOf(field, key)))
  expect(await namesUnder(/^Shared authors/)).toEqual(both(field, a, b, (key) => targets(field, key, 'written_by')))
  expect(await namesUnder(/^Shared venues/)).toEqual(both(field, a, b, (key) => targets(field, key, 'published_in')))
  const known = a.filter((key) => targets(field, key, 'uses', 'introduces').length > 0).length
  const coverage = `Of ${a.length} papers in ${nodeOf(field, first).attributes.label} ${known} have dataset evidence`
  expect((await card.locator('.coverage').allInnerTexts()).map(flat).join(' ')).toContain(coverage)
}

/** Papers that share datasets with one, best first, those that share only common datasets left out. */
function sharers(
  field: RawField,
  asked: string,
): readonly { readonly key: string; readonly shared: readonly string[] }[] {
  const papers = papersOf(field)
  const known = papers.filter(({ key }) => targets(field, key, 'uses', 'introduces').length > 0).length
  const users = (set: string): number => papers.filter(({ key }) => datasetsOf(field, key).includes(set)).length
  const own = datasetsOf(field, asked)
  const rarity = new Map(own.map((set) => [set, Math.log(1 + known / users(set))]))
  const common = new Set(own.filter((set) => users(set) > 5 && users(set) > Math.sqrt(known)))
  return papers
    .filter(({ key }) => key !== asked)
    .map(({ key, attributes }) => {
      const shared = own.filter((set) => datasetsOf(field, key).includes(set))
      const score = shared.reduce((sum, set) => sum + (rarity.get(set) ?? 0), 0)
      return { key, shared, score, year: attributes.year ?? 0 }
    })
    .filter(({ shared }) => shared.some((set) => !common.has(set)))
    .sort(
      (a, b) => b.score - a.score || b.shared.length - a.shared.length || b.year - a.year || (a.key < b.key ? -1 : 1),
    )
}

async function expectSharers(page: Page, field: RawField, paper: string): Promise<void> {
  const expected = sharers(field, paper)
  expect(expected.length).toBeGreaterThan(0)
  const rows = await partOf(page, 'Papers that share datasets').locator('.row').all()
  expect(rows).toHaveLength(Math.min(6, expected.length))
  for (const [i, row] of rows.entries()) {
    const { key, shared } = expected[i] ?? { key: '', shared: [] }
    expect(flat(await textOf(row.locator('.name')))).toBe(flat(nodeOf(field, key).attributes.label))
    expect((await textOf(row.locator('.note b'))).split(', ').sort()).toEqual(labels(field, shared))
  }
}

async function expectUsers(
  page: Page,
  field: RawField,
  all: readonly string[],
  any: readonly string[],
  not: readonly string[],
): Promise<void> {
  const expected = papersOf(field).filter(({ key }) => {
    const used = datasetsOf(field, key)
    const isAsked = any.length > 0 ? any.some((set) => used.includes(set)) : all.every((set) => used.includes(set))
    return isAsked && !not.some((set) => used.includes(set))
  })
  const card = page.locator('field-card')
  const more = card.getByRole('button', { name: /^All \d+/ })
  if ((await more.count()) > 0) await more.click()
  const names = await rowNames(card)
  expect([...names].sort()).toEqual(expected.map(({ attributes }) => flat(attributes.label)).sort())
  const shown = (await drawn(page)).nodes.filter(({ key, emphasis }) => emphasis === 'near' && key.startsWith('paper:'))
  expect(shown.map(({ key }) => key).sort()).toEqual(expected.map(({ key }) => key).sort())
}

describeJobs('questions on the seeds', (at) => {
  it('opens with true sentences, each of which goes to its place and shows its lines', async () => {
    const { field, open } = at()
    const { page, complaints } = await open()
    const part = partOf(page, 'In brief')
    const sentences = await rowNames(part)
    expect(sentences.length).toBeGreaterThan(2)
    const verdicts = sentences.map((sentence) => isTrue(field, sentence))
    expect(verdicts).not.toContain(false)
    expect(verdicts.filter((verdict) => verdict === true).length).toBeGreaterThanOrEqual(3)
    for (const [i, sentence] of sentences.entries()) {
      await part.locator('.who').nth(i).click()
      await expectTrue(field, part.getByRole('region', { name: `Says who? ${sentence}` }))
      await part.locator('.row').nth(i).click()
      const { selection } = await drawn(page)
      expect(selection.length).toBeGreaterThan(0)
      expect(await isInView(page, selection[0] ?? '')).toBe(true)
      await page.goBack()
      await part.waitFor()
    }
    const papers = papersOf(field)
    const years = papers.map(({ attributes }) => attributes.year ?? 0)
    const placed = new Set(field.regions.task?.flatMap(({ members }) => members))
    const unplaced = papers.filter(({ key }) => !placed.has(key)).length
    const home = (await page.locator('field-card .coverage').allInnerTexts()).map(flat).join(' ')
    expect(home).toContain(`The newest paper is of ${Math.max(...years)}. ${unplaced} papers are not placed`)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('goes from a sentence to its place and back by keyboard alone', async () => {
    const { field, open } = at()
    const { page } = await open()
    const [sentence = ''] = await rowNames(partOf(page, 'In brief'))
    await tabTo(page, sentence)
    await page.keyboard.press('Tab')
    expect((await focusedOn(page)).name).toBe(`Says who? ${sentence}`)
    await page.keyboard.press('Enter')
    await expectTrue(field, page.getByRole('region', { name: `Says who? ${sentence}` }))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection.length).toBeGreaterThan(0)
    await page.waitForFunction(
      () => document.querySelector('field-page')?.shadowRoot?.activeElement?.localName === 'field-card',
    )
    expect((await focusedOn(page)).tag).toBe('h2')
    await page.keyboard.press('Escape')
    await partOf(page, 'In brief').waitFor()
    await expect.poll(async () => (await focusedOn(page)).name).toBe(sentence)
    await page.context().close()
  })

  it('says how two subfields connect that are clicked on the map, and what a band is', async () => {
    const { field, open } = at()
    const { page } = await open()
    await clickOn(page, 'task:au', 'labels')
    await page.keyboard.down('Shift')
    await clickOn(page, 'task:affect', 'labels')
    await page.keyboard.up('Shift')
    await expectBetween(page, field, 'task:au', 'task:affect')
    await page.keyboard.press('Escape')
    const band = await clickBand(page)
    expect((await drawn(page)).selection).toEqual(band)
    await expectBetween(page, field, band[0] ?? '', band[1] ?? '')
    await page.context().close()
  })

  it('says how two subfields connect by keyboard alone, from the question and from the card of one', async () => {
    const { field, open } = at()
    const { page } = await open()
    const [first, second] = ['task:fem', 'task:seven-emotion'] as const
    const [one, other] = [first, second].map((key) => nodeOf(field, key).attributes.label)
    await tabTo(page, /^How do two subfields connect/)
    await page.keyboard.press('Enter')
    await tabTo(page, 'The one')
    await page.keyboard.type(firstWord(one))
    await page.keyboard.press('Tab')
    await page.keyboard.type(firstWord(other))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectBetween(page, field, first, second)
    await page.goto('about:blank')
    await page.goto(`${at().server.url}#s=${first}`)
    await whenDrawn(page)
    await tabTo(page, 'Connect with')
    await page.keyboard.type(firstWord(other))
    await page.keyboard.press('Enter')
    if ((await drawn(page)).selection.length < 2) {
      await tabTo(page, 'Show')
      await page.keyboard.press('Enter')
    }
    await expectBetween(page, field, first, second)
    await page.context().close()
  })

  it('ranks the papers that share datasets with a paper, and draws them with those datasets', async () => {
    const { field, open } = at()
    const paper = named(field, 'paper', 'POSTER:').key
    const { page } = await open()
    await clickOn(page, paper)
    await expectSharers(page, field, paper)
    await page.getByRole('button', { name: 'Show them on the map' }).click()
    const { nodes } = await drawn(page)
    const near = nodes.filter(({ emphasis }) => emphasis === 'near').map(({ key }) => key)
    const sharing = papersOf(field).filter(
      ({ key }) => key !== paper && datasetsOf(field, key).some((set) => datasetsOf(field, paper).includes(set)),
    )
    expect(near.sort()).toEqual([...datasetsOf(field, paper), ...sharing.map(({ key }) => key)].sort())
    await page.context().close()
  })

  it('asks for sharers, then for datasets: all, any, not, by keyboard alone', async () => {
    const { field, open } = at()
    const paper = named(field, 'paper', 'POSTER:').key
    const [raf, affect, ck] = ['RAF-DB', 'AffectNet', 'CK+'].map((name) => named(field, 'dataset', name).key)
    const { page } = await open()
    await tabTo(page, /^Which papers share datasets/)
    await page.keyboard.press('Enter')
    await tabTo(page, 'a paper or dataset')
    await page.keyboard.type('poster pyramid')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    expect((await drawn(page)).selection).toEqual([paper])
    await expectSharers(page, field, paper)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await focusedOn(page)).name).toBe('a paper or dataset')
    await page.keyboard.type('raf-db')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await expectUsers(page, field, [raf ?? ''], [], [])
    await add('and the dataset …', 'affectnet')
    await expectUsers(page, field, [raf ?? '', affect ?? ''], [], [])
    await tabTo(page, 'Any of them')
    await page.keyboard.press('Enter')
    await expectUsers(page, field, [], [raf ?? '', affect ?? ''], [])
    await add('not known to use …', 'ck+')
    await expectUsers(page, field, [], [raf ?? '', affect ?? ''], [ck ?? ''])
    await page.context().close()

    async function add(box: string, words: string): Promise<void> {
      await tabTo(page, box)
      await page.keyboard.type(words)
      await page.locator('[role=option]').first().waitFor()
      await page.keyboard.press('Enter')
    }
  })

  it('says where to start in a subfield, with reasons that the list states', async () => {
    const { field, open } = at()
    const { page } = await open()
    await page.locator('field-ask .regions').getByRole('button', { name: '7-emotion classification' }).click()
    await expectStart(page, field, 'task:seven-emotion')
    await page.context().close()
  })

  it('says where to start by keyboard alone', async () => {
    const { field, open } = at()
    const { page } = await open()
    await tabTo(page, /^Where do I start/)
    await page.keyboard.press('Enter')
    await tabTo(page, 'Where to start')
    await page.keyboard.type(firstWord(nodeOf(field, 'task:seven-emotion').attributes.label))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectStart(page, field, 'task:seven-emotion')
    await page.context().close()
  })
})

/** Surveys first, then what the list calls mandatory, then important papers with code; no reason without ground. */
async function expectStart(page: Page, field: RawField, task: string): Promise<void> {
  const part = partOf(page, 'Start here')
  const more = part.getByRole('button', { name: /^All \d+/ })
  if ((await more.count()) > 0) await more.click()
  const names = await rowNames(part)
  const reasons = await part.locator('.row .note b').allInnerTexts()
  const isSurvey = (title: string): boolean =>
    /\b(surveys?|reviews?|overview|tutorial|primer|roadmap|taxonomy)\b/i.test(title)
  const under = papersUnder(field, task).map((key) => nodeOf(field, key))
  const paperOf = (title: string) => under.find(({ attributes }) => flat(attributes.label) === title)
  for (const [i, name] of names.entries()) {
    const paper = paperOf(name)
    expect(paper).toBeDefined()
    const reason = reasons[i] ?? ''
    if (reason.includes('overview')) expect(isSurvey(name)).toBe(true)
    if (reason.includes('mandatory'))
      expect(paper?.attributes.mentions.some(({ quote }) => quote.includes('🏆'))).toBe(true)
    const stars = /★+/.exec(reason)?.[0].length
    if (stars !== undefined) expect(paper?.attributes.importance).toBe(stars)
    if (reason.includes('with code')) expect(paper !== undefined && hasCode(field, paper)).toBe(true)
  }
  const surveys = under
    .filter(({ attributes }) => isSurvey(attributes.label))
    .map(({ attributes }) => flat(attributes.label))
  expect(names.slice(0, surveys.length).sort()).toEqual([...surveys].sort())
  const best = under.filter((paper) => paper.attributes.importance === 3 && hasCode(field, paper))
  expect(names).toEqual(expect.arrayContaining(best.map(({ attributes }) => flat(attributes.label))))
}

/** Clicks a band where nothing lies over it; gives the two regions. */
async function clickBand(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const map = document.querySelector('field-map')
    const { scene } = map ?? {}
    const stage = map?.getBoundingClientRect()
    if (scene === undefined || stage === undefined) return undefined
    const boxes = [...scene.nodes, ...scene.regions, ...scene.labels].map(({ box }) => box)
    const bands = scene.edges.filter(({ kind }) => kind === 'band')
    const places = bands.toReversed().flatMap((band) =>
      band.line
        .filter(
          ({ x, y }) =>
            !boxes.some(
              (box) => x > box.x - 9 && x < box.x + box.width + 9 && y > box.y - 9 && y < box.y + box.height + 9,
            ),
        )
        .filter(({ x, y }) =>
          bands.every(
            (other) => other === band || other.line.every((point) => Math.hypot(point.x - x, point.y - y) > 20),
          ),
        )
        .map(({ x, y }) => ({ x: stage.x + x, y: stage.y + y, ends: [band.source, band.target] })),
    )
    return places[0]
  })
  if (found === undefined) throw new Error('every band is covered')
  await page.mouse.click(found.x, found.y)
  return found.ends
}

function isInView(page: Page, key: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { scene } = document.querySelector('field-map') ?? {}
    const item = [...(scene?.nodes ?? []), ...(scene?.regions ?? [])].find((one) => one.key === wanted)
    if (scene === undefined || item === undefined) return false
    const { x, y, width, height } = item.box
    return x + width > 0 && y + height > 0 && x < scene.width && y < scene.height
  }, key)
}

/** So much of a name chooses it in a list of choices; a blank would open the list. */
function firstWord(name = ''): string {
  return name.split(' ', 1)[0] ?? ''
}
