import type { FieldGraph } from '../../field-graph.ts'
import type { FieldMap } from '../../map-file.ts'

/** Papers by what is no node of the graph; numbers of papers. */
export interface PaperGroups {
  /** By path of the text that names them. */
  readonly bySource: ReadonlyMap<string, readonly number[]>
  /** By id of the map's community. */
  readonly byCommunity: ReadonlyMap<string, readonly number[]>
}

/** Groups of papers in the order of their keys; a member of a community that is no paper is left out. Linear in mentions and members. */
export function paperGroups(
  graph: FieldGraph,
  map: FieldMap | undefined,
  papers: readonly string[],
  paperIndex: ReadonlyMap<string, number>,
): PaperGroups {
  const bySource = new Map<string, number[]>()
  papers.forEach((key, paper) => {
    for (const { source } of graph.getNodeAttribute(key, 'mentions')) {
      const own = bySource.get(source)
      if (own === undefined) bySource.set(source, [paper])
      else if (own.at(-1) !== paper) own.push(paper)
    }
  })
  const byCommunity = new Map<string, number[]>()
  for (const { id, members } of map?.communities ?? []) {
    const own = byCommunity.get(id) ?? []
    byCommunity.set(id, own)
    for (const key of members) {
      const paper = paperIndex.get(key)
      if (paper !== undefined) own.push(paper)
    }
  }
  return { bySource, byCommunity }
}
