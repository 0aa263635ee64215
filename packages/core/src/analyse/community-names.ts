import { type FieldGraph, fold } from '@fieldmap/graph'
import { type GroupTerm, groupTerms, LONGEST_LABEL } from './community-terms.ts'

/** What a community is called, and the words that set it apart. */
export interface CommunityName {
  /** A heading in sentence case; no two communities have the same, nor the same but for endings and order of words. */
  readonly label: string
  /** Up to 5 terms, best first, none part of another. */
  readonly terms: readonly string[]
  /** The first three of them with their counts; first of all those of the label. */
  readonly proof: readonly GroupTerm[]
}

const TERMS = 5
const PROOF = 3
/** A label speaks for the group: at least this share of its papers has the term, where any term reaches it. */
const LABEL_SUPPORT = 0.25
/** A longer run of words replaces its part where it keeps this share of its papers. */
const PHRASE_KEEPS = 0.6

/**
 * Names groups of papers by the terms that set them apart: see {@link groupTerms} for what a term is and how it scores.
 * Names are given in order. Where the terms that a quarter of a group has are taken, its best free term tells it apart
 * ("Noisy labels: cross entropy"); where all are, the label is numbered. A group without any term is "Group n". Empty for no groups. Linear in the terms of all papers, but for sorting.
 *
 * @param groups keys of papers, each in at most one group.
 */
export function nameCommunities(graph: FieldGraph, groups: readonly (readonly string[])[]): readonly CommunityName[] {
  const termsOf = groupTerms(graph, groups)
  const taken = new Set<string>()
  return groups.map((group, index) => {
    const best = distinctTerms(termsOf[index] ?? [])
    const named = freeTerms(best, LABEL_SUPPORT * group.length, taken)
    const label = named.length > 0 ? joined(named) : numbered(best[0]?.display ?? 'Group', index + 1, taken)
    taken.add(gist(label))
    const proof = [...named, ...best.filter((term) => !named.includes(term))]
    return { label, terms: best.slice(0, TERMS).map(({ display }) => display), proof: proof.slice(0, PROOF) }
  })
}

/** Best first, without those whose words another, better or longer one says already. */
function distinctTerms(ranked: readonly GroupTerm[]): readonly GroupTerm[] {
  const chosen: GroupTerm[] = []
  for (const candidate of ranked) {
    if (chosen.length >= 3 * TERMS) break
    if (chosen.some(({ term }) => overlaps(term, candidate.term))) continue
    chosen.push(longestForm(candidate, ranked))
  }
  return chosen.filter(({ term }, i) => !chosen.some((other, j) => j < i && overlaps(other.term, term)))
}

/** "talking head generation" rather than "talking head", where most papers with the one have the other. */
function longestForm(candidate: GroupTerm, all: readonly GroupTerm[]): GroupTerm {
  let best = candidate
  for (const other of all) {
    if (contains(other.term, best.term) && other.count >= PHRASE_KEEPS * candidate.count) best = other
  }
  return best
}

function contains(whole: string, part: string): boolean {
  return whole.length > part.length && ` ${whole} `.includes(` ${part} `)
}

/** Letters in which forms of one word agree ("noise", "noisy"). Where other words do too, another term is taken, no more. */
const ROOT = 4

function roots(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .map((word) => word.slice(0, ROOT))
}

/** Whether they have most of the shorter one's words in common, in whatever order and form. */
function overlaps(a: string, b: string): boolean {
  const [words, others] = [roots(a), roots(b)]
  const shared = words.filter((word) => others.includes(word)).length
  return 2 * shared > Math.min(words.length, others.length)
}

/** A label without order and endings of words: labels of one gist would be taken for each other. */
function gist(label: string): string {
  return [...new Set(roots(label))].sort().join(' ')
}

/** The term that is to be the label, or two: what most are about, though others are too, and what tells them apart. */
function freeTerms(best: readonly GroupTerm[], support: number, taken: ReadonlySet<string>): readonly GroupTerm[] {
  const topics = best.filter(({ kind, display }) => kind !== 'dataset' && display.length <= LONGEST_LABEL)
  const free = topics.filter(({ display }) => !taken.has(gist(display)))
  const main = free.find(({ count }) => count >= support)
  if (main !== undefined) return [main]
  const common = topics.find(({ count }) => count >= support)
  const special = free[0] ?? best.find(({ display }) => !taken.has(gist(display)))
  if (special === undefined) return []
  const pair = common === undefined ? [special] : [common, special]
  return isFree(joined(pair), taken) ? pair : [special]
}

function isFree(label: string, taken: ReadonlySet<string>): boolean {
  return label.length <= LONGEST_LABEL && !taken.has(gist(label))
}

/** "Noisy labels: cross entropy". */
function joined(terms: readonly GroupTerm[]): string {
  return terms
    .map(({ display, kind }, i) =>
      i > 0 && kind !== 'dataset' && /^\p{Lu}\p{Ll}/u.test(display)
        ? display.charAt(0).toLowerCase() + display.slice(1)
        : display,
    )
    .join(': ')
}

function numbered(label: string, index: number, taken: ReadonlySet<string>): string {
  let number = index
  while (taken.has(gist(`${label} ${number}`))) number++
  return `${label} ${number}`
}
