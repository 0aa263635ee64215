import type { Locate } from './inline.ts'

/** A text cut out of a file line by line, which knows where each of its characters stands there. */
export interface Piece {
  readonly text: string
  readonly locate: Locate
}

/** Parts of a file, in order, joined by line feeds. */
export function joinPiece(file: string, parts: readonly { readonly start: number; readonly end: number }[]): Piece {
  const offsets: { readonly at: number; readonly shift: number }[] = []
  const texts: string[] = []
  let length = 0
  for (const part of parts) {
    offsets.push({ at: length, shift: part.start - length })
    const text = file.slice(part.start, part.end)
    texts.push(text)
    length += text.length + 1
  }
  const limit = parts.at(-1)?.end ?? 0
  return {
    text: texts.join('\n'),
    locate(offset) {
      // The last part that begins at or before the offset, by halves: pieces of thousands of lines are asked for each.
      let [low, high] = [0, offsets.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((offsets[middle]?.at ?? 0) > offset) high = middle - 1
        else low = middle
      }
      return Math.min(limit, offset + (offsets[low]?.shift ?? 0))
    },
  }
}
