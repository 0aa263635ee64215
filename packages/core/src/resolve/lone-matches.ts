import type { MergeRule } from './match-pair.ts'
import type { PaperMention } from './mention.ts'
import { contradicts, haveSameDate, haveTwoVenues } from './versions.ts'

/** A match of two mentions, by their numbers, that says little by itself. */
interface LoneMatch {
  readonly a: number
  readonly b: number
  readonly rule: MergeRule
}

/**
 * Whether nothing in the clusters of both speaks against a match: no identifiers, no two places of publication, and no
 * list that has both titles and so takes them for two works, but for a name that it gives a second time.
 *
 * @param left, right the numbers of the mentions in both clusters
 */
export function isPossible(
  { a, b, rule }: LoneMatch,
  left: readonly number[],
  right: readonly number[],
  mentions: readonly PaperMention[],
): boolean {
  if (!areCompatible(left, right, mentions)) return false
  return isNamedAgain(rule, mentions[a], mentions[b]) || !shareAList(left, right, mentions)
}

/** Matches of clusters of which each has this one only. */
export function withoutRivals<M extends LoneMatch>(matches: readonly M[], find: (i: number) => number): readonly M[] {
  const partners = new Map<number, Set<number>>()
  const roots = matches.map(({ a, b }) => [find(a), find(b)] as const)
  for (const [a, b] of roots) {
    partners.set(a, (partners.get(a) ?? new Set()).add(b))
    partners.set(b, (partners.get(b) ?? new Set()).add(a))
  }
  return matches.filter((_, i) => roots[i]?.every((root) => partners.get(root)?.size === 1) === true)
}

/** The name alone, at the venue and in the year of the whole title. */
function isNamedAgain(rule: MergeRule, a: PaperMention | undefined, b: PaperMention | undefined): boolean {
  return rule === 'resolve/name-alone' && a !== undefined && b !== undefined && haveSameDate(a, b)
}

function shareAList(left: readonly number[], right: readonly number[], mentions: readonly PaperMention[]): boolean {
  const lists = new Set(left.map((i) => mentions[i]?.entry.source))
  return right.some((i) => lists.has(mentions[i]?.entry.source))
}

/** No mention of the one contradicts one of the other, and both are not published at two places. */
function areCompatible(left: readonly number[], right: readonly number[], mentions: readonly PaperMention[]): boolean {
  return left.every((i) =>
    right.every((j) => {
      const [a, b] = [mentions[i], mentions[j]]
      return a === undefined || b === undefined || !(contradicts(a, b) || haveTwoVenues(a, b))
    }),
  )
}
