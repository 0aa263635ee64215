import * as v from 'valibot'
import { checkFormat, parseJson } from '../graph-file.ts'
import { stableLine, stableLines } from '../stable-json.ts'

export const TOUR_VERSION = 1
export const TOUR_FORMAT = 'fieldmap-tour'

const step = v.object({
  id: v.string(),
  title: v.string(),
  hash: v.string(),
  question: v.exactOptional(v.string()),
  caption: v.string(),
  notes: v.string(),
  source: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

/** The schema of `tour.json`. */
export const tourFile = v.object({
  format: v.literal(TOUR_FORMAT),
  version: v.literal(TOUR_VERSION),
  title: v.string(),
  steps: v.array(step),
})

/**
 * `tour.json`: a tour whose steps are found in a graph. `hash`: what the step shows, as a permalink has it, without `#`
 * and without the number of the step; chosen papers carry an identifier. `question`: the words it was written in, where
 * it was a question. `caption` and `notes`: plain text, a blank line between paragraphs. `source` and `line` (1-based):
 * where it is written.
 */
export type Tour = v.InferOutput<typeof tourFile>
export type TourStep = Tour['steps'][number]

/** Writes a tour as `tour.json`: one step a line, sorted keys, final newline. */
export function writeTour(tour: Tour): string {
  return [
    '{',
    `"format": "${TOUR_FORMAT}",`,
    `"steps": ${stableLines(tour.steps)},`,
    `"title": ${stableLine(tour.title)},`,
    `"version": ${TOUR_VERSION}`,
    '}',
    '',
  ].join('\n')
}

/** Reads `tour.json` from its text. @throws {FormatError} as `readGraph` does. */
export function readTour(text: string): Tour {
  return tourFromJson(parseJson(text, 'tour'))
}

/** {@link readTour} for JSON that is parsed already. */
export function tourFromJson(json: unknown): Tour {
  return checkFormat(tourFile, json, TOUR_FORMAT, TOUR_VERSION)
}
