/** Every kind of node, in the order in which people ask for them. */
export const NODE_KINDS = [
  'paper',
  'venue',
  'task',
  'dataset',
  'repository',
  'author',
  'organization',
  'challenge',
  'tool',
] as const

export type NodeKind = (typeof NODE_KINDS)[number]

/** Every kind of edge with the kinds of node that it may join. */
export const EDGE_ENDS = {
  published_in: { from: ['paper'], to: ['venue'] },
  addresses: { from: ['paper'], to: ['task'] },
  introduces: { from: ['paper', 'challenge'], to: ['dataset'] },
  uses: { from: ['paper', 'challenge'], to: ['dataset'] },
  implemented_in: { from: ['paper'], to: ['repository'] },
  written_by: { from: ['paper'], to: ['author'] },
  affiliated_with: { from: ['paper'], to: ['organization'] },
  extends: { from: ['paper'], to: ['paper'] },
  broader: { from: ['task'], to: ['task'] },
  derived_from: { from: ['dataset'], to: ['dataset'] },
  version_of: { from: ['dataset'], to: ['dataset'] },
  part_of: { from: ['dataset'], to: ['dataset'] },
  held_at: { from: ['challenge'], to: ['venue'] },
  covers: { from: ['challenge'], to: ['task'] },
  described_in: { from: ['tool', 'challenge'], to: ['paper'] },
  provided_by: { from: ['tool', 'challenge'], to: ['repository'] },
} as const satisfies Record<string, { from: readonly NodeKind[]; to: readonly NodeKind[] }>

export type EdgeKind = keyof typeof EDGE_ENDS

export const EDGE_KINDS: readonly EdgeKind[] = Object.keys(EDGE_ENDS) as EdgeKind[]

/** What an address is to its paper. */
export const LINK_RELS = [
  'paper',
  'code',
  'project',
  'data',
  'poster',
  'slides',
  'video',
  'demo',
  'supplementary',
  'other',
] as const

export type LinkRel = (typeof LINK_RELS)[number]

export const VENUE_FORMS = ['conference', 'journal', 'workshop', 'preprint', 'report'] as const

export type VenueForm = (typeof VENUE_FORMS)[number]
