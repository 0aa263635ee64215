import type { Box, Point } from './geometry.ts'
import type { Scene } from './scene-types.ts'

/**
 * The same scene on a stage `factor` times as wide and high, > 0: every place, radius, width and text size grows alike.
 * Unlike a picture that is enlarged, its numbers are the pixels that a reader of the file measures.
 */
export function scaleScene(scene: Scene, factor: number): Scene {
  const point = <P extends Point>(place: P): P => ({ ...place, x: place.x * factor, y: place.y * factor })
  const box = ({ x, y, width, height }: Box): Box => ({
    x: x * factor,
    y: y * factor,
    width: width * factor,
    height: height * factor,
  })
  return {
    ...scene,
    width: scene.width * factor,
    height: scene.height * factor,
    unit: (scene.unit ?? 1) * factor,
    nodes: scene.nodes.map((node) => ({ ...point(node), radius: node.radius * factor, box: box(node.box) })),
    edges: scene.edges.map((edge) => ({ ...edge, line: edge.line.map(point), width: edge.width * factor })),
    regions: scene.regions.map((region) => ({ ...region, outline: region.outline.map(point), box: box(region.box) })),
    labels: scene.labels.map(({ leader, ...label }) => ({
      ...label,
      ...(leader === undefined ? {} : { leader: [point(leader[0]), point(leader[1])] as const }),
      box: box(label.box),
      lines: label.lines.map((line) => ({ ...point(line), size: line.size * factor })),
    })),
    bounds: box(scene.bounds),
  }
}
