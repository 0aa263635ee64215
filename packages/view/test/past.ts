import {
  type FieldGraph,
  HISTORY_FORMAT,
  HISTORY_VERSION,
  type HistoryFile,
  type HistoryInterval,
  type OpenHistory,
  openHistory,
  writeHistory,
} from '@fieldmap/graph'
import { graph } from './fixture.ts'

/** Versions in which something held: from one, until before another. */
export type Held = readonly (readonly [from: number, to?: number])[]

/** The commits of made-up versions: ten of each letter, then zeros. */
export const commitOf = (version: number): string =>
  String.fromCharCode(97 + (version % 6))
    .repeat(10 + version)
    .padEnd(40, '0')

/**
 * A history of some versions, a day of their own each: nodes held as said, edges as long as both their ends unless said
 * otherwise, what is said nowhere from the first on.
 */
export function madeHistory(
  of: FieldGraph,
  days: readonly string[],
  held: Readonly<Record<string, Held>>,
  more: Partial<HistoryFile> = {},
): OpenHistory {
  const points = days.map((day, i) => ({ commit: commitOf(i), date: `${day}T12:00:00Z`, author: `Ada ${i}` }))
  const intervals = (spans: Held): HistoryInterval[] =>
    spans.flatMap(([from, to]) => {
      const [first, last] = [points[from], to === undefined ? undefined : points[to]]
      return first === undefined ? [] : [{ from: first, ...(last === undefined ? {} : { to: last }) }]
    })
  const spansOf = (key: string): Held => held[key] ?? [[0]]
  const both = (a: Held, b: Held): Held =>
    a.flatMap(([from, to = Number.POSITIVE_INFINITY]) =>
      b.flatMap(([start, end = Number.POSITIVE_INFINITY]): Held => {
        const [first, last] = [Math.max(from, start), Math.min(to, end)]
        return first >= last ? [] : [last === Number.POSITIVE_INFINITY ? [first] : [first, last]]
      }),
    )
  const nodes = Object.fromEntries(
    [...of.nodes(), ...Object.keys(more.removed ?? {})].map((key) => [key, intervals(spansOf(key))]),
  )
  const edges = of.mapEdges((key, _, source, target): [string, HistoryInterval[]] => [
    key,
    intervals(held[key] ?? both(spansOf(source), spansOf(target))),
  ])
  const file: HistoryFile = {
    format: HISTORY_FORMAT,
    version: HISTORY_VERSION,
    versions: points.map((point, i) => ({ ...point, subject: `subject ${i}` })),
    nodes,
    edges: Object.fromEntries(edges),
    changes: {},
    removed: {},
    ...more,
  }
  return openHistory(writeHistory(file))
}

/**
 * The past of the fixture: alpha, gamma and a paper that is lost stand first; then the file is only formatted; beta and theta
 * come; the lost one goes as epsilon comes; epsilon gets its code; all else comes.
 */
export const fixtureHistory: OpenHistory = madeHistory(
  graph,
  ['2021-01-01', '2021-02-01', '2021-03-04', '2021-06-01', '2022-01-01', '2023-05-06'],
  {
    'paper:beta': [[2]],
    'paper:theta': [[2]],
    'task:ethics': [[2]],
    'paper:lost': [[0, 3]],
    'paper:epsilon': [[3]],
    'task:voices': [[3]],
    'repository:github.com/lab/epsilon': [[4]],
    'paper:delta': [[5]],
    'paper:zeta': [[5]],
    'paper:eta': [[5]],
    'paper:iota': [[5]],
    'paper:kappa': [[5]],
  },
  {
    removed: { 'paper:lost': { kind: 'paper', label: 'Lost and <b>found</b>' } },
    changes: {
      'paper:alpha': [
        {
          at: { commit: commitOf(4), date: '2022-01-01T12:00:00Z', author: 'Ada 4' },
          field: 'venue',
          from: 'arXiv',
          to: 'CVPR',
        },
      ],
    },
  },
)
