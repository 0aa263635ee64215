import {
  datasetUse,
  type FieldMap,
  type NodeKind,
  type PaperFilter,
  parseYears,
  pathsBetween,
  type TourQuestion,
  whereToStart,
} from '@fieldmap/graph'
import { STATE_LIMITS } from '../limit-state.ts'
import { questionIndex } from '../question-index.ts'
import { questionFilter } from '../questions.ts'
import { DEFAULT_STATE, DEPTHS, type Filters, HIDEABLE_KINDS, NO_FILTERS, type ViewState } from '../state.ts'
import type { NodeNames } from './node-names.ts'
import { StepError } from './step-problem.ts'
import { type TourSet, tourSet } from './tour-set.ts'

/** Nodes that `search`, `datasets` and `start` choose unless `--limit` says otherwise: more than a slide can name. */
const FOUND = 12
const COMMONEST = 3
const BEGINNINGS = 5

/** Of what papers that share datasets can be asked. */
const ASKED: readonly NodeKind[] = ['paper', 'dataset', 'challenge']

/**
 * The view that answers a question: the node with what it is connected to, the papers that share datasets, two regions and
 * what lies between them, the nodes of a path. `--task --venue --year --with-code --tier` narrow the map.
 *
 * @throws {StepError} where the question names what is not there, or what no view shows.
 */
export function resolveQuestion(names: NodeNames, map: FieldMap, question: TourQuestion): ViewState {
  const { command, operands } = question
  const filters = filtersOf(names, question)
  const state: ViewState = { ...DEFAULT_STATE, filters, pretraining: question.flags.pretraining !== undefined }
  switch (command) {
    case 'show':
      return { ...state, selection: [names.find(words(question, 'a name'))] }
    case 'neighbors':
      return { ...state, selection: [names.find(words(question, 'a name'))], depth: depthOf(question) }
    case 'search':
      return { ...state, selection: hits(names, words(question, 'words'), limitOf(question, FOUND)) }
    case 'shared':
      return { ...state, lens: 'shared', ...shared(names, question) }
    case 'between': {
      const [a, b] = exactly(operands, 2, 'between takes two sets').map((operand) => shownSet(names, map, operand))
      return { ...state, ...(a && b ? chosen([a, b]) : {}) }
    }
    case 'path': {
      const [from = '', to = ''] = exactly(operands, 2, 'path takes two names').map((operand) => names.find(operand))
      return { ...state, selection: pathOf(names, from, to, state) }
    }
    case 'start':
      return beginnings(names, map, question, state)
    case 'brief':
      if (operands.length === 0) return state
      return { ...state, ...chosen([shownSet(names, map, operands.join(' '))]) }
    case 'datasets':
      return commonest(names, map, question, state)
    default:
      throw new StepError('question', `no question is called “${command}”`, 'see fieldmap --help')
  }
}

function words({ command, operands }: TourQuestion, what: string): string {
  const text = operands.join(' ').trim()
  if (text !== '') return text
  throw new StepError('question', `${command} needs ${what}`, `write it behind ${command}:`)
}

function exactly(operands: readonly string[], count: number, message: string): readonly string[] {
  if (operands.length === count) return operands
  throw new StepError('question', `${message}, not ${operands.length}`, 'put names with blanks in quotation marks')
}

function shownSet(names: NodeNames, map: FieldMap, operand: string): TourSet {
  const set = tourSet(names, map, operand)
  if (set.id !== '') return set
  throw new StepError(
    'not-shown',
    `no region of the map stands for ${operand}`,
    'ask for one year, or narrow with --year',
  )
}

/** Regions in their grouping, else nodes. */
function chosen(sets: readonly TourSet[]): Pick<ViewState, 'grouping' | 'selection'> {
  const grouping = sets.find((set) => set.grouping !== undefined)?.grouping ?? DEFAULT_STATE.grouping
  return { grouping, selection: sets.map(({ id }) => id) }
}

function shared(names: NodeNames, { operands, flags }: TourQuestion): Partial<ViewState> {
  const selection = operands.map((operand) => names.find(operand, ASKED))
  const not = (flags.not ?? []).map((operand) => names.find(operand, ['dataset']))
  const datasets = selection.filter((key) => names.graph.getNodeAttribute(key, 'kind') === 'dataset')
  const isOfDatasets = datasets.length === selection.length && datasets.length > 0
  if (!isOfDatasets && (selection.length !== 1 || not.length > 0))
    throw new StepError(
      'question',
      'shared takes one paper, or datasets',
      'put a title in quotation marks; --not is for datasets',
    )
  return { selection, not, match: flags.any === undefined ? 'all' : 'any' }
}

function hits(names: NodeNames, text: string, limit: number): readonly string[] {
  const found = names.search(text).slice(0, limit)
  if (found.length > 0) return found.map(({ key }) => key)
  throw new StepError('missing-node', `nothing holds “${text}”`, 'search with fewer words')
}

