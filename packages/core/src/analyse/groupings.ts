import {
  byCodeUnits,
  type Community,
  type FieldGraph,
  GROUPINGS,
  type GroupingName,
  type Region,
} from '@fieldmap/graph'

/** Regions of every grouping. Members are keys of papers, sorted, each in at most one region of a grouping. */
export type RegionsByGrouping = Readonly<Record<GroupingName, readonly Region[]>>

/**
 * Divides the papers into regions four ways; a paper that a grouping says nothing of is in none. Regions are sorted by
 * size, then id; years by time. Empty for a graph without papers. Linear in papers and their edges.
 *
 * - task: region id = key of the task. Of several tasks the paper goes to that of its own section, before one read off
 *   its title; then to the task with fewer papers (the more specific), then by key.
 * - community: id and label of the community.
 * - venue: region id = key of the venue. Venues with one paper are "Other venues" (`venue-others`), unless it is alone.
 * - year: `year:2022`. Where papers are of more than 8 years, the oldest ones are one region, "Before 2018"
 *   (`year-before:2018`), up to the first year with at least 3 papers and 2 % of all dated ones.
 */
export function groupPapers(graph: FieldGraph, communities: readonly Community[]): RegionsByGrouping {
  const papers = graph.filterNodes((_, { kind }) => kind === 'paper').sort(byCodeUnits)
  return {
    task: byTask(graph, papers),
    community: communities.map(({ id, label, members }) => ({ id, label, members })),
    venue: byVenue(graph, papers),
    year: byYear(graph, papers),
  }
}

/** The groupings in the contract's order, mapped. */
export function mapGroupings<T>(make: (name: GroupingName) => T): Record<GroupingName, T> {
  const [task, community, venue, year] = GROUPINGS
  return { task: make(task), community: make(community), venue: make(venue), year: make(year) }
}

function byTask(graph: FieldGraph, papers: readonly string[]): readonly Region[] {
  const size = new Map<string, number>()
  const sizeOf = (task: string): number => {
    const known = size.get(task) ?? graph.filterInEdges(task, (_, { kind }) => kind === 'addresses').length
    size.set(task, known)
    return known
  }
  const members = collect(papers, (paper) => {
    const tasks = graph
      .filterOutEdges(paper, (_, { kind }) => kind === 'addresses')
      .map((edge) => ({ key: graph.target(edge), rank: supportRank(graph, edge) }))
    tasks.sort((a, b) => a.rank - b.rank || sizeOf(a.key) - sizeOf(b.key) || byCodeUnits(a.key, b.key))
    return tasks[0]?.key
  })
  return toRegions(members, (task) => graph.getNodeAttribute(task, 'label'))
}

/** 0 where the paper stands under the task's own heading, 2 where only its title speaks of it, 1 for other statements. */
function supportRank(graph: FieldGraph, edge: string): number {
  const rules = graph.getEdgeAttribute(edge, 'evidence').map(({ rule }) => rule)
  if (rules.includes('link/section-task')) return 0
  return rules.every((rule) => rule === 'link/title-task') ? 2 : 1
}

const OTHER_VENUES = 'venue-others'

function byVenue(graph: FieldGraph, papers: readonly string[]): readonly Region[] {
  const members = collect(papers, (paper) => venueOf(graph, paper))
  const rare = [...members].filter(([, { length }]) => length === 1)
  if (rare.length > 1) {
    for (const [venue] of rare) members.delete(venue)
    members.set(OTHER_VENUES, rare.flatMap(([, few]) => few).sort(byCodeUnits))
  }
  return toRegions(members, (venue) =>
    venue === OTHER_VENUES ? 'Other venues' : graph.getNodeAttribute(venue, 'label'),
  )
}

/** The venue that the paper itself shows; else a published one before a preprint's, then by key. */
function venueOf(graph: FieldGraph, paper: string): string | undefined {
  const attributes = graph.getNodeAttributes(paper)
  const shown = attributes.kind === 'paper' ? attributes.venue : undefined
  const venues = graph
    .filterOutEdges(paper, (_, { kind }) => kind === 'published_in')
    .map((edge) => graph.target(edge))
    .map((key) => ({ key, rank: venueRank(graph, key, shown) }))
  venues.sort((a, b) => a.rank - b.rank || byCodeUnits(a.key, b.key))
  return venues[0]?.key
}

function venueRank(graph: FieldGraph, venue: string, shown: string | undefined): number {
  const attributes = graph.getNodeAttributes(venue)
  if (attributes.kind !== 'venue') return 3
  if (attributes.label === shown || attributes.name === shown) return 0
  return attributes.form === 'preprint' ? 2 : 1
}

/** With this many years or fewer, each is a region of its own. */
const FEW_YEARS = 8
const FULL_YEAR = { papers: 3, share: 0.02 }

function byYear(graph: FieldGraph, papers: readonly string[]): readonly Region[] {
  const years = new Map<number, string[]>()
  let dated = 0
  for (const paper of papers) {
    const attributes = graph.getNodeAttributes(paper)
    if (attributes.kind !== 'paper' || attributes.year === undefined) continue
    dated++
    const members = years.get(attributes.year)
    if (members === undefined) years.set(attributes.year, [paper])
    else members.push(paper)
  }
  const sorted = [...years].sort(([a], [b]) => a - b)
  const full = Math.max(FULL_YEAR.papers, dated * FULL_YEAR.share)
  const first = sorted.findIndex(([, { length }]) => length >= full)
  const old = sorted.length <= FEW_YEARS || first < 2 ? [] : sorted.slice(0, first)
  const folded = sorted[old.length]?.[0]
  const regions = sorted.slice(old.length).map(([year, members]) => ({ id: `year:${year}`, label: `${year}`, members }))
  if (old.length === 0 || folded === undefined) return regions
  const members = old.flatMap(([, few]) => few).sort(byCodeUnits)
  return [{ id: `year-before:${folded}`, label: `Before ${folded}`, members }, ...regions]
}

function collect(papers: readonly string[], regionOf: (paper: string) => string | undefined): Map<string, string[]> {
  const members = new Map<string, string[]>()
  for (const paper of papers) {
    const region = regionOf(paper)
    if (region === undefined) continue
    const list = members.get(region)
    if (list === undefined) members.set(region, [paper])
    else list.push(paper)
  }
  return members
}

function toRegions(members: ReadonlyMap<string, string[]>, labelOf: (id: string) => string): readonly Region[] {
  const regions = Array.from(members, ([id, papers]) => ({ id, label: labelOf(id), members: papers }))
  return regions.sort((a, b) => b.members.length - a.members.length || byCodeUnits(a.id, b.id))
}
