import type { Finding } from '@fieldmap/graph'
import type { EntryBook } from './entry-book.ts'
import type { SectionReading } from './move-section.ts'

/** What the parts of a document are read into. */
export interface Written {
  readonly book: EntryBook
  readonly findings: Finding[]
}

/** Writes down what is known of a part, or else reads it; what that was, or is now. */
export function recall(
  known: SectionReading | undefined,
  { book, findings }: Written,
  read: () => void,
): SectionReading {
  if (known !== undefined) {
    for (const { entry, reading } of known.added) book.add(entry, reading)
    findings.push(...known.findings)
    return known
  }
  const { count } = book
  const found = findings.length
  read()
  return { added: book.addedSince(count), findings: findings.slice(found) }
}
