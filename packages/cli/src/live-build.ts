import { analyse, buildFacts, carryMap, type Facts, type Memo, type ReadResult, type TourText } from '@fieldmap/core'
import type { FieldMap, Finding, Report } from '@fieldmap/graph'
import { buildFiles } from './build-files.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { formatFinding } from './print-findings.ts'
import { type ReadCall, readCall } from './sources.ts'
import { withTour } from './tour.ts'

/** The files of a build by name. */
export type BuildFiles = Readonly<Record<string, string>>

/** One state of the sources, built. */
export interface LiveState {
  readonly facts: Facts
  readonly site?: string
  readonly tour?: TourText
}

/** Builds the same sources again and again. */
export interface LiveBuild {
  readonly first: LiveState
  /**
   * The state of the sources now, without its map. `undefined` where nothing changed since the last one, and where
   * reading met an error that it did not meet then: that is printed, and the last state stays.
   */
  readonly update: () => Promise<LiveState | undefined>
  /** All files of a state, whatever was built before, and the report among them. */
  readonly files: (state: LiveState) => { readonly files: BuildFiles; readonly report: Report }
  /** The same at once, with the map of the last {@link files} carried over; `undefined` before those. To be shown only. */
  readonly preview: (state: LiveState) => BuildFiles | undefined
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
  let last = await readCall(operands, options, effects)
  let map: FieldMap | undefined
  return {
    first: stateOf(last),
    async update() {
      const next = await readCall(operands, options, effects)
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
    files({ facts, tour }) {
      const start = effects.clock()
      map = analyse(facts.graph)
      const stage = { name: 'analyse', milliseconds: Math.round((effects.clock() - start) * 10) / 10 }
      const report = { ...facts.report, stages: [...facts.report.stages, stage] }
      const built = withTour({ graph: facts.graph, map, report }, tour)
      return { files: buildFiles(built), report: built.report }
    },
    preview: ({ facts: { graph, report }, tour }) =>
      map === undefined ? undefined : buildFiles(withTour({ graph, map: carryMap(map, graph), report }, tour)),
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
