import { describe, expect, it } from 'vitest'
import { graph } from '../../test/fixture.ts'
import { commitOf, fixtureHistory, madeHistory } from '../../test/past.ts'
import { momentAt, momentOf } from './moment.ts'
import { momentSentence, momentWords, stepWords } from './moment-words.ts'
import { pastOf } from './past.ts'
import { growthWords, sinceWords } from './since-words.ts'
import { stepNear, timeAxis } from './time-axis.ts'
import { versionCardOf } from './version-card.ts'

const past = pastOf(fixtureHistory, graph)
const at = (revision: string) => {
  const moment = momentOf(past, revision)
  if (moment === undefined) throw new Error(`${revision} is no version`)
  return moment
}

describe('pastOf', () => {
  it('has a step for the first version and each that changed the graph, and counts its papers', () => {
    expect(past.steps.map(({ day, came, went, present, gone }) => [day, came, went, present, gone])).toEqual([
      ['2021-01-01', 3, 0, 2, 1],
      ['2021-03-04', 2, 0, 4, 1],
      ['2021-06-01', 1, 1, 5, 0],
      ['2022-01-01', 0, 0, 5, 0],
      ['2023-05-06', 5, 0, 10, 0],
    ])
    expect(past.steps[3]).toMatchObject({ changed: 1, others: 2 })
  })

  it('is made once for a history and a graph', () => {
    expect(pastOf(fixtureHistory, graph)).toBe(past)
  })

  it('keeps the order of versions where clocks ran backwards', () => {
    const { steps } = pastOf(
      madeHistory(graph, ['2021-05-01', '2021-04-01', 'no date'], { 'paper:beta': [[1]], 'paper:eta': [[2]] }),
      graph,
    )
    expect(steps.map(({ time }) => time)).toEqual(Array(3).fill(Date.parse('2021-05-01T12:00:00Z')))
  })
})

describe('momentOf', () => {
  it('finds a version by the beginning of its commit, and by a day the last until its end', () => {
    expect(at(commitOf(2).slice(0, 10)).step.day).toBe('2021-03-04')
    expect(at('2021-03-04').step.day).toBe('2021-03-04')
    expect(at('2021-05-31').step.day).toBe('2021-03-04')
    expect(at('2030-01-01').step.day).toBe('2023-05-06')
  })

  it('takes a version that changed nothing for the step before it', () => {
    expect(at(commitOf(1)).step.day).toBe('2021-01-01')
  })

  it('knows no other commit, no earlier day and no digits with which several begin', () => {
    for (const revision of ['0123456789', '2020-12-31', 'zz']) expect(momentOf(past, revision)).toBeUndefined()
    const alike = madeHistory(
      graph,
      ['2021-01-01', '2021-01-02', '2021-01-03', '2021-01-04', '2021-01-05', '2021-01-06', '2021-01-07'],
      {},
    )
    expect(momentOf(pastOf(alike, graph), 'aaaaaaa')).toBeUndefined() // the first and the seventh
  })

  it('knows what held, and what came with this very version', () => {
    const moment = at('2021-03-04')
    const papers = graph.filterNodes((key, { kind }) => kind === 'paper' && moment.hasNode(key))
    expect(papers).toEqual(['paper:alpha', 'paper:beta', 'paper:gamma', 'paper:theta'])
    expect(papers.filter(moment.isNew)).toEqual(['paper:beta', 'paper:theta'])
    expect(moment.hasEdge('paper:beta|addresses|task:ethics')).toBe(true)
    expect(moment.hasEdge('paper:epsilon|addresses|task:voices')).toBe(false)
    expect(moment.hasNode('paper:of no history')).toBe(false)
  })

  it('calls nothing new that may be older than a shallow clone', () => {
    const text = { commit: commitOf(0), date: '2021-01-01T12:00:00Z', author: 'Ada' }
    const history = madeHistory(
      graph,
      ['2021-01-01', '2021-02-01'],
      { 'paper:beta': [[1]] },
      {
        nodes: {
          'paper:alpha': [{ from: { ...text, olderThanClone: true } }],
          'paper:beta': [{ from: { ...text, commit: commitOf(1) } }],
        },
      },
    )
    const shallow = pastOf(history, graph)
    expect(momentAt(shallow, 0)?.isNew('paper:alpha')).toBe(false)
    expect(momentAt(shallow, 1)?.isNew('paper:beta')).toBe(true)
    const first = momentAt(shallow, 0)
    expect(first && momentWords(first)).toBe('1 of 2 papers; 0 new')
    expect(sinceWords(shallow, 'paper:alpha')).toBe('In the list before 2021-01-01')
  })
})

