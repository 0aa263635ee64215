import type { PaperMention } from './mention.ts'
import { isGeneric, type NormalTitle } from './normalize-title.ts'
import type { PeopleAgreement } from './people.ts'
import {
  addsName,
  hasName,
  isBeginning,
  isOfOneKind,
  isSequel,
  isSurvey,
  type Likeness,
  sharesName,
} from './title-likeness.ts'
import { addsWords, contentLikeness, contentWords, isWithin, jaccard } from './title-words.ts'
import {
  arePublishedApart,
  contradicts,
  haveSameDate,
  isDated,
  isNear,
  isOnlyPreprint,
  isPostedAfter,
  isPublished,
  yearsApart,
} from './versions.ts'

/** Rules for titles that say little or nothing: what holds of two mentions without being proof. */
export type LoneRule = 'resolve/name-alone' | 'resolve/title-renamed' | 'resolve/title-varied' | 'resolve/retitled'

/** Two mentions, and how they agree. */
interface Compared {
  readonly a: PaperMention
  readonly b: PaperMention
  readonly likeness: Likeness | undefined
  readonly people: PeopleAgreement
}

/**
 * Finds what else than like titles speaks for one paper: a name that stands alone, most of the words, the preprint's own
 * title. Two papers may agree so too: it holds only where no other mention is like either of the two in this way, and no
 * list names both. `undefined` where nothing does, or where identifiers, people or years speak against it.
 */
export function matchUnlike(compared: Compared): LoneRule | undefined {
  const { a, b, people } = compared
  if (contradicts(a, b) || arePublishedApart(a, b) || people.none || isPostedAfter(a, b)) return undefined
  return LONE_RULES.find(({ holds }) => holds(compared))?.rule
}

const LONE_RULES: readonly { readonly rule: LoneRule; readonly holds: (compared: Compared) => boolean }[] = [
  { rule: 'resolve/name-alone', holds: isNameAlone },
  { rule: 'resolve/title-renamed', holds: isRenamed },
  { rule: 'resolve/title-varied', holds: isVaried },
  { rule: 'resolve/retitled', holds: isRetitled },
]

/**
 * One title is what stands before the colon of the other; or it is the whole other one without its name, and years may lie
 * between them: lists date by what was read when.
 */
function isNameAlone({ a, b, likeness }: Compared): boolean {
  if (likeness === undefined) return false
  const words = Math.min(a.title.tokens.length, b.title.tokens.length)
  if (words >= LONG_WITHOUT_NAME && addsName(a.title, b.title))
    return yearsApart(a, b) <= LONGEST_TIME && !isSurvey(a.title) && isSequel(a.title) === isSequel(b.title)
  if (!hasName(a.title, b.title)) return false
  const name = a.title.text.length < b.title.text.length ? a : b
  if (shareAPage(a, b)) return true
  // Of short names that were found so a year apart four were one work's, four were two's.
  return isNear(a, b) && (isCoined(name) || (isDated(a, b) && yearsApart(a, b) === 0))
}

/** `AlphaFill`, `node2vec`, but not `Quasar`: a long name that is no word. */
function isCoined({ entry, title }: PaperMention): boolean {
  return title.text.length >= LONG_NAME && /\p{L}[\p{Lu}\d]|[\p{L}\d]-[\p{L}\d]/u.test(entry.title.value)
}

/** Words from which a title is that of one work with and without a name in front. */
const LONG_WITHOUT_NAME = 6
/** Years between two statements of one paper's year, at most. */
const LONGEST_TIME = 4
/** Letters of a name that is hardly that of two works. */
const LONG_NAME = 6

/** Another name in front of the words of the title, which the same people wrote, or which are long. */
function isRenamed({ a, b, people }: Compared): boolean {
  const rest = haveOneRest(a.title, b.title)
  return rest > 0 && isDated(a, b) && areVersions(a, b, 1) && (rest >= LONG_REST || people.most)
}

/** Words that hardly stand behind two names by chance, at least. */
const LONG_REST = 6
/** Words of a name, at most. */
const MOST_IN_NAME = 4

/**
 * Words that stand behind the colons of both; 0 where they are few, or where one name goes on from the other (POSTER
 * V2). A survey's subtitle may be that of any.
 */
function haveOneRest(a: NormalTitle, b: NormalTitle): number {
  const [[name, rest], [other, others]] = [a.parts ?? NO_PARTS, b.parts ?? NO_PARTS]
  const words = rest.split(' ').length
  if (rest !== others || words < MOST_IN_NAME || name === '' || other === '' || isSurvey(a)) return 0
  if ([name, other].some((one) => one.split(' ').length > MOST_IN_NAME)) return 0
  const [x, y] = [name, other].map((one) => one.replace(/[\d+ ]/g, '')) as [string, string]
  return x.startsWith(y) || y.startsWith(x) ? 0 : words
}

const NO_PARTS = ['', ''] as const

/** One is the preprint of the other, at most so many years before, or both are of one venue and year. */
function areVersions(a: PaperMention, b: PaperMention, years: number): boolean {
  return (
    haveSameDate(a, b) ||
    (isPublished(a) !== isPublished(b) && (isOnlyPreprint(a) || isOnlyPreprint(b)) && yearsApart(a, b) <= years)
  )
}

/**
 * Most of the words that say something are the same, in any order, or half of them behind one name; or the one title goes
 * on where the other ends.
 */
