import { GROUPINGS, mapFromJson } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { carryMap } from './carry-map.ts'
import { sampleField, samplePapers } from './sample-fields.test-helper.ts'

const papers = samplePapers(40)
const fewer = sampleField(papers.slice(0, -3))
const all = sampleField(papers)

describe('a map carried over', () => {
  it('is the map itself where the graph is the same', () => {
    expect(carryMap(analyse(all), all)).toEqual(analyse(all))
  })

  it('keeps every place that there was, and gives every new node one of its own', () => {
    const before = analyse(fewer)
    const after = carryMap(before, all)
    for (const name of GROUPINGS) {
      const { positions } = after.groupings[name]
      for (const key of fewer.nodes()) expect(positions[key]).toEqual(before.groupings[name].positions[key])
      expect(Object.keys(positions).sort()).toEqual(all.nodes().sort())
      expect(new Set(Object.values(positions).map(String)).size).toBe(all.order)
    }
  })

  it('forgets what is gone', () => {
    const after = carryMap(analyse(all), fewer)
    expect(mapFromJson(JSON.parse(JSON.stringify(after)))).toEqual(after)
    expect(Object.keys(after.groupings.task.positions).sort()).toEqual(fewer.nodes().sort())
    for (const { members, size } of after.communities) {
      expect(members.every((key) => fewer.hasNode(key))).toBe(true)
      expect(size).toBe(members.length)
    }
  })

  it('puts everything in the middle where there was nothing', () => {
    const { task } = carryMap(analyse(sampleField([])), all).groupings
    expect(Object.keys(task.positions)).toHaveLength(all.order)
  })
})
