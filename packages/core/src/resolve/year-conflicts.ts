import type { Finding } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import type { FoundVenue } from '../recognise/venue.ts'
import type { PaperMention } from './mention.ts'

/** An entry whose year is not that of its paper. */
export interface YearConflict {
  readonly entry: Entry
  readonly year: number
  /** The address of the published version proves the paper's year; else other entries state it. */
  readonly proved: boolean
}

/**
 * Years that a curator would correct: an entry of the paper's own venue in another year, or one without a venue whose own
 * address proves another year. Preprints, workshops and journal versions have years of their own.
 */
export function yearConflicts(
  mentions: readonly PaperMention[],
  venue: FoundVenue | undefined,
  year: number,
  proved: boolean,
): readonly YearConflict[] {
  const wrong = mentions.filter(({ entry, proofs }) => {
    if (entry.year === undefined || entry.year.value === year || entry.venue?.value.form === 'preprint') return false
    return entry.venue === undefined ? proofs.some((own) => own.year === year) : entry.venue.value.name === venue?.name
  })
  return wrong.map(({ entry }) => ({ entry, year, proved }))
}

/** One finding for each place that states a wrong year: a heading states that of all entries below it. */
export function yearFindings(conflicts: readonly YearConflict[]): readonly Finding[] {
  const places = new Map<string, YearConflict[]>()
  for (const conflict of conflicts) {
    const { source, line } = placeOf(conflict)
    const key = `${source}:${line} ${conflict.entry.year?.value}`
    const known = places.get(key)
    if (known === undefined) places.set(key, [conflict])
    else known.push(conflict)
  }
  return [...places.values()].flatMap(([first, ...others]) => (first === undefined ? [] : finding(first, others)))
}

function placeOf({ entry }: YearConflict): { readonly source: string; readonly line: number } {
  return entry.year?.evidence ?? entry
}

function finding(conflict: YearConflict, others: readonly YearConflict[]): Finding {
  const { entry, year, proved } = conflict
  const more = others.length === 0 ? '' : ` The same line dates ${others.length} more wrongly.`
  return {
    rule: 'resolve/year-conflict',
    severity: 'warning',
    source: placeOf(conflict).source,
    line: placeOf(conflict).line,
    column: 1,
    message: `The year ${entry.year?.value} of "${entry.title.value}" (line ${entry.line}) conflicts with ${year}, which ${proved ? 'the address of the published version proves' : 'other entries state'}.${more}`,
    hint:
      others.length === 0
        ? `Correct the year to ${year}, or the address.`
        : 'Look whether the heading has the right year and stands above the right entries.',
  }
}
