import { createFieldGraph, type FieldGraph, type FieldMap } from '@fieldmap/graph'

/** A made-up field: papers in round regions on a ring of rings, with datasets and venues that they share. */
export interface RandomField {
  readonly graph: FieldGraph
  readonly map: FieldMap
}

const WORDS = [
  'Deep',
  'face',
  'Emotion',
  'in-the-wild',
  'transfer',
  'video',
  'of',
  'Net',
  'survey',
  'weakly supervised',
]

/** The same field for the same numbers. `rngSeed` an integer; `papers` and `regions` ≥ 1. */
export function randomField(rngSeed: number, papers: number, regions: number): RandomField {
  const random = mulberry32(rngSeed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T // never empty here
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ')
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Random', sources: [] })
  const datasets = Array.from({ length: Math.max(2, papers >> 2) }, (_, i) => `dataset:d${i}`)
  const venues = Array.from({ length: 6 }, (_, i) => `venue:v${i}`)
  for (const key of datasets)
    graph.addNode(key, { kind: 'dataset', mentions: [], label: words(1 + Math.floor(random() * 2)) })
  for (const key of venues) {
    const name = words(1)
    graph.addNode(key, { kind: 'venue', mentions: [], label: name, name, form: 'conference' })
  }
  const members: string[][] = Array.from({ length: regions }, () => [])
  for (let i = 0; i < papers; i++) {
    const key = `paper:p${i}`
    const importance = Math.floor(random() * 4)
    graph.addNode(key, {
      kind: 'paper',
      label: words(2 + Math.floor(random() * 6)),
      year: 2015 + (i % 9),
      importance,
      mentions: [],
      authors: [],
      identifiers: {},
      links: [],
      versions: [],
    })
    members[Math.floor(random() ** 2 * regions)]?.push(key)
    const used = new Set([pick(datasets), datasets[Math.floor(random() ** 3 * datasets.length)] ?? ''])
    for (const dataset of used)
      graph.mergeEdgeWithKey(`uses ${key} ${dataset}`, key, dataset, { kind: 'uses', evidence: [] })
    const venue = pick(venues)
    graph.mergeEdgeWithKey(`published_in ${key} ${venue}`, key, venue, { kind: 'published_in', evidence: [] })
  }
  const positions: Record<string, [number, number]> = {}
  let angle = 0
  members.forEach((keys, i) => {
    const reach = 190 * Math.sqrt(i * (1 + papers / regions / 8))
    angle += 2.4 // the golden angle, about
    keys.forEach((key, j) => {
      const [r, turn] = [44 * Math.sqrt(j), j * 2.4]
      const [dx, dy] = [random() * 8, random() * 8]
      positions[key] = [
        reach * Math.cos(angle) + r * Math.cos(turn) + dx,
        reach * Math.sin(angle) + r * Math.sin(turn) + dy,
      ]
    })
  })
  const grouping = {
    regions: members.flatMap((keys, i) =>
      keys.length === 0 ? [] : [{ id: `task:t${i}`, label: words(1 + (i % 4)), members: keys }],
    ),
    positions,
  }
  const groupings = { task: grouping, community: grouping, venue: grouping, year: grouping }
  return { graph, map: { format: 'fieldmap-map', version: 1, communities: [], groupings } }
}

/** A small generator of uniform numbers in [0, 1) (Mulberry32). */
function mulberry32(rngSeed: number): () => number {
  let state = rngSeed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
