import { describe, expect, it } from 'vitest'
import { FormatError } from '../graph-file.ts'
import { readTour, TOUR_FORMAT, TOUR_VERSION, type Tour, writeTour } from './tour-file.ts'

const steps = ['a', 'b'].map((id) => ({
  id,
  title: id,
  hash: '',
  question: 'start:',
  caption: 'c',
  notes: '',
  source: 'tour.md',
  line: 1,
}))
const tour: Tour = { format: TOUR_FORMAT, version: TOUR_VERSION, title: 'T', steps }

describe('tour.json', () => {
  it('is read as it was written, one step a line', () => {
    const text = writeTour(tour)
    expect(readTour(text)).toEqual(tour)
    expect(text.split('\n').filter((line) => line.startsWith('{"'))).toHaveLength(2)
    expect(writeTour(readTour(text))).toBe(text)
  })

  it.each([
    '',
    '[]',
    '{"format": "fieldmap-graph", "version": 1}',
    writeTour({ ...tour, version: TOUR_VERSION }).replace('"line":1', '"line":0'),
  ])('is not %j', (text) => {
    expect(() => readTour(text)).toThrow(FormatError)
  })
})
