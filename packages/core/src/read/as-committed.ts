import { blobId } from './blob-id.ts'

/**
 * The bytes that git keeps of a file whose copy on disk it wrote with other line ends, in UTF-16 or with its object id filled
 * in, as a repository's attributes and settings may say; the bytes themselves where they are not just that. No
 * filter is started: that a conversion was the right one shows in the object id. Linear.
 *
 * @param oid the object that git has of the file
 */
export function asCommitted(bytes: Uint8Array, oid: string): Uint8Array {
  const algorithm = oid.length === 64 ? 'sha256' : 'sha1'
  if (blobId(bytes, algorithm) === oid) return bytes
  const plain = Buffer.from(
    Buffer.from(withoutUtf16(bytes))
      .toString('latin1')
      .replaceAll('\r\n', '\n')
      .replace(/\$Id: [0-9a-f]+ \$/g, '$Id$'),
    'latin1',
  )
  return blobId(plain, algorithm) === oid ? plain : bytes
}

/** May a file be another in git? Cheap, and right for nearly every file that is the same. */
export function mayBeConverted(bytes: Uint8Array): boolean {
  return (
    bytes.includes(0x0d) ||
    bytes.includes(0) ||
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('$Id: ')
  )
}

function withoutUtf16(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes
  const isBig = bytes[0] === 0xfe || bytes[0] === 0
  return new TextEncoder().encode(new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes))
}
