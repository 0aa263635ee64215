import type { Focus } from './focus.ts'
import { STRONG } from './lines.ts'
import type { SceneEdge, SceneNode } from './scene-types.ts'

/** Lines between papers that something out of sight connects, each with its name. */
export function linksOf({ links }: Focus, nodes: ReadonlyMap<string, SceneNode>): readonly SceneEdge[] {
  return links.flatMap(({ source, target, words }): readonly SceneEdge[] => {
    const [from, to] = [nodes.get(source), nodes.get(target)]
    if (from === undefined || to === undefined) return []
    return [
      {
        key: `${source}|shares|${target}`,
        kind: 'relation',
        source,
        target,
        line: [from, to].map(({ x, y }) => ({ x, y })),
        words,
        width: 1.2,
        color: 'relation',
        opacity: STRONG,
        emphasis: 'near',
      },
    ]
  })
}
