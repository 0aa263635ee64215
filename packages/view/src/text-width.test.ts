import { describe, expect, it } from 'vitest'
import { shorten, textWidth, wrap, wrapEvenly } from './text-width.ts'

describe('textWidth', () => {
  it('is the sum of the advance widths of the shipped font', () => {
    expect(textWidth('', 12, 400)).toBe(0)
    expect(textWidth('A', 1000, 400)).toBe(690) // Inter 4, regular: 1413 of 2048 units
    expect(textWidth('AA', 10, 400)).toBeCloseTo(2 * textWidth('A', 10, 400))
    expect(textWidth('A', 10, 600)).toBeGreaterThan(textWidth('A', 10, 400))
  })

  it('knows letters with accents, and counts what the font lacks', () => {
    expect(textWidth('é', 1000, 400)).toBe(textWidth('e', 1000, 400))
    expect(textWidth('表', 10, 400)).toBe(10)
    expect(textWidth('Ж', 1000, 400)).toBe(620)
  })
})

describe('shorten', () => {
  it('leaves what fits and cuts what does not', () => {
    expect(shorten('POSTER', 200, 12, 400)).toBe('POSTER')
    const short = shorten('A pyramid cross-fusion transformer network', 100, 12, 400)
    expect(short).toMatch(/^A pyramid.*…$/)
    expect(textWidth(short, 12, 400)).toBeLessThanOrEqual(100)
  })
})

describe('shorten, of words', () => {
  it('cuts between them, and within one only where little else would stay', () => {
    expect(shorten('Suppressing Uncertainties for Large-Scale Recognition', 190, 12, 400)).toBe(
      'Suppressing Uncertainties for…',
    )
    expect(shorten('Facial Expression Recognition: A Survey', 185, 12, 400)).toBe('Facial Expression Recognition…')
    expect(shorten('A Pneumonoultramicroscopicsilicovolcanoconiosis', 80, 12, 400)).toMatch(/^A Pneumon.*…$/)
  })
})

describe('wrap', () => {
  it('breaks at blanks and after hyphens', () => {
    expect(wrap('Privacy-aware facial expression recognition', 130, 3, 15, 600)).toEqual([
      'Privacy-aware',
      'facial expression',
      'recognition',
    ])
    expect(wrap('Emotion-video-based', 120, 3, 15, 600)).toEqual(['Emotion-video-', 'based'])
  })

  it('shortens the last line that is allowed', () => {
    const lines = wrap('one two three four five six seven eight nine ten', 60, 2, 12, 400)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    for (const line of lines) expect(textWidth(line, 12, 400)).toBeLessThanOrEqual(60)
  })

  it('shortens a word that is too long for any line', () => {
    expect(wrap('Pneumonoultramicroscopicsilicovolcanoconiosis', 80, 3, 12, 400)).toHaveLength(1)
    expect(wrap('', 80, 3, 12, 400)).toEqual([])
  })
})

describe('wrapEvenly', () => {
  it('leaves no word alone on the last line where it need not be', () => {
    expect(wrap('Talking face from a video', 150, 3, 15, 600)).toEqual(['Talking face from a', 'video'])
    expect(wrapEvenly('Talking face from a video', 150, 3, 15, 600)).toEqual(['Talking face', 'from a video'])
    expect(wrapEvenly('Short', 140, 3, 15, 600)).toEqual(['Short'])
  })
})
