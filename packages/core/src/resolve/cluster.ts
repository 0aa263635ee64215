import { allAlike, areContradicted } from './alike-clusters.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { isPossible, withoutRivals } from './lone-matches.ts'
import { type MergeRule, matchPair, type PairMatcher } from './match-pair.ts'
import type { PaperMention } from './mention.ts'
import { comparePeople } from './people.ts'
import { addsName } from './title-likeness.ts'
import { contentLikeness, jaccard } from './title-words.ts'
import { haveSameDate, isDated, yearsApart } from './versions.ts'

/** A pair of mentions that a rule or decision says something about. */
export interface PairStatement {
  readonly a: number
  readonly b: number
}

/** What a curator decided about mentions, by their numbers. */
export interface PairDecisions {
  readonly same: readonly PairStatement[]
  readonly different: readonly PairStatement[]
}

/** A match that waits until stronger ones are made. */
interface Match extends PairStatement {
  readonly rule: MergeRule
  /** People, or venue and year, agree. */
  readonly witnessed: boolean
  /** Years apart, integer ≥ 0. */
  readonly years: number
  /** Share of common words of the titles, 0..1. */
  readonly words: number
}

export interface Clusters {
  /** Numbers of mentions, ascending; clusters ordered by their first. */
  readonly clusters: readonly (readonly number[])[]
  readonly merges: readonly (PairStatement & { readonly rule: MergeRule })[]
  readonly extensions: readonly PairStatement[]
  /** Pairs that share an address though they are different works. */
  readonly sharedAddresses: readonly PairStatement[]
  /** Comparisons made. */
  readonly compared: number
}

/**
 * Clusters mentions to papers: decisions first, then identifiers, then equal titles, then weak matches, surest first. A weak
 * match joins two clusters only if all that was certain in the one has a title like all that was certain in the other, so
 * that no chain of weak likenesses ties three papers together; a decision that two are different is never overruled.
 *
 * Linear in the number of candidate pairs.
 */
