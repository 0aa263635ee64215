import { describe, expect, it } from 'vitest'
import { communityHomes } from './community-homes.ts'
import { groupPapers } from './groupings.ts'
import { paperFeatures } from './paper-features.ts'
import { type SamplePaper, sampleField } from './sample-fields.test-helper.ts'

const stage = { left: -1000, right: 1000, bottom: -540, top: 620 }

function paper(number: number, tasks: readonly string[], authors: readonly string[] = []): SamplePaper {
  return { title: `p${number}`, tasks, authors }
}

/** Homes of communities that are given by the titles of their papers. */
function homes(papers: readonly SamplePaper[], groups: readonly (readonly string[])[]): readonly string[] {
  const graph = sampleField(papers)
  const communities = groups.map((titles, i) => {
    return { id: `c${i + 1}`, label: `C ${i + 1}`, members: titles.map((title) => `paper:${title}`) }
  })
  const points = communityHomes(communities, groupPapers(graph, []).task, paperFeatures(graph), stage)
  return Array.from(points.x, (x, i) => `${Math.round(x)},${Math.round(points.y[i] ?? 0)}`)
}

const titles = (...numbers: readonly number[]): string[] => numbers.map((number) => `p${number}`)

describe('communityHomes', () => {
  it('stay when the two tasks of a community change places as the commoner one', () => {
    const shared = [1, 2, 3, 4].map((i) => paper(i, ['Tracking']))
    const other = [5, 6, 7, 8].map((i) => paper(i, ['Pose']))
    const [before] = homes([...shared, ...other.slice(0, 3)], [titles(1, 2, 3, 4, 5, 6, 7)])
    const [after] = homes([...shared.slice(0, 3), ...other], [titles(1, 2, 3, 5, 6, 7, 8)])
    expect(after).toBe(before)
  })

  it('differ between communities that divide one task, by what each has to itself', () => {
    const papers = [1, 2, 3, 4, 5, 6].map((i) => paper(i, ['Tracking'], [i < 4 ? 'Ann Lee' : 'Bo Chen']))
    expect(new Set(homes(papers, [titles(1, 2, 3), titles(4, 5, 6)])).size).toBe(2)
  })

  it('are on the stage for papers that share nothing, and none for no communities', () => {
    expect(homes([paper(1, []), paper(2, [])], [titles(1, 2)])[0]).toMatch(/^-?\d+,-?\d+$/)
    expect(homes([], [])).toEqual([])
  })
})
