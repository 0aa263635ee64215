import type { SourceText } from '../read/source-text.ts'
import type { ReadBibliography } from './bibliography-record.ts'
import { readBibtex } from './bibtex.ts'
import { readCslJson } from './csl-json.ts'

/**
 * Reads the bibliographies among the sources: CSL-JSON (`.json`), else BibTeX. What can't be read is a finding at its
 * line; the rest is used. A record without a title is left out. Linear in the texts.
 */
export function readBibliographies(sources: readonly SourceText[]): ReadBibliography {
  const read = sources
    .filter(({ kind }) => kind === 'bibliography')
    .map((source) => (/\.json$/i.test(source.path) ? readCslJson(source) : readBibtex(source)))
  return { records: read.flatMap(({ records }) => records), findings: read.flatMap(({ findings }) => findings) }
}
