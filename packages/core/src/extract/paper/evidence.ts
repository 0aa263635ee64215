import { paperAddress } from '../../recognise/identifiers.ts'
import { identifiesPaper, isOwnPage, isPaperAddress, isProceedingsAddress } from '../../recognise/link-role.ts'
import type { Reading } from '../fragment/reading.ts'
import type { FoundTitle } from '../title/title-candidate.ts'

/** What of a reading speaks for or against a paper. */
export interface Evidence {
  readonly words: number
  /** Enough words for a title by themselves. */
  readonly wide: boolean
  /** A link that can be the paper's. */
  readonly paperLink: boolean
  /** The title itself leads to a paper. */
  readonly ownPaper: boolean
  readonly identified: boolean
  /** A link to a publisher or preprint server. */
  readonly published: boolean
  /** A link beside the title that is called a paper. */
  readonly labelled: boolean
  readonly preprint: boolean
  /** A venue, a year or people are stated. */
  readonly cited: boolean
  /** A venue that is known, and not by its form alone. */
  readonly knownVenue: boolean
  /** The title leads to a page that is neither a paper's nor code. */
  readonly toPage: boolean
  readonly toCode: boolean
}

/** Weighs a reading with a title. Linear in its links. */
export function evidenceOf(reading: Reading, title: FoundTitle): Evidence {
  const { links } = reading
  const words = title.text.split(' ').length
  const papers = links.filter(({ rel }) => rel === 'paper')
  const ownPaper = papers.some(({ isTitle, url }) => isTitle && isPaperAddress(url))
  const labelled = papers.some(
    ({ isTitle, url }) => !isTitle && (url === '' || isPaperAddress(url) || /^https?:/i.test(url)),
  )
  const own = title.object === undefined ? undefined : links.find(({ isTitle }) => isTitle)
  return {
    words,
    wide:
      words >= 3 ||
      /\p{Lo}{4}/u.test(title.text) ||
      (words === 2 && (isFullCitation(reading, title) || (title.form === 'strong' && reading.authors.length > 1))),
    paperLink: ownPaper || labelled,
    ownPaper,
    identified: links.some(({ url }) => identifiesPaper(url)),
    published: links.some(({ url }) => isProceedingsAddress(url)),
    labelled,
    preprint: links.some(({ url }) => paperAddress(url).identifiers.arxiv !== undefined),
    cited: reading.venue !== undefined || reading.year !== undefined || reading.authors.length > 0,
    knownVenue: reading.venue?.value.basis === 'known',
    toPage:
      own !== undefined && own.url !== '' && own.rel !== 'code' && !isPaperAddress(own.url) && !isOwnPage(own.url),
    toCode: own?.rel === 'code',
  }
}

/** People in front of the title, a known venue and a year. */
function isFullCitation({ authors, venue, year }: Reading, title: FoundTitle): boolean {
  const [first] = authors
  return (
    first !== undefined && first.place.end <= title.place.start && year !== undefined && venue?.value.basis === 'known'
  )
}
