import type { Adjacency } from '../field-index/adjacency.ts'
import { Corridor, Room } from './corridor.ts'
import { detour } from './detour.ts'
import { withoutForcedEnds } from './forced-ends.ts'
import { costOfPath, halfCost, type NodePath, rankOfCost, type Walk } from './walk.ts'

/** Paths that begin with the same nodes and then differ from those found. */
interface Branch {
  /** The cheapest of them; as far as it is known where `isOpen`. */
  readonly nodes: readonly number[]
  /** Number of nodes, less one, that all of them begin with. */
  readonly spur: number
  /** Nodes that do not come next after those. */
  readonly without: ReadonlySet<number>
  /** What the cheapest costs; where `isOpen`, at least. */
  readonly cost: number
  /** The cheapest is still to be found. `inside`: in the corridor, since its best walk repeats a node. `outside`: it lies out of it. */
  readonly isOpen?: 'inside' | 'outside'
}

const NO_NODES: ReadonlySet<number> = new Set()

/**
 * The `count` cheapest paths without repeated nodes, cheapest first. Fewer where there are fewer, none where the ends are
 * not connected. Among paths of equal cost the choice is the same every time: it depends on the numbers of nodes alone.
 *
 * Each path found parts those that are left into branches, by the place where they leave it (Yen 1971, "Finding the K
 * shortest loopless paths in a network", Management Science 17; Lawler 1972, Management Science 18). The cheapest of a
 * branch is read off the distances to the end that a {@link Corridor} holds, as a sidetrack of the tree of shortest paths
 * (Eppstein 1998, "Finding the k shortest paths", SIAM J. Computing 28). Only where that walk repeats a node it is looked
 * for, and only when the branch is the next in line (Kurz & Mutzel 2016, "A sidetrack-based algorithm for finding the k
 * shortest simple paths in a directed graph", ISAAC). Cost: one corridor, and for each path a few steps of each of its nodes.
 *
 * @param walk whose `open` may be changed. @param count integer ≥ 0, or Infinity for all.
 * @param moreWork edges to look at for further paths in one go when one is known; beyond, each branch is looked into by itself.
 */
export function shortestPaths(walk: Walk, count: number, moreWork?: number): readonly NodePath[] {
  if (count <= 0) return []
  if (walk.from === walk.to) return [{ nodes: [walk.from], cost: 0 }]
  const { walk: free, head, tail } = withoutForcedEnds(walk)
  return freePaths(free, count, moreWork).map((path) => {
    const nodes = [...head, ...path, ...tail]
    return { nodes, cost: costOfPath(nodes, walk.graph) }
  })
}

function freePaths(walk: Walk, count: number, moreWork: number | undefined): readonly (readonly number[])[] {
  const { from, to, graph } = walk
  const [room, spare] = roomsOf(graph)
  const branches = new Branches(walk, new Corridor(walk, count, room, moreWork), spare)
  const found: (readonly number[])[] = []
  branches.add([from], NO_NODES)
  while (found.length < count) {
    const next = branches.next()
    if (next === undefined) break
    found.push(next.nodes)
    for (let spur = next.spur; spur + 1 < next.nodes.length; spur++) {
      const without = new Set(spur === next.spur ? next.without : NO_NODES).add(next.nodes[spur + 1] ?? to)
      branches.add(next.nodes.slice(0, spur + 1), without)
    }
  }
  return found
}

/** The branches in which paths are left. */
class Branches {
  private readonly walk: Walk
  private readonly corridor: Corridor
  private readonly spare: Room
  private readonly branches: Branch[] = []

  constructor(walk: Walk, corridor: Corridor, spare: Room) {
    this.walk = walk
    this.corridor = corridor
    this.spare = spare
  }

