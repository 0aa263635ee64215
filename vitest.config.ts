import { defineConfig } from 'vitest/config'

const conditions = ['source']
const shared = { resolve: { conditions }, ssr: { resolve: { conditions } } }

export default defineConfig({
  test: {
    reporters: process.env.CI === undefined ? ['default'] : ['dot', 'json'],
    outputFile: { json: 'test-results/results.json' },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { ...shared, test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 600_000 } },
      { ...shared, test: { name: 'fuzz', include: ['test/fuzz/**/*.fuzz.ts'] } },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Software rendering beside other work: a test of many states may take minutes there.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Two Chromiums: each waits more than it draws, and a third would starve the software rendering of two cores.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
