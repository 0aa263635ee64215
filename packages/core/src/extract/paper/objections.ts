import { isBookAddress, isPaperAddress, isPostAddress } from '../../recognise/address-kind.ts'
import { namesPublication } from '../../recognise/venue-form.ts'
import { titleCase } from '../title/title-form.ts'
import { isDescription, openingLink } from './description.ts'
import type { Facts, Objection } from './rule.ts'

/** What says that a title is none of a work that the entry is about. */
export const OBJECTIONS: readonly Objection[] = [
  {
    name: 'product',
    why: 'the entry calls it a book, talk or slides',
    holds: ({ reading, identified }) => reading.product === true && !identified,
  },
  {
    name: 'publication',
    why: 'the name of a journal, a conference or a reading list, or a title with its talk in brackets',
    holds: ({ title: { text }, identified }) =>
      !identified && (namesPublication(text) || READING.test(text) || OCCASION.test(text)),
  },
  {
    name: 'topic',
    why: '"Computer vision" above the home pages of its conferences: a few words with venues, but no date, people or paper',
    holds: ({ title, reading, words, identified }) =>
      title.form === 'plain' &&
      words <= LONGEST_TOPIC &&
      !identified &&
      reading.venue !== undefined &&
      reading.year === undefined &&
      reading.authors.length === 0 &&
      !reading.links.some(({ url }) => isPaperAddress(url)),
  },
  {
    name: 'people',
    why: '`[He et al.](https://arxiv.org/…)`, `[Lee & Mo, 2021](…)`: who wrote of it, not what',
    holds: ({ title: { text, around } }) =>
      PEOPLE.test(text) || (TWO_PEOPLE.test(text) && around.some((words) => /\b(?:19|20)\d{2}/.test(words))),
  },
  {
    name: 'request',
    why: 'it asks something of the reader, whatever is linked beside it; a paper may ask in capitals',
    holds: ({ title: { text }, paperLink, words }) =>
      REQUEST.test(text) && !(paperLink && words >= SHORTEST_APPEAL && titleCase(text) >= 0.8),
  },
  {
    name: 'sentence',
    why: 'plain words that tell of a work, or many that nothing dates or links',
    holds: (facts) =>
      facts.title.form === 'plain' && (SAID.test(facts.title.text) || (!facts.paperLink && isSentence(facts))),
  },
  {
    name: 'slides',
    why: 'slides of a talk',
    holds: ({ title, identified }) => !identified && SLIDES.test(title.text),
  },
  {
    name: 'part',
    why: 'a heading such as "Part II, Volume 11765", which divides the list',
    holds: ({ shape, title }) => shape === 'heading' && PART.test(title.text),
  },
  {
    name: 'group',
    why: 'a heading such as "Best Papers 2025", which heads some',
    holds: ({ shape, title }) => shape === 'heading' && GROUP.test(title.text),
  },
  {
    name: 'deadline',
    why: '"Cycle 1: 2025-03-28": a date, and of what',
    holds: ({ title, words }) => words <= LONGEST_TOPIC && DATE.test(title.text),
  },
  {
    name: 'offer',
    why: 'an office that is to be filled',
    holds: ({ title, paperLink }) => !paperLink && OFFER.test(title.text),
  },
  {
    name: 'figure',
    why: 'a percentage, with what it counts',
    holds: ({ title, paperLink }) => !paperLink && FIGURE.test(title.text),
  },
  {
    name: 'address',
    why: 'too many words, or words that speak to the reader, and no paper beside them',
    holds: ({ title, paperLink, words }) => !paperLink && (words > LONGEST || ADDRESS.test(title.text)),
  },
  {
    name: 'post',
    why: 'it leads to a post, video or news item, or to many files in one',
    holds: ({ reading, labelled, knownVenue }) => {
      const own = reading.links.find(({ isTitle }) => isTitle)
      return own !== undefined && !labelled && !knownVenue && (isPostAddress(own.url) || ARCHIVE.test(own.url))
    },
  },
  {
    name: 'book-page',
    why: 'it leads to a page about a book, at a bookseller, a library or a publisher',
    holds: ({ reading, labelled, knownVenue }) => {
      const own = reading.links.find(({ isTitle }) => isTitle)
      return own !== undefined && !labelled && !knownVenue && isBookAddress(own.url)
    },
  },
  {
    name: 'event',
    why: 'a talk, course or blog that leads somewhere',
    holds: ({ title, reading, paperLink, toPage }) =>
      !paperLink && EVENT.test(title.text) && (toPage || reading.links.length > 0),
  },
  {
    name: 'lectures',
    why: 'notes or slides of lectures, which are PDFs, too; slides of a paper stand beside where it was published or by whom',
    holds: ({ title, reading, published, paperLink, cited, amongPapers }) =>
      !published && paperLink && (LECTURES.test(title.text) || (!cited && !amongPapers && isOfSlides(reading))),
  },
  {
    name: 'meeting',
    why: 'a workshop or contest which nobody wrote',
    holds: ({ title, reading, paperLink }) =>
      !paperLink && MEETING.test(title.text) && reading.authors.length === 0 && reading.links.length > 0,
  },
  {
    name: 'named-page',
    why: 'the link that opens an entry is what it is about, and a page named behind it is what it is based on',
    holds: (facts) => {
      const { title, shape, ownPaper } = facts
      const opening = openingLink(facts)
      const inColumn = shape === 'row' && ownPaper
      return (
        opening !== undefined &&
        (opening.label.split(' ').length >= 3 || (shape === 'item' && !ownPaper)) &&
        !inColumn &&
        title.form === 'link'
      )
    },
  },
  {
    name: 'told-of-code',
    why: 'a repository opens the entry, and nobody wrote what is said of it',
    holds: (facts) => openingLink(facts)?.rel === 'code' && !facts.paperLink && facts.reading.authors.length === 0,
  },
  {
    name: 'mention',
    why: 'a link far inside a cell, amid prose',
    holds: ({ title, shape, ownPaper }) =>
      shape === 'row' && title.form === 'link' && title.range.from > LONGEST_LEAD && !ownPaper,
  },
  {
    name: 'description',
    why: 'plain words behind a link that opens the entry tell of what that leads to, whatever names they hold',
    holds: isDescription,
  },
]

