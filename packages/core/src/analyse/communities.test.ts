import { describe, expect, it } from 'vitest'
import { findCommunities } from './communities.ts'
import { paperFeatures } from './paper-features.ts'
import { type SamplePaper, sampleField } from './sample-fields.test-helper.ts'
import { paperSimilarity } from './similarity.ts'

const alone = (letter: string, number: number): string => `${letter.repeat(3)}${'xyzuvw'.charAt(number)}`

function circle(letter: string, size: number): readonly SamplePaper[] {
  return Array.from({ length: size }, (_, i) => ({
    title: alone(letter, i),
    authors: Array.from({ length: size }, (__, j) => `${letter} ${Math.min(i, j)} ${Math.max(i, j)}`),
  }))
}

function communitiesOf(papers: readonly SamplePaper[]): readonly (readonly string[])[] {
  const similarity = paperSimilarity(paperFeatures(sampleField(papers)))
  return findCommunities(similarity).communities.map(({ members }) => members.map((i) => similarity.papers[i] ?? ''))
}

describe('findCommunities', () => {
  it('finds two circles of co-authors that one paper joins, the larger first', () => {
    const [first, ...others] = circle('b', 5)
    const bridge = { ...first, title: first?.title ?? '', authors: [...(first?.authors ?? []), 'a 0 1'] }
    const found = communitiesOf([...circle('a', 6), bridge, ...others])
    expect(found).toEqual([
      ['paper:aaau', 'paper:aaav', 'paper:aaaw', 'paper:aaax', 'paper:aaay', 'paper:aaaz'],
      ['paper:bbbu', 'paper:bbbv', 'paper:bbbx', 'paper:bbby', 'paper:bbbz'],
    ])
  })

  it('calls a circle stable that every run finds', () => {
    const similarity = paperSimilarity(paperFeatures(sampleField([...circle('a', 6), ...circle('b', 6)])))
    const { communities, partitions, modularity } = findCommunities(similarity)
    expect(communities.map(({ stability }) => stability)).toEqual([1, 1])
    expect(partitions.length).toBeGreaterThanOrEqual(20)
    expect(modularity).toBeCloseTo(0.5, 6)
  })

  it('makes no community of a pair, nor of a paper that shares nothing', () => {
    expect(communitiesOf([...circle('a', 2), { title: 'Solitude' }])).toEqual([])
    expect(communitiesOf([])).toEqual([])
  })
})
