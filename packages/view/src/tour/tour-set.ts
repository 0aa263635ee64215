import {
  type FieldMap,
  filterOfNode,
  fold,
  GROUPINGS,
  type GroupingName,
  type NodeKind,
  type PaperFilter,
  parseYears,
} from '@fieldmap/graph'
import { questionIndex } from '../question-index.ts'
import { type Filters, NO_FILTERS } from '../state.ts'
import type { NodeNames } from './node-names.ts'
import { StepError } from './step-problem.ts'

/** A set of papers as a state can show it. */
export interface TourSet {
  /** Id of a region of the grouping, else the key of a node. */
  readonly id: string
  readonly grouping?: GroupingName
  /** What narrows the map to these papers; none where no filter of the map does. */
  readonly filters?: Filters
  /** The papers, for a question. */
  readonly papers: PaperFilter
}

/** Where words of a title are also words of their names, these are meant. */
const SET_KINDS: readonly NodeKind[] = ['task', 'venue', 'dataset']

/**
 * The set that an operand means: `community:ID` by id or name, `year:2021`, else a node, which is a region where one stands
 * for it.
 *
 * @throws {StepError} where it means nothing, several things, or papers that no region holds.
 */
export function tourSet(names: NodeNames, map: FieldMap, words: string): TourSet {
  const [, scheme, rest = ''] = /^(community|year|list):(.+)$/.exec(words) ?? []
  switch (scheme) {
    case 'community': {
      const found =
        map.communities.find(({ id }) => id === rest) ?? map.communities.find(({ label }) => fold(label) === fold(rest))
      if (found !== undefined) return { id: found.id, grouping: 'community', papers: { joinedTo: found.members } }
      const known = map.communities.map(({ id, label }) => `${id} (${label})`).join(', ')
      throw new StepError(
        'missing-node',
        `the map has no community “${rest}”`,
        known === '' ? 'it has none' : `it has ${known}`,
      )
    }
    case 'year': {
      const years = parseYears(rest)
      if (years === undefined)
        throw new StepError('question', `“${rest}” is no range of years`, 'write 2021, 2020..2022, 2020.. or ..2022')
      const filters = { ...NO_FILTERS, from: years.from ?? null, to: years.to ?? null }
      return { ...regionIn(map, words, 'year'), filters, papers: { years } }
    }
    case 'list':
      throw new StepError(
        'not-shown',
        'the map cannot show the papers of one list',
        'ask for a task, venue, year or community',
      )
    default: {
      const key = names.find(words, undefined, SET_KINDS)
      const kind = names.graph.getNodeAttribute(key, 'kind')
      const filters = filtersOf(kind, key)
      const grouping = GROUPINGS.find((name) => map.groupings[name].regions.some(({ id }) => id === key))
      const papers = filterOfNode(questionIndex(names.graph), key)
      return { id: key, ...(grouping && { grouping }), ...(filters && { filters }), papers }
    }
  }
}

function filtersOf(kind: NodeKind, key: string): Filters | undefined {
  if (kind === 'task') return { ...NO_FILTERS, tasks: [key] }
  return kind === 'venue' ? { ...NO_FILTERS, venues: [key] } : undefined
}

function regionIn(map: FieldMap, id: string, grouping: GroupingName): Pick<TourSet, 'id' | 'grouping'> {
  const { regions } = map.groupings[grouping]
  return regions.some((region) => region.id === id) ? { id, grouping } : { id: '' }
}
