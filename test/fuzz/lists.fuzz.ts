import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkBuild } from './check-build.ts'
import { mutate, seedTexts } from './mutate.ts'

/** Run by `npm run fuzz`. `FIELDMAP_FUZZ_RUNS` sets the number of lists, `FIELDMAP_FUZZ_SEED` repeats a run. */
const RUNS = Number(process.env.FIELDMAP_FUZZ_RUNS ?? 1000)
const SEED = Number(process.env.FIELDMAP_FUZZ_SEED ?? Date.now() % 2 ** 31)

it(`holds for ${RUNS} mutated lists, seed ${SEED}`, { timeout: 3_600_000 }, () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom(...seedTexts()), edits, (text, list) => {
      expect(checkBuild(mutate(text, list)).problems).toEqual([])
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
