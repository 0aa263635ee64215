import {
  type FieldGraph,
  type FieldMap,
  type Finding,
  type ScriptStep,
  type SearchIndex,
  TOUR_FORMAT,
  TOUR_VERSION,
  type Tour,
  type TourScript,
  type TourStep,
} from '@fieldmap/graph'
import { identifiersOf } from '../follow.ts'
import { writeHash } from '../permalink.ts'
import type { ViewState } from '../state.ts'
import { lazySearchIndex, NodeNames } from './node-names.ts'
import { resolvePermalink } from './resolve-permalink.ts'
import { resolveQuestion } from './resolve-question.ts'
import { StepError, type StepProblem } from './step-problem.ts'

/** What a step of a tour gets wrong. */
export interface TourFinding extends Finding {
  /** Id of the step, and its title. */
  readonly step: string
  readonly title: string
  /** Keys of the nodes that it may mean. */
  readonly candidates?: readonly string[]
}

/** A tour as it can be shown, and what was found on the way. */
export interface ResolvedTour {
  /** Steps that show something; a step with an error is left out unless something of it is left. */
  readonly tour: Tour
  readonly findings: readonly TourFinding[]
}

/**
 * Finds in a graph what the steps of a tour show: by key, former key, identifier and name, as permalinks and the command do.
 * Each step becomes a permalink that carries identifiers, so that the viewer, decks and pictures show the same. Never
 * throws; what cannot be shown is a finding at the step's line. Linear in the graph for each step that names something by
 * its words.
 */
export function resolveTour(graph: FieldGraph, map: FieldMap, script: TourScript): ResolvedTour {
  const identifierOf = identifiersOf(graph)
  const index = lazySearchIndex(graph)
  const steps: TourStep[] = []
  const findings: TourFinding[] = []
  for (const written of script.steps) {
    const { id, title, caption, notes, source, line, view } = written
    const { state, problems } = resolveStep(graph, map, index, written)
    const place = { step: id, title, source, line, column: 1 }
    findings.push(...problems.map((one) => ({ ...one, message: `step “${title}”: ${one.message}`, ...place })))
    if (state === undefined) continue
    const question = view.kind === 'question' ? { question: view.words } : {}
    const hash = writeHash({ ...state, step: null }, identifierOf)
    steps.push({ id, title, hash, ...question, caption, notes, source, line })
  }
  const title = script.title === '' ? graph.getAttribute('title') : script.title
  return { tour: { format: TOUR_FORMAT, version: TOUR_VERSION, title, steps }, findings }
}

function resolveStep(
  graph: FieldGraph,
  map: FieldMap,
  index: SearchIndex,
  { view }: ScriptStep,
): { readonly state?: ViewState; readonly problems: readonly StepProblem[] } {
  if (view.kind === 'permalink') return resolvePermalink(graph, map, view.hash)
  const names = new NodeNames(graph, index)
  try {
    return { state: resolveQuestion(names, map, view), problems: names.doubts }
  } catch (error) {
    if (error instanceof StepError) return { problems: [...names.doubts, error.problem] }
    throw error
  }
}
