import { readFileSync } from 'node:fs'
import { createFieldIndex, type FieldIndex, papersWithDatasets, sharedWithPaper } from '@fieldmap/graph'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSeeds, SEEDS } from './seeds.ts'

/**
 * What the lists themselves introduce, by reading them: the titles that present a dataset, and the dataset section of the
 * second list. Papers by the beginning of their title.
 */
const LISTED: readonly (readonly [title: string, dataset: string])[] = [
  ['Aff-wild2: Extending', 'Aff-Wild2'],
  ['ASpontaneous Driver Emotion', 'DEFE'],
  ['CEAP-360VR', 'CEAP-360VR'],
  ['EmoMV', 'EmoMV'],
  ['FERV39k', 'FERV39k'],
  ['iMiGUE', 'iMiGUE'],
  ['MAFW', 'MAFW'],
  ['MEmoR', 'MEmoR'],
  ['More is Better', 'DFME'],
  ['Pairwise Emotional Relationship', 'ERATO'],
]

let index: FieldIndex
/** Datasets by paper, from the files alone. */
const uses = new Map<string, Set<string>>()
const pretrains = new Map<string, Set<string>>()
let titles: readonly string[]

/** One way to read CSV that shares nothing with the program's. */
function csvRows(file: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(`${SEEDS}/${file}`, 'utf8')
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (quoted && sign === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

const plain = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '')
const joined = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')

beforeAll(async () => {
  const { graph, map } = await buildSeeds()
  index = createFieldIndex(graph, map)
  titles = graph.mapNodes((_, node) => (node.kind === 'paper' ? node.label : '')).filter((title) => title !== '')
  const spellings = new Map<string, string[]>()
  graph.forEachNode((_, node) => {
    if (node.kind === 'paper')
      for (const { label } of [node, ...node.versions]) spellings.set(plain(label), [node.label])
  })
  const names = new Map<string, string>()
  for (const row of csvRows('vocabulary/datasets.csv')) {
    for (const name of [row.id, row.name, row.full_name, ...(row.aliases ?? '').split(';')])
      if (name !== undefined && name.trim() !== '') names.set(joined(name), row.name ?? '')
  }
  const add = (to: Map<string, Set<string>>, title: string, dataset: string): void => {
    const known = to.get(title) ?? new Set()
    known.add(names.get(joined(dataset)) ?? dataset)
    to.set(title, known)
  }
  for (const row of csvRows('evidence/evidence.csv')) {
    for (const title of spellings.get(plain(row.paper ?? '')) ?? [])
      add(row.role === 'pretrain' ? pretrains : uses, title, row.dataset ?? '')
  }
  for (const [beginning, dataset] of LISTED) {
    const title = titles.find((known) => known.startsWith(beginning))
    if (title === undefined) throw new Error(`no paper "${beginning}"`)
    add(uses, title, dataset)
  }
})

function datasetsOf(title: string, pretraining: boolean): ReadonlySet<string> {
  return new Set([...(uses.get(title) ?? []), ...(pretraining ? (pretrains.get(title) ?? []) : [])])
}

/** Which papers share which datasets with one, by looking at every other. */
function sharers(title: string, pretraining: boolean): Record<string, readonly string[]> {
  const own = datasetsOf(title, pretraining)
  const pairs = titles.flatMap((other) => {
    const shared = [...datasetsOf(other, pretraining)].filter((dataset) => own.has(dataset)).sort()
    return other === title || shared.length === 0 ? [] : [[other, shared] as const]
  })
  return Object.fromEntries(pairs)
}

describe('papers that share datasets, recomputed from the files', () => {
  it.each([false, true])('are the same for every paper (pretraining counted: %s)', (pretraining) => {
    for (const key of index.papers) {
      const title = index.graph.getNodeAttribute(key, 'label')
      const { answers, total } = sharedWithPaper(index, key, { filter: { pretraining } })
      const found = Object.fromEntries(
        answers.map(({ label, shared }) => [label, shared.map((one) => one.label).sort()]),
      )
      expect(found, title).toEqual(sharers(title, pretraining))
      expect(total).toBe(answers.length)
    }
  })

  it('are the same for every pair of datasets, all, any and not', () => {
    const datasets = index.graph.filterNodes((_, { kind }) => kind === 'dataset')
    const labelOf = (key: string): string => index.graph.getNodeAttribute(key, 'label')
    const known = titles.filter((title) => datasetsOf(title, false).size > 0)
    const users = new Map(
      datasets.map((key) => [key, new Set(known.filter((title) => datasetsOf(title, false).has(labelOf(key))))]),
    )
    const none: ReadonlySet<string> = new Set()
    for (const [i, a] of datasets.entries()) {
      for (const b of datasets.slice(i + 1)) {
        const [usersA, usersB] = [users.get(a) ?? none, users.get(b) ?? none]
        const found = (options: Parameters<typeof papersWithDatasets>[2], ...asked: string[]): string[] =>
          papersWithDatasets(index, asked, options)
            .answers.map(({ label }) => label)
            .sort()
        if (usersA.size + usersB.size === 0) continue
        expect(found({}, a, b)).toEqual([...usersA].filter((title) => usersB.has(title)).sort())
        expect(found({ any: true }, a, b)).toEqual([...new Set([...usersA, ...usersB])].sort())
        expect(found({ not: [b] }, a)).toEqual([...usersA].filter((title) => !usersB.has(title)).sort())
      }
    }
  })

  it('counts what is known: 119 papers, pretraining included', () => {
    const known = titles.filter((title) => datasetsOf(title, true).size > 0)
    expect(known).toHaveLength(119)
    const { coverage, unsure } = papersWithDatasets(index, [], {})
    expect(coverage).toEqual({ known: 119, total: 175 })
    expect(unsure).toBe(56)
  })

  it('names RAF-DB, AffectNet and FERPlus for POSTER', () => {
    const poster = index.papers.find((key) => key.startsWith('paper:poster-a-pyramid')) ?? ''
    const { question, answers } = sharedWithPaper(index, poster)
    expect(question.datasets.map(({ label }) => label).sort()).toEqual(['AffectNet', 'FERPlus', 'RAF-DB'])
    expect(answers.length).toBeGreaterThan(20)
  })
})
