import { byCodeUnits, NODE_KINDS, type NodeKind } from '@fieldmap/graph'
import { changeWords } from '../change-words.ts'
import { counted } from '../words.ts'
import type { Moment } from './moment.ts'

/** A node of which a version's card speaks. All of it is text to be escaped. */
export interface VersionItem {
  readonly key: string
  readonly label: string
  /** Whether the map holds it, so that one can go there. */
  readonly isOnMap: boolean
}

/** What a version did to the field, and what it held that the map holds no more. */
export interface VersionCard {
  readonly came: readonly VersionItem[]
  readonly went: readonly VersionItem[]
  readonly changed: readonly (VersionItem & { readonly changes: readonly string[] })[]
  /** Other nodes that came and went, counted: `3 authors, 1 venue`; empty for none. */
  readonly otherCame: string
  readonly otherWent: string
  /** Papers that it held and that were removed since. */
  readonly gone: readonly VersionItem[]
}

/** The card of a version; papers by title. Linear in the nodes of the history. */
export function versionCardOf({ past, step, hasNode }: Moment): VersionCard {
  const { graph, history, nodes } = past
  const itemOf = (key: string): VersionItem => {
    const isOnMap = graph.hasNode(key)
    const label = isOnMap ? graph.getNodeAttribute(key, 'label') : history.removed(key)?.label
    return { key, label: label ?? key, isOnMap }
  }
  const keysWhere = (isMeant: (key: string) => boolean): readonly string[] => [...nodes.keys()].filter(isMeant)
  const came = keysWhere((key) => nodes.get(key)?.some(({ from }) => from === step.version) === true)
  const went = keysWhere((key) => nodes.get(key)?.some(({ to }) => to === step.version) === true)
  const changed = [...history.changedIn()].filter(([, versions]) => versions.includes(step.version))
  const papers = (keys: readonly string[]): readonly VersionItem[] => keys.filter(isPaper).map(itemOf).sort(byLabel)
  return {
    came: papers(came),
    went: papers(went),
    changed: changed
      .map(([key]) => {
        const made = history.changes(key).filter(({ at }) => at.commit === step.commit)
        return { ...itemOf(key), changes: made.flatMap(changeWords) }
      })
      .sort(byLabel),
    otherCame: countsOf(came),
    otherWent: countsOf(went),
    gone: papers(keysWhere((key) => hasNode(key) && !graph.hasNode(key))),
  }
}

function isPaper(key: string): boolean {
  return key.startsWith('paper:')
}

function byLabel(a: VersionItem, b: VersionItem): number {
  return byCodeUnits(a.label, b.label) || byCodeUnits(a.key, b.key)
}

/** How many nodes there are of each kind but papers, the kind being the beginning of a key. */
function countsOf(keys: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const kind = key.slice(0, key.indexOf(':'))
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return NODE_KINDS.flatMap((kind: NodeKind) => {
    const count = kind === 'paper' ? undefined : counts.get(kind)
    return count === undefined ? [] : [counted(kind, count)]
  }).join(', ')
}
