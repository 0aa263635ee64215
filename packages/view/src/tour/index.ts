export { briefTour } from './brief-tour.ts'
export type { ResolvedTour, TourFinding } from './resolve-tour.ts'
export { resolveTour, stepState } from './resolve-tour.ts'
