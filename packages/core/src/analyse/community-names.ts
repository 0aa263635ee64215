import { byCodeUnits, type FieldGraph, fold, stems, titleTerms } from '@fieldmap/graph'

/** What a community is called, and the words that set it apart. */
export interface CommunityName {
  /** A heading in sentence case; no two communities have the same. */
  readonly label: string
  /** Up to 5 terms, best first, none part of another. */
  readonly terms: readonly string[]
}

const LONGEST_TERM = 3
const TERMS = 5
/** A label speaks for the group: at least this share of its papers has the term, where any term reaches it. */
const LABEL_SUPPORT = 0.25
/** A longer run of words replaces its part where it keeps this share of its papers. */
const PHRASE_KEEPS = 0.6
/** A task's label counts less than words of titles: the first grouping has it as a name already. */
const CHANNEL_BONUS: Readonly<Record<Channel, number>> = { task: 0.8, term: 1, dataset: 0.8 }
/** One word alone ("clips", "3D") is seldom a heading. */
const SINGLE_WORD = 0.6
/** In UTF-16 code units: what a heading on the map has room for. */
const LONGEST_LABEL = 48

type Channel = 'task' | 'dataset' | 'term'

interface Candidate {
  /** Folded words: what is compared. */
  readonly term: string
  readonly display: string
  readonly channel: Channel
  /** Number of the group's papers that have it. */
  readonly support: number
  readonly score: number
}

/**
 * Names groups of papers by class-based TF-IDF (Grootendorst 2022, "BERTopic", eq. 2): a term's score is the share of
 * the group's papers that have it, times log(1 + mean papers of a group / papers that have it at all). Terms are the
 * labels of tasks and datasets and runs of one to three words of titles; each paper counts a term once. Scores are
 * compared after rounding to nine decimals, then by term, so that no last bit decides.
 *
 * Names are given in order; a later group takes its next best term where the best is taken, and numbers a label where
 * all are. A group without any term is "Group n". Empty for no groups. Linear in the terms of all papers.
 *
 * @param groups keys of papers, each in at most one group.
 */
export function nameCommunities(graph: FieldGraph, groups: readonly (readonly string[])[]): readonly CommunityName[] {
  const termsOf = groups.map((group) => countTerms(graph, group))
  const everywhere = new Map<string, number>()
  for (const terms of termsOf) {
    for (const [term, { support }] of terms) everywhere.set(term, (everywhere.get(term) ?? 0) + support)
  }
  const papers = groups.reduce((sum, group) => sum + group.length, 0)
  const mean = papers / Math.max(1, groups.length)
  const taken = new Set<string>()
  return groups.map((group, index) => {
    const candidates = Array.from(termsOf[index] ?? [], ([term, { channel, support, surfaces }]): Candidate => {
      const rarity = Math.log(1 + mean / (everywhere.get(term) ?? support))
      const readable = CHANNEL_BONUS[channel] * (channel === 'term' && !term.includes(' ') ? SINGLE_WORD : 1)
      const score = Math.round((support / group.length) * rarity * readable * 1e9)
      return { term, display: heading(mostUsed(surfaces), channel), channel, support, score }
    })
    const best = distinctTerms(candidates)
    const label = freeLabel(best, group.length, taken) ?? numbered(best[0]?.display ?? 'Group', index + 1, taken)
    taken.add(fold(label))
    return { label, terms: best.slice(0, TERMS).map(({ display }) => display) }
  })
}

interface TermCount {
  readonly channel: Channel
  support: number
  readonly surfaces: Map<string, number>
}

function countTerms(graph: FieldGraph, group: readonly string[]): ReadonlyMap<string, TermCount> {
  const counts = new Map<string, TermCount>()
  for (const paper of group) {
    for (const [term, { channel, surface }] of termsOfPaper(graph, paper)) {
      const count = counts.get(term) ?? { channel, support: 0, surfaces: new Map<string, number>() }
      count.support++
      count.surfaces.set(surface, (count.surfaces.get(surface) ?? 0) + 1)
      counts.set(term, count)
    }
  }
  // Words of one title alone set no group apart.
  for (const [term, { support }] of counts) if (support < 2) counts.delete(term)
  return counts
}

function termsOfPaper(graph: FieldGraph, paper: string): ReadonlyMap<string, { channel: Channel; surface: string }> {
  const terms = new Map<string, { channel: Channel; surface: string }>()
  for (const { term, surface } of titleTerms(graph.getNodeAttribute(paper, 'label'), LONGEST_TERM)) {
    terms.set(term, { channel: 'term', surface })
  }
  graph.forEachOutNeighbor(paper, (_, { kind, label }) => {
    if (kind === 'task' || kind === 'dataset') terms.set(stems(label), { channel: kind, surface: label })
  })
  terms.delete('')
  return terms
}

function mostUsed(surfaces: ReadonlyMap<string, number>): string {
  const [first] = [...surfaces].sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b))
  return first?.[0] ?? ''
}

/** Sentence case: a capital first, then lower case but for words spelled with capitals inside (GAN, 3D, AU). */
function heading(text: string, channel: Channel): string {
  if (channel === 'dataset') return text
  const words = text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    /^\p{Lu}\P{Lu}+$/u.test(word) ? word.toLowerCase() : word,
  )
  return words.replace(/^[^\p{L}]*\p{L}/u, (start) => start.toUpperCase())
}

/** Best first, without those whose words another, better or longer one says already. */
function distinctTerms(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = candidates.toSorted((a, b) => b.score - a.score || byCodeUnits(a.term, b.term))
  const chosen: Candidate[] = []
  for (const candidate of ranked) {
    if (chosen.length >= 3 * TERMS) break
    if (chosen.some(({ term }) => overlaps(term, candidate.term))) continue
    chosen.push(longestForm(candidate, ranked))
  }
  return chosen.filter(({ term }, i) => !chosen.some((other, j) => j < i && overlaps(other.term, term)))
}

/** "talking head generation" rather than "talking head", where most papers with the one have the other. */
function longestForm(candidate: Candidate, all: readonly Candidate[]): Candidate {
  let best = candidate
  for (const other of all) {
    if (contains(other.term, best.term) && other.support >= PHRASE_KEEPS * candidate.support) best = other
  }
  return best
}

function contains(whole: string, part: string): boolean {
  return whole.length > part.length && ` ${whole} `.includes(` ${part} `)
}

/** Whether they have most of the shorter one's words in common, in whatever order. */
function overlaps(a: string, b: string): boolean {
  const [words, others] = [a.split(' '), b.split(' ')]
  const shared = words.filter((word) => others.includes(word)).length
  return 2 * shared > Math.min(words.length, others.length)
}

function freeLabel(best: readonly Candidate[], size: number, taken: ReadonlySet<string>): string | undefined {
  const free = best.filter(({ display }) => !taken.has(fold(display)))
  const topics = free.filter(({ channel, display }) => channel !== 'dataset' && display.length <= LONGEST_LABEL)
  return (topics.find(({ support }) => support >= LABEL_SUPPORT * size) ?? topics[0] ?? free[0])?.display
}

function numbered(label: string, index: number, taken: ReadonlySet<string>): string {
  let number = index
  while (taken.has(fold(`${label} ${number}`))) number++
  return `${label} ${number}`
}
