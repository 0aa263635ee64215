import { fileURLToPath } from 'node:url'
import { bench, describe } from 'vitest'
import { build } from '../build.ts'
import { readSources } from '../read/index.ts'
import { analyse } from './analyse.ts'
import { changedShare, median, movedShare, withoutPapers } from './map-change.test-helper.ts'

const DRAWS = 40
const FEWER = 5
const BOUND = 0.05
const ONCE = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 }

// How much the map of the seeds differs from one with five papers fewer, whichever these are.
const { graph } = build(await readSources([fileURLToPath(new URL('../../../../seeds', import.meta.url))], {}), () => 0)
const after = analyse(graph)
const before = Array.from({ length: DRAWS }, (_, draw) => analyse(withoutPapers(graph, FEWER, draw)))

function line(name: string, shares: readonly number[]): string {
  const within = shares.filter((share) => share <= BOUND).length
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  return `  ${name}: at most ${percent(BOUND)} of papers in ${percent(within / DRAWS)} of draws; median ${percent(median(shares))}, most ${percent(Math.max(...shares))}`
}

const groupings = ['task', 'community', 'venue', 'year'] as const
const figures = [
  ...groupings.map((name) =>
    line(
      `moved by over 2 % of the diagonal, by ${name}`,
      before.map((map) => movedShare(map, after, name)),
    ),
  ),
  line(
    'in another community',
    before.map((map) => changedShare(map, after)),
  ),
]

describe(`${FEWER} papers fewer, ${DRAWS} draws\n${figures.join('\n')}\n`, () => {
  bench('analyse', () => void analyse(graph), ONCE)
})
