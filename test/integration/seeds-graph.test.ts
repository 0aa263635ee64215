import type { FieldGraph, NodeAttributes } from '@fieldmap/graph'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSeeds, type ExpectedEntry, expectedEntries, LISTS } from './seeds.ts'

const expected: readonly ExpectedEntry[] = LISTS.flatMap(expectedEntries)
const papers = expected.filter(({ kind }) => kind === 'paper')
let graph: FieldGraph
let findings: readonly { rule: string; source: string; line: number }[]

beforeAll(async () => {
  const built = await buildSeeds()
  graph = built.graph
  findings = built.report.findings
})

function labels(kind: NodeAttributes['kind']): string[] {
  return graph.mapNodes((_, node) => (node.kind === kind ? node.label : '')).filter((label) => label !== '')
}

/** The paper that has an entry on a line. */
function paperAt(source: string, line: number): string {
  const found = graph.findNode(
    (_, node) =>
      node.kind === 'paper' &&
      node.mentions.some(
        (mention) => mention.source === source && mention.line === line && mention.rule.startsWith('extract/title'),
      ),
  )
  if (found === undefined) throw new Error(`no paper at ${source}:${line}`)
  return found
}

describe('the graph of the seeds', () => {
  it('has 175 papers of 176 entries and 2 tool rows', () => {
    expect(papers).toHaveLength(178)
    expect(labels('paper')).toHaveLength(175)
  })

  it('has the venues that the lists name: 38', () => {
    const wanted = new Set(expected.flatMap(({ venue }) => venue ?? []))
    expect(new Set(labels('venue'))).toEqual(wanted)
    expect(wanted.size).toBe(38)
  })

  it('has the 59 repositories of the entries, not those of badge, notes and pull requests', () => {
    const wanted = [...new Set(expected.flatMap(({ repositories }) => repositories))]
      .map((id) => `repository:${id}`)
      .sort()
    expect(graph.filterNodes((_, { kind }) => kind === 'repository')).toEqual(wanted)
    expect(wanted).toHaveLength(59)
  })

  it('has the 277 people as the lists spell them', () => {
    const wanted = new Set(expected.flatMap(({ authors }) => authors))
    const listed = graph.mapNodes((_, node) =>
      node.kind === 'author' && node.mentions.some(({ source }) => source.endsWith('.md')) ? node.label : '',
    )
    expect(new Set(listed.filter((label) => label !== ''))).toEqual(wanted)
    expect(wanted.size).toBe(277)
  })

  it('has 10 challenges and 4 tools, and the papers that their rows name', () => {
    expect(labels('challenge')).toHaveLength(10)
    expect(labels('tool')).toHaveLength(4)
    expect(graph.filterEdges((_, { kind }) => kind === 'described_in')).toHaveLength(2)
  })

  it('resolves 40 spellings of institutions, by the vocabulary alone', () => {
    const spellings = new Set(expected.flatMap(({ organizations }) => organizations))
    expect(spellings.size).toBe(40)
    expect(labels('organization')).toHaveLength(37)
    expect(labels('organization')).toContain('Nankai University')
  })

  it('keeps stars and trophies: 22 papers with three stars, 5 with the trophy', () => {
    expect(graph.filterNodes((_, node) => node.kind === 'paper' && node.importance === 3)).toHaveLength(22)
    expect(graph.filterNodes((_, node) => node.kind === 'paper' && node.mandatory === true)).toHaveLength(5)
  })

  it('places at least 90 % of the papers in a task', () => {
    const all = graph.filterNodes((_, { kind }) => kind === 'paper')
    const placed = all.filter((key) => graph.someOutEdge(key, (_, { kind }) => kind === 'addresses'))
    expect(placed.length / all.length).toBeGreaterThanOrEqual(0.9)
  })

  it('makes one task of a heading and its twin, by anchor or vocabulary', () => {
    expect(graph.hasNode('task:affect')).toBe(true)
    expect(graph.hasNode('task:au')).toBe(true)
    expect(
      labels('task').filter((label) =>
        /^\d{4}$|^(?:Reviews|Datasets|Challenges|Tools|Image Tasks|Previous Papers.*)$/.test(label),
      ),
    ).toEqual([])
  })

  it.each([
    [162, 235, 2022],
    [168, 246, 2021],
    [191, 12, 2021],
  ])('merges lines %i and %i; the path of the published version proves the year %i', (first, second, year) => {
    const key = paperAt('awesome-sota-fer.md', first)
    expect(paperAt('visual-affective-computing-survey.md', second)).toBe(key)
    expect(graph.getNodeAttributes(key)).toMatchObject({ year, yearBasis: 'proved' })
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'resolve/year-conflict',
        source: 'visual-affective-computing-survey.md',
        line: second,
      }),
    )
  })

  it.each([
    ['two surveys', 'awesome-sota-fer.md', 190, 'awesome-sota-fer.md', 204],
    ['POSTER and POSTER V2', 'awesome-sota-fer.md', 74, 'awesome-sota-fer.md', 58],
    [
      'APSE and the conference paper before it',
      'visual-affective-computing-survey.md',
      88,
      'visual-affective-computing-survey.md',
      94,
    ],
    [
      'two entries with one IEEE address',
      'visual-affective-computing-survey.md',
      210,
      'visual-affective-computing-survey.md',
      230,
    ],
  ])('keeps apart %s', (_, a, x, b, y) => {
    expect(paperAt(a, x)).not.toBe(paperAt(b, y))
  })

  it('shows each paper with the title of an entry, and a year that an entry states or an address proves', () => {
    const titles = new Set(papers.map(({ title }) => title))
    for (const label of labels('paper')) expect(titles).toContain(label)
    const wrong = graph.filterNodes((_, node) => {
      if (node.kind !== 'paper' || node.year === undefined || node.yearBasis === 'proved') return false
      return !papers.some(({ year, title }) => year === node.year && title === node.label)
    })
    expect(wrong).toEqual([])
  })

  it.each([
    ['extract/empty-link', 'visual-affective-computing-survey.md', 13],
    ['extract/signed-link', 'awesome-sota-fer.md', 208],
    ['extract/signed-link', 'awesome-sota-fer.md', 248],
    ['extract/session-link', 'awesome-sota-fer.md', 73],
    ['extract/row-width', 'awesome-sota-fer.md', 74],
    ['extract/row-width', 'awesome-sota-fer.md', 234],
    ['link/shared-address', 'awesome-sota-fer.md', 221],
    ['link/similar-people', 'visual-affective-computing-survey.md', 205],
    ['resolve/shared-address', 'visual-affective-computing-survey.md', 230],
    ['resolve/year-conflict', 'awesome-sota-fer.md', 153],
    ['resolve/year-conflict', 'awesome-sota-fer.md', 194],
  ])('finds %s at %s:%i', (rule, source, line) => {
    expect(findings).toContainEqual(expect.objectContaining({ rule, source, line }))
  })
})
