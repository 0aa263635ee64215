import { byCodeUnits, type FieldGraph, type HistoryChange, type PaperAttributes } from '@fieldmap/graph'
import { alignHeadings } from './align-headings.ts'
import { alignNames } from './align-names.ts'
import { difference } from './lifetimes.ts'
import { matchPapers } from './match-papers.ts'

/** A line of a list that names a paper. */
export interface Place {
  readonly source: string
  /** 1-based. */
  readonly line: number
}

/** A paper that one graph lists and the other does not, or not there. */
export interface ListedPaper {
  readonly key: string
  readonly label: string
  readonly venue?: string
  readonly year?: number
  /** Lines that are new, or that are no more. */
  readonly places: readonly Place[]
  /** Where the same paper stands in both graphs. */
  readonly elsewhere: readonly Place[]
}

/** A paper of both graphs of which something is another. */
export interface ChangedPaper {
  /** In the graph after; `formerKey` before, where that was another. */
  readonly key: string
  readonly formerKey?: string
  readonly label: string
  readonly changes: readonly Pick<HistoryChange, 'field' | 'from' | 'to'>[]
  readonly before: readonly Place[]
  readonly after: readonly Place[]
}

/** A node that is no paper, or an edge, by key. */
export interface OtherNode {
  readonly key: string
  readonly kind: string
  readonly label: string
}

/** A list or heading that has another name and most of the same papers. */
export interface Renamed {
  readonly what: 'list' | 'section'
  readonly from: string
  readonly to: string
}

/** What changed between two graphs of a field. */
export interface GraphDiff {
  /** Papers in a list in which they were not, by label. */
  readonly added: readonly ListedPaper[]
  readonly removed: readonly ListedPaper[]
  readonly changed: readonly ChangedPaper[]
  readonly renamed: readonly Renamed[]
  /** Nodes that are no papers; edges by key, with the papers' keys of the graph after. */
  readonly nodes: { readonly added: readonly OtherNode[]; readonly removed: readonly OtherNode[] }
  readonly edges: { readonly added: readonly string[]; readonly removed: readonly string[] }
}

/**
 * What changed in a graph: papers added to and removed from lists, moved between headings, mended; and every other node
 * and edge that came or went. Papers are matched by what they are ({@link matchPapers}), so that a mended title is no
 * paper removed and one added. Lines, quotes and the form of lists do not count: reformatting is nothing. A list or
 * heading that went while another came with most of its papers was renamed. About linear in the graphs.
 */
export function diffGraphs(before: FieldGraph, after: FieldGraph): GraphDiff {
  const matches = matchPapers(before, after)
  const [old, now] = [readPapers(before), readPapers(after)]
  const renamedPapers = new Map([...matches].map(([a, b]) => [b, a]))
  const pairs = [...matches].flatMap(([a, b]) => {
    const [from, to] = [old.get(a), now.get(b)]
    return from === undefined || to === undefined ? [] : [{ a, b, from, to }]
  })
  const lists = alignNames(namesOf(old, 'lists', matches), namesOf(now, 'lists'), 1)
  const headings = alignHeadings(namesOf(old, 'sections', matches, lists), namesOf(now, 'sections'), 2)
  const added = [...now].flatMap(([key, paper]) => {
    const past = old.get(renamedPapers.get(key) ?? '')
    const known = new Set(past?.lists.map((list) => lists.get(list) ?? list))
    return listed(
      key,
      paper,
      paper.lists.filter((list) => !known.has(list)),
      past,
    )
  })
  const removed = [...old].flatMap(([key, paper]) => {
    const present = now.get(matches.get(key) ?? '')
    const kept = new Set(present?.lists)
    return listed(
      matches.get(key) ?? key,
      paper,
      paper.lists.filter((list) => !kept.has(lists.get(list) ?? list)),
      present,
    )
  })
  const changed = pairs.flatMap(({ a, b, from, to }): ChangedPaper[] => {
    const changes = changesOf(from, to, lists, headings.names)
    if (changes.length === 0) return []
    const former = a === b ? {} : { formerKey: a }
    return [{ key: b, ...former, label: to.attributes.label, changes, before: from.places, after: to.places }]
  })
  return {
    added: added.sort(byLabel),
    removed: removed.sort(byLabel),
    changed: changed.sort(byLabel),
    renamed: [...renamedOf('list', lists), ...renamedOf('section', headings.renamed)],
    nodes: { added: othersIn(after, before), removed: othersIn(before, after) },
    edges: edgeChanges(before, after, matches),
  }
}

interface ListedAt {
  readonly attributes: PaperAttributes
  readonly places: readonly Place[]
  /** Paths of the lists that name it. */
  readonly lists: readonly string[]
  /** `path\nheading › heading`, for each list. */
  readonly sections: readonly string[]
}

function readPapers(graph: FieldGraph): ReadonlyMap<string, ListedAt> {
  const listPaths = new Set(graph.getAttribute('sources').flatMap(({ path, kind }) => (kind === 'list' ? [path] : [])))
  const papers = new Map<string, ListedAt>()
  graph.forEachNode((key, attributes) => {
    if (attributes.kind !== 'paper') return
    // A year or venue may stand in a heading far above: a paper's place is that of its title.
    const mentions = attributes.mentions.filter(({ source, rule }) => {
      return listPaths.has(source) && rule.startsWith('extract/title-')
    })
    const lines = new Map(mentions.map(({ source, line }) => [`${source}\n${line}`, { source, line }]))
    const sections = mentions.flatMap(({ source, section }) =>
      section === undefined ? [] : [sectionName(source, section)],
    )
    papers.set(key, {
      attributes,
      places: [...lines.values()],
      lists: distinct(mentions.map(({ source }) => source)),
      sections: distinct(sections),
    })
  })
  return papers
}

