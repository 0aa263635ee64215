import type { PaperMention } from './mention.ts'
import { isGeneric, type NormalTitle } from './normalize-title.ts'
import { comparePeople, type PeopleAgreement } from './people.ts'
import { type LoneRule, matchUnlike } from './retitled.ts'
import { addsName, isSequel, isSurvey, type Likeness, REWORDED, sharesName, titleLikeness } from './title-likeness.ts'
import { addsWords, contentLikeness, contentWords, jaccard } from './title-words.ts'
import {
  arePublishedApart,
  areTwoPreprints,
  contradicts,
  haveSameDate,
  haveTwoVenues,
  isDated,
  isExtension,
  isLaterInJournal,
  isNear,
  isPostedAfter,
  isPreprintOf,
  yearsApart,
} from './versions.ts'

/** What resolution makes of two mentions. */
export type PairVerdict =
  | { readonly verdict: 'same'; readonly rule: MergeRule; readonly strength: MatchStrength }
  /** A journal version of a conference paper: a paper of its own. `shared`: under the conference paper's identifier. */
  | { readonly verdict: 'extension'; readonly shared?: true }
  /** One address on two works. */
  | { readonly verdict: 'shared-address' }
  /** `sure`: one title, but people or identifiers of two papers. No third mention may tie them together. */
  | { readonly verdict: 'different'; readonly sure?: true }

/** `lone`: only if neither of the two is like another paper in the same way. */
export type MatchStrength = 'strong' | 'weak' | 'lone'

/** {@link matchPair}, or the same that knows what it said of a pair before. */
export type PairMatcher = (a: PaperMention, b: PaperMention) => PairVerdict

export type MergeRule =
  | 'resolve/decision'
  | 'resolve/identifier'
  | 'resolve/title'
  | 'resolve/title-respelled'
  | 'resolve/title-shortened'
  | 'resolve/title-reworded'
  | LoneRule

const RULES: Readonly<Record<Exclude<Likeness, 'equal'>, MergeRule>> = {
  respelled: 'resolve/title-respelled',
  shortened: 'resolve/title-shortened',
  named: 'resolve/title-shortened',
  reworded: 'resolve/title-reworded',
}

const DIFFERENT: PairVerdict = { verdict: 'different' }

/**
 * Decides whether two mentions mean one paper, as record linkage does (Fellegi and Sunter 1969; Christen, Data Matching,
 * 2012): an identifier decides unless everything else speaks against it; then titles decide, and the less alike they
 * are, the more must agree beside them (people, repository, venue, year) and the less may disagree (identifiers, people).
 * Unknown people neither agree nor disagree.
 */
export function matchPair(a: PaperMention, b: PaperMention): PairVerdict {
  const likeness = titleLikeness(a.title, b.title)
  const shared = sharesIdentifier(a, b)
  const people = comparePeople(a.people, b.people)
  if (shared) {
    // A journal article with the address of the preprint that both have.
    if (likeness === 'reworded' && isExtension(a, b)) return { verdict: 'extension', shared: true }
    if (likeness !== undefined && sharesOnlyPreprint(a, b) && isLaterInJournal(a, b)) {
      return { verdict: 'extension', shared: true }
    }
    if (likeness !== undefined) return { verdict: 'same', rule: 'resolve/identifier', strength: 'strong' }
    return isOneAddressOfOneWork(a, b, people)
      ? { verdict: 'same', rule: 'resolve/identifier', strength: 'weak' }
      : { verdict: 'shared-address' }
  }
  if (likeness === undefined) return lone(matchUnlike({ a, b, likeness, people }))
  const agree = people.shared > 0 || sharesRepository(a, b)
  if (likeness === 'equal') {
    if (isExtension(a, b)) return { verdict: 'extension' }
    if (isOnePaperOfOneTitle(a, b, people, agree))
      return { verdict: 'same', rule: 'resolve/title', strength: people.none ? 'weak' : 'strong' }
    return people.none || contradicts(a, b) ? { verdict: 'different', sure: true } : DIFFERENT
  }
  if (isExtension(a, b)) return people.most && isExtended(a, b, likeness) ? { verdict: 'extension' } : DIFFERENT
  if (contradicts(a, b) || areTwoPreprints(a, b) || people.none) return DIFFERENT
  return isOnePaperOfLikeTitles(a, b, likeness, people, agree)
    ? { verdict: 'same', rule: RULES[likeness], strength: 'weak' }
    : lone(matchUnlike({ a, b, likeness, people }))
}

