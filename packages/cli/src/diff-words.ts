import type { ChangedPaper, GraphDiff, ListedPaper, Place } from '@fieldmap/core'
import { changeWords } from '@fieldmap/view'

/** Groups of one kind that a summary names; of more it gives the number. */
const NAMED = 3

/** A difference in one line: `3 papers added (1 already in another list), 1 moved from A to B, title mended, 1 removed`. */
export function summaryWords(diff: GraphDiff): string {
  const parts = [
    countedPapers(diff.added, 'added', 'already'),
    ...groups(diff.changed, moveWords, (count, words) => `${count} ${words}`, 'moved'),
    ...groups(
      diff.changed,
      venueWords,
      (count, words) => (count === 1 ? words : `${words} (${count})`),
      'venue or year of',
    ),
    ofPapers(diff.changed, (change) => change.field === 'links' && hasCode(change.to), 'code added to'),
    ofPapers(diff.changed, (change) => change.field === 'links' && hasCode(change.from), 'code removed from'),
    mended(diff.changed),
    ...(['authors', 'importance', 'mandatory'] as const).map((field) =>
      ofPapers(diff.changed, (change) => change.field === field, `${FIELDS[field]} changed of`),
    ),
    ofPapers(
      diff.changed,
      ({ field, from, to }) => field === 'links' && hasOther([from, to]),
      'other links changed of',
    ),
    countedPapers(diff.removed, 'removed', 'still'),
    ...diff.renamed.map(({ what, from, to }) => `${what === 'list' ? 'file' : 'heading'} ${from} renamed to ${to}`),
    ...otherWords(diff),
  ]
  const said = [...new Set(parts.filter((part) => part !== ''))].join(', ')
  return said === '' ? 'Nothing changed in the graph.' : said
}

const FIELDS = { authors: 'authors', importance: 'stars', mandatory: 'mandatory mark' } as const

function countedPapers(papers: readonly ListedPaper[], verb: string, adverb: string): string {
  if (papers.length === 0) return ''
  const elsewhere = papers.filter((paper) => paper.elsewhere.length > 0).length
  const known = elsewhere === 0 ? '' : ` (${elsewhere} ${adverb} in another list)`
  return `${papers.length} ${papers.length === 1 ? 'paper' : 'papers'} ${verb}${known}`
}

type Changed = ChangedPaper['changes'][number]

/** Papers by what is said of them, the commonest first; only their number where that would be too much. */
function groups(
  papers: readonly ChangedPaper[],
  wordsOf: (paper: ChangedPaper) => string,
  say: (count: number, words: string) => string,
  many: string,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const paper of papers) {
    const words = wordsOf(paper)
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (counts.size > NAMED) return [many === 'moved' ? `${total} moved` : `${many} ${total} changed`]
  return [...counts].sort(([, a], [, b]) => b - a).map(([words, count]) => say(count, words))
}

function moveWords({ changes }: ChangedPaper): string {
  const move = changes.find(({ field, from, to }) => field === 'sections' && from !== undefined && to !== undefined)
  return move === undefined ? '' : `moved from ${innermost(move.from)} to ${innermost(move.to)}`
}

function innermost(sections: Changed['from']): string {
  const names = (Array.isArray(sections) ? sections : []).map((section) => section.split(' › ').at(-1) ?? section)
  return [...new Set(names)].join(' and ')
}

/** `venue arXiv → CVPR 2023`: the year stands beside a venue that changed with it. */
function venueWords({ changes }: ChangedPaper): string {
  const venue = changes.find(({ field }) => field === 'venue')
  const year = changes.find(({ field }) => field === 'year')
  if (venue === undefined) return year === undefined ? '' : `year ${year.from ?? 'none'} → ${year.to ?? 'none'}`
  return `venue ${venue.from ?? 'none'} → ${venue.to ?? 'none'}${year?.to === undefined ? '' : ` ${year.to}`}`
}

function hasCode(links: Changed['from']): boolean {
  return Array.isArray(links) && links.some((link) => link.startsWith('code '))
}

function hasOther(values: readonly Changed['from'][]): boolean {
  return values.some((links) => Array.isArray(links) && links.some((link) => !link.startsWith('code ')))
}

function ofPapers(papers: readonly ChangedPaper[], holds: (change: Changed) => boolean, words: string): string {
  const count = papers.filter(({ changes }) => changes.some(holds)).length
  return count === 0 ? '' : `${words} ${count}`
}

function mended(papers: readonly ChangedPaper[]): string {
  const count = papers.filter(({ changes }) => changes.some(({ field }) => field === 'label')).length
  return count === 0 ? '' : count === 1 ? 'title mended' : `${count} titles mended`
}

/** Nodes that are no papers by kind, but for what every paper brings; and statements about datasets. */
function otherWords({ nodes, edges }: GraphDiff): readonly string[] {
  const sides = [
    { verb: 'added', nodes: nodes.added, edges: edges.added },
    { verb: 'removed', nodes: nodes.removed, edges: edges.removed },
  ]
  return sides.flatMap((side) => {
    const kinds = (['task', 'dataset', 'challenge', 'tool'] as const).map((kind) => {
      const count = side.nodes.filter((node) => node.kind === kind).length
      return count === 0 ? '' : `${count} ${kind}${count === 1 ? '' : 's'} ${side.verb}`
    })
    const uses = side.edges.filter((key) => /\|(?:uses|introduces)\|/.test(key)).length
    return [...kinds, uses === 0 ? '' : `${uses} dataset ${uses === 1 ? 'statement' : 'statements'} ${side.verb}`]
  })
}

/** One paper of a difference: its title and venue, its lines, and what is said of it. */
export interface DiffItem {
  readonly sign: '+' | '-' | '~'
  readonly title: string
  /** `list.md:3`, or `list.md:3 → list.md:5`. */
  readonly places: string
  readonly words: readonly string[]
}

/** Every paper of a difference: added, changed, removed. */
export function diffItems(diff: GraphDiff): readonly DiffItem[] {
  return [
    ...diff.added.map((paper) => listedItem('+', paper, 'already in')),
    ...diff.changed.map(({ label, changes, before, after }): DiffItem => {
      const lines = [placeWords(before), placeWords(after)]
      const words = changes.filter(({ field }) => field !== 'identifiers').flatMap(changeWords)
      return {
        sign: '~',
        title: label,
        places: [...new Set(lines)].join(' → '),
        words: words.length > 0 ? words : changes.flatMap(changeWords),
      }
    }),
    ...diff.removed.map((paper) => listedItem('-', paper, 'still in')),
  ]
}

function listedItem(sign: '+' | '-', { label, venue, year, places, elsewhere }: ListedPaper, where: string): DiffItem {
  const date = [venue, year].filter((part) => part !== undefined).join(' ')
  const title = date === '' ? label : `${label}, ${date}`
  return {
    sign,
    title,
    places: placeWords(places),
    words: elsewhere.length === 0 ? [] : [`${where} ${placeWords(elsewhere)}`],
  }
}

function placeWords(places: readonly Place[]): string {
  return places.map(({ source, line }) => `${source}:${line}`).join(', ')
}
