import { byCodeUnits, type FieldGraph, LIST_WORDS, STOP_WORDS, stems, titleTerms } from '@fieldmap/graph'

/** Where a term comes from: the label of a task or dataset, or words of titles. */
export type TermKind = 'task' | 'dataset' | 'term'

/** A term of some group of papers. */
export interface GroupTerm {
  /** Folded words: what is compared. */
  readonly term: string
  readonly display: string
  readonly kind: TermKind
  /** Key of the task or dataset; none for words of titles. */
  readonly key?: string
  /** Papers of the group that have it, at least two. */
  readonly count: number
  /** Papers of the whole graph that have it. */
  readonly of: number
  /** Class-based TF-IDF, weighted by how well the term reads, in 10⁻⁹. */
  readonly score: number
}

const LONGEST_TERM = 3
/** A task's label counts less than words of titles: the first grouping has it as a name already. */
const KIND_WEIGHT: Readonly<Record<TermKind, number>> = { task: 0.8, term: 1, dataset: 0.8 }
/** One word alone ("clips", "3D", "high-resolution") is seldom a heading. */
const SINGLE_WORD = 0.5
/** In UTF-16 code units: what a heading on the map has room for. */
export const LONGEST_LABEL = 48

/**
 * The terms of each group of papers, best first: class-based TF-IDF (Grootendorst 2022, "BERTopic", eq. 2), with the
 * share of the group's papers that have a term for its frequency, and log(1 + mean papers of a group / papers in any
 * group that have it) for its rarity. Terms are the labels of tasks and datasets, and runs of one to three words of
 * titles; a paper counts a term once. Scores are rounded to nine decimals before they are compared, then terms decide, so that no last
 * bit does. Empty lists for groups that have no term twice. Linear in the terms of all papers, but for sorting.
 *
 * @param groups keys of papers, each in at most one group.
 */
export function groupTerms(
  graph: FieldGraph,
  groups: readonly (readonly string[])[],
): readonly (readonly GroupTerm[])[] {
  const field = new Map<string, number>()
  const inGroups = new Map<string, number>()
  const add = (sums: Map<string, number>, term: string, papers: number): void => {
    sums.set(term, (sums.get(term) ?? 0) + papers)
  }
  const counts = groups.map((group) => {
    const counted = countTerms(graph, group)
    for (const [term, { papers }] of counted) add(field, term, papers)
    // Words of one title alone set no group apart.
    const shared = [...counted].filter(([, { papers }]) => papers > 1)
    for (const [term, { papers }] of shared) add(inGroups, term, papers)
    return shared
  })
  const grouped = new Set(groups.flat())
  graph.forEachNode((key, { kind }) => {
    if (kind === 'paper' && !grouped.has(key)) for (const term of termsOfPaper(graph, key).keys()) add(field, term, 1)
  })
  const mean = groups.reduce((sum, group) => sum + group.length, 0) / Math.max(1, groups.length)
  return counts.map((shared, index) => {
    const size = groups[index]?.length ?? 1
    const found = shared.map(([term, { kind, key, papers, surfaces }]): GroupTerm => {
      const display = heading(mostUsed(surfaces), kind)
      const readable = KIND_WEIGHT[kind] * (kind === 'term' && !display.includes(' ') ? SINGLE_WORD : 1)
      const rarity = Math.log(1 + mean / (inGroups.get(term) ?? papers))
      const score = Math.round((papers / size) * rarity * readable * 1e9)
      const of = field.get(term) ?? papers
      return { term, display, kind, count: papers, of, score, ...(key === undefined ? {} : { key }) }
    })
    return found.sort((a, b) => b.score - a.score || byCodeUnits(a.term, b.term))
  })
}

interface TermCount {
  readonly kind: TermKind
  readonly key: string | undefined
  papers: number
  readonly surfaces: Map<string, number>
}

function countTerms(graph: FieldGraph, papers: readonly string[]): ReadonlyMap<string, TermCount> {
  const counts = new Map<string, TermCount>()
  for (const paper of papers.toSorted(byCodeUnits)) {
    for (const [term, { kind, key, surface }] of termsOfPaper(graph, paper)) {
      let count = counts.get(term)
      // Words that are a task's or dataset's label somewhere are that everywhere.
      if (count === undefined || (count.key === undefined && key !== undefined)) {
        count = {
          kind,
          key,
          papers: count?.papers ?? 0,
          surfaces: key === undefined ? new Map() : new Map([[surface, 0]]),
        }
        counts.set(term, count)
      }
      count.papers++
      if (count.key === undefined || key !== undefined) {
        count.surfaces.set(surface, (count.surfaces.get(surface) ?? 0) + 1)
      }
    }
  }
  return counts
}

interface PaperTerm {
  readonly kind: TermKind
  readonly key?: string
  readonly surface: string
}

function termsOfPaper(graph: FieldGraph, paper: string): ReadonlyMap<string, PaperTerm> {
  const terms = new Map<string, PaperTerm>()
  for (const { term, surface } of titleTerms(subjectOf(graph.getNodeAttribute(paper, 'label')), LONGEST_TERM)) {
    terms.set(term, { kind: 'term', surface })
  }
  const named = graph.outNeighbors(paper).sort(byCodeUnits)
  for (const key of named) {
    const { kind, label } = graph.getNodeAttributes(key)
    if ((kind === 'task' && isTopic(label)) || kind === 'dataset')
      terms.set(stems(label), { kind, key, surface: label })
  }
  terms.delete('')
  return terms
}

/** A title without the one word before a colon: that names the method, not what it is about. */
function subjectOf(title: string): string {
  return title.replace(/^\s*\S+:\s+/u, '')
}

/** Whether a section's heading names a topic: "Papers & code" and "2020 and before" name none. */
function isTopic(label: string): boolean {
  const words = stems(label).split(' ')
  return words.some((word) => /\p{L}/u.test(word) && !STOP_WORDS.has(word) && !LIST_WORDS.has(word))
}

function mostUsed(surfaces: ReadonlyMap<string, number>): string {
  const [first] = [...surfaces].sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b))
  return first?.[0] ?? ''
}

/**
 * Sentence case: a capital first, then lower case but for words spelled with capitals inside (GAN, 3D, AU). A heading too
 * long for the map ends before its first colon, comma or bracket, where it has one.
 */
function heading(text: string, kind: TermKind): string {
  if (kind === 'dataset') return text
  const short = text.length > LONGEST_LABEL ? text.replace(/(?<=\S{2})\s*(?:[:;,(–]|\s-\s).*$/su, '') : text
  const words = short
    .replace(/[\s.:;,]+$/u, '')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (/^\p{Lu}\P{Lu}+$/u.test(word) ? word.toLowerCase() : word))
  return words.replace(/^[^\p{L}]*\p{L}/u, (start) => start.toUpperCase())
}
