import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const swapped = (text: string) => bytes(text, 'utf16le').swap16()

describe('decode', () => {
  it('reads UTF-8 and drops its byte order mark', () => {
    expect(decode(bytes('\ufeff# Été ⭐'))).toEqual({ text: '# Été ⭐' })
  })

  it('reads UTF-16 of both orders, with the mark and without', () => {
    const text = '# Facial expressions é\n'
    expect(decode(bytes(`\ufeff${text}`, 'utf16le'))).toEqual({ text })
    expect(decode(swapped(`\ufeff${text}`))).toEqual({ text })
    expect(decode(bytes(text, 'utf16le'))).toEqual({ text })
    expect(decode(swapped(text))).toEqual({ text })
    expect(decode(bytes('\ufeff表情识别', 'utf16le'))).toEqual({ text: '表情识别' })
  })

  it('keeps CRLF, lone CR and mixed line ends', () => {
    expect(decode(bytes('a\r\nb\rc\nd')).text).toBe('a\r\nb\rc\nd')
  })

  it('reads what is not UTF-8 as Windows-1252, one run at a time, and says where', () => {
    const mixed = Buffer.concat([
      bytes('ok é\r\nna'),
      bytes('\xef', 'latin1'),
      bytes('ve ⭐ '),
      bytes('\x93\xe9\x94', 'latin1'),
    ])
    expect(decode(mixed)).toEqual({
      text: 'ok é\r\nnaïve ⭐ “é”',
      problem: { kind: 'invalid-utf8', runs: 2, line: 2, column: 3 },
    })
  })

  it('takes too long forms, surrogates and cut sequences as invalid', () => {
    for (const wrong of [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
    ]) {
      expect(decode(Buffer.from([0x61, ...wrong, 0x0a])).problem).toMatchObject({
        kind: 'invalid-utf8',
        runs: 1,
        line: 1,
      })
    }
  })

  it('leaves out binary content, LFS pointers and files that are too large', () => {
    expect(decode(bytes('text\0text'))).toEqual({ problem: { kind: 'binary' } })
    expect(decode(Buffer.from(Array.from({ length: 500 }, (_, index) => (index % 25) + 1)))).toEqual({
      problem: { kind: 'binary' },
    })
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`
    expect(decode(bytes(pointer))).toEqual({ problem: { kind: 'lfs-pointer' } })
    const large = 64 * 1024 * 1024 + 1
    expect(decode(new Uint8Array(large).fill(0x61))).toEqual({ problem: { kind: 'too-large', bytes: large } })
  })

  it('keeps an empty file, and one of a mark alone', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', problem: { kind: 'empty' } })
    expect(decode(bytes('\ufeff'))).toEqual({ text: '', problem: { kind: 'empty' } })
  })

  it('never throws, and reads valid UTF-8 as it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (any) => void decode(any)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\0\ufeff]/.test(text)) expect(decode(bytes(text)).text).toBe(text)
      }),
    )
  })
})
