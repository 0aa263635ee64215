import type { EdgeKind, NodeKind } from './kinds.ts'

declare const nodeBrand: unique symbol
declare const edgeBrand: unique symbol

/** `<kind>:<slug>`: the identity of a node; labels are display. */
export type NodeKey = string & { readonly [nodeBrand]: true }
/** `<source>|<kind>|<target>`: the identity of an edge. */
export type EdgeKey = string & { readonly [edgeBrand]: true }

/** The key of a node from its kind and its slug (or, for a repository, `host/owner/name`). */
export function nodeKey(kind: NodeKind, id: string): NodeKey {
  return `${kind}:${id}` as NodeKey
}

/** The key of an edge: one per source, kind and target. */
export function edgeKey(source: NodeKey, kind: EdgeKind, target: NodeKey): EdgeKey {
  return `${source}|${kind}|${target}` as EdgeKey
}

/** Orders strings by UTF-16 code units, never by locale, so that files are the same everywhere. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
