import type { Identifiers, PaperVersion } from '@fieldmap/graph'
import { byCodeUnits } from '@fieldmap/graph'
import { oncePerList } from '../memo.ts'
import type { FoundVenue } from '../recognise/venue.ts'
import type { PaperMention } from './mention.ts'
import { type YearConflict, yearConflicts } from './year-conflicts.ts'

/** What is shown of a paper whose entries may contradict each other. */
export interface CanonicalRecord {
  readonly label: string
  readonly identifiers: Identifiers
  readonly year?: number
  readonly yearBasis?: 'proved' | 'stated'
  readonly venue?: FoundVenue
  readonly versions: readonly PaperVersion[]
  readonly yearConflicts: readonly YearConflict[]
}

/**
 * Chooses label, year and venue among the statements of a paper's entries; all of them stay in the graph as evidence.
 * Label: the spelling that most entries use, then that of the entry with the strongest identifier. Year: what the path
 * of the published version proves, else what most entries of that venue state, else most of all.
 */
export const canonicalRecord: (mentions: readonly PaperMention[]) => CanonicalRecord = oncePerList((mentions) => {
  const ranked = mentions.toSorted(
    (a, b) => strength(b) - strength(a) || byCodeUnits(a.entry.source, b.entry.source) || a.entry.line - b.entry.line,
  )
  const label = mostCommon(ranked.map(({ entry }) => entry.title.value)) ?? ''
  const venue = chooseVenue(ranked)
  const published = ranked.filter(({ entry }) => entry.venue?.value.name === venue?.name)
  const proof = ranked.flatMap(({ proofs }) => proofs).find((proved) => agrees(proved.venue, venue))
  const stated = mostCommon(yearsOf(published)) ?? mostCommon(yearsOf(ranked))
  const year = proof?.year ?? stated
  const identifiers: Record<string, string> = {}
  for (const mention of ranked)
    for (const [scheme, value] of Object.entries(mention.identifiers)) identifiers[scheme] ??= value
  return {
    label,
    identifiers,
    ...(year === undefined ? {} : { year, yearBasis: proof === undefined ? ('stated' as const) : ('proved' as const) }),
    ...(venue === undefined ? {} : { venue }),
    versions: versionsOf(ranked),
    yearConflicts: year === undefined ? [] : yearConflicts(ranked, venue, year, proof !== undefined),
  }
})

/** Identifiers that publishers give, strongest first; then those of preprints and indexes. */
const SCHEMES = [
  'doi',
  'cvf',
  'ecva',
  'neurips',
  'pmlr',
  'acl',
  'ijcai',
  'aaai',
  'jmlr',
  'ieee',
  'acm',
  'pii',
  'openreview',
  'isca',
  'usenix',
  'rss',
  'bmvc',
  'mlsys',
  'ndss',
  'ceur',
  'oup',
  'pmid',
  'pmc',
  'mdpi',
  'arxiv',
]

function strength({ identifiers }: PaperMention): number {
  const best = SCHEMES.findIndex((scheme) => identifiers[scheme] !== undefined)
  return best < 0 ? (Object.keys(identifiers).length > 0 ? 1 : 0) : SCHEMES.length + 1 - best
}

/** The most frequent value; of equals the first. */
function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: T | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}

/** A publication before a preprint, a known venue before an unknown one, then the most frequent. */
function chooseVenue(ranked: readonly PaperMention[]): FoundVenue | undefined {
  const venues = ranked.flatMap(({ entry }) => entry.venue?.value ?? [])
  const published = venues.filter(({ form }) => form !== 'preprint')
  const known = published.filter(({ basis }) => basis === 'known')
  const pool = known.length > 0 ? known : published.length > 0 ? published : venues
  const name = mostCommon(pool.map((venue) => venue.name))
  return pool.find((venue) => venue.name === name)
}

/** An address proves a paper's year only if it is one of the venue that the list names, or the list names none. */
function agrees(proved: string, venue: FoundVenue | undefined): boolean {
  if (venue === undefined || venue.form === 'preprint') return true
  const bare = (name: string): string => name.replace(/W$| Workshop$/, '').toLowerCase()
  return bare(proved) === bare(venue.name)
}

function versionsOf(ranked: readonly PaperMention[]): PaperVersion[] {
  const versions = new Map<string, PaperVersion>()
  for (const { entry, identifiers } of ranked) {
    const version: PaperVersion = {
      identifiers,
      label: entry.title.value,
      ...(entry.venue === undefined ? {} : { venue: entry.venue.value.name }),
      ...(entry.year === undefined ? {} : { year: entry.year.value }),
    }
    versions.set(JSON.stringify([identifiers, version.label, version.venue, version.year]), version)
  }
  return [...versions.values()]
}

function yearsOf(mentions: readonly PaperMention[]): number[] {
  return mentions.flatMap(({ entry }) => entry.year?.value ?? [])
}
