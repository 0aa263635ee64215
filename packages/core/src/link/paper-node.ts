import type { Mention } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import type { Merge, Paper } from '../resolve/paper.ts'
import { linksOf } from './links-of.ts'
import type { NodeStatement } from './statement.ts'
import type { Supplement } from './supplement.ts'

/** What the entries of a paper say of it, and what other files add. */
export function paperNode(paper: Paper, more: Supplement | undefined): NodeStatement {
  const { entries } = paper
  const importance = Math.max(0, ...entries.map((entry) => entry.importance?.value ?? 0))
  const mandatory = entries.some((entry) => entry.mandatory !== undefined)
  const listed = entries
    .map((entry) => entry.authors.map(({ value }) => value))
    .reduce((best, names) => (names.length > best.length ? names : best), [])
  const authors = listed.length > 0 ? listed : (more?.authors.map(({ value }) => value) ?? [])
  return {
    key: paper.key,
    kind: 'paper',
    attributes: {
      kind: 'paper',
      label: paper.label,
      ...(paper.formerKeys.length === 0 ? {} : { formerKeys: [...paper.formerKeys] }),
      ...(paper.year === undefined ? {} : { year: paper.year }),
      ...(paper.yearBasis === undefined ? {} : { yearBasis: paper.yearBasis }),
      ...(paper.venue === undefined ? {} : { venue: paper.venue.name }),
      authors,
      ...(importance === 0 ? {} : { importance }),
      ...(mandatory ? { mandatory: true } : {}),
      ...(more?.abstract === undefined ? {} : { abstract: more.abstract }),
      identifiers: { ...more?.identifiers, ...paper.identifiers },
      links: linksOf(entries),
      versions: [...paper.versions],
    },
    mentions: [...entries.flatMap(mentionsOf), ...paper.merges.flatMap(mergeMentions), ...(more?.mentions ?? [])],
  }
}

/** Where an entry names its paper, and where it states year, stars and trophy, with the headings above. */
function mentionsOf(entry: Entry): Mention[] {
  const section = entry.sections.map(({ title }) => title)
  const stated = [entry.title, entry.year, entry.importance, entry.mandatory]
  return stated.flatMap((statement) =>
    statement === undefined ? [] : [{ ...statement.evidence, ...(section.length === 0 ? {} : { section }) }],
  )
}

/** Why entries are one paper: the rule, said of the words in both. */
function mergeMentions({ rule, a, b }: Merge): Mention[] {
  return [a, b].map((entry) => ({ ...entry.title.evidence, rule }))
}
