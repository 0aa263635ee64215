import type { PaperMention } from './mention.ts'
import { isGeneric, type NormalTitle } from './normalize-title.ts'
import type { PeopleAgreement } from './people.ts'
import {
  addsWords,
  contentLikeness,
  isOfOneKind,
  isReordered,
  isSurvey,
  jaccard,
  type Likeness,
} from './title-likeness.ts'
import {
  arePublishedApart,
  contradicts,
  haveSameDate,
  isDated,
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
 * Finds what else than like titles speaks for one paper: a name that stands alone, the preprint's own title. The same
 * people may have written two such papers, so that it holds only where no other mention is like either of the two in
 * this way. `undefined` where nothing does, or where identifiers, people or years speak against it.
 */
export function matchUnlike(compared: Compared): LoneRule | undefined {
  const { a, b, people } = compared
  if (!isDated(a, b) || contradicts(a, b) || arePublishedApart(a, b) || people.none || isPostedAfter(a, b))
    return undefined
  return LONE_RULES.find(({ holds }) => holds(compared))?.rule
}

const LONE_RULES: readonly { readonly rule: LoneRule; readonly holds: (compared: Compared) => boolean }[] = [
  {
    rule: 'resolve/name-alone',
    holds: ({ a, b, likeness }) => likeness === 'named' && (haveSameDate(a, b) || shareAPage(a, b)),
  },
  {
    rule: 'resolve/title-renamed',
    holds: isRenamed,
  },
  { rule: 'resolve/title-varied', holds: isVaried },
  { rule: 'resolve/retitled', holds: isRetitled },
]

/** Another name in front of the words of the title, which the same people wrote, or which are long. */
function isRenamed({ a, b, people }: Compared): boolean {
  const rest = haveOneRest(a.title, b.title)
  return rest > 0 && areVersions(a, b, 1) && (rest >= LONG_REST || people.most)
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
 * A long title in which a word is another one, or all stand in another order. Where words were only added in the year
 * of the publication it is rather an article that goes on from it.
 */
function isVaried({ a, b }: Compared): boolean {
  const [left, right] = [a.title, b.title]
  if (isGeneric(left) || isGeneric(right) || isSurvey(left) || isContest(left) || !isOfOneKind(left, right))
    return false
  if (!areVersions(a, b, 1)) return false
  if (isReordered(left, right)) return true
  if (Math.min(left.tokens.length, right.tokens.length) < LONG || left.stems[0] !== right.stems[0]) return false
  if (jaccard(left.stems, right.stems) < VARIED) return false
  return haveSameDate(a, b) || yearsApart(a, b) > 0 || !(addsWords(left, right) || addsWords(right, left))
}

/** Words from which a title is that of one work even if one of them differs. */
const LONG = 9
/** Share of common words of titles that vary, 0..1. */
const VARIED = 0.8

/** Reports of contests of one year are like each other. */
function isContest({ tokens }: NormalTitle): boolean {
  return tokens.some((token) => /^(?:challenges?|competitions?|tasks?|tracks?|workshops?)$/.test(token))
}

/**
 * A preprint under a title of its own: nearly the same people, and half of the words that say something, or one name
 * and a quarter of them. A repository is no witness: what goes on from a work often has its code.
 */
function isRetitled({ a, b, people }: Compared): boolean {
  if (isPublished(a) === isPublished(b) || !areVersions(a, b, LONGEST_WAY) || !isOfOneKind(a.title, b.title))
    return false
  const [preprint, publication] = isPublished(a) ? [b.title, a.title] : [a.title, b.title]
  if (addsWords(publication, preprint)) return false
  const words = contentLikeness(a.title, b.title)
  if (people.nearlyAll && words >= (people.first ? WORDS_BESIDE_PEOPLE : WORDS_BESIDE_OTHER_ORDER)) return true
  return people.most && people.shared >= GROUP && words >= WORDS_BESIDE_NAME && haveOneName(a.title, b.title)
}

/** People that hardly give one name to two works of one year. */
const GROUP = 3
/** Years from a preprint to its publication, at most. */
const LONGEST_WAY = 2
/** Share of common words that say something, 0..1, where the people are the same. */
const WORDS_BESIDE_PEOPLE = 0.5
/** The same, where another of them is the first: the next paper of a group has another first author. */
const WORDS_BESIDE_OTHER_ORDER = 0.75
/** The same, where both have one name. */
const WORDS_BESIDE_NAME = 0.25

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
