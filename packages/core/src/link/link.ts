import { byCodeUnits, type Finding, type Mention, nodeKey, type PaperLink, slug } from '@fieldmap/graph'
import type { Vocabulary } from '../curated/vocabulary.ts'
import type { Entry } from '../extract/entry.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Merge, Paper } from '../resolve/paper.ts'
import { type Linked, linkAuthors, linkOrganizations, linkRepositories, linkVenue } from './link-entries.ts'
import { linkTasks } from './link-tasks.ts'
import { similarNames } from './similar-names.ts'
import type { EdgeStatement, NodeStatement, Statements } from './statement.ts'

export interface LinkedField extends Statements {
  readonly findings: readonly Finding[]
}

/**
 * Turns papers, challenges and tools into statements about nodes and edges, each with the words that it rests on.
 * Linear in the entries.
 */
export function link(
  papers: readonly Paper[],
  entries: readonly Entry[],
  vocabulary: Vocabulary,
  venues: VenueIndex,
): LinkedField {
  const nodes: NodeStatement[] = []
  const edges: EdgeStatement[] = []
  const add = (linked: readonly Linked[]): void => {
    for (const { node, edge } of linked) {
      nodes.push(node)
      edges.push(edge)
    }
  }
  for (const paper of papers) {
    nodes.push(paperNode(paper))
    for (const entry of paper.entries) {
      add(linkVenue(paper.key, 'published_in', entry))
      add(linkRepositories(paper.key, 'implemented_in', entry.links))
      add(linkAuthors(paper.key, entry.authors))
      add(linkOrganizations(paper.key, entry.organizations, vocabulary.organizations))
    }
    for (const target of paper.extends)
      edges.push({
        source: paper.key,
        kind: 'extends',
        target,
        evidence: paper.entries.map((entry) => ({ ...entry.title.evidence, rule: 'resolve/journal-extension' })),
      })
  }
  const products = entries
    .filter((entry) => entry.kind !== 'paper')
    .toSorted((a, b) => byCodeUnits(a.source, b.source) || a.line - b.line)
  const paperOf = papersByEntry(papers)
  const described = new Map<Entry, Entry[]>()
  for (const entry of entries) {
    if (entry.describes !== undefined)
      described.set(entry.describes, [...(described.get(entry.describes) ?? []), entry])
  }
  for (const entry of products) {
    const node = productNode(entry)
    nodes.push(node)
    add(linkRepositories(node.key, 'provided_by', entry.links))
    if (entry.kind === 'challenge') add(linkVenue(node.key, 'held_at', entry))
    for (const paper of described.get(entry) ?? []) edges.push(describedIn(node.key, paper, paperOf))
  }
  const challenges = products.filter(({ kind }) => kind === 'challenge')
  const tasks = linkTasks(
    papers,
    challenges,
    challenges.map((entry) => productNode(entry).key),
    vocabulary.tasks,
    venues,
  )
  nodes.push(...tasks.nodes)
  edges.push(...tasks.edges)
  return { nodes, edges, findings: [...unknownVenues(nodes), ...similarNames(nodes), ...sharedSites(products)] }
}

function paperNode(paper: Paper): NodeStatement {
  const { entries } = paper
  const importance = Math.max(0, ...entries.map((entry) => entry.importance?.value ?? 0))
  const mandatory = entries.some((entry) => entry.mandatory !== undefined)
  const authors = entries
    .map((entry) => entry.authors.map(({ value }) => value))
    .reduce((best, names) => (names.length > best.length ? names : best), [])
  return {
    key: paper.key,
    kind: 'paper',
    attributes: {
      kind: 'paper',
      label: paper.label,
      ...(paper.formerKeys.length === 0 ? {} : { formerKeys: [...paper.formerKeys] }),
      ...(paper.year === undefined ? {} : { year: paper.year }),
      ...(paper.yearBasis === undefined ? {} : { yearBasis: paper.yearBasis }),
      ...(paper.venue === undefined ? {} : { venue: paper.venue.name }),
      authors,
      ...(importance === 0 ? {} : { importance }),
      ...(mandatory ? { mandatory: true } : {}),
      identifiers: paper.identifiers,
      links: linksOf(entries),
      versions: [...paper.versions],
    },
    mentions: [...entries.flatMap(mentionsOf), ...paper.merges.flatMap(mergeMentions)],
  }
}

