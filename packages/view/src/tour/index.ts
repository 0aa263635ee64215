export { briefTour } from './brief-tour.ts'
export type { ResolvedTour, TourFinding } from './resolve-tour.ts'
export { resolveTour } from './resolve-tour.ts'
export { stepState } from './step-state.ts'
