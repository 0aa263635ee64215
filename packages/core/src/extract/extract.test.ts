import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import type { Entry } from './entry.ts'
import { extract } from './extract.ts'

const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures/extract', import.meta.url))
const venues = createVenueIndex(VENUES)

/** An entry as fixtures state it; what is absent is not there. */
interface FixtureEntry {
  readonly line: number
  readonly kind?: 'challenge' | 'tool'
  readonly title: string
  readonly year?: number
  readonly venue?: string
  readonly authors?: readonly string[]
  readonly paper?: readonly string[]
  readonly code?: readonly string[]
  /** Other links, `rel address`. */
  readonly links?: readonly string[]
  readonly section?: readonly string[]
}

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  const folder = `${FIXTURES}/${name}`
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.md'
  const { entries, findings } = extract(
    parse({ path: input, kind: 'list', text: readFileSync(`${folder}/${input}`, 'utf8'), blob: '' }),
    venues,
  )
  const seen = entries.map(toFixture)

  it('holds the entries that a person reads in it', () => {
    const path = `${folder}/output.json`
    if (process.env.UPDATE !== undefined)
      writeFileSync(path, `[\n${seen.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
    expect(existsSync(path), `${path} is missing; UPDATE=1 writes one to correct by hand`).toBe(true)
    expect(seen).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })

  const path = `${folder}/findings.txt`
  if (!existsSync(path)) return
  it('gives the findings', () => {
    expect(findings.map(({ rule, line }) => `${line} ${rule}`).sort()).toEqual(
      readFileSync(path, 'utf8').trim().split('\n').sort(),
    )
  })
})

describe('an item of thirty thousand characters', () => {
  // Each took minutes where its work was not bounded by what stands at its end.
  it.each(['Ann Lee, ', '“A Title” ', '. ', 'CVPR, ', '(2020) ', 'by Ann Lee '])(
    'is read in time: %j, again and again',
    (words) => {
      const text = `# L\n\n- **A Title of Some Words** ${words.repeat(29_000 / words.length)}\n- A Title of Words, CVPR 2020\n`
      const { entries } = extract(parse({ path: 'list.md', kind: 'list', text, blob: '' }), venues)
      expect(entries.at(-1)?.title.value).toBe('A Title of Words')
    },
  )
})

function toFixture(entry: Entry): FixtureEntry {
  const links = entry.links.filter(({ url }) => url !== '')
  const urls = (rel: string): string[] => links.filter((link) => link.rel === rel).map(({ url }) => url)
  const others = links.filter(({ rel }) => rel !== 'paper' && rel !== 'code').map(({ rel, url }) => `${rel} ${url}`)
  const list = <T>(name: string, values: readonly T[]): object => (values.length === 0 ? {} : { [name]: values })
  return {
    line: entry.line,
    ...(entry.kind === 'paper' ? {} : { kind: entry.kind }),
    title: entry.title.value,
    ...(entry.year === undefined ? {} : { year: entry.year.value }),
    ...(entry.venue === undefined ? {} : { venue: entry.venue.value.name }),
    ...list(
      'authors',
      entry.authors.map(({ value }) => value),
    ),
    ...list('paper', urls('paper')),
    ...list('code', urls('code')),
    ...list('links', others),
    ...list(
      'section',
      entry.sections.map(({ title }) => title),
    ),
  }
}
