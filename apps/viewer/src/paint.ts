import { colorOf, FONT_FAMILY, type Palette, type Scene, type SceneEdge, type SceneLabel } from '@fieldmap/view'

/** Paints what lies under the marks: bands between regions, the regions, then relations. */
export function paintGround(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  context.lineJoin = 'round'
  for (const edge of scene.edges) if (edge.kind === 'band') paintLine(context, edge, palette)
  for (const { path, color, stroke, emphasis, opacity } of scene.regions) {
    const shape = new Path2D(path)
    context.globalAlpha = opacity
    context.fillStyle = colorOf(palette, color)
    context.fill(shape)
    context.strokeStyle = colorOf(palette, stroke)
    context.lineWidth = emphasis === 'chosen' ? 2 : 1
    context.stroke(shape)
  }
  for (const edge of scene.edges) if (edge.kind === 'relation') paintLine(context, edge, palette)
  context.globalAlpha = 1
}

function paintLine(
  context: CanvasRenderingContext2D,
  { line, width, color, opacity }: SceneEdge,
  palette: Palette,
): void {
  context.globalAlpha = opacity
  context.strokeStyle = colorOf(palette, color)
  context.lineWidth = width
  context.beginPath()
  line.forEach(({ x, y }, i) => {
    if (i === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.stroke()
}

/** Paints what lies over the marks: rings round what is chosen or pointed at, then names. */
export function paintNames(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  for (const { key, x, y, radius, emphasis } of scene.nodes) {
    if (emphasis !== 'chosen' && key !== scene.pointed) continue
    context.strokeStyle = palette.ink
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(x, y, radius + 4, 0, 2 * Math.PI)
    context.stroke()
  }
  for (const label of scene.labels) paintLabel(context, label, palette)
  context.globalAlpha = 1
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

function paintLabel(context: CanvasRenderingContext2D, { lines, anchor, opacity }: SceneLabel, palette: Palette): void {
  context.globalAlpha = opacity
  context.textAlign = ALIGN[anchor]
  context.textBaseline = 'alphabetic'
  context.fontKerning = 'none' // as measured
  context.lineJoin = 'round'
  context.lineWidth = 3.5
  context.strokeStyle = palette.ground
  for (const { text, size, weight, x, y } of lines) {
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.strokeText(text, x, y)
  }
  for (const { text, size, weight, color, x, y } of lines) {
    context.font = `${weight} ${size}px ${FONT_FAMILY}`
    context.fillStyle = colorOf(palette, color)
    context.fillText(text, x, y)
  }
}
