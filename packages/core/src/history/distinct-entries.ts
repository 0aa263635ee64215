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

/** Divides what an entry says in its text; no list holds it, since files with it are binary. */
const END = '\0'

/** All that an entry says, as one text; no two that differ have the same. */
function contentOf(entry: Entry): string {
  const { kind, source, title, year, years, venue, importance, mandatory, describes } = entry
  let content = `${kind}${END}${source}${END}${title.value}${END}${year?.value}${END}${years?.value}${END}`
  if (venue !== undefined) content += `${venue.value.name}${END}${venue.value.form} ${venue.value.basis}`
  content += `${END}${importance?.value} ${mandatory?.value}${END}${entry.authors.length} ${entry.links.length} `
  content += `${entry.organizations.length} ${entry.sections.length}`
  for (const { value } of entry.authors) content += END + value
  for (const { rel, label, url } of entry.links) content += `${END}${rel} ${label}${END}${url}`
  for (const { value } of entry.organizations) content += END + value
  for (const { title: heading, anchors } of entry.sections)
    content += `${END}${heading}${END}${anchors.length} ${anchors.join(END)}`
  return describes === undefined ? content : `${content}${END}${END}${contentOf(describes)}`
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
