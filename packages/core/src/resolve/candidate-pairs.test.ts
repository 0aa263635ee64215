import { describe, expect, it } from 'vitest'
import type { Entry } from '../extract/entry.ts'
import { groupByKey } from './blocks.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { paperMention } from './mention.ts'

describe('candidatePairs', () => {
  it('finds none among none', () => {
    expect(pairsOf()).toEqual([])
  })

  it('pairs titles that share two rare words, each pair once', () => {
    expect(pairsOf('Pruning Orchards by Moonlight', 'Moonlight and Orchards', 'Orchards of Apples')).toEqual([[0, 1]])
  })

  it('pairs a name of two words with titles that have both', () => {
    expect(pairsOf('Batch Normalization', 'Batch Normalization: Less Internal Covariate Shift')).toEqual([[0, 1]])
  })

  it('pairs a name in full with its abbreviation before a colon', () => {
    expect(pairsOf('LLMs: A View from Above', 'Large Language Models: A Note')).toEqual([[0, 1]])
  })

  it('leaves out words that many titles hold', () => {
    const titles = Array.from({ length: 50 }, (_, i) => `Orchard Pruning ${'abcdefghij'[i % 10]}${i}`)
    expect(pairsOf(...titles)).toEqual([])
  })

  it('compares many equal titles along a chain', () => {
    const pairs = pairsOf(...Array.from({ length: 50 }, () => 'Pruning Orchards by Moonlight'))
    expect(pairs).toEqual(Array.from({ length: 49 }, (_, i) => [i, i + 1]))
  })
})

describe('groupByKey', () => {
  it('keeps keys in order and the values of each as they came, and leaves out lone ones', () => {
    expect([...groupByKey([2, 0, 2, 5, 0], [9, 8, 7, 6, 5])]).toEqual([
      [8, 5],
      [9, 7],
    ])
  })
})

function pairsOf(...titles: string[]): number[][] {
  const { first, second } = candidatePairs(titles.map((title, i) => paperMention(entryOf(title, i + 1))))
  return Array.from(first, (a, k) => [a, second[k] ?? a])
}

function entryOf(title: string, line: number): Entry {
  const evidence = { source: 'list.md', line, quote: title, rule: 'test' }
  return {
    kind: 'paper',
    source: 'list.md',
    line,
    endLine: line,
    title: { value: title, evidence },
    authors: [],
    organizations: [],
    links: [],
    sections: [],
  }
}
