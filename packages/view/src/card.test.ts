import { describe, expect, it } from 'vitest'
import { graph, map } from '../test/fixture.ts'
import { cardOf } from './card.ts'
import { countsOf, newestYear } from './counts.ts'
import { countPassing, yearCounts } from './filters.ts'
import { regionCardOf } from './region-card.ts'
import { safeLink } from './safe-link.ts'
import { NO_FILTERS } from './state.ts'

describe('cardOf', () => {
  it('says what a paper is, where it leads and who says so', () => {
    const card = cardOf(graph, 'paper:alpha')
    expect(card).toMatchObject({
      title: 'ALPHA: Attention for Faces',
      facts: ['CVPR', '2023'],
      importance: 3,
      mandatory: true,
    })
    expect(card?.mentions).toMatchObject([{ source: 'list.md', line: 7, section: ['Face reading'] }])
    expect(card?.groups.map(({ title, items }) => [title, items.map(({ label }) => label)])).toEqual([
      ['Published in', ['CVPR']],
      ['Subfields', ['Face reading']],
      ['Datasets', ['AffectNet', 'RAF-DB']],
      ['Code', ['lab/alpha']],
      ['Authors', ['Ada Adams', 'Björn Schuller']],
    ])
  })

  it('gives each neighbour the evidence of its edge', () => {
    const datasets = cardOf(graph, 'paper:alpha')?.groups.find(({ relation }) => relation === 'uses')
    expect(datasets?.items[0]?.evidence[0]).toMatchObject({
      source: 'evidence.csv',
      quote: 'trained on AffectNet',
      tier: 'A',
    })
  })

  it('shows the newest papers of an author first', () => {
    const papers = cardOf(graph, 'author:ada-adams')?.groups[0]
    expect(papers?.items.map(({ key, note }) => [key, note])).toEqual([
      ['paper:alpha', 'CVPR · 2023'],
      ['paper:beta', 'CVPR · 2022'],
    ])
  })

  it('leaves out addresses that are not safe to open', () => {
    expect(cardOf(graph, 'paper:eta')?.links.map(({ url }) => url)).toEqual(['https://example.org/eta.pdf'])
    expect(cardOf(graph, 'paper:nowhere')).toBeUndefined()
  })
})

describe('safeLink', () => {
  it.each(['javascript:alert(1)', ' JaVaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'paper.pdf', ''])(
    'refuses %j',
    (url) => expect(safeLink(url)).toBeUndefined(),
  )
  it.each(['https://a.org/x', 'http://a.org/', 'mailto:a@b.org'])('lets %j through', (url) =>
    expect(safeLink(url)).toBe(url),
  )
})

describe('regionCardOf', () => {
  it('lists the papers, most important first, and what connects the region', () => {
    const card = regionCardOf(graph, map, 'task', 'task:faces')
    expect(card?.papers.map(({ key }) => key)).toEqual(['paper:alpha', 'paper:beta', 'paper:delta', 'paper:gamma'])
    expect(card?.connections.map(({ region, shared }) => [region, shared.map(({ key }) => key)])).toEqual([
      ['task:voices', ['dataset:affectnet', 'author:björn-schuller']],
      ['task:ethics', ['paper:beta']],
    ])
  })
})

describe('counts', () => {
  it('counts kinds, years and what passes', () => {
    expect(countsOf(graph).slice(0, 2)).toEqual([
      { kind: 'paper', count: 10 },
      { kind: 'venue', count: 2 },
    ])
    expect(newestYear(graph)).toBe(2023)
    expect(yearCounts(graph).map(({ count }) => count)).toEqual([1, 1, 1, 2, 2, 2])
    expect(countPassing(graph, { ...NO_FILTERS, code: true })).toBe(3)
  })
})
