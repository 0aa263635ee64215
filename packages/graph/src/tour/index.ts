export type { Tour, TourStep } from './tour-file.ts'
export { readTour, TOUR_FORMAT, TOUR_VERSION, tourFromJson, writeTour } from './tour-file.ts'
export type { ScriptStep, TourQuestion, TourScript, TourView } from './tour-script.ts'
