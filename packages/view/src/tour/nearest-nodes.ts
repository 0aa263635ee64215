import { byCodeUnits, type FieldGraph, fold, NODE_KINDS, type NodeKind } from '@fieldmap/graph'

/** Nodes that are given, and the least likeness of their names, 0..1. */
const MOST = 3
const LEAST_LIKENESS = 0.4

/**
 * The nodes whose names are most like some words or a key that no node has: by Dice's coefficient of the words (Dice 1945,
 * doi:10.2307/1932409), of a key those of its slug and only nodes of its kind. Best first, ties by key; none where nothing
 * is like it. Linear in the names.
 */
export function nearestNodes(
  graph: FieldGraph,
  name: string,
  kinds: readonly NodeKind[] = NODE_KINDS,
): readonly string[] {
  const ofKey = NODE_KINDS.find((kind) => name.startsWith(`${kind}:`))
  const wanted = wordsOf(ofKey === undefined ? name : name.slice(ofKey.length + 1))
  const considered = ofKey === undefined ? kinds : [ofKey]
  return graph
    .reduceNodes<{ key: string; likeness: number }[]>((found, key, { kind, label }) => {
      const likeness = considered.includes(kind) ? dice(wanted, wordsOf(label)) : 0
      if (likeness >= LEAST_LIKENESS) found.push({ key, likeness })
      return found
    }, [])
    .sort((a, b) => b.likeness - a.likeness || byCodeUnits(a.key, b.key))
    .slice(0, MOST)
    .map(({ key }) => key)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).split(' '))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return (2 * both) / (a.size + b.size)
}
