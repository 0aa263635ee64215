/**
 * How far two divisions of the same things agree, corrected for chance (Hubert & Arabie 1985, "Comparing partitions"):
 * 1 where they are the same, 0 where they agree as chance would have it, below where less. 1 for fewer than two things.
 * Linear.
 *
 * @param pairs of each thing its group in the one and in the other division.
 */
export function adjustedRandIndex(pairs: readonly (readonly [one: string | number, other: string | number])[]): number {
  const both = pairsWithin(pairs.map(([one, other]) => `${one}\n${other}`))
  const ones = pairsWithin(pairs.map(([one]) => one))
  const others = pairsWithin(pairs.map(([, other]) => other))
  const expected = (ones * others) / Math.max(1, (pairs.length * (pairs.length - 1)) / 2)
  const most = (ones + others) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

function pairsWithin(groups: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>()
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
