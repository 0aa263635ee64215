import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFieldGraph } from '../field-graph.ts'
import { betweenSets, type NamedSet } from './between-sets.ts'
import { datasetUse } from './dataset-use.ts'
import { createFieldIndex, type FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { isSurveyTitle } from './field-index/survey-title.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { handSolved } from './hand-solved.test-helper.ts'
import { filterOfNode, type PaperFilter, paperSet, parseYears } from './paper-filter.ts'
import { paperProjection } from './paper-projection.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { whereToStart } from './where-to-start.ts'

const index = createFieldIndex(handSolved())

const setOf = (filter: PaperFilter, own: FieldIndex = index): readonly string[] => {
  const { has } = paperSet(own, filter)
  return own.papers.filter((_, i) => has[i] === 1)
}
const short = (key: string): string => key.replace(/^[a-z]+:/, '')

describe('paperSet', () => {
  it.each<[string, PaperFilter, string]>([
    ['nothing asked', {}, 'a b c d e f g h s-a-survey-of-faces z'],
    ['a task', { tasks: ['task:bodies'] }, 'd e f g h'],
    ['one of two tasks', { tasks: ['task:bodies', 'task:faces'] }, 'a b c d e f g h s-a-survey-of-faces'],
    ['a venue', { venues: ['venue:v'] }, 'a c e'],
    ['a dataset', { datasets: ['dataset:hub'] }, 'a b c'],
    ['a dataset, pretraining too', { datasets: ['dataset:hub'], pretraining: true }, 'a b c e'],
    ['a dataset at tier A', { datasets: ['dataset:hub'], tier: 'A' }, 'a c'],
    ['years', { years: { from: 2019, to: 2021 } }, 'a b d'],
    ['open years', { years: { from: 2023 } }, 'h s-a-survey-of-faces'],
    ['code', { withCode: true }, 'a b d f h'],
    ['a list', { sources: ['other.md'] }, 'z'],
    ['an author', { joinedTo: ['author:carl'] }, 'c d'],
    ['a paper itself', { joinedTo: ['paper:a'] }, 'a'],
    ['all of several', { tasks: ['task:bodies'], withCode: true, years: { to: 2022 } }, 'd f'],
    ['a filter within a filter', { tasks: ['task:bodies'], within: { tasks: ['task:faces'] } }, 'g'],
    ['an unknown key', { tasks: ['task:none'] }, ''],
    ['a community without a map', { communities: ['1'] }, ''],
  ])('%s', (_, filter, expected) => {
    expect(setOf(filter).map(short).join(' ')).toBe(expected)
  })

  it('takes the papers of narrower tasks, and does not run in circles', () => {
    const own = createFieldIndex(
      sampleGraph({
        papers: [
          { title: 'P', tasks: ['Wide'] },
          { title: 'Q', tasks: ['Narrow'] },
        ],
        broader: [
          ['Narrow', 'Wide'],
          ['Wide', 'Narrow'],
        ],
      }),
    )
    expect(setOf({ tasks: ['task:wide'] }, own)).toEqual(['paper:p', 'paper:q'])
  })

  it('takes the papers that a node stands for', () => {
    for (const [key, expected] of [
      ['task:faces', 'a b c g s-a-survey-of-faces'],
      ['author:ada', 'a b'],
      ['repository:github.com/lab/mono', 'a b f'],
      ['paper:c', 'c'],
    ] as const)
      expect(setOf(filterOfNode(index, key)).map(short).join(' ')).toBe(expected)
  })
})

describe('parseYears', () => {
  it.each([
    ['2021', { from: 2021, to: 2021 }],
    ['2020..2022', { from: 2020, to: 2022 }],
    ['2020..', { from: 2020 }],
    ['..2022', { to: 2022 }],
    ['..', undefined],
    ['2022..2020', undefined],
    ['22', undefined],
    ['2020-2022', undefined],
  ])('%s', (text, expected) => {
    expect(parseYears(text)).toEqual(expected)
  })
})

describe('firstSorted', () => {
  it('gives the beginning of the sorted whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat({ max: 20 }), (things, limit) => {
        const compare = (a: number, b: number): number => a - b
        expect(firstSorted(things, compare, limit)).toEqual(things.toSorted(compare).slice(0, limit))
      }),
    )
  })
})

