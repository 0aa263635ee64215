import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { sweep } from './sweep.ts'

it('collects what is young twice, and leaves no call behind', async () => {
  const kinds: unknown[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries() as (PerformanceEntry & { detail?: { kind?: number } })[])
      kinds.push(detail?.kind)
  })
  observer.observe({ entryTypes: ['gc'] })
  sweep()
  await new Promise((done) => setTimeout(done, 50))
  observer.disconnect()
  expect(kinds.filter((kind) => kind === constants.NODE_PERFORMANCE_GC_MINOR).length).toBeGreaterThanOrEqual(2)
  expect(globalThis.gc).toBeUndefined()
})