export function cluster(
  mentions: readonly PaperMention[],
  decisions: PairDecisions,
  match: PairMatcher = matchPair,
): Clusters {
  const parent = mentions.map((_, i) => i)
  const members = mentions.map((_, i) => [i])
  const apart = new Set(decisions.different.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const merges: (PairStatement & { rule: MergeRule })[] = []
  const extensions: PairStatement[] = []
  const sharedAddresses: PairStatement[] = []

  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] ?? root
    let at = i
    while (parent[at] !== root) {
      const next = parent[at] ?? root
      parent[at] = root
      at = next
    }
    return root
  }
  const membersOf = (root: number): number[] => members[root] ?? []
  const union = (a: number, b: number, rule: MergeRule): void => {
    const [keep, drop] = [find(a), find(b)].sort((x, y) => x - y) as [number, number]
    if (keep === drop) return
    if (apart.size > 0 && membersOf(keep).some((i) => membersOf(drop).some((j) => apart.has(`${i} ${j}`)))) return
    parent[drop] = keep
    members[keep] = [...membersOf(keep), ...membersOf(drop)]
    members[drop] = []
    merges.push({ a, b, rule })
  }

  // Mentions that evidence sets apart, so that no third mention that is like both brings them together.
  const rivals = new Map<number, number[]>()
  const keepApart = (a: number, b: number): void => {
    rivals.set(a, [...(rivals.get(a) ?? []), b])
    rivals.set(b, [...(rivals.get(b) ?? []), a])
  }
  const areApart = (a: number, b: number): boolean => {
    const [left, right] = [find(a), find(b)]
    if (rivals.size === 0 || left === right) return false
    const [few, root] =
      membersOf(left).length <= membersOf(right).length ? [membersOf(left), right] : [membersOf(right), left]
    return few.some((i) => rivals.get(i)?.some((j) => find(j) === root) === true)
  }

  for (const { a, b } of decisions.same) union(a, b, 'resolve/decision')
  const identified: Match[] = []
  /** One identifier under titles that are not alike. */
  const retitled: Match[] = []
  const titles: Match[] = []
  const weak: Match[] = []
  const lone: Match[] = []
  /** Mentions of one identifier that are two versions. */
  const contested = new Set<number>()
  const unlike: PairStatement[] = []
  const pairs = candidatePairs(mentions)
  for (const [k, a] of pairs.first.entries()) {
    const b = pairs.second[k] ?? a
    const left = mentions[a]
    const right = mentions[b]
    if (left === undefined || right === undefined) continue
    const verdict = match(left, right)
    if (verdict.verdict === 'extension') {
      extensions.push({ a, b })
      if (verdict.shared === true) {
        contested.add(a).add(b)
        keepApart(a, b)
      } else unlike.push({ a, b })
    } else if (verdict.verdict === 'shared-address') sharedAddresses.push({ a, b })
    else if (verdict.verdict === 'different' && verdict.sure === true) unlike.push({ a, b })
    else if (verdict.verdict === 'same') {
      const match = {
        a,
        b,
        rule: verdict.rule,
        witnessed: verdict.strength === 'weak' && isWitnessed(left, right),
        years: yearsApart(left, right),
        words: jaccard(left.title.stems, right.title.stems),
      }
      if (verdict.rule === 'resolve/identifier') (verdict.strength === 'weak' ? retitled : identified).push(match)
      else if (verdict.strength === 'lone') lone.push(match)
      else if (verdict.strength === 'weak' || match.years > LONGEST_WAY) weak.push(match)
      else titles.push(match)
    }
  }
  // An identifier decides, but not between two versions that both have it: the nearest in time comes first there.
  const rank = ({ a, b, years }: Match): number => (contested.has(a) || contested.has(b) ? years + 1 : 0)
  for (const { a, b, rule } of identified.toSorted((x, y) => rank(x) - rank(y))) if (!areApart(a, b)) union(a, b, rule)
  for (const { a, b } of unlike) keepApart(a, b)
  // Nearest in time first: a preprint goes to the conference paper it became, not to the later journal version.
  for (const { a, b, rule } of titles.toSorted((x, y) => x.years - y.years)) if (!areApart(a, b)) union(a, b, rule)
  // A link to another paper than the title's: that has its own identifier where the title stands elsewhere.
  for (const { a, b, rule } of retitled) {
    if (areApart(a, b)) continue
    if (areContradicted(membersOf(find(a)), membersOf(find(b)), mentions)) sharedAddresses.push({ a, b })
    else union(a, b, rule)
  }
  // What is certain stands for one thing from here on; only uncertain matches have to agree with all others. Titles that
  // only a typing error or a name in front sets apart come first, and stand for one thing afterwards.
  const isSure = ({ a, b, rule }: Match): boolean =>
    rule === 'resolve/title-respelled' || saysTheSame(mentions[a], mentions[b])
  const others = weak.filter((match) => !isSure(match))
  for (const matches of [weak.filter(isSure), others]) {
    const certain = mentions.map((_, i) => find(i))
    for (const { a, b, rule, witnessed } of matches.toSorted(
      (x, y) =>
        ORDER.indexOf(x.rule) - ORDER.indexOf(y.rule) ||
        Number(y.witnessed) - Number(x.witnessed) ||
        x.years - y.years ||
        y.words - x.words,
    )) {
      if (areApart(a, b)) continue
      const [left, right] = [membersOf(find(a)), membersOf(find(b))]
      // A short title without people or date may be that of several works that begin so.
      const reworded = witnessed || rule !== 'resolve/title-shortened'
      if (allAlike(left, right, mentions, certain, reworded)) union(a, b, rule)
    }
  }
  // A title with and without its name first, or in other endings: both are one thing to whoever gives only a part of it.
  for (const matches of [lone.filter(({ a, b }) => hasTheSameWords(mentions[a], mentions[b])), lone]) {
    const possible = matches.filter((match) => {
      const [left, right] = [membersOf(find(match.a)), membersOf(find(match.b))]
      return left !== right && !areApart(match.a, match.b) && isPossible(match, left, right, mentions)
    })
    for (const { a, b, rule } of withoutRivals(possible, find)) union(a, b, rule)
  }
  const clusters = members.filter((cluster) => cluster.length > 0).map((cluster) => cluster.toSorted((x, y) => x - y))
  clusters.sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
  return {
    clusters,
    merges,
    extensions: extensions.filter(({ a, b }) => find(a) !== find(b)),
    sharedAddresses: sharedAddresses.filter(({ a, b }) => find(a) !== find(b)),
    compared: pairs.first.length,
  }
}

/** Somebody wrote both, or both name one venue and year. */
function isWitnessed(a: PaperMention, b: PaperMention): boolean {
  return (haveSameDate(a, b) && isDated(a, b)) || comparePeople(a.people, b.people).shared > 0
}

/** One title is the other behind a name. */
function saysTheSame(a: PaperMention | undefined, b: PaperMention | undefined): boolean {
  return a !== undefined && b !== undefined && addsName(a.title, b.title)
}

/** The same, or all words that say something are in both. */
function hasTheSameWords(a: PaperMention | undefined, b: PaperMention | undefined): boolean {
  return saysTheSame(a, b) || (a !== undefined && b !== undefined && contentLikeness(a.title, b.title) === 1)
}

/** Weak matches, the surest first. */
const ORDER: readonly MergeRule[] = [
  'resolve/title',
  'resolve/title-respelled',
  'resolve/title-shortened',
  'resolve/title-reworded',
]

/** Years from a preprint to its publication, at most; a title of a later year may be an article that looks back. */
const LONGEST_WAY = 4
