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

/** The contents of files by name, bytes as UTF-8. */
export type FileContents = Readonly<Record<string, string | Uint8Array>>

/** The files of a build by name; `tour.json` only where there is a tour. */
export function buildFiles(
  built: {
    readonly graph: FieldGraph
    readonly map: FieldMap
    readonly report: Report
    readonly tour?: Tour
  },
  write: (graph: FieldGraph) => string | Uint8Array = writeGraph,
): FileContents {
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
