import { analyse } from '@fieldmap/core'
import { describe, expect, it } from 'vitest'
import {
  changedShare,
  median,
  movedShare,
  withoutPapers,
} from '../../packages/core/src/analyse/map-change.test-helper.ts'
import { buildSeeds } from './seeds.ts'

const DRAWS = 8
const { graph, map } = await buildSeeds()
const fewer = Array.from({ length: DRAWS }, (_, draw) => analyse(withoutPapers(graph, 5, draw)))

describe('five papers more on the seeds, in each of eight draws', () => {
  it.each(['task', 'year'] as const)(
    'move at most one in twenty of the others by over 2 %% of the diagonal, by %s',
    (grouping) => {
      for (const before of fewer) expect(movedShare(before, map, grouping)).toBeLessThanOrEqual(0.05)
    },
  )
})

describe('five papers more on the seeds, in the median of eight draws', () => {
  it('move at most one in twenty of the others by over 2 % of the diagonal, by venue', () => {
    expect(median(fewer.map((before) => movedShare(before, map, 'venue')))).toBeLessThanOrEqual(0.05)
  })

  it('change the community of at most one in twenty', () => {
    expect(median(fewer.map((before) => changedShare(before, map)))).toBeLessThanOrEqual(0.05)
  })
})
