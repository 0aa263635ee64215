import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One file of the shipped font: some letters in one weight. */
export interface FontFile {
  readonly weight: 400 | 600
  /** As CSS writes it: `U+0000-00FF,U+0131`. */
  readonly range: string
  /** WOFF2. */
  readonly data: Uint8Array
}

const WEIGHTS = [400, 600] as const

/**
 * The files of the shipped font (Inter) that a text needs: the Latin ones in both weights in any case, others in the plain
 * weight alone, as few letters would cost as much again. Letters that Inter lacks (Chinese, Arabic …) need none. Reads the package's files, each once a call.
 */
export function fontsFor(text: string): readonly FontFile[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json'))
  const ranges: unknown = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))
  if (typeof ranges !== 'object' || ranges === null) return []
  const points = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0)
  return Object.entries(ranges).flatMap(([subset, range]: [string, unknown]) => {
    if (typeof range !== 'string' || (subset !== 'latin' && !points.some((point) => isIn(point, range)))) return []
    return WEIGHTS.filter((weight) => subset === 'latin' || weight === 400).map((weight) => ({
      weight,
      range,
      data: readFileSync(join(folder, 'files', `inter-${subset}-${weight}-normal.woff2`)),
    }))
  })
}

/** ASCII is in the Latin file, though some other ranges repeat single signs of it. */
function isIn(point: number, range: string): boolean {
  return (
    point > 0xff &&
    range.split(',').some((part) => {
      const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
      return point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16)
    })
  )
}

/** The `@font-face` rules of some files, with the files inside. */
export function fontFaces(fonts: readonly FontFile[]): string {
  return fonts
    .map(
      ({ weight, range, data }) =>
        `@font-face{font-family:Inter;font-weight:${weight};font-display:block;unicode-range:${range};src:url(data:font/woff2;base64,${Buffer.from(data).toString('base64')}) format("woff2")}`,
    )
    .join('\n')
}
