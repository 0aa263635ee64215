import type { Entry } from '../extract/entry.ts'

/** Entries of many versions, each that says the same once. */
export interface DistinctEntries {
  /** The entry that stands for all that say what this one says, wherever and in whatever form they say it. */
  readonly distinct: (entry: Entry) => Entry
  /** Those that stand for others, in the order in which they were met. */
  readonly all: () => readonly Entry[]
}

/**
 * Tells entries apart by what they say: kind, list, title, year, venue, people, links, stars and headings. Lines,
 * quotes and markup do not count, so that a list that is sorted or formatted anew says nothing new.
 */
export function createDistinctEntries(): DistinctEntries {
  const known = new Map<string, Entry>()
  const byObject = new WeakMap<Entry, Entry>()
  const distinct = (entry: Entry): Entry => {
    const met = byObject.get(entry)
    if (met !== undefined) return met
    const key = contentOf(entry)
    let first = known.get(key)
    if (first === undefined) {
      first = entry.describes === undefined ? entry : { ...entry, describes: distinct(entry.describes) }
      known.set(key, first)
    }
    byObject.set(entry, first)
    return first
  }
  return { distinct, all: () => [...known.values()] }
}

/** All that an entry says, as one text; no two that differ have the same. */
function contentOf(entry: Entry): string {
  const { kind, source, title, year, years, venue, authors, organizations, links, importance, mandatory } = entry
  return JSON.stringify([
    kind,
    source,
    title.value,
    year?.value,
    years?.value,
    venue?.value.name,
    venue?.value.form,
    venue?.value.basis,
    authors.map(({ value }) => value),
    organizations.map(({ value }) => value),
    links.map(({ rel, label, url }) => [rel, label, url]),
    importance?.value,
    mandatory?.value,
    entry.sections.map((section) => [section.title, section.anchors]),
    entry.describes === undefined ? undefined : contentOf(entry.describes),
  ])
}

/** What tells which paper an entry is: {@link contentOf} without what a list only says about it. */
export function identityOf({ source, title, year, venue, authors, links }: Entry): string {
  return JSON.stringify([
    source,
    title.value,
    year?.value,
    venue?.value.name,
    authors.map(({ value }) => value),
    links.map(({ rel, url }) => [rel, url]),
  ])
}
