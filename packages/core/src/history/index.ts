export type { History, HistoryCounts } from './history.ts'
export { history } from './history.ts'
