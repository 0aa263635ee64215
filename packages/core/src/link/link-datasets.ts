import { byCodeUnits, type Evidence, type Finding, nodeKey } from '@fieldmap/graph'
import type { DatasetStatement } from '../curated/evidence.ts'
import type { DatasetRelation } from '../curated/relations.ts'
import type { Terms } from '../curated/vocabulary.ts'
import { memoise, oncePer } from '../memo.ts'
import { slugOf } from './slug-of.ts'
import { type NodeStatement, type Statements, statedEdge } from './statement.ts'

/** Names of datasets as nodes. Each dataset that something is said of is described once. */
export interface DatasetNodes {
  /** The key of the dataset that a name means; `named` is where the name stands. Undefined for a name without letters. */
  readonly keyOf: (name: string, named: Evidence) => string | undefined
  readonly nodes: () => readonly NodeStatement[]
  readonly findings: () => readonly Finding[]
}

/**
 * Datasets by the vocabulary's names; a name that it lacks makes a dataset of its own, and a finding where an evidence
 * file holds it.
 */
export function createDatasetNodes(terms: Terms): DatasetNodes {
  const nodes = new Map<string, NodeStatement[]>()
  const unknown = new Map<string, Finding>()
  return {
    keyOf(name, named) {
      const term = terms.find(name)
      const id = slugOf(term?.id ?? name)
      if (id === '') return undefined
      const key = nodeKey('dataset', id)
      const known = nodes.get(key) ?? []
      if (term !== undefined) {
        if (known.length === 0) known.push(termNode(term))
      } else known.push(namedNode(named)(name))
      nodes.set(key, known)
      if (term === undefined && terms.all.length > 0 && named.rule === 'evidence/name' && !unknown.has(key))
        unknown.set(key, {
          rule: 'link/unknown-dataset',
          severity: 'info',
          source: named.source,
          line: named.line,
          column: 1,
          message: `The vocabulary has no dataset "${name}"; it is taken as it is written.`,
          hint: 'Add it to datasets.csv, or its spelling to the aliases of the dataset that it is.',
        })
      return key
    },
    nodes: () => [...nodes.values()].flat(),
    findings: () => [...unknown.values()],
  }
}

/** A dataset by the words of a text. */
const namedNode = oncePer((named: Evidence) =>
  memoise(
    (name): NodeStatement => ({
      key: nodeKey('dataset', slugOf(name)),
      kind: 'dataset',
      attributes: { kind: 'dataset', label: name },
      mentions: [named],
    }),
  ),
)

const termNode = oncePer((term: Terms['all'][number]): NodeStatement => {
  const { id, name, fullName, aliases, modality, topic, former, source, line } = term
  return {
    key: nodeKey('dataset', slugOf(id)),
    kind: 'dataset',
    attributes: {
      kind: 'dataset',
      label: name,
      ...(fullName === '' ? {} : { fullName }),
      ...(aliases.length === 0 ? {} : { aliases: [...aliases] }),
      ...(modality === undefined ? {} : { modality }),
      ...(topic === undefined ? {} : { topic }),
      ...(former.length === 0 ? {} : { formerKeys: former.map((id) => nodeKey('dataset', slugOf(id))) }),
    },
    mentions: [{ source, line, quote: name, rule: 'link/vocabulary' }],
  }
})

/** A statement of an evidence file whose subject was found in the graph. */
export interface SubjectStatement {
  readonly subject: string
  readonly statement: DatasetStatement
}

/** Edges to datasets as evidence files state them; statements of one pair and relation become one edge. */
export function linkEvidence(statements: readonly SubjectStatement[], datasets: DatasetNodes): Statements['edges'] {
  return statements.flatMap(({ subject, statement }) => {
    const target = datasets.keyOf(statement.dataset, statement.named)
    return target === undefined ? [] : [statedEdge(statement.evidence, subject, statement.relation, target)]
  })
}

/** Edges between datasets. */
export function linkRelations(relations: readonly DatasetRelation[], datasets: DatasetNodes): Statements['edges'] {
  return relations
    .toSorted((a, b) => byCodeUnits(a.evidence.source, b.evidence.source) || a.evidence.line - b.evidence.line)
    .flatMap((stated) => {
      const { dataset, other } = stated
      const named = namesOf(stated)
      const source = datasets.keyOf(dataset, named.dataset)
      const target = datasets.keyOf(other, named.other)
      return source === undefined || target === undefined || source === target
        ? []
        : [statedEdge(stated.evidence, source, stated.relation, target)]
    })
}

/** Where a relation names its datasets. */
const namesOf = oncePer(({ dataset, other, evidence }: DatasetRelation) => ({
  dataset: { ...evidence, quote: dataset, rule: 'relations/name' },
  other: { ...evidence, quote: other, rule: 'relations/name' },
}))