function sectionName(source: string, section: readonly string[]): string {
  return `${source}\n${section.join(' › ')}`
}

/** The papers of each list or heading, by the keys of the graph after; headings in lists as they are called there. */
function namesOf(
  papers: ReadonlyMap<string, ListedAt>,
  what: 'lists' | 'sections',
  matches: ReadonlyMap<string, string> = new Map(),
  lists: Names = new Map(),
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const [key, paper] of papers) {
    for (const own of paper[what]) {
      const name = what === 'lists' ? own : inRenamedList(own, lists)
      names.set(name, (names.get(name) ?? new Set()).add(matches.get(key) ?? key))
    }
  }
  return names
}

function listed(key: string, paper: ListedAt, lists: readonly string[], other: ListedAt | undefined): ListedPaper[] {
  if (lists.length === 0 && (other !== undefined || paper.lists.length > 0)) return []
  const { label, venue, year } = paper.attributes
  return [
    {
      key,
      label,
      ...(venue === undefined ? {} : { venue }),
      ...(year === undefined ? {} : { year }),
      places: paper.places.filter(({ source }) => lists.includes(source)),
      elsewhere: other?.places ?? [],
    },
  ]
}

const FIELDS = ['label', 'year', 'venue', 'authors', 'importance', 'mandatory'] as const

function changesOf(from: ListedAt, to: ListedAt, lists: Names, sections: Names): ChangedPaper['changes'] {
  const [a, b] = [from.attributes, to.attributes]
  const changes: Pick<HistoryChange, 'field' | 'from' | 'to'>[] = []
  const compare = (field: HistoryChange['field'], old: HistoryChange['from'], now: HistoryChange['from']): void => {
    const [gone, come] = difference(old, now)
    if (gone === undefined && come === undefined) return
    changes.push({ field, ...(gone === undefined ? {} : { from: gone }), ...(come === undefined ? {} : { to: come }) })
  }
  for (const field of FIELDS) compare(field, a[field], b[field])
  compare('identifiers', identifiersOf(a), identifiersOf(b))
  compare('links', linksOf(a), linksOf(b))
  const both = to.lists.filter((list) => from.lists.some((old) => (lists.get(old) ?? old) === list))
  const inBoth = (name: string): boolean => both.includes(name.slice(0, name.indexOf('\n')))
  const old = from.sections
    .map((name) => inRenamedList(name, lists))
    .map((name) => sections.get(name) ?? name)
    .filter(inBoth)
  const now = to.sections.filter(inBoth)
  const [gone, come] = difference(old, now)
  if (gone !== undefined || come !== undefined) compare('sections', titlesOf(gone), titlesOf(come))
  return changes
}

type Names = ReadonlyMap<string, string>

/** A heading's name in the graph after, where only its list has another name. */
function inRenamedList(name: string, lists: Names): string {
  const end = name.indexOf('\n')
  const list = name.slice(0, end)
  return `${lists.get(list) ?? list}${name.slice(end)}`
}

function titlesOf(names: HistoryChange['from']): string[] | undefined {
  return Array.isArray(names) ? distinct(names.map((name) => name.slice(name.indexOf('\n') + 1))) : undefined
}

function identifiersOf({ identifiers }: PaperAttributes): string[] {
  return distinct(Object.entries(identifiers).map(([scheme, id]) => `${scheme}:${id}`))
}

function linksOf({ links }: PaperAttributes): string[] {
  return distinct(links.map(({ rel, url }) => `${rel} ${url}`))
}

function renamedOf(what: Renamed['what'], names: Names): Renamed[] {
  const shown = (name: string): string => name.slice(name.indexOf('\n') + 1)
  return [...names].flatMap(([from, to]) =>
    shown(from) === shown(to) ? [] : [{ what, from: shown(from), to: shown(to) }],
  )
}

/** Nodes other than papers that only the first graph has. */
function othersIn(graph: FieldGraph, other: FieldGraph): readonly OtherNode[] {
  const nodes: OtherNode[] = []
  graph.forEachNode((key, { kind, label }) => {
    if (kind !== 'paper' && !other.hasNode(key)) nodes.push({ key, kind, label })
  })
  return nodes.sort((a, b) => byCodeUnits(a.key, b.key))
}

function edgeChanges(before: FieldGraph, after: FieldGraph, matches: ReadonlyMap<string, string>): GraphDiff['edges'] {
  const old = new Set(
    before.mapEdges((_, { kind }, source, target) => {
      return `${matches.get(source) ?? source}|${kind}|${matches.get(target) ?? target}`
    }),
  )
  const now = new Set(after.edges())
  return {
    added: [...now].filter((key) => !old.has(key)).sort(byCodeUnits),
    removed: [...old].filter((key) => !now.has(key)).sort(byCodeUnits),
  }
}

function byLabel(
  a: { readonly label: string; readonly key: string },
  b: { readonly label: string; readonly key: string },
): number {
  return byCodeUnits(a.label, b.label) || byCodeUnits(a.key, b.key)
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnits)
}
