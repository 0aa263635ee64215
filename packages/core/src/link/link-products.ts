import { byCodeUnits, type Evidence, type Finding, nodeKey } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import { oncePer } from '../memo.ts'
import type { Paper } from '../resolve/paper.ts'
import { type Linked, linkRepositories, linkVenue } from './link-entries.ts'
import { linksOf } from './links-of.ts'
import { slugOf } from './slug-of.ts'
import { type EdgeStatement, type NodeStatement, statedEdge } from './statement.ts'

/** A challenge or tool with the entry that names it. */
export interface Product {
  readonly entry: Entry
  readonly node: NodeStatement
}

/** The challenges and tools of the lists, in the order of their places. */
export function productsOf(entries: readonly Entry[]): readonly Product[] {
  return entries
    .filter((entry) => entry.kind !== 'paper')
    .toSorted((a, b) => byCodeUnits(a.source, b.source) || a.line - b.line)
    .map((entry) => ({ entry, node: productNode(entry) }))
}

/** What the row of a challenge or tool links: its code, the venue where it is held, the papers that describe it. */
export function linkProducts(
  products: readonly Product[],
  entries: readonly Entry[],
  papers: readonly Paper[],
): {
  readonly linked: readonly Linked[]
  readonly edges: readonly EdgeStatement[]
  readonly findings: readonly Finding[]
} {
  const paperOf = papersByEntry(papers)
  const described = new Map<Entry, Entry[]>()
  for (const entry of entries) {
    if (entry.describes !== undefined)
      described.set(entry.describes, [...(described.get(entry.describes) ?? []), entry])
  }
  return {
    linked: products.flatMap(({ entry }) => linkedBy(entry)),
    edges: products.flatMap(({ entry, node }) =>
      (described.get(entry) ?? []).map((paper) => describedIn(node.key, paper, paperOf)),
    ),
    findings: sharedSites(products.map(({ entry }) => entry)),
  }
}

const linkedBy = oncePer((entry: Entry): readonly Linked[] => {
  const { key } = productNode(entry)
  return [
    ...linkRepositories(key, 'provided_by', entry.links),
    ...(entry.kind === 'challenge' ? linkVenue(key, 'held_at', entry) : []),
  ]
})

const productNode = oncePer((entry: Entry): NodeStatement => {
  const { kind, title, years } = entry
  const edition = /\((\d+(?:st|nd|rd|th))\)/.exec(title.value)?.[1]
  const links = linksOf([entry])
  const section = entry.sections.map((inner) => inner.title)
  const mentions = [{ ...title.evidence, section }]
  const key = nodeKey(kind, slugOf(title.value) || `line-${entry.line}`)
  if (kind === 'tool') return { key, kind, attributes: { kind: 'tool' as const, label: title.value, links }, mentions }
  const attributes = {
    kind: 'challenge' as const,
    label: title.value,
    ...(years === undefined ? {} : { years: years.value }),
    ...(edition === undefined ? {} : { edition }),
    links,
  }
  return { key, kind, attributes: attributes, mentions }
})

function papersByEntry(papers: readonly Paper[]): ReadonlyMap<Entry, string> {
  return new Map(papers.flatMap(({ key, entries }) => entries.map((entry) => [entry, key] as const)))
}

/** A tool or challenge is described in the paper whose title stands in its row. */
function describedIn(source: string, entry: Entry, paperOf: ReadonlyMap<Entry, string>): EdgeStatement {
  return statedEdge(rowOf(entry), source, 'described_in', paperOf.get(entry) ?? '')
}

const rowOf = oncePer(({ title }: Entry): Evidence => ({ ...title.evidence, rule: 'link/row' }))

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
