import { describe, expect, it } from 'vitest'
import { splitWords } from './split-words.ts'

describe('splitWords', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['POSTER', ['POSTER']],
    ['"Action units"  Valence-arousal', ['Action units', 'Valence-arousal']],
    ["'Action units' \t b", ['Action units', 'b']],
    ['“Action units” b', ['Action units', 'b']],
    ['CK+ --not RAF-DB --tier=B', ['CK+', '--not', 'RAF-DB', '--tier=B']],
    ['a"b c"d', ['ab cd']],
    ['""', ['']],
    ['a\\ b', ['a b']],
    ['"say \\"A\\""', ['say "A"']],
    ["'a\\b'", ['a\\b']],
  ])('takes %s apart as a shell does', (line, words) => {
    expect(splitWords(line)).toEqual(words)
  })

  it('gives nothing where a quotation mark is never closed', () => {
    expect(splitWords('"Action units')).toBeUndefined()
    expect(splitWords("it's")).toBeUndefined()
  })
})
