export type { ChangedPaper, GraphDiff, ListedPaper, OtherNode, Place, Renamed } from './diff.ts'
export { diffGraphs } from './diff.ts'
export type { History, HistoryCounts } from './history.ts'
export { history } from './history.ts'
