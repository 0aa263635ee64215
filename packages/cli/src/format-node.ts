import { byCodeUnits, type Evidence, type FieldGraph, type NodeAttributes } from '@fieldmap/graph'
import { printable } from './print-findings.ts'

/** A node as text for a terminal: what it is, its links, its neighbours by kind of edge, and who says so. */
export function formatNode(graph: FieldGraph, key: string): string {
  const node = graph.getNodeAttributes(key)
  const lines = [node.label, ...describe(node), key, '']
  const groups = new Map<string, string[]>()
  graph.forEachEdge(key, (_, { kind }, source, target) => {
    const other = source === key ? target : source
    const name = source === key ? kind : `${kind} (from)`
    const label = graph.getNodeAttribute(other, 'label')
    const labels = groups.get(name)
    if (labels === undefined) groups.set(name, [label])
    else labels.push(label)
  })
  for (const [name, labels] of [...groups].sort(([a], [b]) => byCodeUnits(a, b)))
    lines.push(`${name}: ${labels.sort(byCodeUnits).join(' · ')}`)
  const merges = node.mentions.filter(({ rule }) => rule.startsWith('resolve/'))
  if (merges.length > 0) lines.push('', 'Merged from these entries, by these rules', ...merges.map(formatEvidence))
  lines.push('', 'Says who?', ...node.mentions.filter((mention) => !merges.includes(mention)).map(formatEvidence))
  return `${lines.map(printable).join('\n')}\n`
}

/** One evidence: where it stands and its words. */
export function formatEvidence({ source, line, quote, rule, tier }: Evidence): string {
  return `  ${source}:${line}  ${rule}${tier === undefined ? '' : ` (tier ${tier})`}  ${quote}`
}

function describe(node: NodeAttributes): string[] {
  switch (node.kind) {
    case 'paper': {
      const stars = '★'.repeat(node.importance ?? 0)
      const facts = [node.venue, node.year, stars, node.mandatory === true ? 'mandatory' : undefined].filter(
        (fact) => fact !== undefined && fact !== '',
      )
      const ids = Object.entries(node.identifiers).map(([scheme, value]) => `${scheme}:${value}`)
      const links = node.links.map(({ rel, url }) => `${rel}: ${url}`)
      return [facts.join(' · '), node.authors.join(', '), ids.join('  '), ...links].filter((line) => line !== '')
    }
    case 'dataset':
      return [[node.fullName, node.modality, node.topic].filter((part) => part !== undefined).join(' · ')].filter(
        (line) => line !== '',
      )
    case 'venue':
      return [node.form]
    case 'repository':
      return [[node.url, node.framework].filter((part) => part !== undefined).join(' · ')]
    case 'challenge':
    case 'tool':
      return [...(node.years === undefined ? [] : [node.years]), ...node.links.map(({ rel, url }) => `${rel}: ${url}`)]
    case 'task':
    case 'author':
    case 'organization':
      return []
    default:
      return node satisfies never
  }
}
