import type { UseCounts } from './field-index/field-index.ts'

/** Below this no dataset is common: on a short list nothing needs folding. Exclusive. */
const COMMON_MINIMUM = 5

/**
 * Whether so many papers use a dataset that to share it says next to nothing: more than the square root of the papers
 * with dataset evidence, and more than five. At the root the pairs that share it, about `n² / 2`, are half as many as
 * there are papers with evidence; above, it alone would give the average paper more than one companion.
 */
export function isCommon({ papers, knownPapers }: UseCounts, dataset: number): boolean {
  const count = papers[dataset] ?? 0
  return count > COMMON_MINIMUM && count * count > knownPapers
}
