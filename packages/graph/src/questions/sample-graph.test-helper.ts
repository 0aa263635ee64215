import type { DatasetRole, Evidence, Tier } from '../evidence.ts'
import { createFieldGraph, type EdgeAttributes, type FieldGraph, type PaperAttributes } from '../field-graph.ts'
import { edgeKey, nodeKey } from '../keys.ts'
import type { EdgeKind, NodeKind } from '../kinds.ts'
import { slug } from '../slug.ts'

/** How a paper uses a dataset: name, then role and tier; an exclamation mark introduces it. */
export interface SampleUse {
  readonly dataset: string
  readonly role?: DatasetRole
  readonly tier?: Tier
  readonly introduces?: true
}

export interface SamplePaper extends Partial<Pick<PaperAttributes, 'year' | 'importance' | 'mandatory' | 'links'>> {
  readonly title: string
  readonly tasks?: readonly string[]
  readonly uses?: readonly (string | SampleUse)[]
  readonly authors?: readonly string[]
  readonly venue?: string
  /** `owner/name`, with the sub-folder after a `#`. */
  readonly repositories?: readonly string[]
  readonly source?: string
}

export interface SampleField {
  readonly papers: readonly SamplePaper[]
  /** Topic by name of dataset. */
  readonly topics?: Readonly<Record<string, string>>
  /** Narrower task, broader task. */
  readonly broader?: readonly (readonly [string, string])[]
  /** Challenges and the datasets that they use. */
  readonly challenges?: Readonly<Record<string, readonly string[]>>
}

/** A graph of a small field, from names. For tests and benches. */
export function sampleGraph({ papers, topics = {}, broader = [], challenges = {} }: SampleField): FieldGraph {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'A field', sources: [] })
  const mentions = [says('list.md', 1, 'extract/sample')]
  const nodes = new Map<string, ReturnType<typeof nodeKey>>()
  const node = (kind: Exclude<NodeKind, 'paper' | 'tool'>, label: string): ReturnType<typeof nodeKey> => {
    const id = `${kind} ${label}`
    const old = nodes.get(id)
    if (old !== undefined) return old
    const key = nodeKey(kind, kind === 'repository' ? `github.com/${label}` : slug(label))
    nodes.set(id, key)
    const topic = topics[label]
    if (kind === 'venue') graph.addNode(key, { kind, label, mentions, name: label, form: 'conference' })
    else if (kind === 'repository') graph.addNode(key, { kind, label, mentions, url: `https://github.com/${label}` })
    else if (kind === 'challenge') graph.addNode(key, { kind, label, mentions, links: [] })
    else if (kind === 'dataset')
      graph.addNode(key, { kind, label, mentions, ...(topic === undefined ? {} : { topic }) })
    else graph.addNode(key, { kind, label, mentions })
    return key
  }
  const join = (
    from: ReturnType<typeof nodeKey>,
    kind: EdgeKind,
    to: ReturnType<typeof nodeKey>,
    more: Partial<EdgeAttributes> = {},
  ): void => {
    const attributes = { kind, evidence: [says('list.md', 1, 'link/sample')], ...more }
    const key = edgeKey(from, kind, to)
    if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, from, to, attributes)
    else graph.updateEdgeAttribute(key, 'evidence', (old = []) => [...old, ...attributes.evidence])
  }
  papers.forEach((paper, i) => {
    const { title, year, importance, mandatory, venue, source = 'list.md' } = paper
    const key = nodeKey('paper', slug(title))
    graph.addNode(key, {
      kind: 'paper',
      label: title,
      mentions: [says(source, i + 1, 'extract/sample')],
      authors: [...(paper.authors ?? [])],
      identifiers: {},
      links: [...(paper.links ?? [])],
      versions: [],
      ...(year === undefined ? {} : { year }),
      ...(venue === undefined ? {} : { venue }),
      ...(importance === undefined ? {} : { importance }),
      ...(mandatory === undefined ? {} : { mandatory }),
    })
    for (const task of paper.tasks ?? []) join(key, 'addresses', node('task', task))
    for (const author of paper.authors ?? []) join(key, 'written_by', node('author', author))
    if (venue !== undefined) join(key, 'published_in', node('venue', venue))
    for (const repository of paper.repositories ?? []) {
      const [name = '', path] = repository.split('#')
      join(key, 'implemented_in', node('repository', name), path === undefined ? {} : { path })
    }
    for (const use of paper.uses ?? []) {
      const { dataset, role, tier, introduces } = typeof use === 'string' ? { dataset: use } : use
      const said: Evidence = {
        ...says('evidence.csv', i + 2, 'evidence/row', dataset),
        ...(role === undefined ? {} : { role }),
        ...(tier === undefined ? {} : { tier }),
      }
      join(key, introduces === true ? 'introduces' : 'uses', node('dataset', dataset), { evidence: [said] })
    }
  })
  for (const [narrower, wider] of broader) join(node('task', narrower), 'broader', node('task', wider))
  for (const [name, datasets] of Object.entries(challenges)) {
    for (const dataset of datasets) join(node('challenge', name), 'uses', node('dataset', dataset))
  }
  return graph
}

function says(source: string, line: number, rule: string, quote = 'sample'): Evidence {
  return { source, line, quote, rule }
}
