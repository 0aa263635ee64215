import type { FieldGraph, PaperAttributes } from './field-graph.ts'
import { slug } from './slug.ts'

/**
 * The BibTeX record of a paper: `@article` in a journal, `@inproceedings` at a conference or workshop, `@techreport`,
 * else `@misc` with the arXiv number, with all that the graph knows (authors only where they are known). Text is UTF-8,
 * LaTeX's special characters are escaped. One field a line, no final line end.
 *
 * @throws where the graph has no such paper.
 */
export function bibtex(graph: FieldGraph, key: string): string {
  const paper = graph.getNodeAttributes(key)
  if (paper.kind !== 'paper') throw new Error(`${key} is no paper`)
  const venue = venueOf(graph, key, paper.venue)
  const { doi, arxiv } = paper.identifiers
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${escapeLatex(paper.label)}}`],
    ['author', paper.authors.length === 0 ? undefined : paper.authors.map(escapeLatex).join(' and ')],
    [venue.field, paper.venue === undefined ? undefined : escapeLatex(paper.venue)],
    ['year', paper.year === undefined ? undefined : String(paper.year)],
    ['doi', doi],
    ['eprint', arxiv],
    ['archiveprefix', arxiv === undefined ? undefined : 'arXiv'],
    ['url', doi === undefined && arxiv === undefined ? addressOf(paper) : undefined],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]))
  return [`@${venue.type}{${citationKey(paper)},`, ...lines, '}'].join('\n')
}

function venueOf(graph: FieldGraph, key: string, name: string | undefined): { type: string; field: string } {
  const venue = graph.findOutNeighbor(key, (_, node) => node.kind === 'venue' && node.name === name)
  const attributes = venue === undefined ? undefined : graph.getNodeAttributes(venue)
  switch (attributes?.kind === 'venue' ? attributes.form : undefined) {
    case 'journal':
      return { type: 'article', field: 'journal' }
    case 'conference':
    case 'workshop':
      return { type: 'inproceedings', field: 'booktitle' }
    case 'report':
      return { type: 'techreport', field: 'institution' }
    default:
      return { type: 'misc', field: 'howpublished' }
  }
}

/** First author's family name (else the first word), year, first long word of the title: `zheng2023poster`. */
function citationKey({ authors, year, label }: PaperAttributes): string {
  const words = ascii(label)
    .split('-')
    .filter((word) => word !== '')
  const title = words.find((word) => word.length > 3) ?? words[0] ?? 'untitled'
  const family = ascii(authors[0] ?? '')
    .split('-')
    .at(-1)
  return `${family ?? ''}${year ?? ''}${title}`
}

function ascii(text: string): string {
  return slug(text).replace(/[^a-z0-9-]/g, '')
}

function addressOf({ links }: PaperAttributes): string | undefined {
  return links.find(({ rel }) => rel === 'paper')?.url.replace(/[{}\\]/g, encodeURIComponent)
}

/** The characters that LaTeX would read as commands, as it prints them. */
function escapeLatex(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
