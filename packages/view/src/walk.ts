import type { Point } from './geometry.ts'
import type { Scene, SceneNode } from './scene-types.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const AHEAD: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/**
 * The key of the mark that arrow keys go to from another: the nearest in a quarter turn round the direction, where being
 * aside counts twice. Without a start, or one that is not drawn, the mark nearest the middle of the stage.
 */
export function stepTowards(scene: Scene, from: string | undefined, direction: Direction): string | undefined {
  const nodes = scene.nodes.filter(({ emphasis }) => emphasis !== 'faded')
  const start = scene.nodes.find(({ key }) => key === from)
  if (start === undefined) {
    const middle = { x: scene.width / 2, y: scene.height / 2 }
    return leastBy(nodes, (node) => Math.hypot(node.x - middle.x, node.y - middle.y))?.key
  }
  const ahead = AHEAD[direction]
  return leastBy(nodes, (node) => {
    const [dx, dy] = [node.x - start.x, node.y - start.y]
    const along = dx * ahead.x + dy * ahead.y
    const aside = Math.abs(dx * ahead.y) + Math.abs(dy * ahead.x)
    return node === start || along <= 0 || aside > along ? Number.POSITIVE_INFINITY : along + 2 * aside
  })?.key
}

function leastBy(nodes: readonly SceneNode[], cost: (node: SceneNode) => number): SceneNode | undefined {
  let best: SceneNode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const value = cost(node)
    if (value < least) [best, least] = [node, value]
  }
  return best
}
