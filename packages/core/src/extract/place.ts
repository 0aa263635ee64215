import type { Finding } from '@fieldmap/graph'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Inherited } from './build-entry.ts'
import type { Entry } from './entry.ts'
import type { Surroundings } from './paper/rule.ts'
import type { Quoter } from './quote.ts'
import { callsMeetings, callsPapers, type SectionKind } from './section/section-kinds.ts'

/** What extraction found in one document. */
export interface Extraction {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
}

/** Where the walk stands: the headings above, and what they say for the entries below. */
export interface Place {
  readonly inherited: Inherited
  readonly kind: SectionKind
  /** The share, 0..1, of the entries of the list or table at hand that link a paper. */
  readonly peers: number
  /** The share, 0..1, of the items of the list at hand that may be titles; absent outside of lists. */
  readonly titles?: number
  readonly quoter: Quoter
  readonly venues: VenueIndex
}

/** What a place tells about the readings of a shape that stand there. */
export function surroundings(shape: Surroundings['shape'], { inherited, kind, peers, titles }: Place): Surroundings {
  const heading = inherited.sections.at(-1)
  return {
    section: kind,
    dated: inherited.year !== undefined || inherited.venue !== undefined,
    shape,
    peers,
    ...(titles === undefined ? {} : { titles }),
    calledPapers: heading !== undefined && callsPapers(heading.title),
    calledMeetings: inherited.sections.some(({ title }) => callsMeetings(title)),
  }
}
