import { type Build, build, parseTour, type ReadResult, readSources } from '@fieldmap/core'
import {
  brief,
  choiceMask,
  createFieldIndex,
  type FieldIndex,
  paperSet,
  papersWithDatasets,
  sharedWithPaper,
  whereToStart,
} from '@fieldmap/graph'
import { type ResolvedTour, resolveTour, stepState } from '@fieldmap/view'
import { describe, expect, it } from 'vitest'
import { SEEDS } from './seeds.ts'

const read = await readSources([SEEDS], {})
const built = build(read, () => 0)
const index = createFieldIndex(built.graph, built.map)
const { script, findings } = parseTour(read.tour?.text ?? '', read.tour?.path ?? '')
const resolvedIn = ({ graph, map }: Build): ResolvedTour => resolveTour(graph, map, script)
const resolved = resolvedIn(built)

/** The sources with their lists rewritten. */
function withLists(change: (text: string) => string): Build {
  const sources = read.sources.map((source) =>
    source.kind === 'list' ? { ...source, text: change(source.text) } : source,
  )
  return build({ ...read, sources } satisfies ReadResult, () => 0)
}

describe('the tour of the seeds', () => {
  it('has ten steps that are all shown, with captions and half a minute of notes each', () => {
    expect(findings).toEqual([])
    expect(resolved.findings).toEqual([])
    expect(resolved.tour.steps).toHaveLength(10)
    for (const { caption, notes } of resolved.tour.steps) {
      expect(caption).not.toBe('')
      const words = notes.split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(65)
      expect(words).toBeLessThanOrEqual(95)
    }
  })

  it('shows something on each step', () => {
    resolved.tour.steps.forEach((_, i) => {
      const state = stepState(built.graph, resolved.tour, i)
      expect(state?.step).toBe(i)
      for (const key of state?.selection ?? []) expect(built.graph.hasNode(key)).toBe(true)
    })
  })

  it('shows the papers that the command begins with', () => {
    const { answers } = whereToStart(index, { filter: { tasks: ['task:seven-emotion'] }, limit: 5 })
    expect(stepState(built.graph, resolved.tour, 8)?.selection).toEqual(answers.map(({ key }) => key))
  })

  it('says numbers that the graph has', () => {
    const said = resolved.tour.steps.map(({ caption, notes }) => `${caption} ${notes}`).join('\n')
    for (const sentence of sentences(index)) expect(said).toContain(sentence)
  })

  it('keeps working when a paper with an identifier is renamed, and shows the same paper', () => {
    const renamed = withLists((text) =>
      text.replaceAll(
        'POSTER: A Pyramid Cross-Fusion Transformer Network for Facial Expression Recognition',
        'Crossing Pyramids: How to Read a Face',
      ),
    )
    const tour = resolvedIn(renamed)
    expect(tour.findings).toEqual([])
    const [key] = stepState(renamed.graph, tour.tour, 2)?.selection ?? []
    expect(key).not.toBe(stepState(built.graph, resolved.tour, 2)?.selection[0])
    expect(renamed.graph.getNodeAttributes(key ?? '')).toMatchObject({
      label: 'Crossing Pyramids: How to Read a Face',
      identifiers: { arxiv: '2204.04083' },
    })
  })

  it('works in a browser that has the tour of before and the graph of after', () => {
    const renamed = withLists((text) =>
      text.replaceAll('Are 3D Face Shapes Expressive Enough', 'Is a Face in Space Enough'),
    )
    const [key] = stepState(renamed.graph, resolved.tour, 5)?.selection ?? []
    expect(renamed.graph.getNodeAttribute(key ?? '', 'label')).toMatch(/^Is a Face in Space Enough/)
  })

  it('says which step is lost when its paper is removed', () => {
    const removed = withLists((text) => text.replace(/^.*2204\.04083.*\n/gm, ''))
    const tour = resolvedIn(removed)
    expect(tour.tour.steps).toHaveLength(9)
    expect(tour.findings).toMatchObject([
      { rule: 'tour/missing-node', severity: 'error', step: 'what-one-paper-shares', source: 'tour.md' },
    ])
    expect(read.tour?.text.split('\n')[(tour.findings[0]?.line ?? 0) - 1]).toBe('shared: arxiv:2204.04083')
  })
})

/** What the tour says in numbers, with the numbers counted anew. */
function sentences(field: FieldIndex): readonly string[] {
  const { graph, papers, years } = field
  const key = (name: string): string => `dataset:${name}`
  const users = (names: readonly string[], any = false): number =>
    papersWithDatasets(field, names.map(key), { any }).total
  const size = (task: string): number => paperSet(field, { tasks: [task] }).size
  const known = field.uses(choiceMask({})).knownPapers
  const poster = sharedWithPaper(
    field,
    'paper:poster-a-pyramid-cross-fusion-transformer-network-for-facial-expression-recognition',
  )
  const same = poster.answers.filter(({ shared }) => shared.length === poster.question.datasets.length).length
  const recent = years.filter((year) => year >= 2020).length
  const direct = graph.filterInEdges('task:seven-emotion', (_, { kind }) => kind === 'addresses').length
  const privacy = paperSet(field, { tasks: ['task:privacy'] })
  const privacyBrief = brief(field, { filter: { tasks: ['task:privacy'] } }).answers.map(({ label }) => label)
  expect([same, poster.answers.length - same]).toEqual([3, 25])
  expect(users(['raf-db'])).toBe(paperSet(field, { datasets: [key('raf-db')], years: { from: 2020 } }).size)
  expect([users(['ckplus', 'raf-db']), users(['ckplus', 'affectnet'])]).toEqual([2, 0])
  expect([size('task:au'), size('task:affect'), privacy.size, users(['ckplus', 'oulu-casia'])]).toEqual([6, 11, 11, 6])
  expect(privacyBrief).toContain(
    '21 of the 22 datasets that papers use or introduce, pretraining aside, are known from one paper only.',
  )
  expect(paperSet(field, { tasks: ['task:privacy'], years: { from: 2021, to: 2022 } }).size).toBe(privacy.size)
  return [
    `${papers.length} papers from two reading lists. ${recent} of them are from 2020 or later, and ${direct} are on`,
    `${users(['affectnet', 'raf-db'], true)} papers are known to use one of them, ${users(['affectnet', 'raf-db'])} use both`,
    `AffectNet is known from ${users(['affectnet'])} papers, RAF-DB from ${users(['raf-db'])}`,
    `Of ${papers.length} papers, ${known} have dataset evidence`,
    `${known} papers of which some text says a dataset`,
    `The other ${papers.length - known} are faded`,
  ]
}
