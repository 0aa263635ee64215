import { describe, expect, it } from 'vitest'
import { termDictionary } from './term-dictionary.ts'

const dictionary = termDictionary(['a', 'face', 'faces', 'facet', 'fact', 'graph', 'graphs', 'grasp', 'space', 'zoo'])
const between = ([from, to]: readonly [number, number]): readonly string[] => dictionary.terms.slice(from, to)

describe('termDictionary', () => {
  it('finds the terms that begin with a prefix, the prefix itself among them', () => {
    expect(between(dictionary.withPrefix('face'))).toEqual(['face', 'faces', 'facet'])
    expect(between(dictionary.withPrefix('gra'))).toEqual(['graph', 'graphs', 'grasp'])
    expect(between(dictionary.withPrefix('zoo'))).toEqual(['zoo'])
    expect(between(dictionary.withPrefix(''))).toEqual(dictionary.terms)
  })

  it.each(['fb', 'zz', '0', 'faced'])('finds none that begins with %s', (prefix) => {
    expect(between(dictionary.withPrefix(prefix))).toEqual([])
  })

  it('finds the terms near a word with their distance', () => {
    const near = (word: string, most: number): readonly (readonly [string | undefined, number])[] =>
      dictionary.near(word, most).map(({ term, distance }) => [dictionary.terms[term], distance])
    expect(near('face', 0)).toEqual([['face', 0]])
    expect(near('grahp', 2)).toEqual([
      ['graph', 2],
      ['graphs', 2],
      ['grasp', 1],
    ])
    expect(near('fce', 1)).toEqual([['face', 1]])
    expect(near('', 1)).toEqual([['a', 1]])
  })

  it('finds near terms as comparing each with the whole matrix does', () => {
    for (const word of [...dictionary.terms, 'fces', 'gaph', 'spaces', 'xx', '']) {
      for (let most = 0; most <= 4; most++) {
        const expected = dictionary.terms.flatMap((term, place) => {
          const distance = levenshtein(term, word)
          return distance <= most ? [{ term: place, distance }] : []
        })
        expect(dictionary.near(word, most)).toEqual(expected)
      }
    }
  })

  it('is empty without terms', () => {
    expect(termDictionary([]).withPrefix('a')).toEqual([0, 0])
    expect(termDictionary([]).near('a', 3)).toEqual([])
  })
})

/** By its definition. */
function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  if (a[0] === b[0]) return levenshtein(a.slice(1), b.slice(1))
  const [restA, restB] = [a.slice(1), b.slice(1)]
  return 1 + Math.min(levenshtein(restA, b), levenshtein(a, restB), levenshtein(restA, restB))
}
