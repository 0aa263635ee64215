import type { EdgeKind, GroupingName, NodeKind } from '@fieldmap/graph'

/** The name of a kind of node in running text; a task is a subfield to readers. */
const KIND_WORDS: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  paper: ['paper', 'papers'],
  venue: ['venue', 'venues'],
  task: ['subfield', 'subfields'],
  dataset: ['dataset', 'datasets'],
  repository: ['repository', 'repositories'],
  author: ['author', 'authors'],
  organization: ['organization', 'organizations'],
  challenge: ['challenge', 'challenges'],
  tool: ['tool', 'tools'],
}

/** @example kindWord('repository', 2) // 'repositories' */
export function kindWord(kind: NodeKind, count: number): string {
  return KIND_WORDS[kind][count === 1 ? 0 : 1]
}

/** @example counted('paper', 1) // '1 paper' */
export function counted(kind: NodeKind, count: number): string {
  return `${groupDigits(count)} ${kindWord(kind, count)}`
}

/** Thousands apart by a narrow blank, the same in every locale. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** What the regions of a grouping are called. */
export const GROUPING_WORDS: Readonly<Record<GroupingName, { one: string; many: string }>> = {
  task: { one: 'Subfield', many: 'Subfields' },
  community: { one: 'Community', many: 'Communities' },
  venue: { one: 'Venue', many: 'Venues' },
  year: { one: 'Year', many: 'Years' },
}

/** How an edge reads from its source, and from its target. */
export const RELATION_WORDS: Readonly<Record<EdgeKind, readonly [forth: string, back: string]>> = {
  published_in: ['Published in', 'Papers'],
  addresses: ['Subfields', 'Papers'],
  introduces: ['Introduces', 'Introduced by'],
  uses: ['Datasets', 'Used by'],
  implemented_in: ['Code', 'Implements'],
  written_by: ['Authors', 'Papers'],
  affiliated_with: ['Organizations', 'Papers'],
  extends: ['Extends', 'Extended by'],
  broader: ['Part of', 'Covers'],
  derived_from: ['Derived from', 'Source of'],
  version_of: ['Version of', 'Versions'],
  part_of: ['Part of', 'Parts'],
  held_at: ['Held at', 'Challenges'],
  covers: ['Subfields', 'Challenges'],
  described_in: ['Described in', 'Describes'],
  provided_by: ['Code', 'Provides'],
}

/** An edge as a line says it: `uses`, `published in`. */
export function relationWord(kind: EdgeKind): string {
  return kind.replace(/_/g, ' ')
}

/** Words of a title that stand for the whole where there is little room. */
export function shortTitle(title: string): string {
  const colon = title.search(/[:：]/)
  return colon > 1 && colon <= 28 ? title.slice(0, colon) : title
}
