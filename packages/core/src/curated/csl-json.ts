import type { Finding } from '@fieldmap/graph'
import * as v from 'valibot'
import type { SourceText } from '../read/source-text.ts'
import {
  type BibliographyRecord,
  bibliographyRecord,
  brokenBibliography,
  plainText,
  type ReadBibliography,
} from './bibliography-record.ts'
import { linesOf } from './quoted-line.ts'

const cslItem = v.looseObject({
  title: v.optional(v.string()),
  author: v.optional(
    v.array(
      v.looseObject({
        family: v.optional(v.string()),
        given: v.optional(v.string()),
        literal: v.optional(v.string()),
        'non-dropping-particle': v.optional(v.string()),
      }),
    ),
  ),
  issued: v.optional(v.looseObject({ 'date-parts': v.optional(v.array(v.array(v.union([v.number(), v.string()])))) })),
  DOI: v.optional(v.string()),
  URL: v.optional(v.string()),
  abstract: v.optional(v.string()),
})

/** Reads CSL-JSON: an array of items, or one item. */
export function readCslJson(source: SourceText): ReadBibliography {
  const findings: Finding[] = []
  let data: unknown
  try {
    data = JSON.parse(source.text)
  } catch (error) {
    return {
      records: [],
      findings: [brokenBibliography(source, 1, error instanceof Error ? error.message : String(error))],
    }
  }
  const lines = linesOf(source)
  const items = Array.isArray(data) ? data : [data]
  let from = 0
  const records = items.flatMap((item: unknown, i): BibliographyRecord[] => {
    const checked = v.safeParse(cslItem, item)
    const title = checked.success ? checked.output.title : undefined
    // Items follow each other in the file, so that each is found behind the one before it.
    const found = title === undefined ? -1 : lines.findIndex((line, n) => n >= from && line.includes(inJson(title)))
    const line = found < 0 ? from + 1 : found + 1
    if (found >= 0 && lines.length > 1) from = found
    if (!checked.success) {
      findings.push(brokenBibliography(source, line, `item ${i + 1} is no CSL-JSON: ${checked.issues[0].message}`))
      return []
    }
    const { author = [], issued, DOI = '', URL = '', abstract = '' } = checked.output
    const record = bibliographyRecord(
      source,
      {
        title: plainText(title ?? ''),
        authors: author.flatMap(({ family, given, literal, 'non-dropping-particle': particle }) => {
          const name = plainText(literal ?? [given, particle, family].filter(Boolean).join(' '))
          return name === '' ? [] : [name]
        }),
        year: String(issued?.['date-parts']?.[0]?.[0] ?? ''),
        doi: DOI,
        url: URL,
        eprint: '',
        abstract: plainText(abstract),
      },
      {
        line,
        last: Math.min(lines.length, line + ITEM_LINES),
        lines,
        fieldPattern: (field) => new RegExp(`"${field}"\\s*:\\s*`, 'i'),
      },
    )
    if ('title' in record) return [record]
    findings.push(record)
    return []
  })
  return { records, findings }
}

/** A field of a CSL-JSON item is looked for on so many lines behind its title. */
const ITEM_LINES = 60

/** A text as JSON writes it between quotation marks. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
