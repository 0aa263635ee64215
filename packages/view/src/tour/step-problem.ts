import type { FieldGraph, Finding } from '@fieldmap/graph'

/** What is wrong with what a step shows; the step knows where. */
export type StepProblem = Pick<Finding, 'rule' | 'severity' | 'message' | 'hint'> & {
  /** Keys of nodes that may be meant instead. */
  readonly candidates?: readonly string[]
}

/** A step cannot be shown. Thrown while a step is resolved, and caught there. */
export class StepError extends Error {
  override readonly name = 'StepError'
  readonly problem: StepProblem

  constructor(rule: string, message: string, hint: string, candidates?: readonly string[]) {
    super(message)
    this.problem = { rule: `tour/${rule}`, severity: 'error', message, hint, ...(candidates && { candidates }) }
  }
}

/** Most candidates that a hint names. */
const NAMED = 4

/** Nodes with their names, as a hint says them. */
export function candidateNames(graph: FieldGraph, keys: readonly string[]): string {
  const named = keys.slice(0, NAMED).map((key) => `${key} (${graph.getNodeAttribute(key, 'label')})`)
  const more = keys.length - named.length
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}
