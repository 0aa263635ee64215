import {
  analyse,
  buildFacts,
  carryMap,
  type Facts,
  type Memo,
  pageCacheEffects,
  type ReadResult,
  rememberPlaces,
  type TourText,
} from '@fieldmap/core'
import {
  createGraphWriter,
  encodeGraph,
  type FieldGraph,
  type FieldMap,
  type Finding,
  type Report,
  writeReport,
} from '@fieldmap/graph'
import { buildFiles, type FileContents } from './build-files.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { formatFinding } from './print-findings.ts'
import { type ReadCall, readCall } from './sources.ts'
import { addTour, type ReadTour, readTourText } from './tour.ts'

/** One state of the sources, built. */
export interface LiveState {
  readonly facts: Facts
  readonly site?: string
  readonly tour?: TourText
}

/** The map of a state, and how long it took in milliseconds. */
export interface Analysed {
  readonly map: FieldMap
  readonly milliseconds: number
}

/** Builds the same sources again and again. */
export interface LiveBuild {
  readonly first: LiveState
  /** Whether the file at a real path was read for a state. */
  readonly isSource: (path: string) => boolean
  /**
   * The state of the sources now, without its map. `undefined` where nothing changed since the last one, and where
   * reading met an error that it did not meet then: that is printed, and the last state stays.
   */
  readonly update: () => Promise<LiveState | undefined>
  /**
   * Builds the last state once more with its lists below so many empty lines, for nobody to see: what edits run is
   * compiled then, and the memo holds what does not change.
   */
  readonly rehearse: (lines: number) => void
  /** The files that need no map: `graph.json` and `report.json`, which does not speak of the analysis and the tour yet. */
  readonly facts: (state: LiveState) => FileContents
  /** The map of a state, made beside other work where that can be. */
  readonly analyse: (state: LiveState) => Promise<Analysed>
  /** All files of a state, whatever was built before, and the report among them. Without its map it is made here. */
  readonly files: (state: LiveState, analysed?: Analysed) => { readonly files: FileContents; readonly report: Report }
  /**
   * The same at once, with the map of the last {@link files} carried over, and their tour unless its text is another;
   * `undefined` before those. To be shown only.
   */
  readonly preview: (state: LiveState) => FileContents | undefined
}

/**
 * Reads and builds the sources of a call.
 *
 * @param memo with one, what an edit does not touch is neither parsed nor read a second time.
 */
export async function startLiveBuild(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  memo: Memo | undefined,
): Promise<LiveBuild> {
  const stateOf = ({ read, stage }: ReadCall): LiveState => {
    const facts = buildFacts(read, effects.clock, memo)
    const report = { ...facts.report, stages: [stage, ...facts.report.stages] }
    return {
      facts: { ...facts, report },
      ...(read.site === undefined ? {} : { site: read.site }),
      ...(read.tour === undefined ? {} : { tour: read.tour }),
    }
  }
  const analyseHere = (graph: FieldGraph): Analysed => {
    const start = effects.clock()
    const map = analyse(graph)
    return { map, milliseconds: effects.clock() - start }
  }
  const encode = (text: string): Uint8Array => Buffer.from(text)
  // Keeping each line for the next build takes more time and memory than writing them once.
  const write = memo === undefined ? (graph: FieldGraph) => encodeGraph(graph, encode) : createGraphWriter(encode)
  const filesOf = (
    built: { readonly graph: FieldGraph; readonly map: FieldMap; readonly report: Report },
    tour: ReadTour | undefined,
  ): { readonly files: FileContents; readonly report: Report } => {
    const toured = tour === undefined ? built : addTour(built, tour)
    return { files: buildFiles(toured, write), report: toured.report }
  }
  const reading = rememberPlaces(pageCacheEffects)
  let last = await readCall(operands, options, effects, reading)
  let complete: { readonly map: FieldMap; readonly text?: TourText; readonly tour?: ReadTour } | undefined
  const factsOf = ({ facts: { graph, report } }: LiveState): FileContents => ({
    'graph.json': write(graph),
    'report.json': writeReport(report),
  })
  const previewOf = ({ facts: { graph, report }, tour: text }: LiveState): FileContents | undefined => {
    if (complete === undefined) return undefined
    const map = carryMap(complete.map, graph)
    const isSame = text?.path === complete.text?.path && text?.text === complete.text?.text
    const tour = isSame ? complete.tour : text && readTourText(graph, map, text)
    return filesOf({ graph, map, report }, tour).files
  }
  return {
    first: stateOf(last),
    isSource: reading.hasRead,
    async update() {
      const next = await readCall(operands, options, effects, reading)
      if (signatureOf(next.read) === signatureOf(last.read)) return undefined
      const known = new Set(errorsOf(last.read).map(nameOf))
      const errors = errorsOf(next.read).filter((finding) => !known.has(nameOf(finding)))
      if (errors.length > 0) {
        for (const finding of errors) effects.stderr(formatFinding(finding))
        effects.stderr('Not built: the last map stays.\n')
        return undefined
      }
      const state = stateOf(next)
      last = next
      return state
    },
    rehearse(lines) {
      const state = stateOf({ ...last, read: movedDown(last.read, lines) })
      factsOf(state)
      previewOf(state)
    },
    facts: factsOf,
    async analyse({ facts: { graph } }) {
      const start = effects.clock()
      const map = await effects.analyse(graph, write)
      return { map, milliseconds: effects.clock() - start }
    },
    files({ facts, tour: text }, analysed = analyseHere(facts.graph)) {
      const { map, milliseconds } = analysed
      const stage = { name: 'analyse', milliseconds: Math.round(milliseconds * 10) / 10 }
      const report = { ...facts.report, stages: [...facts.report.stages, stage] }
      const read = text === undefined ? {} : { text, tour: readTourText(facts.graph, map, text) }
      complete = { map, ...read }
      return filesOf({ graph: facts.graph, map, report }, read.tour)
    },
    preview: previewOf,
  }
}

/** The same lists below so many empty lines. */
function movedDown(read: ReadResult, lines: number): ReadResult {
  const above = '\n'.repeat(lines)
  return {
    ...read,
    sources: read.sources.map((source) =>
      source.kind === 'list' ? { ...source, text: `${above}${source.text}` } : source,
    ),
  }
}

function errorsOf({ findings }: ReadResult): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

/** Equal for the same texts under the same names; a file that was only saved again is no change. */
function signatureOf({ sources, ...rest }: ReadResult): string {
  return JSON.stringify([sources.map(({ text: _, ...source }) => source), rest])
}

/** A finding without its place, which moves as its file is edited. */
function nameOf({ rule, source, message }: Finding): string {
  return JSON.stringify([rule, source, message])
}