describe('datasetUse', () => {
  it('counts papers by dataset, task and year', () => {
    const { answers, coverage } = datasetUse(index)
    expect(answers.map(({ key, papers }) => [key, papers])).toEqual([
      ['dataset:hub', 3],
      ['dataset:mid', 3],
      ['dataset:rare', 3],
    ])
    expect(answers[1]?.tasks.map(({ label, papers }) => [label, papers])).toEqual([
      ['Bodies', 2],
      ['Faces', 2],
    ])
    expect(answers[1]?.years).toEqual([
      { year: 2018, papers: 1 },
      { year: 2021, papers: 1 },
      { year: 2023, papers: 1 },
    ])
    expect(coverage).toEqual({ known: 7, total: 10 })
  })

  it('says which are used together, and how much more than by chance', () => {
    const { pairs, totalPairs } = datasetUse(index)
    // Hub and Rare: 2 of 7 papers, where 3 · 3 / 7 are expected.
    expect(pairs.map(({ a, b, papers, lift }) => [a.label, b.label, papers, Number(lift.toFixed(6))])).toEqual([
      ['Hub', 'Rare', 2, Number((14 / 9).toFixed(6))],
      ['Hub', 'Mid', 1, Number((7 / 9).toFixed(6))],
      ['Mid', 'Rare', 1, Number((7 / 9).toFixed(6))],
    ])
    expect(totalPairs).toBe(3)
  })

  it('says what is missing where nothing is known', () => {
    const own = createFieldIndex(sampleGraph({ papers: [{ title: 'P' }] }))
    const { answers, pairs, hints, coverage } = datasetUse(own)
    expect([answers, pairs, coverage]).toEqual([[], [], { known: 0, total: 1 }])
    expect(hints[0]).toMatchObject({ missing: 'dataset-evidence', how: expect.stringContaining('fieldmap harvest') })
  })
})

describe('betweenSets', () => {
  const task = (name: string): NamedSet => ({ label: name, key: `task:${name}`, filter: { tasks: [`task:${name}`] } })

  it('names bridging papers, then papers that share with both, then things, each rarest first', () => {
    const { answers, sides, coverage } = betweenSets(index, task('faces'), task('bodies'))
    expect(answers.map(({ how, key }) => `${how} ${key}`)).toEqual([
      'both paper:g',
      // a: Ada with b, the folder with f: 2 papers. b: Ada with a, Rare with d: 3. c: Hub with a, Carl with d: 3. h: Mid with g: 3.
      // d and f share nothing with another paper of Bodies.
      'links paper:a',
      'links paper:b',
      'links paper:c',
      'links paper:h',
      'shared author:carl',
      'shared repository:github.com/lab/mono',
      'shared dataset:mid',
      'shared dataset:rare',
      'shared venue:v',
    ])
    expect(answers.find(({ key }) => key === 'dataset:rare')).toMatchObject({ first: 2, second: 1, papers: 3 })
    expect(sides.map(({ known, total }) => [known, total])).toEqual([
      [4, 5],
      [4, 5],
    ])
    expect(coverage).toEqual({ known: 7, total: 9 })
    for (const { evidence } of answers) expect(evidence.length).toBeGreaterThan(0)
  })

  it('connects nothing through what one paper alone has, even if it is in both sets', () => {
    const own = createFieldIndex(
      sampleGraph({ papers: [{ title: 'P', tasks: ['X', 'Y'], uses: ['Only'], authors: ['Ada'] }] }),
    )
    const { answers } = betweenSets(own, task('x'), task('y'))
    expect(answers.map(({ key }) => key)).toEqual(['paper:p'])
  })

  it('finds the same shared things as a search over all pairs of papers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (rngSeed) => {
        const graph = sampleGraph(generatedField({ papers: 40, datasets: 8, rngSeed }))
        const own = createFieldIndex(graph)
        const [x, y] = [task('task-0'), task('task-1')]
        const [first, second] = [setOf(x.filter, own), setOf(y.filter, own)]
        const kinds = ['dataset', 'author', 'venue', 'task']
        const things = (paper: string): readonly string[] =>
          graph.filterOutNeighbors(paper, (key, { kind }) => {
            const pretrain = graph
              .outEdges(paper, key)
              .every((edge) => graph.getEdgeAttribute(edge, 'evidence').every(({ role }) => role === 'pretrain'))
            return kinds.includes(kind) && key !== x.key && key !== y.key && !pretrain
          })
        const expected = new Set<string>()
        for (const a of first) {
          for (const b of second) {
            if (a !== b) for (const thing of things(a)) if (things(b).includes(thing)) expected.add(thing)
          }
        }
        const found = betweenSets(own, x, y).answers.filter(({ how, kind }) => how === 'shared' && kinds.includes(kind))
        expect(found.map(({ key }) => key).sort()).toEqual([...expected].sort())
      }),
      { numRuns: 30 },
    )
  })
})