describe('words', () => {
  it('count the papers of a moment', () => {
    expect(momentWords(at('2021-03-04'))).toBe('4 of 10 papers; 2 new; 1 since removed')
    expect(momentWords(at('2022-01-01'))).toBe('5 of 10 papers; 0 new')
  })

  it('say what a version did', () => {
    expect(past.steps.map(stepWords)).toEqual([
      '3 papers came',
      '2 papers came',
      '1 paper came, 1 went',
      '1 changed',
      '5 papers came',
    ])
    expect(momentSentence(at('2021-06-01'))).toBe(
      '2021-06-01, dddddddddd: 1 paper came, 1 went. 5 of 10 papers; 1 new.',
    )
  })

  it('say since when a node is there', () => {
    expect(sinceWords(past, 'paper:beta')).toBe('In the list since 2021-03-04')
    expect(sinceWords(past, 'task:voices')).toBe('Stated since 2021-06-01')
    expect(sinceWords(past, 'paper:lost')).toBe('In the list since 2021-01-01, until 2021-06-01')
    expect(sinceWords(past, 'paper:unknown')).toBe('')
    expect(sinceWords(past, 'paper:beta', at('2021-03-04'))).toBe('New in this version of 2021-03-04')
    expect(sinceWords(past, 'paper:beta', at('2021-01-01'))).toBe(
      'Not there on 2021-01-01. In the list since 2021-03-04',
    )
    expect(sinceWords(past, 'paper:beta', at('2023-05-06'))).toBe('In the list since 2021-03-04')
  })

  it('say when the papers of a region came', () => {
    const members = ['paper:alpha', 'paper:beta', 'paper:gamma', 'paper:delta']
    expect(growthWords(past, members)).toBe('Its papers came from 2021-01-01 to 2023-05-06')
    expect(growthWords(past, members, at('2021-03-04'))).toBe('3 of 4 papers on 2021-03-04; 1 new in this version')
    expect(growthWords(past, ['paper:alpha'])).toBe('All its papers came on 2021-01-01')
    expect(growthWords(past, ['paper:unknown'])).toBe('')
  })
})

describe('versionCardOf', () => {
  it('lists what came, went and changed, and what was removed since', () => {
    const labels = (items: readonly { readonly label: string }[]) => items.map(({ label }) => label)
    const first = versionCardOf(at('2021-01-01'))
    expect(first.gone).toEqual([{ key: 'paper:lost', label: 'Lost and <b>found</b>', isOnMap: false }])
    const third = versionCardOf(at('2021-06-01'))
    expect(labels(third.came)).toEqual(['Epsilon: Small Voices'])
    expect(labels(third.went)).toEqual(['Lost and <b>found</b>'])
    expect(third.otherCame).toBe('1 subfield')
    expect(third.gone).toEqual([])
    const fourth = versionCardOf(at('2022-01-01'))
    expect(fourth.changed.map(({ key, changes }) => [key, changes])).toEqual([['paper:alpha', ['venue arXiv → CVPR']]])
    expect(fourth.otherCame).toBe('1 repository')
  })
})

describe('timeAxis', () => {
  it('puts steps along their dates, the first and the last at the ends', () => {
    const { places, came, went, total } = timeAxis(past)
    expect(places[0]).toBe(0)
    expect(places.at(-1)).toBe(1)
    for (const [i, place] of places.entries()) if (i > 0) expect(place).toBeGreaterThan(places[i - 1] ?? 1)
    const gap = (i: number): number => (places[i + 1] ?? 0) - (places[i] ?? 0)
    expect(gap(3)).toBeGreaterThan(gap(1)) // more than a year against three months
    expect(came.at(-1)).toBe(1)
    expect(went).toEqual([0, 0, expect.closeTo(Math.cbrt(1 / 5)), 0, 0])
    expect(total).toEqual([0.3, 0.5, 0.5, 0.5, 1])
  })

  it('finds the step nearest to a place', () => {
    const axis = timeAxis(past)
    expect([-1, 0, 0.99, 2].map((place) => stepNear(axis, place))).toEqual([0, 0, 4, 4])
    for (const [i, place] of axis.places.entries()) expect(stepNear(axis, place)).toBe(i)
  })

  it('marks years, or months where there are few years, in order and inside', () => {
    const labels = timeAxis(past).ticks.map(({ label }) => label)
    expect(labels).toEqual([...labels].sort())
    expect(labels.length).toBeGreaterThan(2)
    expect(labels.every((label) => /^202[123]-\d\d$/.test(label))).toBe(true)
    const long = pastOf(madeHistory(graph, ['2009-07-01', '2023-02-01'], { 'paper:beta': [[1]] }), graph)
    const { ticks } = timeAxis(long)
    expect(ticks.map(({ label }) => label)).toEqual(['2011', '2013', '2015', '2017', '2019', '2021', '2023'])
    expect(ticks.every(({ place }) => place > 0 && place < 1)).toBe(true)
  })

  it('stands still for steps of one moment, and is empty for none', () => {
    const one = pastOf(madeHistory(graph, ['2021-01-01', '2021-01-01'], { 'paper:beta': [[1]] }), graph)
    expect(timeAxis(one).places).toEqual([0, 1])
    expect(timeAxis(one).ticks).toEqual([])
    expect(timeAxis(pastOf(madeHistory(graph, [], {}), graph)).places).toEqual([])
  })
})
