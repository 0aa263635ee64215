import { byCodeUnits, slug } from '@fieldmap/graph'
import { writeBibtex } from './find-bibtex.ts'
import type { FoundCitation } from './read-repository.ts'

/** Fields that a bibliography file keeps; `title` is the paper's own, so that it matches. */
const KEPT = [
  'author',
  'booktitle',
  'journal',
  'volume',
  'number',
  'pages',
  'year',
  'publisher',
  'doi',
  'eprint',
  'archiveprefix',
  'url',
] as const

/**
 * A bibliography of the entries that READMEs give for their papers, one a paper (the fullest, then the first by
 * source), sorted by title. Keys are made of titles. A comment before each says where it stands.
 */
export function writeBibliography(citations: readonly FoundCitation[]): string {
  const best = new Map<string, FoundCitation>()
  const ordered = citations.toSorted((a, b) => byCodeUnits(a.source, b.source) || byCodeUnits(a.path, b.path))
  for (const citation of ordered) {
    const other = best.get(citation.paper)
    if (other === undefined || fullness(citation) > fullness(other)) best.set(citation.paper, citation)
  }
  const taken = new Set<string>()
  return [...best.values()]
    .sort((a, b) => byCodeUnits(a.paper, b.paper))
    .map(({ paper, entry, source, path, commit }) => {
      const fields = new Map([['title', paper]])
      for (const name of KEPT) {
        const value = entry.fields.get(name)
        if (value !== undefined && value !== '') fields.set(name, name === 'author' ? authorList(value) : value)
      }
      const place = `${source} ${path}:${entry.line} at ${commit}`.replace(/[\p{Cc}@{}]/gu, ' ')
      return `% ${place}\n${writeBibtex({ type: entry.type, key: keyFor(paper, taken), fields })}`
    })
    .join('\n')
}

/** "Jane Roe, John Doe, Ann Poe" is a list of three: BibTeX joins names by "and". */
function authorList(value: string): string {
  const names = value.split(/\s*,\s*(?:and\s+)?/)
  const isList = names.length > 2 && !/\sand\s.*\sand\s/.test(value) && names.every((name) => /\S\s+\S/.test(name))
  return isList ? names.join(' and ').replace(/\s+and\s+and\s+/g, ' and ') : value
}

function fullness({ entry }: FoundCitation): number {
  return KEPT.filter((name) => (entry.fields.get(name) ?? '') !== '').length
}

function keyFor(paper: string, taken: Set<string>): string {
  const base = slug(paper).slice(0, 80).replace(/-$/, '') || 'paper'
  let key = base
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`
  taken.add(key)
  return key
}
