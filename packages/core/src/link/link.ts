import type { Finding } from '@fieldmap/graph'
import type { Curated } from '../curated/curated.ts'
import type { Terms } from '../curated/vocabulary.ts'
import type { Entry } from '../extract/entry.ts'
import { oncePer, oncePerLast } from '../memo.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import { createPaperFinder } from '../resolve/find-paper.ts'
import type { Paper } from '../resolve/paper.ts'
import { linkAbstracts } from './link-abstracts.ts'
import { createDatasetNodes, linkEvidence, linkRelations } from './link-datasets.ts'
import { type Linked, linkAuthors, linkOrganizations, linkRepositories, linkVenue } from './link-entries.ts'
import { linkIntroductions } from './link-introductions.ts'
import { linkProducts, type Product, productsOf } from './link-products.ts'
import { linkTasks } from './link-tasks.ts'
import { matchAuthors, matchBibliography, matchEvidence } from './match-subjects.ts'
import { paperNode } from './paper-node.ts'
import { similarNames } from './similar-names.ts'
import { slugOf } from './slug-of.ts'
import type { EdgeStatement, NodeStatement, Statements } from './statement.ts'
import { type Supplement, supplements } from './supplement.ts'

export interface LinkedField extends Statements {
  readonly findings: readonly Finding[]
}

/**
 * Turns papers, challenges and tools, and what curated files say of them, into statements about nodes and edges, each
 * with the words that it rests on. Linear in the entries and records.
 */
export function link(
  papers: readonly Paper[],
  entries: readonly Entry[],
  curated: Curated,
  venues: VenueIndex,
): LinkedField {
  return withDoubts(statementsOf(papers, entries, curated, venues, PLAIN))
}

/** {@link link} for versions that share papers: what is said of a paper is kept with it, and the same objects each time. */
export function linkVersion(
  papers: readonly Paper[],
  entries: readonly Entry[],
  curated: Curated,
  venues: VenueIndex,
): LinkedField {
  return withDoubts(linkStatements(papers, entries, curated, venues))
}

/** {@link linkVersion} without looking for names that may be mistakes. */
export function linkStatements(
  papers: readonly Paper[],
  entries: readonly Entry[],
  curated: Curated,
  venues: VenueIndex,
): LinkedField {
  return statementsOf(papers, entries, curated, venues, REMEMBERED)
}

function withDoubts({ nodes, edges, findings }: LinkedField): LinkedField {
  return { nodes, edges, findings: [...unknownVenues(nodes), ...similarNames(nodes), ...findings] }
}

function statementsOf(
  papers: readonly Paper[],
  entries: readonly Entry[],
  curated: Curated,
  venues: VenueIndex,
  says: PaperStatements,
): LinkedField {
  const products = productsOf(entries)
  const matched = matchCurated(papers, products, curated)
  const more = supplements(papers, matched.authors.found, matched.bibliography.found)
  const linked = papers.flatMap((paper) => {
    const supplement = more.get(paper.key)
    return [
      ...paper.entries.flatMap((entry) => says.stated(entry, paper.key, curated.vocabulary.organizations)),
      ...(supplement === undefined ? [] : says.authors(supplement, paper.key)),
    ]
  })
  const made = linkProducts(products, entries, papers)
  const challenges = products.filter(({ entry }) => entry.kind === 'challenge')
  const tasks = linkTasks(
    papers,
    challenges.map(({ entry }) => entry),
    challenges.map(({ node }) => node.key),
    curated.vocabulary.tasks,
    venues,
  )
  const datasets = linkDatasets(papers, matched, curated)
  const nodes: NodeStatement[] = [
    ...papers.map((paper) => says.node(paper, more.get(paper.key))),
    ...products.map(({ node }) => node),
    ...[...linked, ...made.linked].map(({ node }) => node),
    ...tasks.nodes,
    ...datasets.nodes,
  ]
  const edges: EdgeStatement[] = [
    ...[...linked, ...made.linked].map(({ edge }) => edge),
    ...papers.flatMap(says.extensions),
    ...made.edges,
    ...tasks.edges,
    ...datasets.edges,
  ]
  const findings = [
    ...made.findings,
    ...[matched.evidence, matched.authors, matched.bibliography, datasets].flatMap((part) => part.findings),
  ]
  return { nodes, edges, findings }
}

/** Finds what curated files are about. The finder is made only where they say something. */
function matchCurated(papers: readonly Paper[], products: readonly Product[], curated: Curated) {
  const { evidence, authors, bibliography } = curated
  const find =
    evidence.length + authors.length + bibliography.length === 0
      ? () => ({ status: 'missing' as const })
      : createPaperFinder(papers)
  return {
    evidence: matchEvidence(evidence, find, challengeNames(products)),
    authors: matchAuthors(authors, find),
    bibliography: matchBibliography(bibliography, find),
  }
}

/** Challenges by their names, with and without what stands in brackets behind. */
function challengeNames(products: readonly Product[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { entry, node } of products) {
    if (entry.kind !== 'challenge') continue
    const full = entry.title.value
    for (const name of [full, full.replace(/\s*\([^)]*\)\s*$/, '')]) {
      const id = slugOf(name)
      if (!names.has(id)) names.set(id, node.key)
    }
  }
  return names
}

/** What is said of a paper: by one of its entries, with a vocabulary of organizations, and by a supplement. */
interface PaperStatements {
  readonly stated: (entry: Entry, paper: string, organizations: Terms) => readonly Linked[]
  readonly authors: (more: Supplement, paper: string) => readonly Linked[]
  readonly node: (paper: Paper, more: Supplement | undefined) => NodeStatement
  readonly extensions: (paper: Paper) => readonly EdgeStatement[]
}

const PLAIN: PaperStatements = {
  stated: (entry, paper, organizations) => [
    ...linkVenue(paper, 'published_in', entry),
    ...linkRepositories(paper, 'implemented_in', entry.links),
    ...linkAuthors(paper, entry.authors),
    ...linkOrganizations(paper, entry.organizations, organizations),
  ],
  authors: ({ authors }, paper) => linkAuthors(paper, authors),
  node: paperNode,
  extensions: (paper) =>
    paper.extends.map((target) => ({
      source: paper.key,
      kind: 'extends',
      target,
      evidence: paper.entries.map((entry) => ({ ...entry.title.evidence, rule: 'resolve/journal-extension' })),
    })),
}

/** The same objects for the same entries and papers, by which later stages of other versions know them. */
const REMEMBERED: PaperStatements = {
  stated: oncePerLast(PLAIN.stated),
  authors: oncePerLast(PLAIN.authors),
  node: oncePerLast(PLAIN.node),
  extensions: oncePer(PLAIN.extensions),
}

function linkDatasets(
  papers: readonly Paper[],
  { evidence: { found }, bibliography }: ReturnType<typeof matchCurated>,
  { vocabulary, relations }: Curated,
): LinkedField {
  const datasets = createDatasetNodes(vocabulary.datasets)
  const introduced = new Map<string, string[]>()
  for (const { subject, statement } of found) {
    if (statement.relation === 'introduces')
      introduced.set(subject, [...(introduced.get(subject) ?? []), statement.dataset])
  }
  const evidenced = linkEvidence(found, datasets)
  const listed = linkIntroductions(papers, { terms: vocabulary.datasets, introduced }, datasets)
  const abstracts = linkAbstracts(bibliography.found, vocabulary.datasets, datasets)
  const related = linkRelations(relations, datasets)
  return {
    nodes: datasets.nodes(),
    edges: [...evidenced, ...listed.edges, ...abstracts, ...related],
    findings: [...datasets.findings(), ...listed.findings],
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
