import { describe, expect, it } from 'vitest'
import { PROCEEDINGS_JOURNALS } from './proceedings-journals.ts'
import { VENUES } from './venues/index.ts'

const formOf = new Map(VENUES.map(({ name, form }) => [name, form]))

describe('PROCEEDINGS_JOURNALS', () => {
  it('names journals and conferences as the tables of venues do', () => {
    for (const [journal, conferences] of PROCEEDINGS_JOURNALS) {
      expect([journal, formOf.get(journal)]).toEqual([journal, 'journal'])
      for (const name of conferences) expect([name, formOf.get(name)]).toEqual([name, 'conference'])
    }
  })
})
