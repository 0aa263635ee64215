import { paperAddress } from '../recognise/identifiers.ts'
import {
  identifiesPaper,
  isOwnPage,
  isPaperAddress,
  isPostAddress,
  isProceedingsAddress,
} from '../recognise/link-role.ts'
import { namesPublication } from '../recognise/venue.ts'
import type { Reading } from './fragment/reading.ts'
import type { SectionKind } from './section/section-kinds.ts'
import type { FoundTitle } from './title/title-candidate.ts'
import { titleCase } from './title/title-form.ts'

/** Where a reading stands, as far as it matters for what it is. */
export interface Surroundings {
  readonly section: SectionKind
  /** A heading above states a venue or year. */
  readonly dated: boolean
  readonly shape: 'row' | 'item' | 'paragraph' | 'heading'
  /** The nearest heading says that papers follow: "List of papers". */
  readonly calledPapers?: boolean
  /** For a row: whether its table has columns that tables of papers have. */
  readonly ofPapers?: boolean
  /** The share, 0..1, of the entries of its list or table that link a preprint or a publisher's page. */
  readonly peers?: number
  /** The document's items tell of products behind their names. */
  readonly told?: boolean
}

/**
 * Whether a reading is a paper's entry. Better none than an invented one.
 *
 * What speaks for a paper, strongest first: an address that identifies one; an address at a publisher, of a PDF or
 * under a label such as "Paper"; a known venue; authors; a year; neighbours that are papers. A title that leads to a
 * page of another kind (a post, a talk, software, somebody's site) speaks against it, and so do sections of products
 * and talks: what is said there of people and dates is said of other things too.
 */
export function isPaper(
  reading: Reading,
  { section, dated, shape, ofPapers, calledPapers, peers = 0, told = false }: Surroundings,
): boolean {
  const { title } = reading
  if (title === undefined || section === 'none') return false
  const evidence = evidenceOf(reading, title)
  const { words, wide, paperLink, identified, cited } = evidence
  if (reading.product === true && !identified) return false
  if (isAside(reading, title, evidence, shape)) return false
  if (isDescription(reading, title, evidence, { section, shape, told })) return false
  // Books and lectures have authors, years and PDFs too.
  const amongPapers = peers >= MOST
  if (section === 'resources') return wide && paperLink && evidence.published
  if (section === 'books' || section === 'other') {
    const known = reading.venue?.value.basis === 'known' || evidence.preprint
    // What a publisher has among books is one, unless the address is an article's.
    const among = section === 'books' ? cited && identified : cited || amongPapers
    return wide && paperLink && (known || (evidence.published && among))
  }
  if (reading.cited === true && wide && section === 'papers') return true
  if (paperLink) {
    // In a table of other things a link called "Report" is a source, not what the row is about.
    if (shape === 'row' && ofPapers !== true && !identified && !evidence.ownPaper) return false
    // The name of a site or product whose paper is linked beside it.
    if (evidence.toPage && !cited && (!wide || (shape === 'row' && ofPapers !== true))) return false
    if (evidence.toCode && !cited && shape !== 'row' && words < LONGEST_NAME && !amongPapers) return false
    // Manuals, slides and advice are PDFs too.
    if (!evidence.published && !evidence.labelled && !cited && !amongPapers && !dated) return wide && peers >= SOME
    return wide || identified || cited || amongPapers
  }
  // A talk, post or program has people and a date too; a paper without venue has a paper's address, or no address at all.
  // Notes that the list itself keeps of a paper lead nowhere else, nor does code beside them.
  const noted = reading.links.some(({ isTitle, url }) => isTitle && isOwnPage(url))
  const elsewhere =
    reading.links.some(({ rel, isTitle, label }) => (!isTitle && !INDEXED.test(label)) || rel === 'project') &&
    shape !== 'row' &&
    !noted
  if (shape === 'paragraph') {
    // `A Title of Words,⏎Project: https://…` where most paragraphs of that kind link their papers.
    if (amongPapers && title.form === 'plain') return wide && words >= 3 && reading.links.length > 0
    const published = reading.venue !== undefined || (reading.authors.length > 0 && !elsewhere)
    // A row of named links is a menu.
    return wide && published && title.form !== 'plain' && reading.others.length < MENU
  }
  // Notes on papers, each on a page of its own.
  if (calledPapers === true && evidence.toPage && peers === 0) return wide && title.form === 'link'
  // "Big Data" in what is said of a page names no venue, unless it was when or who wrote it is said too.
  const published = reading.venue?.value.basis === 'known' && (reading.year !== undefined || reading.authors.length > 0)
  if (evidence.toPage && !amongPapers && !published && !(cited && peers >= SOME)) return false
  if (evidence.toCode) {
    // `2022. [Lee A, Chen B. A Title of Words](code)`: a citation as a link.
    const quotes = reading.year !== undefined && title.around.length > 0
    const isWork = reading.venue !== undefined || (reading.authors.length > 0 && (amongPapers || quotes))
    return wide && isWork && section !== 'tool'
  }
  if (section === 'tool' || section === 'dataset' || section === 'challenge') {
    // "Databases" may be a topic.
    if (wide && reading.venue?.value.basis === 'known' && reading.authors.length > 0) return true
    return wide && words >= 4 && (reading.venue !== undefined || (reading.authors.length > 0 && !elsewhere))
  }
  if (reading.venue !== undefined) return wide || (shape === 'row' && ofPapers === true)
  if (reading.authors.length > 0) return wide && !elsewhere
  // `[website](…), A Title of Words` among papers: a work that has no other page yet.
  if (amongPapers && title.form === 'plain' && opensWithPage(reading, title)) return wide && words >= 4
  const roleLinks = reading.links.some((link) => !link.isTitle)
  if (reading.year !== undefined) return !elsewhere && (words >= 4 || (wide && roleLinks))
  const linkedTitle =
    title.form === 'link' &&
    reading.links.some((link) => link.isTitle && (link.url === '' || /^https?:/i.test(link.url)))
  if (shape === 'row') return ofPapers === true && wide && words >= 4 && (dated || roleLinks || linkedTitle)
  return dated && words >= 5 && titleCase(title.text) >= 0.5 && (linkedTitle || roleLinks || title.form !== 'emphasis')
}

