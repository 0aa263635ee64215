export type { ParsedFlags } from './parse-flags.ts'
export { parseFlags } from './parse-flags.ts'
export { parseTour } from './parse-tour.ts'