/** No title is longer. */
const LONGEST = 30

/** "Part II, LNCS Volume 11765": a part of what the headings divide. */
const PART = /^(?:part|volume|vol\.?|session|chapter|track|day|week)\s+(?:\d+|[IVXLC]+)\b/i

/** "Best Papers 2025", "Outstanding Papers 2024 [All Papers]" */
const GROUP = /^(?:\p{Lu}\p{L}+ ){0,2}Papers(?: (?:of )?(?:19|20)\d{2})?(?: ?\[[^\]]*\]?)*$/u

/** "Spring: 2019-05-15" */
const DATE = /(?:^|\s)(?:19|20)\d{2}-\d{2}-\d{2}$/

/** "Postdoctoral Researcher in Robotics", "PhD position": an office that is to be filled. */
const OFFER =
  /^(?:(?:ph\.?d\.?|post-?doc(?:toral)?|doctoral|research|teaching|junior|senior|associate|assistant|full|visiting)\s)+(?:positions?|researchers?|fellows?|fellowships?|scientists?|engineers?|associates?|assistants?|professors?|students?|internships?)\b/i

/** "29.9% (540/1807)": a figure, with what it counts. */
const FIGURE = /^[~<>≈]?\d+(?:[.,]\d+)?\s?%/

/** Words that speak to the reader or of an occasion, as titles of papers do not. */
const ADDRESS =
  /^(?:congratulations|thanks|please|visit|see (?:also|our|the|here|this)|check (?:out )?(?:our|this|it|here)|you can)\b|\byour?\b.*[.!]$/i