/** What links to indexes and references are called. */
const INDEXED = /^(?:dblp|bib(?:tex)?|cite|citation|(?:google )?scholar|semantic scholar)$/i

/** From this share of papers on, a list is one of papers; below {@link SOME} it is none. */
const MOST = 0.5
const SOME = 0.25
/** So many named links beside the title. */
const MENU = 5
/** Names of programs have fewer words. */
const LONGEST_NAME = 6
/** No title is longer. */
const LONGEST = 30

interface Evidence {
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
  readonly cited: boolean
  /** The title leads to a page that is neither a paper's nor code. */
  readonly toPage: boolean
  readonly toCode: boolean
}

function evidenceOf(reading: Reading, title: FoundTitle): Evidence {
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
    toPage:
      own !== undefined && own.url !== '' && own.rel !== 'code' && !isPaperAddress(own.url) && !isOwnPage(own.url),
    toCode: own?.rel === 'code',
  }
}

/** A link called "website" or the like in front of the title. */
function opensWithPage({ links }: Reading, { place }: FoundTitle): boolean {
  return links.some((link) => link.rel === 'project' && link.label !== '' && link.place.end <= place.start)
}

/** People in front of the title, a known venue and a year. */
function isFullCitation({ authors, venue, year }: Reading, title: FoundTitle): boolean {
  const [first] = authors
  return (
    first !== undefined && first.place.end <= title.place.start && year !== undefined && venue?.value.basis === 'known'
  )
}

/**
 * Whether the title is none of a work that the entry is about: the name of a publication, a sentence, a post, a talk or
 * course, the words of a link amid prose, or what an entry says of a repository.
 */
function isAside(reading: Reading, title: FoundTitle, evidence: Evidence, shape: Surroundings['shape']): boolean {
  const { text, range, place } = title
  if (!evidence.identified && (namesPublication(text) || READING.test(text) || OCCASION.test(text))) return true
  if (REQUEST.test(text)) return true
  if (title.form === 'plain' && !evidence.paperLink && isSentence(reading, title, evidence)) return true
  if (SLIDES.test(text) && !evidence.identified) return true
  if (shape === 'heading' && PART.test(text)) return true
  if (OFFER.test(text) && !evidence.paperLink) return true
  if (FIGURE.test(text) && !evidence.paperLink) return true
  if (!evidence.paperLink && (evidence.words > LONGEST || ADDRESS.test(text))) return true
  const own = reading.links.find(({ isTitle }) => isTitle)
  if (own !== undefined && !evidence.labelled && reading.venue?.value.basis !== 'known' && isPostAddress(own.url))
    return true
  if (!evidence.paperLink && EVENT.test(text) && (evidence.toPage || reading.links.length > 0)) return true
  if (!evidence.paperLink && MEETING.test(text) && reading.authors.length === 0 && reading.links.length > 0) return true
  // The link that opens an entry is what the entry is about; a paper named behind it is what it is based on.
  const opening = reading.others.find((link) => link.place.end <= place.start && /\p{L}/u.test(link.label))
  const inColumn = shape === 'row' && evidence.ownPaper
  // … and a page that is named in what is said of it is none of a work.
  const isNamed =
    opening !== undefined && (opening.label.split(' ').length >= 3 || (shape === 'item' && !evidence.ownPaper))
  if (isNamed && !inColumn && title.form === 'link') return true
  if (opening?.rel === 'code' && !evidence.paperLink && reading.authors.length === 0) return true
  return shape === 'row' && title.form === 'link' && range.from > LONGEST_LEAD && !evidence.ownPaper
}

