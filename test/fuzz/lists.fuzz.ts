import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkBuild } from './check-build.ts'
import { mutate, seedTexts, shortTexts } from './mutate.ts'

/**
 * Run by `npm run fuzz`. `FIELDMAP_FUZZ_RUNS` sets the number of short lists, a twentieth of which are whole ones;
 * `FIELDMAP_FUZZ_SEED` repeats a run.
 */
const RUNS = Number(process.env.FIELDMAP_FUZZ_RUNS ?? 2000)
const SEED = Number(process.env.FIELDMAP_FUZZ_SEED ?? Date.now() % 2 ** 31)
const WHOLE = Math.ceil(RUNS / 20)
const HOUR = 3_600_000

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 })

it(`holds for ${RUNS} short lists of one to three layouts, mutated, seed ${SEED}`, { timeout: HOUR }, () => {
  const layouts = fc.array(fc.constantFrom(...shortTexts()), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(layouts, edits, (texts, list) => {
      expect(checkBuild(mutate(texts.join('\n'), list)).problems).toEqual([])
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

it(`holds for ${WHOLE} whole lists, mutated, seed ${SEED}`, { timeout: HOUR }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...seedTexts()), edits, (text, list) => {
      expect(checkBuild(mutate(text, list)).problems).toEqual([])
    }),
    { numRuns: WHOLE, seed: SEED },
  )
})
