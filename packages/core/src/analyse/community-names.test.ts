import { describe, expect, it } from 'vitest'
import { nameCommunities } from './community-names.ts'
import { type SamplePaper, sampleField } from './sample-fields.test-helper.ts'

const heads: readonly SamplePaper[] = [
  { title: 'Talking Head Generation from Audio' },
  { title: 'One-Shot Talking Head Generation' },
  { title: 'Talking-Head Generation in the Wild' },
]
const privacy: readonly SamplePaper[] = [
  { title: 'Face Encryption with GANs' },
  { title: 'Masks for Face Encryption' },
  { title: 'Face Encryption, again' },
]
const keys = (papers: readonly SamplePaper[]): string[] =>
  sampleField(papers)
    .nodes()
    .filter((key) => key.startsWith('paper:'))

describe('nameCommunities', () => {
  it('names each group by the words that set it apart, as a heading', () => {
    const names = nameCommunities(sampleField([...heads, ...privacy]), [keys(heads), keys(privacy)])
    expect(names.map(({ label }) => label)).toEqual(['Talking head generation', 'Face encryption'])
  })

  it('gives the label of a task in sentence case, keeping what is spelled in capitals', () => {
    const papers = [1, 2, 3].map((i) => ({ title: `${'abc'.charAt(i - 1)}zz`, tasks: ['Action Unit (AU) Detection'] }))
    const others = [1, 2, 3].map((i) => ({ title: `${'abc'.charAt(i - 1)}yy`, tasks: ['Editing'] }))
    const graph = sampleField([...papers, ...others])
    expect(nameCommunities(graph, [keys(papers), keys(others)]).map(({ label }) => label)).toEqual([
      'Action unit (AU) detection',
      'Editing',
    ])
  })

  it('never gives two groups one label', () => {
    const groups = Array.from({ length: 4 }, (_, g) =>
      [0, 1, 2].map((i) => ({ title: `${'abcd'.charAt(g)}${'xyz'.charAt(i)}zz`, tasks: ['The same'] })),
    )
    const labels = nameCommunities(sampleField(groups.flat()), groups.map(keys)).map(({ label }) => label)
    expect(new Set(labels).size).toBe(4)
    expect(labels[0]).toBe('The same')
  })

  it('gives terms of which none says the words of another', () => {
    const [name] = nameCommunities(sampleField([...heads, ...privacy]), [keys(heads), keys(privacy)])
    expect(name?.terms[0]).toBe('Talking head generation')
    expect(name?.terms).not.toContain('Talking head')
  })

  it('numbers a group of which nothing is known, and names none where there is none', () => {
    const papers = [{ title: '1' }, { title: '2' }, { title: '3' }]
    expect(nameCommunities(sampleField(papers), [keys(papers)])).toEqual([{ label: 'Group 1', terms: [] }])
    expect(nameCommunities(sampleField([]), [])).toEqual([])
  })
})