/**
 * `- [Name](https://…) - What it does, for whom. …`: the plain words behind a link that opens the entry tell of what the
 * link leads to, whatever names and places they hold, unless a known venue or a paper's address is there too.
 */
function isDescription(
  reading: Reading,
  title: FoundTitle,
  evidence: Evidence,
  { section, shape, told }: Pick<Surroundings, 'section' | 'shape' | 'told'>,
): boolean {
  if (title.form !== 'plain') return false
  // "[Name](https://github.com/…) - Checker of proofs for … [paper](https://arxiv.org/…)": its paper has another title.
  // So has that of "[name](https://…) - Materials Genomics, [Comput. Mater. Sci. 2013](…)" among tools.
  const short = (section === 'tool' || section === 'dataset') && evidence.words <= 4
  const small = /^\p{Ll}/u.test(title.text) || (shape !== 'row' && (told === true || titleCase(title.text) < MOST_TOLD))
  const isTold = (small || short) && reading.authors.length === 0
  if (!isTold && (evidence.paperLink || evidence.identified || reading.venue?.value.basis === 'known')) return false
  // A link whose words are its own address is a page's without a label.
  const opening = [...reading.others, ...reading.links.filter(({ rel, label }) => rel === 'project' && label === '')]
  return opening.some(
    ({ place, label, rel, url }) =>
      place.end <= title.place.start &&
      (label === '' || /\p{L}/u.test(label)) &&
      rel !== 'paper' &&
      /^https?:/i.test(url),
  )
}

/** Descriptions have no more of their words capitalised. */
const MOST_TOLD = 0.6

/** "Part II, LNCS Volume 11765": a part of what the headings divide. */
const PART = /^(?:part|volume|vol\.?|session|chapter|track|day|week)\s+(?:\d+|[IVXLC]+)\b/i

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

/** `Slides in USENIX` */
const SLIDES = /^(?:\S+ ){0,2}slides(?: (?:in|at|from|by|of|for) .{1,40})?$/i

/** A sentence that asks something of the reader, which often has a link called "DOI" or "paper" beside it. */
const REQUEST =
  /^(?:please|read (?:our|the|more)\b.*\b(?:papers?|surveys?|posts?|blog|here)\b|feel free|if you(?: find| use| have| want|['’]re| are|['’]d| would)\b|thanks|th(?:is|ese) (?:data ?sets?|repositor(?:y|ies)|papers?|projects?|lists?|pages?|is|are))\b/i

/** What is said of a work, or many words that nothing dates or links: names in them are of parts and not of people. */
function isSentence({ links, others, venue, year }: Reading, { text }: FoundTitle, { words }: Evidence): boolean {
  if (venue !== undefined || year !== undefined) return false
  return TELLS.test(text) || (words > LONGEST_ALONE && titleCase(text) < 0.7 && links.length + others.length === 0)
}

const LONGEST_ALONE = 18

/** `ScreenNet (Screen Network): introduces …`, `The framework utilizes …`: what an entry above is said to do. */
const TELLS =
  /^(?:[^:]{2,120}:\s|(?:the|this|our|its?)\s(?:\S+\s){0,6})(?:introduces?|proposes?|presents?|provides?|describes?|includes?|utilizes?|employs?|investigates?|demonstrates?|integrates?|combines?|reveals?|shows?|consists of|addresses|explores?|evaluates?|uses)\s/i

/** What lists of readings are called. */
const READING = /\breading lists?\b|\bsyllabus\b/i

/** A link in a cell behind more characters than these is a mention. */
const LONGEST_LEAD = 60
