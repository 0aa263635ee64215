import type { Evidence } from '../evidence.ts'
import type { NodeKind } from '../kinds.ts'
import { choiceMask, countedEvidence, type EvidenceChoice } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import type { PaperSet } from './paper-filter.ts'

/** An evidence and the key of the node or edge that it is for. */
export interface CitedEvidence extends Evidence {
  readonly of: string
}

/** One answer; each question adds fields of its own. */
export interface Answer {
  readonly key: string
  readonly label: string
  readonly evidence: readonly CitedEvidence[]
}

/** Of how many of the papers in question some dataset evidence is known. The others are not known, never a no. */
export interface Coverage {
  readonly known: number
  readonly total: number
}

/** What the graph does not know, and how a curator can add it. */
export interface Hint {
  readonly missing: 'dataset-evidence' | 'datasets' | 'tasks' | 'importance' | 'authors' | 'years'
  readonly message: string
  readonly how: string
}

/** The answers to a question: the shape that every command prints with `--json`. */
export interface AnswerSet<A extends Answer, Q = Readonly<Record<string, unknown>>> {
  readonly question: Q
  /** Best first. */
  readonly answers: readonly A[]
  /** Number of all answers; more than `answers` holds where a limit was given. */
  readonly total: number
  readonly coverage: Coverage
  readonly hints: readonly Hint[]
}

/** A node by what people call it. */
export interface NodeName {
  readonly key: string
  readonly label: string
  readonly kind: NodeKind
}

export function nameOf({ graph }: FieldIndex, key: string): NodeName {
  const { kind, label } = graph.getNodeAttributes(key)
  return { key, kind, label }
}

/** How many papers of a set have dataset evidence at the chosen tier. */
export function coverageOf(index: FieldIndex, { has, size }: PaperSet, choice: EvidenceChoice): Coverage {
  const { known } = index.uses(choiceMask(choice))
  let count = 0
  for (let paper = 0; paper < has.length; paper++) count += (known[paper] ?? 0) & (has[paper] ?? 0)
  return { known: count, total: size }
}

/** The counted evidence of all edges that lead from one node to another: by key of the edge. */
export function evidenceBetween(
  { graph }: FieldIndex,
  source: string,
  target: string,
  mask: number,
): readonly CitedEvidence[] {
  return graph
    .outEdges(source, target)
    .sort()
    .flatMap((edge) => {
      const attributes = graph.getEdgeAttributes(edge)
      const isUse = attributes.kind === 'uses' || attributes.kind === 'introduces'
      const counted = isUse ? countedEvidence(attributes, mask) : attributes.evidence
      return counted.map((one) => ({ ...one, of: edge }))
    })
}

/** Where a node is mentioned. */
export function mentionsOf({ graph }: FieldIndex, key: string): readonly CitedEvidence[] {
  return graph.getNodeAttribute(key, 'mentions').map((mention) => ({ ...mention, of: key }))
}

/** Header of an evidence file. */
export const EVIDENCE_HEADER =
  'paper,dataset,relation,role,variant,tier,kind,source,path,commit,line,quote,official,note'

/** A line of an evidence file for a fact that a curator knows, to be filled in and pasted. */
export function evidenceLine(paper: string): string {
  return `${csvCell(paper)},DATASET,uses,evaluate,,A,note,ADDRESS,,,,"WORDS THAT STATE IT",,`
}

/** Hint for a paper of whose datasets nothing is known. */
export function unknownPaperHint(label: string): Hint {
  return {
    missing: 'dataset-evidence',
    message: `No dataset evidence is known for “${label}”: what it uses is not known.`,
    how: `Add a line to an evidence file (header: ${EVIDENCE_HEADER}), then build again:\n${evidenceLine(label)}`,
  }
}

/** Hint for a graph without any dataset evidence; none where there is some. */
export function noEvidenceHints(index: FieldIndex): readonly Hint[] {
  if (index.incidence('dataset').keys.length > 0) return []
  return [
    {
      missing: 'dataset-evidence',
      message: 'Nothing is known of the datasets that these papers use.',
      how: `Run fieldmap harvest to look into the linked code repositories, or write an evidence file (header: ${EVIDENCE_HEADER}) and name it in fieldmap.yml as a source of kind evidence.`,
    },
  ]
}

/** Hint for a graph without tasks; none where there are some. */
export function noTaskHints(index: FieldIndex): readonly Hint[] {
  if (index.incidence('task').keys.length > 0) return []
  return [
    {
      missing: 'tasks',
      message: 'No paper is under a task.',
      how: 'Put the papers under headings, or name tasks with their aliases in a vocabulary file tasks.csv.',
    },
  ]
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
