import { colorOf, type Palette, ringWidth, type Scene, type SceneNode } from '@fieldmap/view'

/** Paints the marks of a scene on a 2D canvas: what WebGL draws on screen, for pictures. Rings lie inside the radius. */
export function paintMarks(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  for (const node of scene.nodes) {
    const line = ringWidth(node.radius / (scene.unit ?? 1)) * (scene.unit ?? 1)
    context.globalAlpha = node.opacity
    context.beginPath()
    trace(context, node, node.filled ? node.radius : node.radius - line / 2)
    context.fillStyle = node.filled ? colorOf(palette, node.color) : palette.panel
    context.fill()
    if (node.filled) continue
    context.strokeStyle = colorOf(palette, node.color)
    context.lineWidth = line
    context.stroke()
  }
  context.globalAlpha = 1
}

function trace(context: CanvasRenderingContext2D, { x, y, shape }: SceneNode, radius: number): void {
  if (shape === 'circle') context.arc(x, y, radius, 0, 2 * Math.PI)
  else context.rect(x - radius, y - radius, 2 * radius, 2 * radius)
}
