import { type Entry, extract, parse, readSources } from '@fieldmap/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { VENUES } from '../../packages/core/src/data/venues/index.ts'
import { frameworkOf } from '../../packages/core/src/recognise/link-role.ts'
import { createVenueIndex } from '../../packages/core/src/recognise/venue.ts'
import { repositoryAddress } from '../../packages/core/src/recognise/web-address.ts'
import { type ExpectedEntry, expectedEntries, LISTS, SEEDS } from './seeds.ts'

describe.each(LISTS)('each entry of %s, as a person reads it', (list) => {
  const expected = expectedEntries(list)
  let entries: readonly Entry[] = []

  beforeAll(async () => {
    const { sources } = await readSources([SEEDS], {})
    const source = sources.find(({ path }) => path === `${list}.md`)
    if (source === undefined) throw new Error(`${list} is missing`)
    entries = extract(parse(source), createVenueIndex(VENUES)).entries
  })

  it('is found, and nothing else', () => {
    expect(entries.map(({ kind, line }) => `${kind} ${line}`)).toEqual(
      expected.map(({ kind, line }) => `${kind} ${line}`),
    )
  })

  it.each(expected)('$kind of line $line: $title', (wanted) => {
    const entry = entries.find(({ kind, line }) => kind === wanted.kind && line === wanted.line)
    expect(entry === undefined ? undefined : seen(entry)).toEqual(wanted)
  })
})

/** An entry in the terms of the expectations. */
function seen(entry: Entry): ExpectedEntry {
  const links = entry.links.filter(({ url }) => url !== '')
  const range = entry.years !== undefined && entry.years.value !== String(entry.year?.value)
  const decorated =
    entry.years !== undefined &&
    entry.years.evidence.endLine === undefined &&
    entry.years.evidence.quote !== entry.years.value
  return {
    kind: entry.kind,
    line: entry.line,
    title: entry.title.value,
    year: range || decorated ? null : (entry.year?.value ?? null),
    venue: entry.venue?.value.name ?? null,
    importance: entry.importance?.value ?? 0,
    mandatory: entry.mandatory?.value ?? false,
    authors: entry.authors.map(({ value }) => value),
    organizations: entry.organizations.map(({ value }) => value),
    links: links.map(({ rel, url }) => ({ rel, url })),
    emptyLinks: entry.links.length - links.length,
    repositories: links.flatMap(({ url }) => repositoryAddress(url)?.id ?? []),
    frameworks: entry.links.flatMap(({ label }) => frameworkOf(label) ?? []),
    sections: entry.sections.map(({ title }) => title),
    ...(entry.years !== undefined && (range || decorated) ? { years: entry.years.value } : {}),
  }
}
