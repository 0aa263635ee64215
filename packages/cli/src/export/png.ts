import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { CliError } from '../cli-error.ts'
import { fontsFor } from './fonts.ts'

/** More pixels than these no slide program takes. */
export const MOST_PIXELS = 25_000_000

let ready: Promise<void> | undefined

/**
 * Renders an SVG document as PNG of a size in pixels (the document's proportions), with the shipped font and no other: the same bytes on every
 * machine.
 *
 * @throws {CliError} for more than 25 million pixels.
 */
export async function renderPng(
  document: string,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  if (size.width * size.height > MOST_PIXELS)
    throw new CliError('A picture has at most 25 million pixels.', 'Give a smaller --width, --height or --scale.')
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await ready
  const resvg = new Resvg(document, {
    fitTo: { mode: 'width', value: Math.round(size.width) },
    font: {
      fontBuffers: fontsFor(document).map(({ data }) => data),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      loadSystemFonts: false,
    },
  })
  try {
    return resvg.render().asPng()
  } finally {
    resvg.free()
  }
}