function lone(rule: LoneRule | undefined): PairVerdict {
  return rule === undefined ? DIFFERENT : { verdict: 'same', rule, strength: 'lone' }
}

/** Of the same people a journal's title says whether it is the conference paper's: another wording may be another work. */
function isExtended(a: PaperMention, b: PaperMention, likeness: Likeness): boolean {
  if (likeness !== 'reworded') return true
  if (!isLaterInJournal(a, b)) return false
  return jaccard(a.title.stems, b.title.stems) >= (sharesName(a.title, b.title) ? REWORDED : HARDLY_REWORDED)
}

/** Share of common words from which the same people hardly wrote of something else. */
const HARDLY_REWORDED = 0.75

/**
 * Titles of one address that are not alike: one work under two titles, or a wrong link. One work if it is a nickname, or
 * has one name before the colon, or nothing else contradicts and two people, most people or at least half of the words
 * agree.
 */
function isOneAddressOfOneWork(a: PaperMention, b: PaperMention, people: PeopleAgreement): boolean {
  if (isNickname(a, b) || isNickname(b, a)) return true
  if (contradicts(a, b) || people.none) return false
  if (sharesName(a.title, b.title)) return true
  if (haveTwoVenues(a, b)) return false
  return people.most || people.shared >= 2 || overlap(a, b) >= 0.5
}

/**
 * Equal titles are one paper unless something contradicts. A short title can be that of two works: it needs people,
 * repository, or venue and year as a witness. Two identifiers of one scheme (a paper posted or submitted twice) need
 * people, or a long title of nearly the same date.
 */
function isOnePaperOfOneTitle(a: PaperMention, b: PaperMention, people: PeopleAgreement, agree: boolean): boolean {
  const generic = isGeneric(a.title)
  if (people.none && isPublicationOfLongTitle(a, b)) return true
  const stray = people.none && namesOne(a, b) && !generic && a.title.tokens.length >= LONG && isNear(a, b)
  if (stray && !isSurvey(a.title) && !contradicts(a, b)) return true
  if (people.none && !sharesRepository(a, b) && (generic || contradicts(a, b) || !haveSameDate(a, b))) return false
  if (generic && people.shared > 0 && !people.most) return false
  if (contradicts(a, b)) {
    if (agree) return true
    return !generic && a.title.tokens.length >= LONG && !isSurvey(a.title) && isNear(a, b)
  }
  if (!generic || agree || haveSameDate(a, b)) return true
  if (a.title.text.length < 8 || !isNear(a, b)) return false
  return isDated(a, b) ? a.title.tokens.length >= 2 : a.title.tokens.length >= 3 && !isSurvey(a.title)
}

/** One of the lists is a single name, which may be misspelt, or of who wrote of the paper. */
function namesOne(a: PaperMention, b: PaperMention): boolean {
  return a.people.length === 1 || b.people.length === 1
}

/** A preprint and what was published of it under one long title: who is named may be a group, or only some of the people. */
function isPublicationOfLongTitle(a: PaperMention, b: PaperMention): boolean {
  const isLong = a.title.tokens.length >= VERY_LONG && !isSurvey(a.title)
  return isLong && isPreprintOf(a, b) && isNear(a, b) && isDated(a, b) && !contradicts(a, b) && !isPostedAfter(a, b)
}

/** Titles that are like each other: beside typing errors the people decide, else where and when both were published. */
function isOnePaperOfLikeTitles(
  a: PaperMention,
  b: PaperMention,
  likeness: Exclude<Likeness, 'equal'>,
  people: PeopleAgreement,
  agree: boolean,
): boolean {
  if (likeness === 'respelled') {
    const telling = Math.max(a.title.tokens.length, b.title.tokens.length) >= (isSurvey(a.title) ? VERY_LONG : 3)
    return agree || telling || haveSameDate(a, b)
  }
  if (yearsApart(a, b) > 2) return false
  if (likeness === 'named') return (people.most || sharesRepository(a, b)) && isNear(a, b)
  return likeness === 'shortened' ? isOnePaperShortened(a, b, agree) : isOnePaperReworded(a, b, people)
}

