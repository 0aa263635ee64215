import { DEFAULT_STATE } from '@fieldmap/view'
import { describe, expect, it } from 'vitest'
import { showsSame, stepFor, stepOf } from './tour-steps.ts'

const tour = (steps: number) => ({
  format: 'fieldmap-tour' as const,
  version: 1 as const,
  title: '',
  steps: Array.from({ length: steps }, (_, i) => ({
    id: `${i}`,
    title: '',
    hash: '',
    caption: '',
    notes: '',
    source: '',
    line: 1,
  })),
})

describe('the step of a state', () => {
  it('is none without a tour, without steps and where none is played', () => {
    expect(stepOf(undefined, { ...DEFAULT_STATE, step: 0 })).toBeUndefined()
    expect(stepOf(tour(0), { ...DEFAULT_STATE, step: 0 })).toBeUndefined()
    expect(stepOf(tour(2), DEFAULT_STATE)).toBeUndefined()
  })

  it('is the last where the address names one behind it', () => {
    expect(stepOf(tour(2), { ...DEFAULT_STATE, step: 9 })).toBe(1)
  })
})

describe('keys of a presenter', () => {
  it.each([
    ['ArrowRight', 1, 2],
    [' ', 1, 2],
    ['PageDown', 2, undefined],
    ['ArrowLeft', 1, 0],
    ['PageUp', 0, undefined],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Escape', 1, null],
    ['x', 1, undefined],
  ])('%j at step %d of 3 leads to %s', (key, number, step) => {
    expect(stepFor(key, number, 3)).toBe(step)
  })
})

describe('showsSame', () => {
  it('takes camera, theme and panel for nothing, and the choice for all', () => {
    const there = { ...DEFAULT_STATE, selection: ['task:a'] }
    const camera = { x: 1, y: 2, zoom: 3 }
    expect(showsSame(there, { ...there, step: 4, theme: 'dark', panel: 'list', camera })).toBe(true)
    expect(showsSame(there, { ...there, lens: 'shared' })).toBe(false)
  })
})
