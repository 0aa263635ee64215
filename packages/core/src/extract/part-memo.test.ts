import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMemo } from '../build-memo.ts'
import { VENUES } from '../data/venues/index.ts'
import { parse } from '../parse/parse.ts'
import type { PieceMemo } from '../parse/piece-memo.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import { createSectionMemo, type SectionMemo } from './section-memo.ts'
import { walk } from './walk.ts'

const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures/extract', import.meta.url))
const venues = createVenueIndex(VENUES)

/** Versions of each list that lack some of its lines. */
const VERSIONS = 3

/** What the entries of a text say, without where. */
function said(path: string, text: string, pieces: PieceMemo, memo?: SectionMemo): string {
  const { entries } = walk(parse({ path, kind: 'list', text, blob: '' }, pieces), venues, memo)
  return JSON.stringify(entries, (key, value) =>
    key === 'evidence' || key === 'line' || key === 'endLine' ? null : value,
  )
}

describe('lists of every shape, version by version', () => {
  it.each(readdirSync(FIXTURES))('%s says what it says to whoever saw no other version', (name) => {
    const folder = `${FIXTURES}/${name}`
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.md'
    const lines = readFileSync(`${folder}/${input}`, 'utf8').split('\n')
    const memo = createSectionMemo()
    const { pieces } = createMemo()
    for (let version = 0; version <= VERSIONS; version++) {
      const text = lines
        .filter((_, i) => version === VERSIONS || (i * 7 + version * 3) % (VERSIONS + 3) !== 0)
        .join('\n')
      expect(said(input, text, pieces, memo)).toBe(said(input, text, pieces))
    }
  })
})
