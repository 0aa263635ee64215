import { describe, expect, it } from 'vitest'
import { betweenSets } from './between-sets.ts'
import { brief } from './brief/brief.ts'
import { datasetUse } from './dataset-use.ts'
import { createFieldIndex, type FieldIndex } from './field-index/field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import type { PaperFilter } from './paper-filter.ts'
import { pathsBetween } from './path/paths-between.ts'
import { prepareFieldIndex } from './prepare-field-index.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { whereToStart } from './where-to-start.ts'

const FILTERS: readonly PaperFilter[] = [{}, { tier: 'A' }, { pretraining: true }, { tasks: ['task:task-1'] }]

function answers(index: FieldIndex): readonly unknown[] {
  const [from = '', to = ''] = [index.papers[0], index.papers.at(-1)]
  const set = (n: number) => ({ label: `Task ${n}`, filter: { tasks: [`task:task-${n}`] } })
  return [
    ...FILTERS.flatMap((filter) => [brief, datasetUse, whereToStart].map((ask) => ask(index, { filter, limit: 6 }))),
    betweenSets(index, set(0), set(1)),
    pathsBetween(index, from, to),
  ]
}

describe('prepareFieldIndex', () => {
  it('changes no answer', () => {
    const graph = sampleGraph(generatedField({ papers: 200, datasets: 30 }))
    expect(answers(prepareFieldIndex(createFieldIndex(graph)))).toEqual(answers(createFieldIndex(graph)))
  })

  it('prepares a field without papers', () => {
    const index = createFieldIndex(sampleGraph({ papers: [] }))
    expect(brief(prepareFieldIndex(index)).total).toBe(0)
  })
})
