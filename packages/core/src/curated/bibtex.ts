import type { Finding } from '@fieldmap/graph'
import { parse } from '@retorquere/bibtex-parser'
import * as v from 'valibot'
import { indexLines } from '../parse/line-index.ts'
import type { SourceText } from '../read/source-text.ts'
import {
  type BibliographyRecord,
  bibliographyRecord,
  brokenBibliography,
  plainText,
  type ReadBibliography,
} from './bibliography-record.ts'
import { linesOf } from './quoted-line.ts'

const bibtexName = v.object({
  lastName: v.optional(v.string()),
  firstName: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  name: v.optional(v.string()),
})
const bibtexFile = v.object({
  entries: v.array(v.object({ input: v.string(), fields: v.record(v.string(), v.unknown()) })),
  errors: v.array(v.object({ error: v.string(), input: v.optional(v.string()) })),
})

/** Reads BibTeX and BibLaTeX; LaTeX in values becomes Unicode. */
export function readBibtex(source: SourceText): ReadBibliography {
  const findings: Finding[] = []
  const lines = linesOf(source)
  const { lineAt } = indexLines(source.text)
  const parsed = v.parse(bibtexFile, parse(source.text, { english: false, sentenceCase: false }))
  for (const { error, input } of parsed.errors) {
    const at = input === undefined ? -1 : source.text.indexOf(input)
    findings.push(brokenBibliography(source, at < 0 ? 1 : lineAt(at), error.split('\n')[0] ?? error))
  }
  let from = 0
  const records = parsed.entries.flatMap(({ input, fields }): BibliographyRecord[] => {
    if (input === '') return []
    const at = Math.max(0, source.text.indexOf(input, from))
    from = at + input.length
    const line = lineAt(at)
    const last = lineAt(Math.max(at, from - 1))
    const text = (name: string): string => plainText(fields[name])
    const record = bibliographyRecord(
      source,
      {
        title: text('title'),
        authors: bibtexAuthors(fields.author),
        year: text('year') || text('date'),
        doi: text('doi'),
        url: text('url'),
        eprint: /arxiv/i.test(text('archiveprefix') || text('eprinttype')) ? text('eprint') : '',
        abstract: text('abstract'),
      },
      { line, last, lines, fieldPattern: (field) => new RegExp(`(?:^|[,{\\s])${field}\\s*=\\s*`, 'i') },
    )
    if ('title' in record) return [record]
    findings.push(record)
    return []
  })
  return { records, findings }
}

function bibtexAuthors(names: unknown): string[] {
  const parsed = v.safeParse(v.array(bibtexName), names)
  if (!parsed.success) return []
  return parsed.output.flatMap(({ lastName, firstName, prefix, suffix, name }) => {
    const full =
      name ?? [firstName, prefix, lastName, suffix].filter((part) => part !== undefined && part !== '').join(' ')
    return full === '' || full === 'others' ? [] : [plainText(full)]
  })
}
