import { byCodeUnits, type FieldGraph, NODE_KINDS } from '@fieldmap/graph'

/** How a short key begins; no key and no region id does. */
const MARK = '~'
/** 36⁷ short keys: two of 10,000 nodes share one in 0.06 % of graphs. */
const DIGITS = 7

/**
 * A stand-in of eight characters for the key of a node, `~` and seven of `0-9a-z`, where an address has no room for the key
 * itself; other ids, and keys that are as short, stay as they are. The same everywhere.
 */
export function shortKey(key: string): string {
  const isNode = NODE_KINDS.some((kind) => key.startsWith(`${kind}:`))
  if (!isNode || key.length <= DIGITS + 1) return key
  const number = fnv1a(key, 0x811c9dc5) * 16 + (fnv1a(key, 0x050c5d1f) % 16)
  return MARK + number.toString(36).slice(-DIGITS).padStart(DIGITS, '0')
}

const known = new WeakMap<FieldGraph, ReadonlyMap<string, string>>()

/** The key that a short key stands for in a graph, also a former one; `undefined` where it stands for none. */
export function longKey(graph: FieldGraph, short: string): string | undefined {
  if (!short.startsWith(MARK)) return undefined
  const keys = known.get(graph) ?? shortKeysOf(graph)
  known.set(graph, keys)
  return keys.get(short)
}

/** Of two that share a short key the first by code units has it; a former key never takes that of a present one. */
function shortKeysOf(graph: FieldGraph): ReadonlyMap<string, string> {
  const keys = graph.nodes().sort(byCodeUnits)
  const former = keys.flatMap((key) =>
    (graph.getNodeAttribute(key, 'formerKeys') ?? []).map((old) => [shortKey(old), key] as const),
  )
  const present = keys.map((key) => [shortKey(key), key] as const)
  return new Map([...present, ...former].toReversed())
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