/** Where an entry names its paper, and where it states year, stars and trophy, with the headings above. */
function mentionsOf(entry: Entry): Mention[] {
  const section = entry.sections.map(({ title }) => title)
  const stated = [entry.title, entry.year, entry.importance, entry.mandatory]
  return stated.flatMap((statement) =>
    statement === undefined ? [] : [{ ...statement.evidence, ...(section.length === 0 ? {} : { section }) }],
  )
}

/** Why entries are one paper: the rule, said of the words in both. */
function mergeMentions({ rule, a, b }: Merge): Mention[] {
  return [a, b].map((entry) => ({ ...entry.title.evidence, rule }))
}

/** Links that lead somewhere safe; one role and address once. */
function linksOf(entries: readonly Entry[]): PaperLink[] {
  const links = new Map<string, PaperLink>()
  for (const { links: stated } of entries) {
    for (const { rel, label, url } of stated) {
      const key = `${rel} ${url}`
      if (/^(?:https?:|mailto:)/i.test(url) && !links.has(key)) links.set(key, { rel, label, url })
    }
  }
  return [...links.values()]
}

function productNode(entry: Entry): NodeStatement {
  const { kind, title, years } = entry
  const edition = /\((\d+(?:st|nd|rd|th))\)/.exec(title.value)?.[1]
  const links = linksOf([entry])
  const section = entry.sections.map((inner) => inner.title)
  const mentions = [{ ...title.evidence, section }]
  const key = nodeKey(kind, slug(title.value) || `line-${entry.line}`)
  if (kind === 'tool') return { key, kind, attributes: { kind: 'tool' as const, label: title.value, links }, mentions }
  const attributes = {
    kind: 'challenge' as const,
    label: title.value,
    ...(years === undefined ? {} : { years: years.value }),
    ...(edition === undefined ? {} : { edition }),
    links,
  }
  return { key, kind, attributes: attributes, mentions }
}

function papersByEntry(papers: readonly Paper[]): ReadonlyMap<Entry, string> {
  return new Map(papers.flatMap(({ key, entries }) => entries.map((entry) => [entry, key] as const)))
}

/** A tool or challenge is described in the paper whose title stands in its row. */
function describedIn(source: string, entry: Entry, paperOf: ReadonlyMap<Entry, string>): EdgeStatement {
  return {
    source,
    kind: 'described_in',
    target: paperOf.get(entry) ?? '',
    evidence: [{ ...entry.title.evidence, rule: 'link/row' }],
  }
}

function unknownVenues(nodes: readonly NodeStatement[]): Finding[] {
  const first = new Map<string, NodeStatement>()
  for (const node of nodes) {
    if (node.kind === 'venue' && node.mentions[0]?.rule === 'link/venue-form' && !first.has(node.key))
      first.set(node.key, node)
  }
  return [...first.values()].flatMap(({ attributes, mentions: [mention] }) =>
    mention === undefined
      ? []
      : [
          {
            rule: 'link/unknown-venue',
            severity: 'info' as const,
            source: mention.source,
            line: mention.line,
            column: 1,
            message: `The venue "${attributes.label}" is not known; it was recognised by its form.`,
            hint: 'Add it to a vocabulary file venues.csv with its full name and other spellings.',
          },
        ],
  )
}

/** One page for two editions of a challenge is often a copied row. */
function sharedSites(products: readonly Entry[]): Finding[] {
  const seen = new Map<string, Entry>()
  return products.flatMap((entry) =>
    entry.links.flatMap(({ rel, url, evidence }): Finding[] => {
      const other = rel === 'project' && url !== '' ? seen.get(url) : undefined
      if (rel === 'project' && other === undefined) seen.set(url, entry)
      if (other === undefined || other === entry) return []
      return [
        {
          rule: 'link/shared-address',
          severity: 'warning',
          source: evidence.source,
          line: evidence.line,
          column: 1,
          message: `"${entry.title.value}" has the address of "${other.title.value}" (line ${other.line}).`,
          hint: 'One of the two is probably a copy: look which the address shows.',
        },
      ]
    }),
  )
}
