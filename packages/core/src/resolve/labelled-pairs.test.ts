import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import type { Entry } from '../extract/entry.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import { resolve } from './resolve.ts'

/**
 * `<case>/entries.csv`: entries with the paper that each denotes, labelled by a person. Each stands in a list of its own,
 * but for those that name one in a seventh column.
 */
const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures/resolve', import.meta.url))
const COLUMNS = ['paper', 'title', 'authors', 'venue', 'year', 'address'] as const
const venues = createVenueIndex(VENUES)

interface Labelled {
  readonly paper: string
  readonly entry: Entry
}

interface Score {
  readonly found: number
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly string[]
}

const cases = readdirSync(FIXTURES).map((name) => ({ name, entries: readCase(name) }))

describe('resolve on labelled pairs', () => {
  it('holds at least 300 entries', () => {
    expect(cases.flatMap(({ entries }) => entries).length).toBeGreaterThanOrEqual(300)
  })

  it('finds the pairs of each case: precision 0.99, recall 0.97', () => {
    const scores = cases.map(({ entries }) => score(entries))
    const wrong = scores.flatMap((one) => one.wrong)
    const found = sum(scores.map((one) => one.found))
    const missed = wrong.filter((line) => line.startsWith('missed')).length
    expect(found / (found + wrong.length - missed), wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
    expect(found / (found + missed), wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('finds them as well when all cases are one collection', () => {
    const { precision, recall, wrong } = score(cases.flatMap(({ entries }) => entries))
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('says by which rule the entries of a paper were merged', () => {
    const { papers } = resolve(
      cases.flatMap(({ entries }) => entries.map(({ entry }) => entry)),
      [],
    )
    const unexplained = papers.filter(({ entries, merges }) => merges.length !== entries.length - 1)
    expect(unexplained.map(({ label }) => label)).toEqual([])
  })
})

function readCase(name: string): Labelled[] {
  const rows: unknown[][] = parse(readFileSync(`${FIXTURES}/${name}/entries.csv`, 'utf8'), { fromLine: 2 })
  return rows.map((row, i) => {
    const [paper = '', title = '', authors = '', venue = '', year = '', address = '', list = ''] = row.map(String)
    expect(row.length, `${name}: ${title}`).toBeGreaterThanOrEqual(COLUMNS.length)
    return { paper, entry: entryOf(`${name}-${list || i + 2}.md`, i + 2, { title, authors, venue, year, address }) }
  })
}

function entryOf(
  source: string,
  line: number,
  cells: Readonly<Record<'title' | 'authors' | 'venue' | 'year' | 'address', string>>,
): Entry {
  const evidence = { source, line, quote: cells.title, rule: 'test/labelled' }
  const venue = venues.recognise.field(cells.venue)
  return {
    kind: 'paper',
    source,
    line,
    endLine: line,
    title: { value: cells.title, evidence },
    ...(cells.year === '' ? {} : { year: { value: Number(cells.year), evidence } }),
    ...(venue === undefined ? {} : { venue: { value: venue, evidence } }),
    authors: split(cells.authors, ';').map((value) => ({ value: value.replace(/ et al\.$/, ''), evidence })),
    organizations: [],
    links: split(cells.address, ' ').map((url) => ({ rel: 'paper', label: '', url, evidence })),
    sections: [],
  }
}

function split(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Pairs of entries: `found` of those that are one paper, and every pair that is decided wrongly. */
function score(labelled: readonly Labelled[]): Score {
  const { papers } = resolve(
    labelled.map(({ entry }) => entry),
    [],
  )
  const keyOf = new Map(papers.flatMap(({ key, entries }) => entries.map((entry) => [entry, key] as const)))
  const wrong: string[] = []
  let found = 0
  let missed = 0
  let invented = 0
  labelled.forEach((a, i) => {
    for (const b of labelled.slice(i + 1)) {
      const same = a.paper === b.paper
      const merged = keyOf.get(a.entry) === keyOf.get(b.entry)
      if (same && merged) found++
      else if (same) missed++
      else if (merged) invented++
      if (same !== merged) wrong.push(`${same ? 'missed' : 'invented'}: ${describeEntry(a)} / ${describeEntry(b)}`)
    }
  })
  return { found, precision: ratio(found, invented), recall: ratio(found, missed), wrong }
}

function describeEntry({ paper, entry }: Labelled): string {
  return `${entry.source}:${entry.line} ${paper} "${entry.title.value}"`
}

function ratio(right: number, wrong: number): number {
  return right + wrong === 0 ? 1 : right / (right + wrong)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
