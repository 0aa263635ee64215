import { describe, expect, it } from 'vitest'
import { graph, map, stateWith } from '../test/fixture.ts'
import { listBibtex, listCsv, paperList } from './paper-list.ts'
import { NO_FILTERS, SORT_COLUMNS } from './state.ts'

const papers = graph.filterNodes((_, { kind }) => kind === 'paper')
const row = {
  key: 'paper:x',
  title: '=cmd, "quoted"',
  year: undefined,
  venue: 'V',
  tasks: ['A', 'B'],
  datasets: [],
  importance: 2,
  code: true,
  chosen: false,
}

describe('the list', () => {
  it('holds every paper at home, newest first', () => {
    const rows = paperList(graph, map, stateWith({}))
    expect(rows.map(({ key }) => key).toSorted()).toEqual(papers.toSorted())
    const years = rows.map(({ year = 0 }) => year)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  })

  it.each(SORT_COLUMNS)('turns round when sorted by %s the other way, but for ties', (by) => {
    const ordered = (descending: boolean) =>
      paperList(graph, map, stateWith({ sort: { by, descending } })).map((paper) =>
        JSON.stringify(paper[by === 'task' ? 'tasks' : by]),
      )
    expect(new Set(ordered(true))).toEqual(new Set(ordered(false)))
    expect(ordered(true).at(0)).toEqual(ordered(false).at(-1))
  })

  it('holds what is chosen and near it, and passes the filters', () => {
    const [first = ''] = papers
    const near = paperList(graph, map, stateWith({ selection: [first] }))
    expect(near.find(({ key }) => key === first)?.chosen).toBe(true)
    expect(near.length).toBeLessThan(papers.length)
    const coded = paperList(graph, map, stateWith({ filters: { ...NO_FILTERS, code: true } }))
    expect(coded.every(({ code }) => code)).toBe(true)
    expect(coded.length).toBeGreaterThan(0)
  })

  it('as CSV quotes cells and disarms formulas', () => {
    expect(listCsv([row])).toBe(
      'title,year,venue,tasks,datasets,importance,code,key\r\n"\'=cmd, ""quoted""",,V,A; B,,2,yes,paper:x\r\n',
    )
  })

  it('as BibTeX has a record for each paper', () => {
    const rows = paperList(graph, map, stateWith({}))
    expect(listBibtex(graph, rows).match(/^@/gm)).toHaveLength(rows.length)
    expect(listBibtex(graph, [])).toBe('')
  })
})
