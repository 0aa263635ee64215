import { byCodeUnits, type Region } from '@fieldmap/graph'
import type { Points } from './anchored-smoothing.ts'
import type { PaperFeatures } from './paper-features.ts'
import { fromDisc, homeOfTask, type Point, toPoints } from './region-homes.ts'
import type { Stage } from './region-layout.ts'
import { hash32, hashPoint } from './rng.ts'

/** A thing belongs to the community that has more than this share of its papers: so to one community at most. */
const OWN = 0.5
/** A task stands for a community if at least this share of the papers stand under it. */
const LEAST_SHARE = 0.1
/** Things with at least this share of the papers of the commonest are as good as it. */
const AS_GOOD = 0.6
/** How far homes lie out: places of tasks are the means of those of their words, so round the middle. */
const SPREAD = 1.2

/**
 * Where communities are at home: at the place hashed from the name of one thing that stands for each, its landmark. That is
 * a task most of whose papers are in the community; where it owns none (communities that share one large task), an author,
 * dataset or rare word; else its largest task. Of those that are about as common in it, the one with the smallest hash is taken
 * (as min-wise hashing does, Broder 1997), not the commonest, for which of two things is the commoner changes with a paper.
 * So a home does not move while papers come and go, where a mean over them would; it leaps when another thing takes over.
 * Linear in papers and features.
 *
 * @param tasks the regions of the papers by task.
 */
export function communityHomes(
  communities: readonly Region[],
  tasks: readonly Region[],
  features: PaperFeatures,
  stage: Stage,
): Points {
  const communityOf = new Map(communities.flatMap(({ members }, c) => members.map((paper) => [paper, c] as const)))
  const taskShares = sharesOf(
    tasks.map(({ id, label, members }) => ({ id, papers: members, home: () => homeOfTask({ id, label }) })),
    communities.length,
    communityOf,
  )
  const otherShares = sharesOf(
    features.features
      .filter(({ channel }) => channel !== 'task')
      .map(({ id, papers }) => {
        return { id, papers: papers.map((i) => features.papers[i] ?? ''), home: () => hashPoint(id) }
      }),
    communities.length,
    communityOf,
  )
  const points = communities.map(({ id, members }, c): Point => {
    const [own = [], other = []] = [taskShares[c], otherShares[c]]
    const landmark =
      landmarkOf(own.filter(({ count, of }) => count > OWN * of && count >= LEAST_SHARE * members.length)) ??
      landmarkOf(other.filter(({ count, of }) => count > OWN * of && count > 1)) ??
      own.toSorted((a, b) => b.count - a.count || byCodeUnits(a.id, b.id))[0]
    const [x, y] = landmark?.home() ?? hashPoint(members[0] ?? id)
    return fromDisc([SPREAD * x, SPREAD * y], stage)
  })
  return toPoints(points)
}

/** Something that papers share. */
interface Shared {
  readonly id: string
  readonly papers: readonly string[]
  readonly home: () => Point
}

/** How many papers of a community share a thing, and of how many that do. */
interface Share extends Shared {
  readonly count: number
  readonly of: number
}

/** Of each community the things that its papers share. */
function sharesOf(
  things: readonly Shared[],
  communities: number,
  communityOf: ReadonlyMap<string, number>,
): readonly (readonly Share[])[] {
  const shares: Share[][] = Array.from({ length: communities }, () => [])
  for (const thing of things) {
    const counts = new Map<number, number>()
    for (const paper of thing.papers) {
      const community = communityOf.get(paper)
      if (community !== undefined) counts.set(community, (counts.get(community) ?? 0) + 1)
    }
    for (const [community, count] of counts) shares[community]?.push({ ...thing, count, of: thing.papers.length })
  }
  return shares
}

function landmarkOf(shares: readonly Share[]): Share | undefined {
  const most = shares.reduce((largest, { count }) => Math.max(largest, count), 0)
  const good = shares.filter(({ count }) => count >= AS_GOOD * most)
  return good
    .map((share) => ({ share, hash: hash32(share.id) }))
    .sort((a, b) => a.hash - b.hash || byCodeUnits(a.share.id, b.share.id))[0]?.share
}
