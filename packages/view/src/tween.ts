import { boxAround } from './geometry.ts'
import type { Scene, SceneNode } from './scene-types.ts'

/**
 * A scene on the way from one to another: each mark that is in both moves straight, so that an eye can follow it; all
 * else is as in `to`, relations and names fading in. `t` from 0 to 1.
 */
export function between(from: Scene, to: Scene, t: number): Scene {
  if (t >= 1) return to
  const before = new Map(from.nodes.map((node) => [node.key, node]))
  const mix = (a: number, b: number): number => a + (b - a) * t
  const nodes = to.nodes.map((node): SceneNode => {
    const start = before.get(node.key)
    if (start === undefined) return { ...node, opacity: node.opacity * t }
    const place = { x: mix(start.x, node.x), y: mix(start.y, node.y) }
    const radius = mix(start.radius, node.radius)
    return { ...node, ...place, radius, opacity: mix(start.opacity, node.opacity), box: boxAround(place, radius) }
  })
  const places = new Map(nodes.map((node) => [node.key, { x: node.x, y: node.y }]))
  const edges = to.edges.map((edge) => {
    const ends = [places.get(edge.source), places.get(edge.target)].filter((place) => place !== undefined)
    return {
      ...edge,
      opacity: edge.opacity * t,
      line: edge.kind === 'relation' && ends.length === 2 ? ends : edge.line,
    }
  })
  const labels = to.labels.map((label) => ({ ...label, opacity: label.opacity * t }))
  const regions = to.regions.map((region) => ({ ...region, opacity: region.opacity * (0.25 + 0.75 * t) }))
  return { ...to, nodes, edges, labels, regions }
}
