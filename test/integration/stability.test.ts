import { analyse } from '@fieldmap/core'
import { describe, expect, it } from 'vitest'
import { changedShare, movedShare, withoutPapers } from '../../packages/core/src/analyse/map-change.test-helper.ts'
import { buildSeeds } from './seeds.ts'

const DRAWS = 8
const { graph, map } = await buildSeeds()
const fewer = Array.from({ length: DRAWS }, (_, draw) => analyse(withoutPapers(graph, 5, draw)))

const within = (shares: readonly number[]): number => shares.filter((share) => share <= 0.05).length

describe('five papers more on the seeds, in each of eight draws', () => {
  it.each(['task', 'venue', 'year'] as const)(
    'move at most one in twenty of the others by over 2 %% of the diagonal, by %s',
    (grouping) => {
      expect(within(fewer.map((before) => movedShare(before, map, grouping)))).toBe(DRAWS)
    },
  )

  it('change the community of at most one in twenty', () => {
    expect(within(fewer.map((before) => changedShare(before, map)))).toBe(DRAWS)
  })
})

// Where a community is divided or dissolved, what is left of it must go somewhere.
describe('five papers more on the seeds, in seven of eight draws', () => {
  it('move at most one in twenty of the others by over 2 % of the diagonal, by community', () => {
    expect(within(fewer.map((before) => movedShare(before, map, 'community')))).toBeGreaterThanOrEqual(DRAWS - 1)
  })
})