function isVaried({ a, b, people }: Compared): boolean {
  const [left, right] = [a.title, b.title]
  if (isBegunAlike(a, b, people)) return true
  if (isGeneric(left) || isGeneric(right) || isSurvey(left) || isContest(left) || !isOfOneKind(left, right))
    return false
  if ((people.known && !(people.most && people.first)) || !isNear(a, b) || goesOn(a, b) || goesOn(b, a)) return false
  const words = contentLikeness(left, right)
  if (sharesName(left, right)) return words >= leastBehindOneName(a, b)
  const shorter = Math.min(left.tokens.length, right.tokens.length)
  if (shorter >= LONG_BEGINNING && isBeginning(left, right)) return true
  if (Math.min(contentWords(left).length, contentWords(right).length) < SEVERAL_WORDS) return false
  const versions = isPublished(a) !== isPublished(b) || haveSameDate(a, b)
  if (isWithin(left, right) || isWithin(right, left))
    return versions ? words >= VARIED : words >= HARDLY_VARIED && yearsApart(a, b) === 0
  return versions && shorter >= LONG && left.stems[0] === right.stems[0] && jaccard(left.stems, right.stems) >= VARIED
}

/** One title is the beginning of the other, of the same people at one venue in one year. */
function isBegunAlike(a: PaperMention, b: PaperMention, people: PeopleAgreement): boolean {
  if (!people.first || !people.most || !haveSameDate(a, b) || !isDated(a, b)) return false
  const shorter = Math.min(a.title.tokens.length, b.title.tokens.length)
  return shorter >= SHORT_BEGINNING && isBeginning(a.title, b.title) && isOfOneKind(a.title, b.title)
}

/** Share of common words behind one name: two works of one venue and year seldom have one name and most of the words. */
function leastBehindOneName(a: PaperMention, b: PaperMention): number {
  if (!isPublished(a) || !isPublished(b)) return HALF
  return haveSameDate(a, b) && isDated(a, b) ? MOST : VARIED
}

/** What was posted in the year of a publication with words more goes on from it. */
function goesOn(preprint: PaperMention, publication: PaperMention): boolean {
  const posted = isPublished(publication) && !isPublished(preprint) && isDated(preprint, publication)
  return posted && yearsApart(preprint, publication) === 0 && addsWords(preprint.title, publication.title)
}

/** Words from which a title is that of one work even if one of them is another one. */
const LONG = 9
/** Words that say something from which it is even if it has one more. */
const SEVERAL_WORDS = 6
/** Words that hardly begin two titles by chance. */
const LONG_BEGINNING = 7
/** The same, where people, venue and year are the same. */
const SHORT_BEGINNING = 3
/** Share of common words, 0..1, behind one name. */
const HALF = 0.45
/** The same, of two publications of one venue and year. */
const MOST = 0.6
/** The same, of a preprint and its publication. */
const VARIED = 0.8
/** The same, of any two of one year. */
const HARDLY_VARIED = 0.85

/** Reports of contests of one year are like each other. */
function isContest({ text }: NormalTitle): boolean {
  return /\b(?:challenges?|competitions?|workshops?|shared tasks?)\b/.test(text)
}

/**
 * A preprint under a title of its own: nearly the same people, and half of the words that say something, or one name
 * and a quarter of them, or less where the first person is the same, too. A repository is no witness: what goes on from a
 * work often has its code.
 */
function isRetitled({ a, b, people }: Compared): boolean {
  if (!isOfOneKind(a.title, b.title) || !(isNear(a, b) || areVersions(a, b, LONGEST_WAY))) return false
  const versions = isPublished(a) !== isPublished(b)
  const [preprint, publication] = isPublished(a) ? [b.title, a.title] : [a.title, b.title]
  if (versions && addsWords(publication, preprint)) return false
  const words = contentLikeness(a.title, b.title)
  if (people.nearlyAll && words >= (people.first ? WORDS_BESIDE_PEOPLE : WORDS_BESIDE_OTHER_ORDER)) return true
  if (!versions || !people.most) return false
  if (people.first && words >= WORDS_BESIDE_FIRST && !goesOn(a, b) && !goesOn(b, a)) return true
  if (people.first && words >= WORDS_BESIDE_OWN_NAME && sharesOneWordName(a.title, b.title)) return true
  return people.shared >= GROUP && words >= WORDS_BESIDE_NAME && haveOneName(a.title, b.title)
}

/** People that hardly give one name to two works of one year. */
const GROUP = 3
/** Years from a preprint to its publication, at most. */
const LONGEST_WAY = 2
/** Share of common words that say something, 0..1, where the people are the same. */
const WORDS_BESIDE_PEOPLE = 0.5
/** The same, of a preprint and its publication, where only the first or a few of them are named. */
const WORDS_BESIDE_FIRST = 0.6
/** The same, where another of them is the first: the next paper of a group has another first author. */
const WORDS_BESIDE_OTHER_ORDER = 0.75
/** The same, where both have one name. */
const WORDS_BESIDE_NAME = 0.25
/** The same, where the name stands before both colons, and the first person is the same: another word at least. */
const WORDS_BESIDE_OWN_NAME = 0.15

/** "Reflexion: …" twice. */
function sharesOneWordName(a: NormalTitle, b: NormalTitle): boolean {
  return sharesName(a, b) && a.parts?.[0].includes(' ') === false
}

/** One word before the colon of the one is before that of the other, or its last word: "… using SGLang", "… (TCAV)". */
function haveOneName(a: NormalTitle, b: NormalTitle): boolean {
  const isNameOf = (name: string | undefined, other: NormalTitle): boolean =>
    name !== undefined && !name.includes(' ') && (other.parts?.[0] === name || other.tokens.at(-1) === name)
  return isNameOf(a.parts?.[0], b) || isNameOf(b.parts?.[0], a)
}

/** Both link one address. Where only the name stands it is the page of what the name stands for. */
function shareAPage(a: PaperMention, b: PaperMention): boolean {
  const pages = new Set(a.entry.links.map(({ url }) => bare(url)))
  return b.entry.links.some(({ url }) => pages.has(bare(url)))
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/#?]+$/, '')
}
