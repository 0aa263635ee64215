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
  const kept = emptyRows(papers.length, papers.length * keep)
  let ends = 0
  for (let i = 0; i < papers.length; i++) {
    const met = company.of(i)
    // By index: iterators over typed arrays make an object a step.
    const weights = new Float64Array(met.length)
    for (let k = 0; k < met.length; k++) weights[k] = company.shared(at(met, k)) / expected(i, at(met, k))
    ends = keepStrongest(met, weights, keep, kept, ends)
    kept.offsets[i + 1] = ends
    company.forget()
  }
  return { papers, ...withTheirs(kept) }
}

/** Sparse rows: the targets of row `i` are from `offsets[i]` to `offsets[i + 1] − 1`, each with a number. */
interface Rows {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

function emptyRows(rows: number, ends: number): Rows {
  return { offsets: new Int32Array(rows + 1), targets: new Int32Array(ends), weights: new Float64Array(ends) }
}

/** Puts the `keep` strongest at `end` of the rows; of equals those that come first. Returns the new end. */
function keepStrongest(
  met: Int32Array,
  weights: Float64Array,
  keep: number,
  { targets, weights: kept }: Rows,
  end: number,
): number {
  const least = met.length <= keep ? 0 : at(weights.toSorted(), met.length - keep)
  let equals = keep - weights.reduce((above, weight) => above + (weight > least ? 1 : 0), 0)
  let next = end
  for (let k = 0; k < met.length; k++) {
    const weight = at(weights, k)
    if (weight < least || (weight === least && equals-- <= 0)) continue
    targets[next] = at(met, k)
    kept[next++] = weight
  }
  return next
}

/** Rows in which each paper also has those that have it. Linear. */
function withTheirs(rows: Rows): Rows {
  const papers = rows.offsets.length - 1
  const theirs = transposed(rows, papers)
  const both = emptyRows(papers, 2 * at(rows.offsets, papers))
  let end = 0
  for (let i = 0; i < papers; i++) {
    let own = at(rows.offsets, i)
    let other = at(theirs.offsets, i)
    while (own < at(rows.offsets, i + 1) || other < at(theirs.offsets, i + 1)) {
      const a = own < at(rows.offsets, i + 1) ? at(rows.targets, own) : papers
      const b = other < at(theirs.offsets, i + 1) ? at(theirs.targets, other) : papers
      both.targets[end] = Math.min(a, b)
      both.weights[end++] = a <= b ? at(rows.weights, own) : at(theirs.weights, other)
      if (a <= b) own++
      if (b <= a) other++
    }
    both.offsets[i + 1] = end
  }
  return { offsets: both.offsets, targets: both.targets.slice(0, end), weights: both.weights.slice(0, end) }
}

/** The rows of the targets, each below `count`; in these, rows are ascending. Linear. */
function transposed({ offsets, targets, weights }: Rows, count: number): Rows {
  const rows = offsets.length - 1
  const ends = at(offsets, rows)
  const turned = emptyRows(count, ends)
  for (let k = 0; k < ends; k++) turned.offsets[at(targets, k) + 1] = at(turned.offsets, at(targets, k) + 1) + 1
  for (let i = 0; i < count; i++) turned.offsets[i + 1] = at(turned.offsets, i + 1) + at(turned.offsets, i)
  const filled = turned.offsets.slice()
  for (let i = 0; i < rows; i++) {
    for (let k = at(offsets, i); k < at(offsets, i + 1); k++) {
      const place = at(filled, at(targets, k))
      filled[at(targets, k)] = place + 1
      turned.targets[place] = i
      turned.weights[place] = at(weights, k)
    }
  }
  return turned
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}

/** Who shares how much with whom, one paper at a time, so that the full matrix never stands in memory. */
class Company {
  /** The features of each paper, with its place among the members of each. */
  private readonly features: Rows
  private readonly members: readonly (readonly number[])[]
  private readonly pairWeight: Float64Array
  private readonly sums: Float64Array
  private readonly touched: Int32Array
  private met = 0

  constructor(papers: readonly string[], features: readonly Feature[]) {
    const hashes = papers.map(hash32)
    this.members = features.map((feature) =>
      feature.papers.length <= ALL_PAIRS
        ? feature.papers
        : feature.papers.toSorted((i, j) => (hashes[i] ?? 0) - (hashes[j] ?? 0) || i - j),
    )
    this.pairWeight = Float64Array.from(features, ({ channel, papers: { length } }) => {
      const damped = CHANNEL_WEIGHT[channel] / (channel === 'dataset' ? length - 1 : Math.sqrt(length - 1))
      return length <= ALL_PAIRS ? damped : (damped * (length - 1)) / (2 * SAMPLED)
    })
    this.sums = new Float64Array(papers.length)
    this.touched = new Int32Array(papers.length)
    this.features = transposed(placesIn(this.members), papers.length)
  }

  /** Strength of each paper: the sum of its weights to all others, in closed form. */
  strengths(): Float64Array {
    const { offsets, targets } = this.features
    return Float64Array.from(this.sums, (_, paper) => {
      let sum = 0
      for (let k = at(offsets, paper); k < at(offsets, paper + 1); k++) {
        const size = this.members[at(targets, k)]?.length ?? 0
        sum += (size <= ALL_PAIRS ? size - 1 : 2 * SAMPLED) * at(this.pairWeight, at(targets, k))
      }
      return sum
    })
  }

  /** Those with whom a paper shares something, ascending; valid, as is what they share, until {@link forget}. */
  of(paper: number): Int32Array {
    const { offsets, targets, weights: places } = this.features
    for (let k = at(offsets, paper); k < at(offsets, paper + 1); k++) {
      const members = this.members[at(targets, k)] ?? []
      const weight = at(this.pairWeight, at(targets, k))
      if (members.length <= ALL_PAIRS) for (const other of members) this.add(paper, other, weight)
      else {
        // The members next to it on both sides, the list taken as a ring.
        const place = at(places, k) + members.length
        for (let step = 1; step <= SAMPLED; step++) {
          this.add(paper, members[(place - step) % members.length] ?? paper, weight)
          this.add(paper, members[(place + step) % members.length] ?? paper, weight)
        }
      }
    }
    return this.touched.subarray(0, this.met).sort()
  }

  /** What the paper that was asked for last shares with another, > 0 where they share something. */
  shared(other: number): number {
    return at(this.sums, other)
  }

  forget(): void {
    for (let k = 0; k < this.met; k++) this.sums[at(this.touched, k)] = 0
    this.met = 0
  }

  private add(paper: number, other: number, weight: number): void {
    if (other === paper) return
    const before = at(this.sums, other)
    if (before === 0) this.touched[this.met++] = other
    this.sums[other] = before + weight
  }
}

/** The members of each feature, with their places there. */
function placesIn(members: readonly (readonly number[])[]): Rows {
  const rows = emptyRows(
    members.length,
    members.reduce((sum, { length }) => sum + length, 0),
  )
  let end = 0
  members.forEach((own, feature) => {
    own.forEach((paper, place) => {
      rows.targets[end] = paper
      rows.weights[end++] = place
    })
    rows.offsets[feature + 1] = end
  })
  return rows
}