describe('papers that link two sets', () => {
  it('are those that a search over all pairs of papers finds, rarest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (rngSeed) => {
        const own = createFieldIndex(sampleGraph(generatedField({ papers: 40, datasets: 40, rngSeed })))
        const { graph } = own
        const [x, y] = [{ tasks: ['task:task-0'] }, { years: { from: 2020 } }]
        const sides = [setOf(x, own), setOf(y, own)] as const
        const things = (paper: string): readonly string[] => {
          const found = graph.filterOutEdges(paper, (_, { kind, evidence }) => {
            const used = kind === 'uses' && evidence.some(({ role }) => role !== 'pretrain')
            return used || kind === 'written_by' || kind === 'implemented_in'
          })
          return found.map((edge) => {
            const { path } = graph.getEdgeAttributes(edge)
            return path === undefined ? graph.target(edge) : `${graph.target(edge)}#${path}`
          })
        }
        const all = new Map(own.papers.map((paper) => [paper, things(paper)]))
        const papersWith = (thing: string): number =>
          own.papers.filter((paper) => all.get(paper)?.includes(thing)).length
        const known = own.papers.filter((paper) => graph.someOutEdge(paper, (_, { kind }) => kind === 'uses')).length
        const links = (thing: string): boolean =>
          !thing.startsWith('dataset:') || papersWith(thing) <= 5 || papersWith(thing) ** 2 <= known
        const rarest = (paper: string, side: readonly string[]): number => {
          const met = (all.get(paper) ?? []).filter((thing) =>
            side.some((other) => other !== paper && all.get(other)?.includes(thing) === true),
          )
          return Math.min(...met.filter(links).map(papersWith))
        }
        const expected = own.papers
          .filter((paper) => !sides.every((side) => side.includes(paper)))
          .map((key) => ({ key, papers: Math.max(rarest(key, sides[0]), rarest(key, sides[1])) }))
          .filter(({ papers }) => papers < Number.POSITIVE_INFINITY)
          .sort((a, b) => a.papers - b.papers)
        const { answers } = betweenSets(own, { label: 'x', filter: x }, { label: 'y', filter: y })
        const found = answers.flatMap(({ how, key, papers }) => (how === 'links' ? [{ key, papers }] : []))
        expect(found).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

describe('whereToStart', () => {
  it('puts surveys first, then important papers with code, then those whose datasets others use, then code', () => {
    const { answers, hints } = whereToStart(index)
    expect(answers.map(({ key, reasons }) => [short(key), reasons.map(({ reason }) => reason).join(' ')])).toEqual([
      ['s-a-survey-of-faces', 'survey mandatory'],
      ['h', 'important-with-code'],
      ['g', 'introduces-dataset'],
      ['f', 'with-code'],
      ['b', 'with-code'],
      ['a', 'with-code'],
      ['d', 'with-code'],
    ])
    expect(answers[2]).toMatchObject({ users: 2, reasons: [{ words: expect.stringContaining('Mid, which 2 others') }] })
    for (const { evidence } of answers) expect(evidence.length).toBeGreaterThan(0)
    expect(hints).toEqual([])
  })

  it('says so where no list marks anything as important', () => {
    const { answers, hints } = whereToStart(index, { filter: { sources: ['other.md'] } })
    expect(answers).toEqual([])
    expect(hints.map(({ missing }) => missing)).toEqual(['importance'])
  })
})

describe('isSurveyTitle', () => {
  it.each([
    'Deep Facial Expression Recognition: A Survey',
    'A Systematic Review of Graph Learning',
    'Graph Neural Networks: a review of methods and applications',
    'An Overview of Everything',
    'Tutorial on Variational Autoencoders',
    '表情识别综述',
  ])('%s', (title) => {
    expect(isSurveyTitle(title)).toBe(true)
  })

  it.each([
    'Sentiment Analysis of Movie Reviews',
    'Peer Review Helps Models Learn',
    'Learning from Survey Data with Few Labels',
    'Previewing Networks',
  ])('not: %s', (title) => {
    expect(isSurveyTitle(title)).toBe(false)
  })
})

describe('paperProjection', () => {
  it('weighs what is shared by its rarity; two folders of a repository are no likeness', () => {
    const projection = paperProjection(index, { weights: { repository: 1, author: 1 } })
    // Ada has 2 of 10 papers; the folder #a has A and F, #b has B alone.
    const rare = Math.log(1 + 10 / 2)
    expect(projection.of('paper:a').map(({ key, weight, shared }) => [key, weight, shared])).toEqual([
      ['paper:b', rare, ['author:ada']],
      ['paper:f', rare, ['repository:github.com/lab/mono#a']],
    ])
    // A has two features of equal weight, B and F have one.
    expect(projection.of('paper:a')[0]?.cosine).toBeCloseTo(1 / Math.sqrt(2), 12)
    expect(projection.of('paper:z')).toEqual([])
    expect(projection.of('paper:none')).toEqual([])
  })

  it('is symmetric', () => {
    const own = createFieldIndex(sampleGraph(generatedField({ papers: 60, datasets: 10 })))
    const projection = paperProjection(own)
    for (const key of own.papers) {
      for (const { key: other, weight, cosine } of projection.of(key)) {
        const back = projection.of(other).find((one) => one.key === key)
        expect(back?.weight).toBeCloseTo(weight, 9)
        expect(back?.cosine).toBeCloseTo(cosine, 9)
        expect(cosine).toBeLessThanOrEqual(1 + 1e-9)
      }
    }
  })

  it('skips hubs and says which', () => {
    const { skipped, of } = paperProjection(index, { weights: { dataset: 1, task: 1 }, hubCutOff: 3 })
    expect(skipped).toEqual([
      { key: 'task:bodies', channel: 'task', papers: 5 },
      { key: 'task:faces', channel: 'task', papers: 5 },
    ])
    expect(of('paper:d').map(({ key }) => key)).toEqual(['paper:a', 'paper:b'])
  })
})

describe('an empty graph', () => {
  it('has no answers and fails nowhere', () => {
    const own = createFieldIndex(createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] }))
    const nothing = { label: 'all', filter: {} }
    for (const { answers, coverage } of [datasetUse(own), betweenSets(own, nothing, nothing), whereToStart(own)]) {
      expect(answers).toEqual([])
      expect(coverage).toEqual({ known: 0, total: 0 })
    }
  })
})
