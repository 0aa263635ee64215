import { PALETTES, type Picture, type Theme } from '@fieldmap/view'
import { loadFont } from './fonts.ts'
import { paintGround, paintNames } from './paint.ts'
import { paintFoot } from './paint-foot.ts'
import { paintMarks } from './paint-marks.ts'

/** A browser that paints no more than this many pixels gives an empty picture beyond: Safari on a phone. */
const MOST_PIXELS = 16_777_216

/**
 * A picture as PNG, `ratio` pixels wide for each of its own, or as many as a browser can paint. Painted by the same code as
 * the screen, but for the marks, which WebGL draws there.
 *
 * @throws where the browser gives no picture, with a sentence for the reader.
 */
export async function pngOf({ scene, foot }: Picture, theme: Theme, ratio: number): Promise<Blob> {
  await loadFont()
  const scale = Math.min(ratio, Math.sqrt(MOST_PIXELS / (scene.width * scene.height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(scene.width * scale)
  canvas.height = Math.round(scene.height * scale)
  const context = canvas.getContext('2d')
  if (context !== null) {
    const palette = PALETTES[theme]
    context.scale(scale, scale)
    context.fillStyle = palette.ground
    context.fillRect(0, 0, scene.width, scene.height)
    paintGround(context, scene, palette)
    paintMarks(context, scene, palette)
    paintNames(context, scene, palette)
    if (foot !== undefined) paintFoot(context, foot, palette, scene.unit ?? 1)
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  canvas.width = 0
  canvas.height = 0
  if (context === null || blob === null) throw new Error('The browser makes no PNG here. Save the SVG instead.')
  return blob
}
