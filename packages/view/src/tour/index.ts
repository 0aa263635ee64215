export type { ResolvedTour, TourFinding } from './resolve-tour.ts'
export { resolveTour, stepState } from './resolve-tour.ts'
