import {
  type FieldGraph,
  type FieldMap,
  type Report,
  type Tour,
  writeGraph,
  writeMap,
  writeReport,
  writeTour,
} from '@fieldmap/graph'

/** The files of a build by name; `tour.json` only where there is a tour. */
export function buildFiles(
  built: {
    readonly graph: FieldGraph
    readonly map: FieldMap
    readonly report: Report
    readonly tour?: Tour
  },
  write: (graph: FieldGraph) => string = writeGraph,
): Readonly<Record<string, string>> {
  const { graph, map, report, tour } = built
  return {
    'graph.json': write(graph),
    'map.json': writeMap(map),
    'report.json': writeReport(report),
    ...(tour === undefined ? {} : { [TOUR_JSON]: writeTour(tour) }),
  }
}

/** The name of the tour beside `graph.json`. */
export const TOUR_JSON = 'tour.json'
/** The name of the history beside `graph.json`. */
export const HISTORY_JSON = 'history.json'
