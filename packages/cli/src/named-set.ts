import { type FieldIndex, filterOfNode, type NamedSet, type NodeKind, type PaperFilter } from '@fieldmap/graph'
import { communityOf, listOf, yearsOf } from './paper-options.ts'
import { pickNode } from './pick-node.ts'

/** Nodes that stand for sets of papers. Where words of a title are also words of their names, the set is meant. */
const SET_KINDS: readonly NodeKind[] = ['task', 'venue', 'dataset']

/**
 * The set of papers that an operand means, narrowed by the flags: `community:ID`, `year:2020..2022`, `list:PATH`, else a
 * node (of a task, venue or dataset its papers; of a paper itself; else the papers joined to it).
 *
 * @throws {CliError} with candidates where it means nothing or several things.
 */
export function namedSet(index: FieldIndex, words: string, flags: PaperFilter): NamedSet {
  const [, scheme, rest = ''] = /^(community|year|list):(.+)$/.exec(words) ?? []
  switch (scheme) {
    case 'community': {
      const id = communityOf(index, rest)
      const label = index.map?.communities.find((community) => community.id === id)?.label ?? id
      return { label, filter: narrowed({ communities: [id] }, flags) }
    }
    case 'year':
      return { label: rest, filter: narrowed({ years: yearsOf(rest) }, flags) }
    case 'list': {
      const path = listOf(index, rest)
      return { label: path, filter: narrowed({ sources: [path] }, flags) }
    }
    default: {
      const key = pickNode(index.graph, [words], undefined, SET_KINDS)
      return {
        label: index.graph.getNodeAttribute(key, 'label'),
        key,
        filter: narrowed(filterOfNode(index, key), flags),
      }
    }
  }
}

/** What both filters let through; evidence counts as the flags say. */
function narrowed(filter: PaperFilter, flags: PaperFilter): PaperFilter {
  const { tier, pretraining, ...rest } = flags
  const choice = { ...(tier === undefined ? {} : { tier }), ...(pretraining === undefined ? {} : { pretraining }) }
  return { ...filter, ...choice, ...(Object.keys(rest).length === 0 ? {} : { within: flags }) }
}
