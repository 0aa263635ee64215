import type { Finding } from '@fieldmap/graph'
import type { Document } from '../parse/document.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Entry } from './entry.ts'
import { linkFindings } from './link-findings.ts'
import type { SectionMemo } from './section-memo.ts'
import { walk } from './walk.ts'

/** What a list says: its entries in the order of the text, and what is doubtful about them. */
export interface Extracted {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the entries of a list: rows, items, paragraphs and headings that hold papers, and the challenges and tools of
 * sections so called. Linear in the text.
 *
 * In the order of the folders: `walk` keeps the headings above (`section`) and hands each block to the reader of its kind
 * (`table`, `item`, `paragraph`); each cell, item or line is a fragment (`fragment`), whose title is found first
 * (`title`), then its links, people, venue and year; `paper` decides, `build-entry` states it with its evidence.
 *
 * @param sections what other versions of the list hold: that is not read again
 */
export function extract(document: Document, venues: VenueIndex, sections?: SectionMemo): Extracted {
  const { entries, findings } = walk(document, venues, sections)
  const none = entries.length === 0 ? [noEntries(document)] : []
  return { entries, findings: [...document.findings, ...findings, ...linkFindings(entries), ...none] }
}

function noEntries({ source }: Document): Finding {
  return {
    rule: 'extract/no-entries',
    severity: 'warning',
    source: source.path,
    line: 1,
    column: 1,
    message: 'No paper was recognised in this file.',
    hint: 'Is it a list of papers? Other files of a repository are read by --file GLOB.',
  }
}
