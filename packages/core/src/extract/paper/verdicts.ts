import { titleCase } from '../title/title-form.ts'
import type { Verdict } from './rule.ts'
import {
  hasRoleLinks,
  isDatedByDay,
  isLinkedTitle,
  isTitleWithoutAddress,
  isWholeCitation,
  leadsElsewhere,
  leadsToCode,
  leadsToNotes,
  opensWithPage,
} from './told-links.ts'

const never = (): boolean => false
const always = (): boolean => true

/** What decides on a reading that nothing speaks against, strongest first; the last applies to all that are left. */
export const VERDICTS: readonly Verdict[] = [
  {
    name: 'in-resources',
    why: 'books and lectures have authors, years and PDFs too: only what a publisher has',
    applies: ({ section }) => section === 'resources',
    isPaper: ({ wide, paperLink, published }) => wide && paperLink && published,
  },
  {
    name: 'in-books',
    why: 'what a publisher has among books is a book, unless the address is an article’s',
    applies: ({ section }) => section === 'books' || section === 'other',
    isPaper: ({ section, wide, paperLink, published, preprint, knownVenue, cited, identified, amongPapers }) =>
      wide &&
      paperLink &&
      // A tutorial is held at a conference, too: only what a publisher has.
      ((knownVenue && (published || section === 'books')) ||
        preprint ||
        (published && (section === 'books' ? cited && identified : cited || amongPapers))),
  },
  {
    name: 'cited',
    why: '"(Park et al. 2019)" behind it: a work that people wrote, wherever it leads',
    applies: ({ reading, wide, section }) => reading.cited === true && wide && section === 'papers',
    isPaper: always,
  },
  {
    name: 'source-in-row',
    why: 'in a table of other things a link called "Report" is a source, not what the row is about',
    applies: ({ paperLink, shape, ofPapers, identified, ownPaper }) =>
      paperLink && shape === 'row' && !ofPapers && !identified && !ownPaper,
    isPaper: never,
  },
  {
    name: 'site-beside-paper',
    why: 'the name of a site or product whose paper is linked beside it',
    applies: ({ paperLink, toPage, cited, wide, shape, ofPapers, section }) =>
      paperLink &&
      toPage &&
      (!cited || section === 'dataset' || section === 'tool') &&
      (!wide || (shape === 'row' && !ofPapers)),
    isPaper: never,
  },
  {
    name: 'product-beside-paper',
    why: 'the name of a product in a document that tells of products, whatever is said of when and by whom',
    applies: ({ paperLink, ownPaper, told, shape, wide, toCode, toPage }) =>
      paperLink && !ownPaper && told && shape === 'item' && !wide && (toCode || toPage),
    isPaper: never,
  },
  {
    name: 'program-beside-paper',
    why: 'the name of a program whose paper is linked beside it',
    applies: ({ paperLink, toCode, cited, shape, words, amongPapers }) =>
      paperLink && toCode && !cited && shape !== 'row' && words < LONGEST_NAME && !amongPapers,
    isPaper: never,
  },
  {
    name: 'bare-pdf',
    why: 'manuals, slides and advice are PDFs too: only among papers, or right below "Papers"',
    applies: ({ paperLink, published, labelled, cited, amongPapers, dated }) =>
      paperLink && !published && !labelled && !cited && !amongPapers && !dated,
    isPaper: ({ wide, peers, calledPapers, shape, ofPapers, ownPaper }) =>
      wide && (peers >= SOME || calledPapers || (shape === 'row' && ofPapers && ownPaper)),
  },
  {
    name: 'paper-link',
    why: 'an address that can be a paper’s',
    applies: ({ paperLink }) => paperLink,
    isPaper: ({ wide, identified, cited, amongPapers }) => wide || identified || cited || amongPapers,
  },
  {
    name: 'plain-line-of-papers',
    why: '`A Title of Words,⏎Project: https://…` where most paragraphs of that kind link their papers; bare addresses have to',
    applies: ({ shape, amongPapers, title }) => shape === 'paragraph' && amongPapers && title.form === 'plain',
    isPaper: ({ wide, words, reading }) =>
      wide && words >= 3 && reading.links.some(({ rel, label }) => rel === 'paper' || label !== ''),
  },
  {
    name: 'paragraph',
    why: 'a paragraph states who published the work or where; a row of named links is a menu',
    applies: ({ shape }) => shape === 'paragraph',
    isPaper: (facts) => {
      const { reading, wide, title } = facts
      const published = reading.venue !== undefined || (reading.authors.length > 0 && !leadsElsewhere(facts))
      return wide && published && title.form !== 'plain' && reading.others.length < MENU
    },
  },
  {
    name: 'notes',
    why: 'notes on papers, each on a page of its own, below "List of papers"',
    applies: ({ calledPapers, toPage, peers }) => calledPapers && toPage && peers === 0,
    isPaper: ({ wide, title }) => wide && title.form === 'link',
  },
  {
    name: 'note',
    why: 'a title that leads to an issue of a repository called after papers, as groups keep notes on what they read',
    applies: ({ toNote, cited }) => toNote && !cited,
    isPaper: ({ wide, title, section }) => wide && title.form === 'link' && section === 'papers',
  },
  {
    name: 'page',
    why:
      '"Big Data" in what is said of a page names no venue, unless it is known and who wrote it or when is said too, ' +
      'or some of its neighbours are papers',
    applies: ({ reading, toPage, amongPapers, knownVenue, calledMeetings, cited, peers, dated }) =>
      toPage &&
      !amongPapers &&
      !(dated && !calledMeetings && reading.venue?.value.form === 'journal') &&
      !(knownVenue && (reading.authors.length > 0 || (reading.year !== undefined && !calledMeetings))) &&
      !isWholeCitation(reading) &&
      !(cited && peers >= SOME && !isDatedByDay(reading)),
    isPaper: never,
  },
  {
    name: 'code',
    why: 'a repository is a work’s where it was published, or who wrote it when',
    applies: ({ toCode }) => toCode,
    isPaper: ({ reading, title, wide, section, amongPapers }) => {
      // `2022. [Lee A, Chen B. A Title of Words](code)`: a citation as a link.
      const quotes = reading.year !== undefined && title.around.length > 0
      const isWork = reading.venue !== undefined || (reading.authors.length > 0 && (amongPapers || quotes))
      return wide && isWork && section !== 'tool'
    },
  },
  {
    name: 'in-products',
    why: 'programs, data sets and contests have people and dates too; "Databases" may be a topic',
    applies: ({ section }) => section === 'tool' || section === 'dataset' || section === 'challenge',
    isPaper: (facts) => {
      const { reading, wide, words, knownVenue } = facts
      const { authors, venue } = reading
      if (wide && knownVenue && authors.length > 0) return true
      return wide && words >= 4 && (venue !== undefined || (authors.length > 0 && !leadsElsewhere(facts)))
    },
  },
  {
    name: 'venue',
    why: 'it states where it was published; "Papers linked to Nature" without a link, date or capitals is a sentence',
    applies: ({ reading }) => reading.venue !== undefined,
    isPaper: ({ wide, shape, ofPapers, dated, reading, title, knownVenue, amongPapers, words }) => {
      const hasMore = dated || amongPapers || reading.links.length > 0 || reading.authors.length > 0
      // A column of names in capitals is one of venues where something else speaks for papers, too.
      if (shape === 'row' && ofPapers && (knownVenue || reading.year !== undefined || hasMore)) return true
      // `[ICCV 2019] Harbours Revisited`
      if (!wide && words === 2 && amongPapers && knownVenue && reading.year !== undefined)
        return titleCase(title.text) === 1
      const bare = reading.year === undefined && reading.authors.length === 0 && reading.links.length === 0
      return wide && !(bare && title.form === 'plain' && titleCase(title.text) < 0.5)
    },
  },
  {
    name: 'authors',
    why: 'it states who wrote it; a talk, post or program has people too, but leads elsewhere, or to code and not among papers',
    applies: ({ reading }) => reading.authors.length > 0,
    isPaper: (facts) => facts.wide && (!leadsElsewhere(facts) || (facts.amongPapers && leadsToCode(facts))),
  },
  {
    name: 'page-in-front',
    why: '`[website](…), A Title of Words` among papers: a work that has no other page yet',
    applies: (facts) => facts.amongPapers && facts.title.form === 'plain' && opensWithPage(facts),
    isPaper: ({ wide, words }) => wide && words >= 4,
  },
  {
    name: 'year',
    why: 'it states when it appeared, and has a title’s length or links that say what they are',
    applies: ({ reading }) => reading.year !== undefined,
    isPaper: (facts) =>
      !leadsElsewhere(facts) && (facts.words >= 4 || (facts.wide && (hasRoleLinks(facts) || leadsToNotes(facts)))),
  },
  {
    name: 'row',
    why: 'a row of a table of papers',
    applies: ({ shape }) => shape === 'row',
    isPaper: (facts) =>
      facts.ofPapers && facts.wide && facts.words >= 4 && (facts.dated || hasRoleLinks(facts) || isLinkedTitle(facts)),
  },
  {
    name: 'bold-title',
    why: '`**A Title of Many Words**` in a document that lists works by their titles alone',
    applies: ({ boldTitles, shape, title }) =>
      boldTitles && shape === 'item' && title.form === 'strong' && title.range.from === 0,
    isPaper: ({ title, words }) => (words >= 5 && /^[\p{Lu}\p{N}]/u.test(title.text)) || /\p{Lo}{8}/u.test(title.text),
  },
  {
    name: 'plain-title',
    why: '`A Title of Many Words` in a document on papers that lists works by their titles alone',
    applies: ({ plainTitles, shape, title: { form, range }, reading: { links, others } }) =>
      plainTitles && shape === 'item' && form === 'plain' && range.from + links.length + others.length === 0,
    isPaper: ({ title, words }) => words >= 3 && /^[\p{Lu}\p{N}]/u.test(title.text) && titleCase(title.text) >= 0.6,
  },
  {
    name: 'title-among-papers',
    why: '`A Title of Many Words` alone in a list of papers: a work that nothing leads to yet',
    applies: ({ section, shape, peers, title: { form, range }, reading: { links, others } }) =>
      section === 'papers' &&
      shape === 'item' &&
      peers >= MANY &&
      form === 'plain' &&
      range.from + links.length + others.length === 0,
    isPaper: ({ title: { text }, words }) =>
      words >= 5 && /^[\p{Lu}\p{N}][^()[\]/]+$/u.test(text) && titleCase(text) >= 0.6,
  },
  {
    name: 'empty-address',
    why: '`[A Title of Words]()` among papers: the address is still to be filled in',
    applies: (facts) => facts.shape === 'item' && facts.peers >= SOME && isTitleWithoutAddress(facts),
    isPaper: ({ wide, words, amongPapers }) => wide && words >= (amongPapers ? 3 : 4),
  },
  {
    name: 'dated-above',
    why: 'a title by its words and capitals, as most of its list are, below a heading that states a venue or year',
    applies: always,
    isPaper: (facts) =>
      facts.dated &&
      facts.titles >= MOST_NOTES &&
      (facts.words >= 5 || (facts.wide && leadsToNotes(facts))) &&
      titleCase(facts.title.text) >= 0.5 &&
      (isLinkedTitle(facts) || hasRoleLinks(facts) || facts.title.form !== 'emphasis'),
  },
]

/** Below this share of titles a list is of notes. */
const MOST_NOTES = 0.7
/** From this share of papers on, what else a list holds is of the kind. */
const MANY = 0.7
/** Below this share of papers a list is none of papers. */
const SOME = 0.25
/** So many named links beside the title. */
const MENU = 5
/** Names of programs have fewer words. */
const LONGEST_NAME = 6
