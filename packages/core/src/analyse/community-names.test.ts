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
      [0, 1, 2].map((i) => ({ title: `${'abcd'.charAt(g)}${'xyz'.charAt(i)}zz`, tasks: ['One topic'] })),
    )
    const labels = nameCommunities(sampleField(groups.flat()), groups.map(keys)).map(({ label }) => label)
    expect(new Set(labels).size).toBe(4)
    expect(labels[0]).toBe('One topic')
  })

  it('gives terms of which none says the words of another', () => {
    const [name] = nameCommunities(sampleField([...heads, ...privacy]), [keys(heads), keys(privacy)])
    expect(name?.terms[0]).toBe('Talking head generation')
    expect(name?.terms).not.toContain('Talking head')
  })

  it('proves a name by counts in the group and in all of the field', () => {
    const outside = { title: 'Face Encryption elsewhere' }
    const graph = sampleField([...heads, ...privacy, outside])
    const [, name] = nameCommunities(graph, [keys(heads), keys(privacy)])
    expect(name?.proof[0]).toMatchObject({ display: 'Face encryption', kind: 'term', count: 3, of: 4 })
  })

  it('proves a name by tasks and datasets with their keys', () => {
    const papers = ['a', 'b', 'c'].map((letter) => ({ title: `${letter}zz`, tasks: ['Editing'], datasets: ['Celebs'] }))
    const [name] = nameCommunities(sampleField(papers), [keys(papers)])
    expect(name?.proof.map(({ kind, key, count, of }) => [kind, key, count, of])).toEqual([
      ['task', 'task:editing', 3, 3],
      ['dataset', 'dataset:celebs', 3, 3],
    ])
  })

  it('takes labels for the same that differ in endings or order, and adds what tells the later one apart', () => {
    const one = ['Noisy labels', 'With noisy labels', 'From noisy labels'].map((title) => ({ title }))
    const other = ['Label noise and entropy', 'On label noise', 'Against label noise by entropy'].map((title) => ({
      title,
    }))
    const names = nameCommunities(sampleField([...one, ...other]), [keys(one), keys(other)])
    expect(names.map(({ label }) => label)).toEqual(['Noisy labels', 'Entropy'])
    const third = nameCommunities(sampleField([...one, ...other, ...heads]), [keys(one), keys(other), keys(heads)])
    expect(new Set(third.map(({ label }) => label)).size).toBe(3)
  })

  it('names no group by headings that name no topic, and cuts long ones', () => {
    const long = 'Interaction detection: to find the pairs, and then to say what they do'
    const papers = ['a', 'b', 'c'].map((letter) => ({
      title: `${letter}zz`,
      tasks: ['2020 and before', 'Papers & code', long],
    }))
    const [name] = nameCommunities(sampleField(papers), [keys(papers)])
    expect(name?.label).toBe('Interaction detection')
    expect(name?.terms).toEqual(['Interaction detection'])
  })

  it('numbers a group of which nothing is known, and names none where there is none', () => {
    const papers = [{ title: '1' }, { title: '2' }, { title: '3' }]
    expect(nameCommunities(sampleField(papers), [keys(papers)])).toEqual([{ label: 'Group 1', terms: [], proof: [] }])
    expect(nameCommunities(sampleField([]), [])).toEqual([])
  })
})
