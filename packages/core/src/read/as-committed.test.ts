import { describe, expect, it } from 'vitest'
import { asCommitted, mayBeConverted } from './as-committed.ts'
import { blobId } from './blob-id.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding)
const KEPT = bytes('# Läuse\n\n$Id$\n')

describe('the bytes that git keeps', () => {
  it.each([
    ['line ends', bytes('# Läuse\r\n\r\n$Id$\r\n')],
    ['UTF-16 with a mark', bytes('\ufeff# Läuse\n\n$Id$\n', 'utf16le')],
    ['UTF-16 without one, and line ends', bytes('# Läuse\r\n\r\n$Id$\r\n', 'utf16le')],
    ['UTF-16 of the other order', bytes('\ufeff# Läuse\n\n$Id$\n', 'utf16le').swap16()],
    ['the object id', bytes(`# Läuse\n\n$Id: ${'0'.repeat(40)} $\n`)],
  ])('are found again behind other %s', (_, disk) => {
    expect(mayBeConverted(disk)).toBe(true)
    for (const algorithm of ['sha1', 'sha256'] as const)
      expect(Buffer.from(asCommitted(disk, blobId(KEPT, algorithm)))).toEqual(KEPT)
  })

  it('are those of the disk where these say something else, or are kept as they are', () => {
    const edited = bytes('# Läuse, edited\r\n')
    expect(asCommitted(edited, blobId(KEPT))).toBe(edited)
    expect(asCommitted(edited, blobId(edited))).toBe(edited)
    expect(mayBeConverted(KEPT)).toBe(false)
  })
})
