import {
  createFieldGraph,
  type EdgeKind,
  edgeKey,
  type FieldGraph,
  type NodeAttributes,
  nodeKey,
  slug,
} from '@fieldmap/graph'
import { createRng, hash32, type Rng } from './rng.ts'

/** A paper of a small field, for tests and benches: names, not keys. */
export interface SamplePaper {
  readonly title: string
  readonly tasks?: readonly string[]
  /** Tasks that only the title speaks of. */
  readonly titleTasks?: readonly string[]
  readonly datasets?: readonly string[]
  readonly authors?: readonly string[]
  /** `owner/name`, with the sub-folder after a `#`. */
  readonly repository?: string
  readonly venue?: string
  readonly year?: number
}

/** A graph of some papers and what they name, nodes and edges in the order given. For tests and benches. */
export function sampleField(papers: readonly SamplePaper[]): FieldGraph {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'A field', sources: [] })
  for (const paper of papers) addPaper(graph, paper)
  return graph
}

const evidence = (rule: string): { source: string; line: number; quote: string; rule: string }[] => [
  { source: 'list.md', line: 1, quote: '…', rule },
]
const mentions = evidence('extract/sample')

function addPaper(graph: FieldGraph, paper: SamplePaper): void {
  const key = nodeKey('paper', slug(paper.title))
  const { title, year, venue } = paper
  graph.mergeNode(key, {
    kind: 'paper',
    label: title,
    mentions,
    authors: [...(paper.authors ?? [])],
    identifiers: {},
    links: [],
    versions: [],
    ...(year === undefined ? {} : { year }),
    ...(venue === undefined ? {} : { venue }),
  })
  const join = (kind: EdgeKind, target: NodeAttributes, rule = 'link/sample', path?: string): void => {
    const other = nodeKey(target.kind, slug(target.label))
    graph.mergeNode(other, target)
    const attributes = { kind, evidence: evidence(rule), ...(path === undefined ? {} : { path }) }
    graph.mergeEdgeWithKey(edgeKey(key, kind, other), key, other, attributes)
  }
  for (const label of paper.tasks ?? []) join('addresses', { kind: 'task', label, mentions }, 'link/section-task')
  for (const label of paper.titleTasks ?? []) join('addresses', { kind: 'task', label, mentions }, 'link/title-task')
  for (const label of paper.datasets ?? []) join('uses', { kind: 'dataset', label, mentions })
  for (const label of paper.authors ?? []) join('written_by', { kind: 'author', label, mentions })
  if (venue !== undefined) {
    join('published_in', { kind: 'venue', label: venue, name: venue, form: 'conference', mentions })
  }
  if (paper.repository !== undefined) {
    const [label = '', path] = paper.repository.split('#')
    join(
      'implemented_in',
      { kind: 'repository', label, url: `https://example.org/${label}`, mentions },
      undefined,
      path,
    )
  }
}

/**
 * Papers of a made-up field: as many tasks as the root of papers, of very different sizes, with words, datasets and authors
 * that are mostly their own; one paper in ten names no task; years 2008–2023. A larger field is another field: take a
 * slice to compare. A function of the arguments alone. For tests and benches.
 *
 * @param count papers, integer ≥ 0.
 */
export function samplePapers(count: number, rngSeed = 1): readonly SamplePaper[] {
  const rng = createRng(hash32(`field ${rngSeed}`))
  const tasks = Math.max(3, Math.round(Math.sqrt(count)))
  return Array.from({ length: count }, (_, i) => {
    const task = below(tasks, rng() * rng(), 0)
    // A third of what a paper names belongs elsewhere: real fields are no set of islands.
    const here = (): number => (rng() < 0.2 ? below(tasks, rng() * rng(), 0) : task)
    const local = (kind: string, size: number): string => `${kind} ${here()}-${below(size, rng(), 0)}`
    const words = [nameWord(here(), 0), nameWord(here(), 1 + below(6, rng(), 0)), nameWord(-1, below(40, rng(), 0))]
    return {
      title: `${capital(nameWord(i, 9))}: ${words.join(' ')}`,
      tasks: rng() < 0.1 ? [] : [`${capital(nameWord(task, 0))} ${nameWord(task, 1)}`],
      datasets: rng() < 0.4 ? [local('Dataset', 4)] : [],
      authors: [local('Author', 12), local('Author', 40), `Author ${below(count, rng(), 0)}`],
      venue: `Venue ${below(Math.max(4, Math.round(tasks / 2)), rng() * rng(), 0)}`,
      year: 2023 - below(16, rng() * rng(), 0),
    }
  })
}

function below(limit: number, share: number, from: number): number {
  return from + Math.floor(share * limit)
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu', 'wa']

/** A word that stands for a pair of numbers. */
function nameWord(a: number, b: number): string {
  const rng: Rng = createRng(hash32(`${a} ${b}`))
  return Array.from({ length: 4 }, () => SYLLABLES[below(SYLLABLES.length, rng(), 0)]).join('')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The same things in an order drawn from `rng`. */
export function shuffle<T>(things: readonly T[], rng: Rng): readonly T[] {
  return things
    .map((thing) => ({ thing, at: rng() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}
