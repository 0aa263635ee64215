import type { Inline } from '../parse/document.ts'
import { isOwnPdf, isPaperAddress, isProceedingsAddress } from '../recognise/link-role.ts'

/**
 * The share, 0..1, of a list's entries that link a preprint, a publisher's page or a PDF kept beside the list; what its
 * neighbours are says much about an entry that gives no address of its own. PDFs elsewhere are manuals and slides too:
 * they count half, and lift the share to {@link MOST_BY_PDF} at most. 0 for no entries; linear.
 *
 * @param entries for each entry its content and that of its details.
 */
export function paperShare(entries: readonly (readonly Inline[])[]): number {
  if (entries.length === 0) return 0
  let papers = 0
  let files = 0
  for (const contents of entries) {
    const urls = contents.flatMap((content) => content.flatMap((span) => (span.kind === 'link' ? [span.url] : [])))
    if (urls.some((url) => isProceedingsAddress(url) || isOwnPdf(url))) papers++
    else if (urls.some(isPaperAddress)) files++
  }
  return Math.max(papers / entries.length, Math.min(MOST_BY_PDF, (papers + files / 2) / entries.length))
}

const MOST_BY_PDF = 0.25
