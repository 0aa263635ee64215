import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { generatedField } from './questions/generated-field.test-helper.ts'
import { createTextIndex } from './text-index.ts'

const found = (texts: readonly string[], ...words: string[]): readonly number[] => {
  const { documents, scores } = createTextIndex([{ texts, boost: 1 }]).match(words)
  return [...documents].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
}

describe('createTextIndex', () => {
  it('finds the documents that hold all words, in any field', () => {
    const fields = [
      { texts: ['deep faces', 'deep graphs', ''], boost: 3 },
      { texts: ['', 'faces', 'faces'], boost: 1 },
    ]
    expect([...createTextIndex(fields).match(['deep', 'faces']).documents].sort()).toEqual([0, 1])
    expect([...createTextIndex(fields).match(['faces']).documents].sort()).toEqual([0, 1, 2])
  })

  it('puts the whole word before the unfinished and the misspelled one', () => {
    expect(found(['graphs', 'graph', 'graqh'], 'graph')[0]).toBe(1)
    expect(found(['graphs', 'graph', 'graqh'], 'graph')).toHaveLength(3)
  })

  it('puts rare words and short texts first', () => {
    expect(found(['a common word here', 'a common', 'common rare'], 'common')).toEqual([1, 2, 0])
    expect(found(['face face face', 'face shape model'], 'face')).toEqual([0, 1])
  })

  it('forgives no typing error in short words', () => {
    expect(found(['face', 'fact'], 'face')).toEqual([0])
    expect(found(['faces', 'facts'], 'facts')).toEqual([1, 0])
  })

  it('scores what matches above 0 even if every document does', () => {
    const { documents, scores } = createTextIndex([{ texts: ['word', 'word'], boost: 1 }]).match(['word'])
    expect([...documents].map((document) => (scores[document] ?? 0) > 0)).toEqual([true, true])
  })

  it('finds nothing for no words, unknown ones, and without texts', () => {
    expect(found(['face'])).toEqual([])
    expect(found(['face'], 'face', 'graph')).toEqual([])
    expect(found([], 'face')).toEqual([])
    expect([...createTextIndex([]).match(['face']).documents]).toEqual([])
  })

  it('finds and scores as a full-text search with the same parameters does', () => {
    const texts = generatedField({ papers: 400, datasets: 20 }).papers.map(({ title, authors = [], year }) => {
      return { label: fold(title), also: fold([...authors, year].join(' ')) }
    })
    const reference = new MiniSearch<{ id: number; label: string; also: string }>({
      fields: ['label', 'also'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
      searchOptions: {
        boost: { label: 3 },
        combineWith: 'AND',
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
      },
    })
    reference.addAll(texts.map((text, id) => ({ id, ...text })))
    const index = createTextIndex([
      { texts: texts.map(({ label }) => label), boost: 3 },
      { texts: texts.map(({ also }) => also), boost: 1 },
    ])
    for (const query of ['paper', 'paepr', 'w1', 'w1 w2', 'person 1', 'papers persons', '2019 w', 'on w7 for', 'zzz']) {
      const words = query.split(' ')
      const { documents, scores } = index.match(words)
      const expected = reference.search(query).sort((a, b) => a.id - b.id)
      const hits = [...documents].sort((a, b) => a - b)
      expect(hits).toEqual(expected.map(({ id }) => id))
      // It multiplies by the number of words.
      hits.forEach((hit, i) => {
        expect(scores[hit]).toBeCloseTo((expected[i]?.score ?? 0) / words.length, 9)
      })
    }
  })
})