function isOnePaperShortened(a: PaperMention, b: PaperMention, agree: boolean): boolean {
  if (haveSameDate(a, b)) return true
  if (isSequel(a.title) !== isSequel(b.title)) return false
  if (agree) return !(arePublishedApart(a, b) && yearsApart(a, b) > 1)
  if (isPostedAfter(a, b)) return false
  const shorter = Math.min(a.title.tokens.length, b.title.tokens.length)
  // "A Survey of Large Language Models" stands behind many colons.
  if (shorter < VERY_LONG && isSurvey(a.title)) return false
  const versions = isPreprintOf(a, b) && (sharesName(a.title, b.title) || shorter >= VERY_LONG)
  if (shorter >= LONG && (isNear(a, b) || versions)) return true
  return shorter >= 3 && addsName(a.title, b.title) && !isSurvey(a.title) && isDated(a, b) && yearsApart(a, b) === 0
}

function isOnePaperReworded(a: PaperMention, b: PaperMention, people: PeopleAgreement): boolean {
  if (arePublishedApart(a, b) || isPostedAfter(a, b)) return false
  const words = jaccard(a.title.stems, b.title.stems)
  const versions = isPreprintOf(a, b)
  if (haveSameDate(a, b) && isDated(a, b) && haveTheSameWords(a.title, b.title)) return true
  // A list that has both titles takes them for two works: a group's next paper has most of the words, too.
  if (a.entry.source === b.entry.source && !versions && !haveSameDate(a, b)) return false
  const name = sharesName(a.title, b.title)
  if (people.most && name && versions) return true
  if (people.most && words >= REWORDED && (people.first || isHardlyReworded(a.title, b.title))) return true
  return people.first && versions && words >= HARDLY_REWORDED
}

/** All words that say something are in both, in any order: "… of Video Fakes", "… of Fake Videos". */
function haveTheSameWords(a: NormalTitle, b: NormalTitle): boolean {
  return contentWords(a).length >= LONG && contentLikeness(a, b) === 1 && !isSurvey(a)
}

/** The next paper of a group often has another first author, and some words more or others. */
function isHardlyReworded(a: NormalTitle, b: NormalTitle): boolean {
  if (jaccard(a.stems, b.stems) >= HARDLY_REWORDED) return true
  return contentLikeness(a, b) >= HARDLY_OTHER_WORDS && !addsWords(a, b) && !addsWords(b, a)
}

/** Share of common words that say something from which the people may stand in another order. */
const HARDLY_OTHER_WORDS = 0.65

/** Words from which a title is hardly that of two works by chance. */
const LONG = 5
/** Words from which a title without its name is that of one work two years later, too. */
const VERY_LONG = 8

/** A list may name a method only: "ViPLO", with the address of "ViPLO: Vision Transformer based …". */
function isNickname({ title }: PaperMention, other: PaperMention): boolean {
  return title.tokens.length <= 2 && other.title.tokens.length >= 4
}

/** Likeness of words without regard to how generic the titles are, 0..1. */
function overlap(a: PaperMention, b: PaperMention): number {
  const shorter = a.title.tokens.length <= b.title.tokens.length ? a.title.tokens : b.title.tokens
  const longer = new Set(shorter === a.title.tokens ? b.title.tokens : a.title.tokens)
  const shared = shorter.filter((token) => longer.has(token)).length
  return shorter.length === 0 ? 0 : shared / Math.max(shorter.length, Math.min(longer.size, 4))
}

function sharesIdentifier(a: PaperMention, b: PaperMention): boolean {
  return Object.entries(a.identifiers).some(([scheme, value]) => b.identifiers[scheme] === value)
}

/** A preprint is that of a conference paper and of its journal article; any other identifier is that of one of them. */
function sharesOnlyPreprint(a: PaperMention, b: PaperMention): boolean {
  return Object.entries(a.identifiers).every(([scheme, value]) => scheme === 'arxiv' || b.identifiers[scheme] !== value)
}

function sharesRepository(a: PaperMention, b: PaperMention): boolean {
  for (const repository of a.repositories) if (b.repositories.has(repository)) return true
  return false
}
