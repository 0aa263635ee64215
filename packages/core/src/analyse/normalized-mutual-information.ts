/**
 * How much one division of the same things tells of another: mutual information over the mean of both entropies
 * (Strehl & Ghosh 2002, "Cluster ensembles"; the mean as in Vinh et al. 2010), 0..1. 1 where both put all things into one
 * group. Not corrected for chance: small groups raise it. Linear.
 *
 * @param pairs of each thing its group in the one and in the other division.
 */
export function normalizedMutualInformation(
  pairs: readonly (readonly [one: string | number, other: string | number])[],
): number {
  const both = entropy(pairs.map(([one, other]) => `${one}\n${other}`))
  const ones = entropy(pairs.map(([one]) => one))
  const others = entropy(pairs.map(([, other]) => other))
  return ones + others === 0 ? 1 : (2 * (ones + others - both)) / (ones + others)
}

function entropy(groups: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>()
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / groups.length) * Math.log(count / groups.length), 0)
}
