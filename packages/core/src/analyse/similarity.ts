import type { Channel, Feature, PaperFeatures } from './paper-features.ts'
import { hash32 } from './rng.ts'

/**
 * A weighted, undirected graph among papers in rows: the neighbours of paper `i` are `targets[k]` with `weights[k]`
 * for `k` in `offsets[i]` … `offsets[i + 1] − 1`, ascending. Symmetric, no loops.
 */
export interface PaperSimilarity {
  /** Keys of all papers, by code units; a paper that shares nothing has an empty row. */
  readonly papers: readonly string[]
  readonly offsets: Int32Array
  readonly targets: Int32Array
  /** Association strength, > 0: observed over expected company, 1 where it is what chance would give. */
  readonly weights: Float64Array
}

/** How much sharing one thing of a kind says; a title's word says least, and a title has many. */
const CHANNEL_WEIGHT: Readonly<Record<Channel, number>> = { task: 1, dataset: 1, author: 1, repository: 1, term: 0.5 }
/** Papers of a feature that are paired all with all; in a larger one each meets twice this number of others. */
const ALL_PAIRS = 64
const SAMPLED = 24
/** Strongest neighbours that a paper keeps: 64 up to 20,000 papers, then fewer, 16 at least. */
const NEIGHBORS = { most: 64, least: 16, budget: 1_280_000 }

/**
 * The paper–paper projection. Each shared feature of `d` papers gives a pair `weight / √(d − 1)`, so that a hub says
 * little about any two of its papers; a dataset gives `weight / (d − 1)`, for what half a field measures itself by says
 * nothing about any two. The sum `w` becomes association strength, `w · W / (s_i · s_j)` with strengths
 * `s` and total strength `W`: observed over expected co-occurrence (van Eck & Waltman 2009, "How to normalize
 * cooccurrence data? An analysis of some well-known similarity measures"). `s` gets the mean strength added, else a
 * paper about which next to nothing is known would seem close to whatever it shares its one word with. A pair stays
 * where either paper has the other among its 64 strongest (ties by key).
 *
 * Why the root: with `weight / (d − 1)` (Newman 2001, "Scientific collaboration networks II") every feature says as much
 * in all, and rare words outweigh tasks. Among datasets that is as wanted: they name no more than themselves.
 *
 * Empty for no papers. A feature of more than 64 papers is sampled: sorted by the hash of their keys, each meets the
 * next 24 and the last 24, weighted to keep its strength, so cost is linear in the pairs paper–feature.
 */
export function paperSimilarity({ papers, features }: PaperFeatures): PaperSimilarity {
  const company = new Company(papers, features)
  const strength = company.strengths()
  const total = strength.reduce((sum, s) => sum + s, 0)
  const prior = papers.length === 0 ? 0 : total / papers.length
  const expected = (i: number, j: number): number => ((at(strength, i) + prior) * (at(strength, j) + prior)) / total
  const most = Math.floor(NEIGHBORS.budget / Math.max(1, papers.length))
  const keep = Math.max(NEIGHBORS.least, Math.min(NEIGHBORS.most, most))
  const rows = papers.map(() => new Map<number, number>())
  for (let i = 0; i < papers.length; i++) {
    for (const [j, weight] of strongest(
      company.of(i).map(([j, w]) => [j, w / expected(i, j)]),
      keep,
    )) {
      rows[i]?.set(j, weight)
      rows[j]?.set(i, weight)
    }
  }
  return toRows(papers, rows)
}

type Weighted = readonly [paper: number, weight: number]

/** The `keep` strongest; of equals those that come first. */
function strongest(neighbors: readonly Weighted[], keep: number): readonly Weighted[] {
  if (neighbors.length <= keep) return neighbors
  const least = Float64Array.from(neighbors, ([, weight]) => weight).sort()[neighbors.length - keep] ?? 0
  const above = neighbors.filter(([, weight]) => weight > least)
  return [...above, ...neighbors.filter(([, weight]) => weight === least).slice(0, keep - above.length)]
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}

/** Who shares how much with whom, one paper at a time, so that the full matrix never stands in memory. */
class Company {
  private readonly featuresOf: readonly { feature: number; place: number }[][]
  private readonly members: readonly (readonly number[])[]
  private readonly pairWeight: readonly number[]
  private readonly sums: Float64Array

  constructor(papers: readonly string[], features: readonly Feature[]) {
    const hashes = papers.map(hash32)
    this.featuresOf = papers.map(() => [])
    this.sums = new Float64Array(papers.length)
    this.members = features.map((feature) =>
      feature.papers.length <= ALL_PAIRS
        ? feature.papers
        : feature.papers.toSorted((i, j) => (hashes[i] ?? 0) - (hashes[j] ?? 0) || i - j),
    )
    this.pairWeight = features.map(({ channel, papers: { length } }) => {
      const damped = CHANNEL_WEIGHT[channel] / (channel === 'dataset' ? length - 1 : Math.sqrt(length - 1))
      return length <= ALL_PAIRS ? damped : (damped * (length - 1)) / (2 * SAMPLED)
    })
    this.members.forEach((members, feature) => {
      members.forEach((paper, place) => {
        this.featuresOf[paper]?.push({ feature, place })
      })
    })
  }

  /** Strength of each paper: the sum of its weights to all others, in closed form. */
  strengths(): Float64Array {
    return Float64Array.from(this.featuresOf, (features) => {
      return features.reduce((sum, { feature }) => sum + this.meets(feature) * (this.pairWeight[feature] ?? 0), 0)
    })
  }

  /** Those with whom a paper shares something, ascending, each with a weight > 0. */
  of(paper: number): readonly Weighted[] {
    const touched: number[] = []
    const add = (other: number, weight: number): void => {
      if (other === paper) return
      const before = at(this.sums, other)
      if (before === 0) touched.push(other)
      this.sums[other] = before + weight
    }
    for (const { feature, place } of this.featuresOf[paper] ?? []) {
      const members = this.members[feature] ?? []
      const weight = this.pairWeight[feature] ?? 0
      if (members.length <= ALL_PAIRS) for (const other of members) add(other, weight)
      else for (const other of around(members, place)) add(other, weight)
    }
    const result = touched.sort((i, j) => i - j).map((other): Weighted => [other, at(this.sums, other)])
    for (const other of touched) this.sums[other] = 0
    return result
  }

  private meets(feature: number): number {
    const size = this.members[feature]?.length ?? 0
    return size <= ALL_PAIRS ? size - 1 : 2 * SAMPLED
  }
}

/** The members next to a place on both sides, the list taken as a ring. */
function around(members: readonly number[], place: number): readonly number[] {
  const near: number[] = []
  for (let step = 1; step <= SAMPLED; step++) {
    const before = members[(place - step + members.length) % members.length]
    const after = members[(place + step) % members.length]
    if (before !== undefined) near.push(before)
    if (after !== undefined) near.push(after)
  }
  return near
}

function toRows(papers: readonly string[], rows: readonly ReadonlyMap<number, number>[]): PaperSimilarity {
  const offsets = new Int32Array(papers.length + 1)
  rows.forEach((row, i) => {
    offsets[i + 1] = at(offsets, i) + row.size
  })
  const targets = new Int32Array(at(offsets, papers.length))
  const weights = new Float64Array(targets.length)
  rows.forEach((row, i) => {
    const sorted = [...row].sort(([j], [k]) => j - k)
    sorted.forEach(([j, weight], k) => {
      targets[at(offsets, i) + k] = j
      weights[at(offsets, i) + k] = weight
    })
  })
  return { papers, offsets, targets, weights }
}