const EVENT =
  /\b(?:tutorials?|talk|keynote|webinar|courses?|lectures?|bootcamp|summer school|seminar|cheat ?sheet|podcast|newsletter|blog)\b/i

/** "Embodied Vision Workshop", "Gibson Challenge": a meeting or contest, where nobody wrote it and no paper is linked. */
const MEETING = /\b(?:workshop|challenge|competition|contest|seminar|symposium|hackathon)s?(?: \d{4})?$/i

/** `Text Reading (VALSE17 Invited Talk)` */
const OCCASION = /\([^()]*\b(?:talk|keynote|lecture|slides|course)\b[^()]*\)$/i

/** "Lecture Notes in Real Analysis", "Algebra (lecture notes)" */
const LECTURES = /^(?:lecture|course|class) notes\b|\b(?:lecture|course|class) notes\)?$/i

/** `…/talks/keynote.pdf`, `…/how-to-review.pptx.pdf` */
const SLIDES_FILE = /\/(?:slides|talks|presentations)\/[^/]*\.pdf$|[\w-]*(?:slides|keynote|\.pptx?)[\w-]*\.pdf$/i

function isOfSlides({ links }: Facts['reading']): boolean {
  return links.every(({ rel, url }) => rel !== 'paper' || SLIDES_FILE.test(url))
}

/** `Slides in USENIX` */
const SLIDES = /^(?:\S+ ){0,2}slides(?: (?:in|at|from|by|of|for) .{1,40})?$/i

/** A sentence that asks something of the reader, which often has a link called "DOI" or "paper" beside it. */
const REQUEST =
  /^(?:please|read (?:our|the|more)\b.*\b(?:papers?|surveys?|posts?|blog|here)\b|feel free|if you(?: find| use| have| want|['’]re| are|['’]d| would)\b|thanks|th(?:is|ese) (?:data ?sets?|repositor(?:y|ies)|papers?|projects?|lists?|pages?|is|are))\b/i

/** "Please Stop Permuting Features" */
const SHORTEST_APPEAL = 4

/** What is said of a work, or many words that nothing dates or links: names in them are of parts and not of people. */
function isSentence({ reading: { links, others, venue, year }, title: { text }, words }: Facts): boolean {
  if (venue !== undefined || year !== undefined) return false
  return TELLS.test(text) || (words > LONGEST_ALONE && titleCase(text) < 0.7 && links.length + others.length === 0)
}

const LONGEST_ALONE = 18

/** `ScreenNet (Screen Network): introduces …`, `The framework utilizes …`: what an entry above is said to do. */
const TELLS =
  /^(?:[^:]{2,120}:\s|(?:the|this|our|its?)\s(?:\S+\s){0,6})(?:introduces?|proposes?|presents?|provides?|describes?|includes?|utilizes?|employs?|investigates?|demonstrates?|integrates?|combines?|reveals?|shows?|consists of|addresses|explores?|evaluates?|uses)\s/i

/** `Proposes a scheme that …`: what is said of a work above. */
const SAID =
  /^(?:Proposes|Presents|Introduces|Describes|Shows|Provides|Discusses|Analy[sz]es|Defines|Contains|Argues|Demonstrates)\s(?:an?|the|that|how)\s/

const ARCHIVE = /\.(?:zip|rar|7z|tar|tgz|tar\.gz)$/i

/** What lists of readings are called. */
const READING = /\breading lists?\b|\bsyllabus\b/i

/** A link in a cell behind more characters than these is a mention. */
const LONGEST_LEAD = 60

const PEOPLE = /^\P{N}{2,60}\bet\.? al\.?$/iu
const TWO_PEOPLE = /^\p{Lu}[\p{L}'’-]+ & \p{Lu}[\p{L}'’-]+$/u
/** Words. */
const LONGEST_TOPIC = 3