function pathOf({ graph }: NodeNames, from: string, to: string, state: ViewState): readonly string[] {
  const [path] = pathsBetween(questionIndex(graph), from, to, {
    filter: questionFilter(graph, state),
    limit: 1,
  }).answers
  if (path !== undefined) return [from, ...path.steps.map((step) => step.to.key)]
  const [a, b] = [from, to].map((key) => graph.getNodeAttribute(key, 'label'))
  throw new StepError('missing-node', `nothing that is known connects ${a} and ${b}`, 'show one of them by itself')
}

/** The papers of a set to begin with, by themselves. */
function beginnings(names: NodeNames, map: FieldMap, question: TourQuestion, state: ViewState): ViewState {
  const filter = papersOf(names, state, namedSet(names, map, question))
  const { answers } = whereToStart(questionIndex(names.graph), { filter, limit: limitOf(question, BEGINNINGS) })
  if (answers.length === 0)
    throw new StepError('missing-node', 'no paper of this set has a reason to begin with it', 'show something else')
  const hidden = HIDEABLE_KINDS // what papers are connected to says nothing of where to begin
  return { ...state, filters: { ...state.filters, hidden }, selection: answers.map(({ key }) => key) }
}

/** The datasets that most papers of a set are known to use, and those papers. */
function commonest(names: NodeNames, map: FieldMap, question: TourQuestion, state: ViewState): ViewState {
  const set = namedSet(names, map, question)
  if (set !== undefined && set.filters === undefined)
    throw new StepError(
      'not-shown',
      `no filter of the map holds ${question.operands.join(' ')}`,
      'ask for the datasets of a task, venue or year',
    )
  const filter = papersOf(names, state, set)
  const limit = limitOf(question, COMMONEST)
  const selection = datasetUse(questionIndex(names.graph), { filter, limit }).answers.map(({ key }) => key)
  if (selection.length === 0)
    throw new StepError('missing-node', 'nothing is known of the datasets of these papers', 'show something else')
  return {
    ...state,
    filters: joined(state.filters, set?.filters ?? NO_FILTERS),
    selection,
    lens: 'shared',
    match: 'any',
  }
}

function namedSet(names: NodeNames, map: FieldMap, { operands }: TourQuestion): TourSet | undefined {
  return operands.length === 0 ? undefined : tourSet(names, map, operands.join(' '))
}

/** The papers of a set that the filters of a state let through, as the command counts them. */
function papersOf({ graph }: NodeNames, state: ViewState, set: TourSet | undefined): PaperFilter {
  const within = questionFilter(graph, state)
  if (set === undefined) return within
  const { tier, pretraining } = within
  return { ...set.papers, ...(tier && { tier }), ...(pretraining && { pretraining }), within }
}

/** Both filters: what is open in the one, the other says. */
function joined(a: Filters, b: Filters): Filters {
  return {
    ...a,
    from: b.from ?? a.from,
    to: b.to ?? a.to,
    tasks: b.tasks.length > 0 ? b.tasks : a.tasks,
    venues: b.venues.length > 0 ? b.venues : a.venues,
  }
}

function filtersOf(names: NodeNames, { flags }: TourQuestion): Filters {
  for (const name of ['community', 'dataset', 'list'])
    if (flags[name] !== undefined)
      throw new StepError(
        'not-shown',
        `the map has no filter for --${name}`,
        'narrow with --task, --venue, --year, --with-code or --tier',
      )
  const year = flags.year?.at(-1)
  const years = year === undefined ? undefined : parseYears(year)
  if (year !== undefined && years === undefined)
    throw new StepError('question', `“${year}” is no range of years`, 'write 2021, 2020..2022, 2020.. or ..2022')
  const tier = flags.tier?.at(-1)
  if (tier !== undefined && tier !== 'A' && tier !== 'B' && tier !== 'C')
    throw new StepError('question', `--tier takes A, B or C, not “${tier}”`, 'B counts evidence of tier A and B')
  return {
    ...NO_FILTERS,
    code: flags['with-code'] !== undefined,
    from: years?.from ?? null,
    to: years?.to ?? null,
    tasks: (flags.task ?? []).map((operand) => names.find(operand, ['task'])),
    venues: (flags.venue ?? []).map((operand) => names.find(operand, ['venue'])),
    tier: tier ?? null,
  }
}

function depthOf({ flags }: TourQuestion): ViewState['depth'] {
  const text = flags.depth?.at(-1) ?? '1'
  const depth = DEPTHS.find((known) => String(known) === text)
  if (depth !== undefined) return depth
  throw new StepError('question', `--depth takes 1, 2 or 3, not “${text}”`, 'leave it out for 1')
}

function limitOf({ flags }: TourQuestion, fallback: number): number {
  const text = flags.limit?.at(-1)
  if (text === undefined) return fallback
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, STATE_LIMITS.selection)
  throw new StepError('question', `--limit takes a number from 1 on, not “${text}”`, `leave it out for ${fallback}`)
}
