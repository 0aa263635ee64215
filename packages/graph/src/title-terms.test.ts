import { describe, expect, it } from 'vitest'
import { titleTerms } from './title-terms.ts'

const terms = (title: string, longest: number): readonly string[] => titleTerms(title, longest).map(({ term }) => term)

describe('titleTerms', () => {
  it('finds runs of words that cross no stop word and no punctuation', () => {
    expect(terms('StyleTalk: Talking Heads with Styles', 3)).toEqual([
      'styletalk',
      'talking',
      'talking head',
      'head',
      'style',
    ])
  })

  it('counts generic words only inside a longer run', () => {
    expect(terms('A Network for Deep Emotion', 2)).toEqual(['deep emotion', 'emotion'])
  })

  it('neither ends nor begins a term with a word that leans on another', () => {
    expect(terms('Identity-aware faces', 3)).toEqual(['identity', 'identity aware face', 'face'])
  })

  it('keeps together what hyphens hold together, and says no word twice in a row', () => {
    expect(terms('Aligning Text-to-Image', 4)).toEqual(['aligning', 'aligning text to image', 'text to image'])
    expect(terms('Emotion, emotion emotion', 2)).toEqual(['emotion'])
  })

  it('keeps hyphens and the capitals inside words, and lowers the rest', () => {
    const surfaces = titleTerms('Micro-Expression by StyleGAN in 3D', 2).map(({ surface }) => surface)
    expect(surfaces).toEqual(['micro', 'micro-expression', 'expression', 'StyleGAN', '3D'])
    expect(titleTerms('ALL IN CAPITALS', 1).map(({ surface }) => surface)).toEqual(['capitals'])
  })

  it('reads titles of any script, and finds nothing in one without letters', () => {
    expect(terms('人脸 表情', 2)).toEqual(['人脸', '人脸 表情', '表情'])
    expect(terms('1984!', 2)).toEqual([])
  })
})
