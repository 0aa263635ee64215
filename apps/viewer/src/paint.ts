import {
  colorOf,
  FONT_FAMILY,
  type Palette,
  type Point,
  RINGS,
  type Scene,
  type SceneEdge,
  type SceneLabel,
  type SceneNode,
} from '@fieldmap/view'

/** Paints what lies under the marks: bands between regions, the regions, then relations. */
export function paintGround(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { unit = 1 } = scene
  context.lineJoin = 'round'
  for (const edge of scene.edges) if (edge.kind === 'band') paintLine(context, edge, palette)
  for (const { outline, box, color, stroke, emphasis, opacity } of scene.regions) {
    if (box.x > scene.width || box.y > scene.height || box.x + box.width < 0 || box.y + box.height < 0) continue
    const shape = borderOf(outline)
    context.globalAlpha = opacity
    context.fillStyle = colorOf(palette, color)
    context.fill(shape)
    context.strokeStyle = colorOf(palette, stroke)
    context.lineWidth = (emphasis === 'chosen' ? 2 : 1) * unit
    context.stroke(shape)
  }
  for (const edge of scene.edges) if (edge.kind === 'relation') paintLine(context, edge, palette)
  context.globalAlpha = 1
}

/** The smooth line that an outline controls, as `closedPath` has it. */
function borderOf(outline: readonly Point[]): Path2D {
  const shape = new Path2D()
  let before = outline.at(-1)
  outline.forEach((corner, i) => {
    const after = outline[(i + 1) % outline.length] ?? corner
    if (i === 0 && before !== undefined) shape.moveTo((before.x + corner.x) / 2, (before.y + corner.y) / 2)
    shape.quadraticCurveTo(corner.x, corner.y, (corner.x + after.x) / 2, (corner.y + after.y) / 2)
    before = corner
  })
  shape.closePath()
  return shape
}

function paintLine(
  context: CanvasRenderingContext2D,
  { line, width, color, opacity }: SceneEdge,
  palette: Palette,
): void {
  context.globalAlpha = opacity
  context.strokeStyle = colorOf(palette, color)
  context.lineWidth = width
  strokeAlong(context, line)
}

function strokeAlong(context: CanvasRenderingContext2D, line: readonly Point[]): void {
  context.beginPath()
  line.forEach(({ x, y }, i) => {
    if (i === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.stroke()
}

/** Paints what lies over the marks: rings round what is new, chosen or pointed at, then names. */
export function paintNames(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { unit = 1 } = scene
  const ring = ({ x, y, radius }: SceneNode, reach: number, color: string): void => {
    context.strokeStyle = color
    context.lineWidth = 1.5 * unit
    context.beginPath()
    context.arc(x, y, radius + reach * unit, 0, 2 * Math.PI)
    context.stroke()
  }
  for (const node of scene.nodes) {
    if (!node.isNew) continue
    context.globalAlpha = node.opacity
    ring(node, RINGS.isNew, palette.accent)
  }
  context.globalAlpha = 1
  for (const node of scene.nodes) {
    if (node.emphasis === 'chosen' || node.key === scene.pointed)
      ring(node, node.isNew ? RINGS.outer : RINGS.asked, palette.ink)
  }
  for (const label of scene.labels) paintLabel(context, label, palette, unit)
  context.globalAlpha = 1
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

function paintLabel(
  context: CanvasRenderingContext2D,
  { lines, anchor, opacity, leader }: SceneLabel,
  palette: Palette,
  unit: number,
): void {
  context.globalAlpha = opacity
  if (leader !== undefined) {
    context.strokeStyle = palette.quiet
    context.lineWidth = unit
    strokeAlong(context, leader)
  }
  context.textAlign = ALIGN[anchor]
  context.textBaseline = 'alphabetic'
  context.fontKerning = 'none' // as measured
  context.lineJoin = 'round'
  context.lineWidth = 3.5 * unit
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
