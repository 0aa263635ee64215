import {
  byCodeUnits,
  type FieldGraph,
  type FieldMap,
  type Finding,
  GRAPH_FORMAT,
  GRAPH_VERSION,
  type GraphSource,
  NODE_KINDS,
  type NodeKind,
  type Report,
} from '@fieldmap/graph'
import { analyse } from './analyse/analyse.ts'
import type { Memo } from './build-memo.ts'
import { readCurated } from './curated/curated.ts'
import { VENUES } from './data/venues/index.ts'
import { buildGraph } from './graph/build-graph.ts'
import { link } from './link/link.ts'
import type { ReadResult, SourceText } from './read/source-text.ts'
import { readList } from './read-lists.ts'
import { createVenueIndex } from './recognise/venue.ts'
import type { Paper } from './resolve/paper.ts'
import { resolve } from './resolve/resolve.ts'

/** The facts that some texts state, before anything is computed from them. */
export interface Facts {
  readonly graph: FieldGraph
  readonly papers: readonly Paper[]
  readonly report: Report
}

/** What a build makes of the texts. */
export interface Build extends Facts {
  readonly map: FieldMap
}

/** A clock in milliseconds, for the report only: graph and map are functions of the texts. */
export type Clock = () => number

/**
 * The whole pipeline after reading: {@link buildFacts}, then analyse. Graph and map are functions of the texts alone,
 * whatever their order. Never throws for bad input: what cannot be read is in `report.findings`.
 *
 * @param memo what earlier builds met; the result is the same without.
 */
export function build(read: ReadResult, clock: Clock, memo?: Memo): Build {
  const facts = buildFacts(read, clock, memo)
  const timer = createTimer(clock)
  const map = timer.run('analyse', () => analyse(facts.graph))
  return { ...facts, map, report: { ...facts.report, stages: [...facts.report.stages, ...timer.stages] } }
}

/**
 * The pipeline from texts to graph: parse → extract → resolve → link → graph. About linear in the texts.
 *
 * @param memo what earlier builds met; the result is the same without.
 */
export function buildFacts(read: ReadResult, clock: Clock, memo?: Memo): Facts {
  const timer = createTimer(clock)
  const sources = read.sources.toSorted((a, b) => byCodeUnits(a.path, b.path))
  const curated = timer.run('curated', () => (memo?.curated ?? readCurated)(sources))
  const venues = (memo?.venues ?? createVenueIndex)([...VENUES, ...curated.vocabulary.venues])
  // List by list, so that one document at a time is held.
  const extracted = sources.flatMap((source) => {
    if (source.kind !== 'list') return []
    return [(memo?.lists ?? readList)(source, venues, timer.run)]
  })
  const entries = extracted.flatMap((list) => list.entries)
  const resolved = timer.run('resolve', () => resolve(entries, curated.decisions, memo?.match))
  const linked = timer.run('link', () => (memo?.link ?? link)(resolved.papers, entries, curated, venues))
  const graph = timer.run('graph', () =>
    (memo?.graph ?? buildGraph)(linked, {
      format: GRAPH_FORMAT,
      version: GRAPH_VERSION,
      title: read.title,
      ...(read.site === undefined ? {} : { site: read.site }),
      sources: sources.map(sourceOf),
    }),
  )
  const counts = { entries: entries.length, compared: resolved.compared, ...countKinds(graph), edges: graph.size }
  const findings = sortFindings([
    ...read.findings,
    ...curated.findings,
    ...extracted.flatMap((list) => list.findings),
    ...resolved.findings,
    ...linked.findings,
  ])
  return { graph, papers: resolved.papers, report: { counts, findings, stages: timer.stages } }
}

/** Times stages; one that runs several times is one stage. */
interface Timer {
  readonly stages: { name: string; milliseconds: number }[]
  readonly run: <T>(name: string, work: () => T) => T
}

function createTimer(clock: Clock): Timer {
  const stages: Timer['stages'] = []
  return {
    stages,
    run(name, work) {
      const start = clock()
      const result = work()
      const spent = clock() - start
      const stage = stages.find((known) => known.name === name)
      if (stage === undefined) stages.push({ name, milliseconds: tenths(spent) })
      else stage.milliseconds = tenths(stage.milliseconds + spent)
      return result
    },
  }
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}

function sourceOf({ path, kind, blob, repository, repositoryPath, branch }: SourceText): GraphSource {
  return {
    path,
    kind,
    blob,
    ...(repository === undefined ? {} : { repository }),
    ...(repositoryPath === undefined ? {} : { repositoryPath }),
    ...(branch === undefined ? {} : { branch }),
  }
}

function countKinds(graph: FieldGraph): Record<string, number> {
  const counts: Record<NodeKind, number> = {
    paper: 0,
    venue: 0,
    task: 0,
    dataset: 0,
    repository: 0,
    author: 0,
    organization: 0,
    challenge: 0,
    tool: 0,
  }
  graph.forEachNode((_, { kind }) => {
    counts[kind]++
  })
  return Object.fromEntries(NODE_KINDS.map((kind) => [kind, counts[kind]]))
}

function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      byCodeUnits(a.source, b.source) ||
      a.line - b.line ||
      a.column - b.column ||
      byCodeUnits(a.rule, b.rule) ||
      byCodeUnits(a.message, b.message),
  )
}
