import { byCodeUnits, type EdgeKey, edgeKey, type HistoryChange, type NodeKey, type NodeKind } from '@fieldmap/graph'
import type { Curated } from '../curated/curated.ts'
import type { Entry } from '../extract/entry.ts'
import { linkStatements } from '../link/link.ts'
import type { NodeStatement } from '../link/statement.ts'
import { oncePer } from '../memo.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import { canonicalRecord } from '../resolve/canonical-record.ts'
import { paperMention } from '../resolve/mention.ts'
import type { Paper } from '../resolve/paper.ts'
import type { PaperIdentity } from './paper-identity.ts'

/** The field that a change of a node is about, and what can stand there. */
export type Field = HistoryChange['field']
export type Value = NonNullable<HistoryChange['from']>

/** A node as one version has it. */
export interface NodeState {
  readonly kind: NodeKind
  readonly label: string
  readonly identifiers?: Readonly<Record<string, string>>
  /** What of it can change. Lists are sorted but for authors. */
  readonly fields: Readonly<Partial<Record<Field, Value>>>
}

/** The graph of one version, as far as its history is told. */
export interface FieldState {
  readonly nodes: ReadonlyMap<string, NodeState>
  readonly edges: ReadonlySet<string>
}

/** What lists and curated files of one version say. */
export interface VersionTexts {
  /** Each that says the same once. */
  readonly entries: readonly Entry[]
  readonly curated: Curated
  readonly venues: VenueIndex
}

/**
 * Makes states of versions: papers by their identity through history, then everything that `link` says of them.
 * What entries say together is prepared once for each set of entries, however many versions hold it.
 */
export function createFieldStates(identity: PaperIdentity): (texts: VersionTexts) => FieldState {
  const numbers = new Map<Entry, number>()
  const records = new Map<string, Paper>()
  const mentions = new Map<Entry, ReturnType<typeof paperMention>>()
  const numberOf = (entry: Entry): number => {
    const known = numbers.get(entry) ?? numbers.size
    numbers.set(entry, known)
    return known
  }
  const mentionOf = (entry: Entry): ReturnType<typeof paperMention> => {
    const known = mentions.get(entry) ?? paperMention(entry)
    mentions.set(entry, known)
    return known
  }
  const paperOf = (key: string, entries: readonly Entry[], targets: readonly string[]): Paper => {
    const name = [...entries.map(numberOf), key, ...targets].join(' ')
    const known = records.get(name)
    if (known !== undefined) return known
    const { yearConflicts: _, ...record } = canonicalRecord(entries.map(mentionOf))
    const paper = { ...record, key, entries, merges: [], formerKeys: [], extends: targets }
    records.set(name, paper)
    return paper
  }
  return ({ entries, curated, venues }) => {
    const groups = new Map<string, Entry[]>()
    for (const entry of entries) {
      if (entry.kind !== 'paper') continue
      const key = identity.keyOf(entry)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [entry])
      else group.push(entry)
    }
    const papers = [...groups].map(([key, group]) => {
      return paperOf(
        key,
        group,
        [...(identity.extensions.get(key) ?? [])].filter((target) => groups.has(target)),
      )
    })
    return stateOf(linkStatements(papers, entries, curated, venues), papers)
  }
}

function stateOf(
  { nodes: statements, edges }: ReturnType<typeof linkStatements>,
  papers: readonly Paper[],
): FieldState {
  const byKey = new Map(papers.map((paper) => [paper.key, paper]))
  const nodes = new Map<string, NodeState>()
  const others: NodeStatement[] = []
  for (const statement of statements) {
    const paper = byKey.get(statement.key)
    if (paper === undefined) others.push(statement)
    else nodes.set(statement.key, paperState(statement, placesOf(paper)))
  }
  for (const [key, group] of groupByKey(others)) {
    const label = mostFrequent(group.map(({ attributes }) => attributes.label))
    nodes.set(key, { kind: group[0]?.kind ?? 'paper', label, fields: { label } })
  }
  const keys = new Set<string>()
  for (const { source, kind, target } of edges) {
    if (source !== target && nodes.has(source) && nodes.has(target)) keys.add(keyOfEdge(source, kind, target))
  }
  return { nodes, edges: keys }
}

function keyOfEdge(source: string, kind: Parameters<typeof edgeKey>[1], target: string): EdgeKey {
  return edgeKey(source as NodeKey, kind, target as NodeKey)
}

function groupByKey(statements: readonly NodeStatement[]): ReadonlyMap<string, readonly NodeStatement[]> {
  const groups = new Map<string, NodeStatement[]>()
  for (const statement of statements) {
    const group = groups.get(statement.key)
    if (group === undefined) groups.set(statement.key, [statement])
    else group.push(statement)
  }
  return groups
}

type Places = Pick<NodeState['fields'], 'sections' | 'lists'>

/** The headings under which a paper stands, and the lists. */
const placesOf = oncePer(({ entries }: Paper): Places => {
  const sections = entries.map((entry) => entry.sections.map(({ title }) => title).join(' › '))
  return {
    sections: distinct(sections.filter((section) => section !== '')),
    lists: distinct(entries.map(({ source }) => source)),
  }
})

/** What can change of a paper. A paper that says the same in several versions has one statement and one state. */
function paperState(statement: NodeStatement, places: Places): NodeState {
  const known = paperStates.get(statement)
  if (known !== undefined) return known
  const state = describePaper(statement, places)
  paperStates.set(statement, state)
  return state
}

const paperStates = new WeakMap<NodeStatement, NodeState>()

function describePaper({ attributes }: NodeStatement, places: Places): NodeState {
  const { kind, label } = attributes
  if (attributes.kind !== 'paper') return { kind, label, fields: { label } }
  const { year, venue, authors, importance, mandatory, identifiers, links } = attributes
  return {
    kind,
    label,
    identifiers,
    fields: {
      label,
      ...(year === undefined ? {} : { year }),
      ...(venue === undefined ? {} : { venue }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(importance === undefined ? {} : { importance }),
      ...(mandatory === undefined ? {} : { mandatory }),
      identifiers: distinct(Object.entries(identifiers).map(([scheme, id]) => `${scheme}:${id}`)),
      links: distinct(links.map(({ rel, url }) => `${rel} ${url}`)),
      ...places,
    },
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnits)
}

function mostFrequent(labels: readonly string[]): string {
  const [only = ''] = labels
  if (labels.length < 2) return only
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodeUnits(a, b))[0]?.[0] ?? ''
}
