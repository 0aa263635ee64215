import { type Evidence, type Finding, QUOTE_LIMIT } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { paperAddress } from '../recognise/identifiers.ts'
import { shorten } from './quoted-line.ts'

/** One work as a bibliography describes it. */
export interface BibliographyRecord {
  readonly title: string
  /** Names as they are printed, in order; "and others" is left out. */
  readonly authors: readonly string[]
  readonly year?: number
  /** Canonical strings by scheme, as those of papers. */
  readonly identifiers: Readonly<Record<string, string>>
  readonly abstract?: string
  readonly place: { readonly source: string; readonly line: number }
  /**
   * Where a field of the record stands, or the words in it where they stand on one line; the record's own beginning for
   * a field that can't be found.
   */
  readonly evidenceOf: (field: 'title' | 'author' | 'doi' | 'abstract', rule: string, words?: string) => Evidence
}

/** The records of one bibliography, and what could not be read. */
export interface ReadBibliography {
  readonly records: readonly BibliographyRecord[]
  readonly findings: readonly Finding[]
}

/** What a record says, as its format spells it; empty where it says nothing. */
export interface RecordFields {
  readonly title: string
  readonly authors: readonly string[]
  readonly year: string
  readonly doi: string
  readonly url: string
  readonly eprint: string
  readonly abstract: string
}

/** The lines of a record in its file, 1-based, and how a field begins there. */
export interface RecordPlace {
  readonly line: number
  readonly last: number
  readonly lines: readonly string[]
  readonly fieldPattern: (field: string) => RegExp
}

/** Makes one record of its fields; a finding where it has no title. */
export function bibliographyRecord(
  source: SourceText,
  fields: RecordFields,
  place: RecordPlace,
): BibliographyRecord | Finding {
  if (fields.title === '') {
    return brokenBibliography(source, place.line, 'this record has no title and is left out')
  }
  const year = /\b(?:19|20)\d{2}\b/.exec(fields.year)?.[0]
  const addresses = [
    fields.doi === ''
      ? ''
      : `https://doi.org/${fields.doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`,
    fields.eprint === '' ? '' : `https://arxiv.org/abs/${fields.eprint.replace(/^arxiv:/i, '')}`,
    fields.url,
  ]
  const identifiers: Record<string, string> = {}
  for (const address of addresses) {
    if (address === '') continue
    for (const [scheme, id] of Object.entries(paperAddress(address).identifiers)) identifiers[scheme] ??= id
  }
  const evidenceOf: BibliographyRecord['evidenceOf'] = (field, rule, words) => {
    const own = place.lines.slice(place.line - 1, place.last)
    const pattern = place.fieldPattern(field)
    const worded = words === undefined ? -1 : own.findIndex((text) => text.includes(words))
    const at = worded >= 0 ? worded : own.findIndex((text) => pattern.test(text))
    const text = own[Math.max(0, at)] ?? ''
    const begin = worded >= 0 ? beginOf(text, words ?? '') : Math.max(0, text.search(pattern))
    const quote = shorten(
      text
        .slice(begin)
        .replace(/^[,{\s]+/, '')
        .trimEnd(),
    )
    return { source: source.path, line: place.line + Math.max(0, at), quote, rule }
  }
  return {
    title: fields.title,
    authors: fields.authors,
    ...(year === undefined ? {} : { year: Number(year) }),
    identifiers,
    ...(fields.abstract === '' ? {} : { abstract: fields.abstract }),
    place: { source: source.path, line: place.line },
    evidenceOf,
  }
}

/** Where the sentence with some words begins on a line, no further before them than a quote has room for. */
function beginOf(text: string, words: string): number {
  const at = text.indexOf(words)
  const sentence = text.lastIndexOf('. ', at)
  const begin = sentence < 0 ? 0 : sentence + 2
  return at + words.length - begin <= QUOTE_LIMIT ? begin : text.indexOf(' ', Math.max(0, at - QUOTE_LIMIT / 2)) + 1
}

/** Text without the markup that parsers leave in it, with single blanks. */
export function plainText(value: unknown): string {
  return typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

/** What can't be read of a bibliography. */
export function brokenBibliography(source: SourceText, line: number, what: string): Finding {
  return {
    rule: 'read/broken-bibliography',
    severity: 'warning',
    source: source.path,
    line,
    column: 1,
    message: `This bibliography can't be read here: ${what}.`,
    hint: 'The rest is used; mend this record.',
  }
}
