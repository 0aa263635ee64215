import { byCodeUnits } from '@fieldmap/graph'

/**
 * Names that stand for others: of the names that only `before` has, those most of whose members are under one name that
 * only `after` has, and make up most of its old members. Each name is given once; the larger share goes first.
 *
 * @param least members that must be shared, ≥ 1
 * @returns new names by old ones
 */
export function alignNames(
  before: ReadonlyMap<string, ReadonlySet<string>>,
  after: ReadonlyMap<string, ReadonlySet<string>>,
  least: number,
): ReadonlyMap<string, string> {
  const known = new Set([...before.values()].flatMap((members) => [...members]))
  const gone = [...before].filter(([name]) => !after.has(name))
  const come = [...after].filter(([name]) => !before.has(name))
  const candidates = gone.flatMap(([from, old]) =>
    come.flatMap(([to, now]) => {
      const shared = [...old].filter((member) => now.has(member)).length
      const past = [...now].filter((member) => known.has(member)).length
      return shared >= least && 2 * shared > old.size && 2 * shared > past ? [{ from, to, shared }] : []
    }),
  )
  candidates.sort((a, b) => b.shared - a.shared || byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to))
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { from, to } of candidates) {
    if (names.has(from) || taken.has(to)) continue
    names.set(from, to)
    taken.add(to)
  }
  return names
}
