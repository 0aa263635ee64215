import { colorOf, FONT_FAMILY, FOOT_COVER, type Palette, type PictureFoot } from '@fieldmap/view'

/** Paints the foot of a picture on a 2D canvas, as the SVG of it is drawn. */
export function paintFoot(
  context: CanvasRenderingContext2D,
  { box, discs, strokes, texts }: PictureFoot,
  palette: Palette,
  unit: number,
): void {
  context.globalAlpha = FOOT_COVER
  context.fillStyle = palette.ground
  context.fillRect(box.x, box.y, box.width, box.height)
  context.globalAlpha = 1
  for (const { from, to, width, color } of strokes) {
    context.strokeStyle = colorOf(palette, color)
    context.lineWidth = width
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }
  context.fillStyle = palette.quiet
  context.strokeStyle = palette.quiet
  context.lineWidth = 1.5 * unit
  for (const { x, y, radius, filled } of discs) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    if (filled) context.fill()
    else context.stroke()
  }
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fontKerning = 'none' // as measured
  for (const { text, size, weight, color, x, y } of texts) {
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.fillStyle = colorOf(palette, color)
    context.fillText(text, x, y)
  }
}
