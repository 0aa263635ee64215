import { isCommon } from './common-datasets.ts'
import { CHANNELS, type Channel, type FieldIndex } from './field-index.ts'
import { eachItem } from './rows.ts'

/** Two sets of papers, 1 for each paper that is in. */
export interface Sides {
  readonly first: Uint8Array
  readonly second: Uint8Array
}

export interface ConnectingThing {
  /** As the index calls it. */
  readonly id: string
  readonly channel: Channel
  /** Papers of the graph that have it, and of those the ones of each set. */
  readonly papers: number
  readonly first: number
  readonly second: number
  /** Its papers in either set, ascending. */
  readonly members: readonly number[]
}

export interface LinkingPaper {
  readonly paper: number
  /** Papers that have the commoner of the two things. */
  readonly weakest: number
  /** Ids of the rarest thing shared with another paper of the first set, and of the second. */
  readonly through: readonly [string, string]
}

export interface Connectors {
  readonly things: readonly ConnectingThing[]
  readonly linking: readonly LinkingPaper[]
}

/** What two papers can share that says that they are alike; a task or a venue is where they meet, no likeness. */
const LINKING: readonly Channel[] = ['dataset', 'author', 'repository']

/**
 * What connects two sets of papers, in no particular order: things that two different papers have, one of each set; and
 * papers, not in both sets, that share a thing with another paper of each. Linear in the edges.
 *
 * @param counts whether a node may connect; the nodes that the sets are made of may not.
 */
export function connectorsOf(
  index: FieldIndex,
  sides: Sides,
  mask: number,
  counts: (key: string) => boolean,
): Connectors {
  const things: ConnectingThing[] = []
  const rarest = { first: new Rarest(index.papers.length), second: new Rarest(index.papers.length) }
  for (const channel of CHANNELS) {
    if (channel === 'term') continue
    const { keys, papers } = index.incidence(channel)
    const allowed = channel === 'dataset' ? mask : 0
    keys.forEach((id, thing) => {
      if (!counts(id)) return
      const users: number[] = []
      let [first, second, both] = [0, 0, 0]
      eachItem(papers, thing, (paper, mark) => {
        if (allowed !== 0 && (mark & allowed) === 0) return
        users.push(paper)
        first += sides.first[paper] ?? 0
        second += sides.second[paper] ?? 0
        both += (sides.first[paper] ?? 0) & (sides.second[paper] ?? 0)
      })
      if (first > 0 && second > 0 && !(first === 1 && second === 1 && both === 1)) {
        const members = users.filter((paper) => sides.first[paper] === 1 || sides.second[paper] === 1)
        things.push({ id, channel, papers: users.length, first, second, members })
      }
      if (!LINKING.includes(channel) || users.length < 2) return
      if (channel === 'dataset' && isCommon(index.uses(mask), thing)) return
      for (const paper of users) {
        if (first > (sides.first[paper] ?? 0)) rarest.first.offer(paper, id, users.length)
        if (second > (sides.second[paper] ?? 0)) rarest.second.offer(paper, id, users.length)
      }
    })
  }
  return { things, linking: linkingPapers(sides, rarest) }
}

/** The rarest thing that each paper was offered; of equally rare ones the first. */
class Rarest {
  private readonly counts: Int32Array
  private readonly ids: (string | undefined)[]

  constructor(papers: number) {
    this.counts = new Int32Array(papers)
    this.ids = Array.from({ length: papers })
  }

  offer(paper: number, id: string, count: number): void {
    const before = this.counts[paper] ?? 0
    if (before !== 0 && before <= count) return
    this.counts[paper] = count
    this.ids[paper] = id
  }

  of(paper: number): { readonly id: string; readonly count: number } | undefined {
    const id = this.ids[paper]
    return id === undefined ? undefined : { id, count: this.counts[paper] ?? 0 }
  }
}

function linkingPapers(
  { first, second }: Sides,
  rarest: { readonly first: Rarest; readonly second: Rarest },
): readonly LinkingPaper[] {
  const linking: LinkingPaper[] = []
  for (let paper = 0; paper < first.length; paper++) {
    if (first[paper] === 1 && second[paper] === 1) continue
    const [a, b] = [rarest.first.of(paper), rarest.second.of(paper)]
    if (a === undefined || b === undefined) continue
    linking.push({ paper, weakest: Math.max(a.count, b.count), through: [a.id, b.id] })
  }
  return linking
}
