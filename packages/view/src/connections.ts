import { byCodeUnits, type FieldGraph, type Region } from '@fieldmap/graph'

/**
 * What connects two regions, as keys. `papers` are members of one that also address the task of the other (regions of
 * other groupings have none); `datasets` are used or introduced, and `authors` have written, in both. Venues and years
 * are left out: nearly every two regions share those, so they say nothing.
 */
export interface Connection {
  readonly key: string
  /** Ids of the regions; `a` comes first in code units. */
  readonly a: string
  readonly b: string
  readonly papers: readonly string[]
  readonly datasets: readonly string[]
  readonly authors: readonly string[]
  /** Papers, datasets and authors together, integer ≥ 1. */
  readonly strength: number
}

/** The key of what lies between two regions, whatever their order. */
export function bandKey(a: string, b: string): string {
  return a < b ? `band:${a}|${b}` : `band:${b}|${a}`
}

/**
 * Every two regions that anything connects, strongest first, ties by key. O(edges + pairs of regions of each shared
 * thing).
 */
export function connectionsOf(graph: FieldGraph, regions: readonly Region[]): readonly Connection[] {
  const regionOf = new Map(regions.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  const ids = new Set(regions.map(({ id }) => id))
  const pairs = new Map<string, Pair>()
  for (const key of graph.nodes().sort(byCodeUnits)) {
    const { kind } = graph.getNodeAttributes(key)
    if (kind === 'paper') addBridges(graph, key, regionOf, ids, pairs)
    else if (kind === 'dataset') addShared(pairs, 'datasets', key, regionsRound(graph, key, regionOf))
    else if (kind === 'author') addShared(pairs, 'authors', key, regionsRound(graph, key, regionOf))
  }
  return Array.from(pairs, ([key, { a, b, papers, datasets, authors }]) => {
    const strength = papers.length + datasets.length + authors.length
    return { key, a, b, papers, datasets, authors, strength }
  }).sort((x, y) => y.strength - x.strength || byCodeUnits(x.key, y.key))
}

interface Pair {
  readonly a: string
  readonly b: string
  readonly papers: string[]
  readonly datasets: string[]
  readonly authors: string[]
}

function pairOf(pairs: Map<string, Pair>, one: string, other: string): Pair {
  const [a, b] = one < other ? [one, other] : [other, one]
  const key = bandKey(a, b)
  const pair = pairs.get(key) ?? { a, b, papers: [], datasets: [], authors: [] }
  pairs.set(key, pair)
  return pair
}

function addBridges(
  graph: FieldGraph,
  paper: string,
  regionOf: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
  pairs: Map<string, Pair>,
): void {
  const home = regionOf.get(paper)
  if (home === undefined) return
  graph.forEachOutEdge(paper, (_, { kind }, __, task) => {
    if (kind === 'addresses' && task !== home && ids.has(task)) pairOf(pairs, home, task).papers.push(paper)
  })
}

function regionsRound(graph: FieldGraph, key: string, regionOf: ReadonlyMap<string, string>): readonly string[] {
  const regions = graph.mapInNeighbors(key, (neighbor) => regionOf.get(neighbor))
  return [...new Set(regions.filter((id) => id !== undefined))].sort(byCodeUnits)
}

function addShared(
  pairs: Map<string, Pair>,
  what: 'datasets' | 'authors',
  key: string,
  regions: readonly string[],
): void {
  regions.forEach((a, i) => {
    for (const b of regions.slice(i + 1)) pairOf(pairs, a, b)[what].push(key)
  })
}