  /** A branch of all paths that begin with `root` and do not go on with a node of `without`. */
  add(root: readonly number[], without: ReadonlySet<number>): void {
    const { corridor, walk } = this
    const nodes = [...root]
    let cost: number | undefined
    for (let last = nodes.at(-1); last !== undefined && last !== walk.to; last = nodes.at(-1)) {
      const isSpur = nodes.length === root.length
      const steps = corridor.stepsFrom(last)
      const step = isSpur ? steps.find(({ next }) => !root.includes(next) && !without.has(next)) : steps[0]
      const reached = cost ?? costTo(walk, root) + (step?.cost ?? 0)
      // The first step says it all; beyond the corridor only that it costs more is known.
      if (step === undefined || rankOfCost(reached) > rankOfCost(corridor.length)) {
        this.addOutside(root, without)
        return
      }
      cost = reached
      if (nodes.includes(step.next)) {
        this.branches.push({ nodes, spur: root.length - 1, without, cost, isOpen: 'inside' })
        return
      }
      nodes.push(step.next)
    }
    this.addPath(nodes, root, without)
  }

  /** Takes out the branch that has the cheapest path of all; undefined where no path is left. */
  next(): Branch | undefined {
    for (;;) {
      const branch = this.take()
      if (branch?.isOpen === undefined) return branch
      const root = branch.nodes.slice(0, branch.spur + 1)
      const rest =
        branch.isOpen === 'inside'
          ? detour(this.corridor, this.walk, root, costTo(this.walk, root), branch.without)
          : this.searchOutside(root, branch.without)
      if (rest !== undefined) this.addPath([...root, ...rest], root, branch.without)
      else if (branch.isOpen === 'inside') this.addOutside(root, branch.without)
    }
  }

  private addPath(nodes: readonly number[], root: readonly number[], without: ReadonlySet<number>): void {
    this.branches.push({ nodes, spur: root.length - 1, without, cost: costOfPath(nodes, this.walk.graph) })
  }

  private addOutside(root: readonly number[], without: ReadonlySet<number>): void {
    const { length, isComplete } = this.corridor
    if (isComplete) return
    this.branches.push({ nodes: root, spur: root.length - 1, without, cost: length, isOpen: 'outside' })
  }

  /** The rest of the cheapest path of a branch, by a corridor of its own. */
  private searchOutside(root: readonly number[], without: ReadonlySet<number>): readonly number[] | undefined {
    const { walk } = this
    const [from, passed] = [root.at(-1) ?? walk.from, root.slice(0, -1)]
    const open = walk.open.slice()
    for (const node of passed) open[node] = 0
    // The start of the whole walk counts as open in all its steps.
    const own: Walk = { ...walk, from, open, without: new Set([...without, ...passed]) }
    const corridor = new Corridor(own, 1, this.spare)
    const nodes: number[] = []
    for (let step = corridor.stepsFrom(from)[0]; step !== undefined; step = corridor.stepsFrom(step.next)[0]) {
      nodes.push(step.next)
      if (step.next === walk.to) return nodes
    }
    return undefined
  }

  private take(): Branch | undefined {
    const { branches } = this
    let best = 0
    for (let at = 1; at < branches.length; at++) {
      if (compareBranches(branches[at], branches[best]) < 0) best = at
    }
    const [taken] = branches.splice(best, 1)
    return taken
  }
}

/** What it costs to get to the last of some nodes, half of its own included. */
function costTo(walk: Walk, nodes: readonly number[]): number {
  const last = nodes.at(-1) ?? walk.from
  return costOfPath([...nodes, last], walk.graph) - (walk.graph.costs[last] ?? 0) + halfCost(walk, last)
}

/** By cost, then by the numbers of nodes, one by one. */
function compareBranches(a: Branch | undefined, b: Branch | undefined): number {
  if (a === undefined || b === undefined) return 0
  const byCost = rankOfCost(a.cost) - rankOfCost(b.cost)
  if (byCost !== 0) return byCost
  const at = a.nodes.findIndex((node, i) => node !== b.nodes[i])
  return at === -1 ? a.nodes.length - b.nodes.length : (a.nodes[at] ?? 0) - (b.nodes[at] ?? -1)
}

const rooms = new WeakMap<Adjacency, readonly [Room, Room]>()

/** The rooms of a graph, made once: anew for each question they would have the engine look through all its memory again and again. */
function roomsOf(graph: Adjacency): readonly [Room, Room] {
  const old = rooms.get(graph)
  if (old !== undefined) return old
  const made = [new Room(graph), new Room(graph)] as const
  rooms.set(graph, made)
  return made
}
