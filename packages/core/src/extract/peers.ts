import type { Inline } from '../parse/document.ts'
import { isOwnPdf, isProceedingsAddress } from '../recognise/link-role.ts'

/**
 * The share, 0..1, of a list's entries that link a preprint, a publisher's page or a PDF kept beside the list; what its neighbours are says much
 * about an entry that gives no address of its own. 0 for no entries; linear.
 *
 * @param entries for each entry its content and that of its details.
 */
export function paperShare(entries: readonly (readonly Inline[])[]): number {
  const papers = entries.filter((contents) =>
    contents.some((content) =>
      content.some((span) => span.kind === 'link' && (isProceedingsAddress(span.url) || isOwnPdf(span.url))),
    ),
  ).length
  return entries.length === 0 ? 0 : papers / entries.length
}
