import { describe, expect, it } from 'vitest'
import { groupPapers } from './groupings.ts'
import { type SamplePaper, sampleField } from './sample-fields.test-helper.ts'

function regions(
  grouping: 'task' | 'venue' | 'year',
  papers: readonly SamplePaper[],
): Record<string, readonly string[]> {
  const found = groupPapers(sampleField(papers), [])[grouping]
  return Object.fromEntries(
    found.map(({ label, members }) => [label, members.map((key) => key.slice('paper:'.length))]),
  )
}

describe('groupPapers by task', () => {
  it("puts a paper under its section's task before one that only its title names", () => {
    expect(regions('task', [{ title: 'One', tasks: ['Recognition'], titleTasks: ['Editing'] }])).toEqual({
      Recognition: ['one'],
    })
  })

  it('puts a paper of two tasks under the smaller, then the first by key', () => {
    const papers = [
      { title: 'One', tasks: ['Large', 'Small'] },
      { title: 'Two', tasks: ['Large'] },
      { title: 'Three', tasks: ['B', 'A'] },
    ]
    expect(regions('task', papers)).toEqual({ A: ['three'], Large: ['two'], Small: ['one'] })
  })

  it('leaves papers without a task out', () => {
    expect(regions('task', [{ title: 'One' }])).toEqual({})
  })
})

describe('groupPapers by venue', () => {
  it('gathers venues with one paper', () => {
    const papers = ['CVPR', 'CVPR', 'FG', 'ACII'].map((venue, i) => ({ title: `p${i}`, venue }))
    expect(regions('venue', papers)).toEqual({ CVPR: ['p0', 'p1'], 'Other venues': ['p2', 'p3'] })
  })

  it('keeps the name of a venue that is the only one with one paper', () => {
    const papers = ['CVPR', 'CVPR', 'FG'].map((venue, i) => ({ title: `p${i}`, venue }))
    expect(Object.keys(regions('venue', papers))).toEqual(['CVPR', 'FG'])
  })
})

describe('groupPapers by year', () => {
  it('goes from left to right in time', () => {
    const papers = [2021, 2019, 2021].map((year, i) => ({ title: `p${i}`, year }))
    expect(Object.keys(regions('year', papers)).sort()).toEqual(['2019', '2021'])
    expect(groupPapers(sampleField(papers), []).year.map(({ label }) => label)).toEqual(['2019', '2021'])
  })

  it('folds sparse old years where there are many', () => {
    const years = [1980, 1993, 2005, 2011, 2016, 2018, 2018, 2018, 2019, 2020, 2021, 2021, 2021]
    const found = groupPapers(sampleField(years.map((year, i) => ({ title: `p${i}`, year }))), []).year
    expect(found.map(({ label, members }) => [label, members.length])).toEqual([
      ['Before 2018', 5],
      ['2018', 3],
      ['2019', 1],
      ['2020', 1],
      ['2021', 3],
    ])
  })
})
