import {
  identifiesPaper,
  isOwnPage,
  isPaperAddress,
  isPaperNote,
  isProceedingsAddress,
} from '../../recognise/address-kind.ts'
import { paperAddress } from '../../recognise/identifiers.ts'
import type { Reading } from '../fragment/reading.ts'
import type { FoundTitle } from '../title/title-candidate.ts'

/** What of a reading speaks for or against a paper. Linear in its links. */
export class Evidence {
  readonly reading: Reading
  readonly title: FoundTitle
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
  /** A venue, a year or people are stated. */
  readonly cited: boolean
  /** A venue that is known, and not by its form alone. */
  readonly knownVenue: boolean
  /** The title leads to a page that is neither a paper's nor code. */
  readonly toPage: boolean
  readonly toCode: boolean
  /** The title leads to notes on a paper that are kept as an issue. */
  readonly toNote: boolean

  constructor(reading: Reading, title: FoundTitle) {
    const { links, venue, year, authors } = reading
    const papers = links.filter(({ rel }) => rel === 'paper')
    const own = title.object === undefined ? undefined : links.find(({ isTitle }) => isTitle)
    this.reading = reading
    this.title = title
    this.words = title.text.split(' ').length
    this.ownPaper = papers.some(({ isTitle, url }) => isTitle && isPaperAddress(url))
    this.labelled = papers.some(
      ({ isTitle, url }) => !isTitle && (url === '' || isPaperAddress(url) || /^https?:/i.test(url)),
    )
    this.paperLink = this.ownPaper || this.labelled
    this.identified = links.some(({ url }) => identifiesPaper(url))
    this.published = links.some(({ url }) => isProceedingsAddress(url))
    this.cited = venue !== undefined || year !== undefined || authors.length > 0
    this.knownVenue = venue?.value.basis === 'known'
    this.toPage =
      own !== undefined && own.url !== '' && own.rel !== 'code' && !isPaperAddress(own.url) && !isOwnPage(own.url)
    this.toCode = own?.rel === 'code'
    this.toNote = own !== undefined && isPaperNote(own.url)
    this.wide =
      this.words >= 3 ||
      /\p{Lo}{4}/u.test(title.text) ||
      (this.words === 2 && (isFullCitation(reading, title) || (title.form === 'strong' && authors.length > 1)))
  }

  get preprint(): boolean {
    return this.reading.links.some(({ url }) => paperAddress(url).identifiers.arxiv !== undefined)
  }
}

/** People in front of the title, a known venue and a year. */
function isFullCitation({ authors, venue, year }: Reading, title: FoundTitle): boolean {
  const [first] = authors
  return (
    first !== undefined && first.place.end <= title.place.start && year !== undefined && venue?.value.basis === 'known'
  )
}
