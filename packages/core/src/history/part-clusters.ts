import type { Entry } from '../extract/entry.ts'
import { divideCluster } from './divide-cluster.ts'

/** Which of some entries that stand side by side are one paper; groups of them. */
export type Resolver = (entries: readonly Entry[]) => readonly (readonly Entry[])[]

/**
 * Parts clusters of entries of many versions where a version keeps some of them apart: what stands side by side as two
 * papers is not one through time, though a third entry, as one with a wrong address, is like both. The newest such version
 * is asked first; the other entries go where {@link divideCluster} says. Entries of one paper of today stay together.
 *
 * Linear in what the versions hold; each set of entries that stand side by side is resolved once.
 *
 * @param versions entries of the clusters that each version holds, oldest first
 * @param keyOf the paper of today that an entry is of
 * @returns clusters, in each entries of one paper of today at most
 */
export function partClusters(
  clusters: readonly (readonly Entry[])[],
  versions: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string | undefined,
  resolver: Resolver,
): readonly (readonly Entry[])[] {
  const met = sideBySide(clusters, versions)
  return clusters.flatMap((cluster, i) => partCluster(cluster, met[i] ?? [], keyOf, resolver))
}

/** For each cluster the sets of two or more of its entries that some version holds, the newest first. */
function sideBySide(
  clusters: readonly (readonly Entry[])[],
  versions: readonly (readonly Entry[])[],
): readonly (readonly (readonly Entry[])[])[] {
  const numbers = new Map<Entry, number>()
  const clusterOf = new Map<Entry, number>()
  clusters.forEach((cluster, i) => {
    if (cluster.length < 2) return
    for (const entry of cluster) {
      numbers.set(entry, numbers.size)
      clusterOf.set(entry, i)
    }
  })
  const met = clusters.map(() => new Map<string, readonly Entry[]>())
  for (const version of versions.toReversed()) {
    const together = new Map<number, Set<Entry>>()
    for (const entry of version) {
      const i = clusterOf.get(entry)
      if (i !== undefined) together.set(i, (together.get(i) ?? new Set()).add(entry))
    }
    for (const [i, entries] of together) {
      if (entries.size < 2) continue
      const sorted = [...entries].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
      const name = sorted.map((entry) => numbers.get(entry)).join(' ')
      if (met[i]?.has(name) === false) met[i].set(name, sorted)
    }
  }
  return met.map((sets) => [...sets.values()])
}

function partCluster(
  cluster: readonly Entry[],
  met: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string | undefined,
  resolver: Resolver,
): readonly (readonly Entry[])[] {
  const sides = sidesOf(cluster, met, keyOf, resolver)
  if (sides === undefined) return [cluster]
  const divided = divideCluster(cluster, (entry) => sides.get(entry))
  const parts = new Map<string, Entry[]>()
  const partOfKey = new Map<string, string>()
  for (const entry of cluster) {
    const key = keyOf(entry)
    const own = divided.get(entry) ?? ''
    const part = key === undefined ? own : (partOfKey.get(key) ?? own)
    if (key !== undefined) partOfKey.set(key, part)
    parts.set(part, [...(parts.get(part) ?? []), entry])
  }
  if (parts.size < 2) return [cluster]
  return [...parts.values()].flatMap((part) => {
    const own = new Set(part)
    const left = met.map((set) => set.filter((entry) => own.has(entry))).filter((set) => set.length > 1)
    return partCluster(part, left, keyOf, resolver)
  })
}

/** The side of each entry that is on one for certain: by the papers of today, else by the newest version that has two. */
function sidesOf(
  cluster: readonly Entry[],
  met: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string | undefined,
  resolver: Resolver,
): ReadonlyMap<Entry, string> | undefined {
  const today = new Map<Entry, string>()
  for (const entry of cluster) {
    const key = keyOf(entry)
    if (key !== undefined) today.set(entry, key)
  }
  if (new Set(today.values()).size > 1) return today
  for (const set of met) {
    const groups = resolver(set)
    const ofToday = groups.filter((group) => group.some((entry) => today.has(entry)))
    if (groups.length < 2 || ofToday.length > 1) continue
    const sides = new Map(groups.flatMap((group, i) => group.map((entry) => [entry, String(i)] as const)))
    const [own] = ofToday.flatMap((group) => group.flatMap((entry) => sides.get(entry) ?? []))
    if (own !== undefined) for (const entry of today.keys()) sides.set(entry, own)
    return sides
  }
  return undefined
}
