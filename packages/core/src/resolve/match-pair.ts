import type { PaperMention } from './mention.ts'
import { isGeneric } from './normalize-title.ts'
import { titleLikeness } from './title-likeness.ts'

/** What resolution makes of two mentions. */
export type PairVerdict =
  | { readonly verdict: 'same'; readonly rule: MergeRule; readonly strength: 'strong' | 'weak' }
  /** A journal version of a conference paper: a paper of its own. */
  | { readonly verdict: 'extension' }
  /** One address on two works. */
  | { readonly verdict: 'shared-address' }
  | { readonly verdict: 'different' }

export type MergeRule =
  | 'resolve/decision'
  | 'resolve/identifier'
  | 'resolve/title'
  | 'resolve/title-respelled'
  | 'resolve/title-shortened'
  | 'resolve/title-reworded'

const DIFFERENT: PairVerdict = { verdict: 'different' }

/**
 * Decides whether two mentions mean one paper. A shared identifier decides unless both titles are full, have little in
 * common and no people neither; then
 * titles decide, the less alike the more must agree beside them (authors, repository, year). Two identifiers of one
 * scheme that differ speak against a merge.
 */
export function matchPair(a: PaperMention, b: PaperMention): PairVerdict {
  const likeness = titleLikeness(a.title, b.title)
  const shared = sharesIdentifier(a, b)
  if (shared) {
    if (likeness !== undefined || overlap(a, b) >= 0.5 || sharesPeople(a, b) || isNickname(a, b) || isNickname(b, a))
      return { verdict: 'same', rule: 'resolve/identifier', strength: 'strong' }
    return { verdict: 'shared-address' }
  }
  if (likeness === undefined) return DIFFERENT
  const extension = isExtension(a, b)
  const conflict = contradicts(a, b)
  if (likeness === 'equal') {
    if (extension) return { verdict: 'extension' }
    if (conflict && !(sharesPeople(a, b) || sharesRepository(a, b))) return DIFFERENT
    if (isGeneric(a.title) && !sharesPeople(a, b) && !sharesRepository(a, b) && !sameDate(a, b)) return DIFFERENT
    return { verdict: 'same', rule: 'resolve/title', strength: 'strong' }
  }
  if (extension || conflict) return DIFFERENT
  if (likeness === 'respelled') {
    return hasOtherPeople(a, b) ? DIFFERENT : { verdict: 'same', rule: 'resolve/title-respelled', strength: 'weak' }
  }
  const agree = sharesPeople(a, b) || sharesRepository(a, b)
  if (!agree || yearsApart(a, b) > 2) return DIFFERENT
  if (likeness === 'shortened') return { verdict: 'same', rule: 'resolve/title-shortened', strength: 'weak' }
  return sharesPeople(a, b) && mostPeople(a, b)
    ? { verdict: 'same', rule: 'resolve/title-reworded', strength: 'weak' }
    : DIFFERENT
}

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

/** Different values of a scheme in which a paper has one value. A preprint and its publication differ in scheme. */
function contradicts(a: PaperMention, b: PaperMention): boolean {
  return Object.entries(a.identifiers).some(([scheme, value]) => {
    const other = b.identifiers[scheme]
    return other !== undefined && other !== value
  })
}

function isExtension(a: PaperMention, b: PaperMention): boolean {
  const forms = [a, b].map(({ entry }) => entry.venue?.value.form)
  return (
    forms.includes('journal') && (forms.includes('conference') || forms.includes('workshop')) && yearsApart(a, b) >= 1
  )
}

function sharesPeople(a: PaperMention, b: PaperMention): boolean {
  for (const author of a.authors) if (b.authors.has(author)) return true
  return false
}

function mostPeople(a: PaperMention, b: PaperMention): boolean {
  let shared = 0
  for (const author of a.authors) if (b.authors.has(author)) shared++
  return shared * 2 >= Math.max(a.authors.size, b.authors.size)
}

function hasOtherPeople(a: PaperMention, b: PaperMention): boolean {
  return a.authors.size > 0 && b.authors.size > 0 && !sharesPeople(a, b)
}

function sharesRepository(a: PaperMention, b: PaperMention): boolean {
  for (const repository of a.repositories) if (b.repositories.has(repository)) return true
  return false
}

function yearsApart(a: PaperMention, b: PaperMention): number {
  const x = a.proofs[0]?.year ?? a.entry.year?.value
  const y = b.proofs[0]?.year ?? b.entry.year?.value
  return x === undefined || y === undefined ? 0 : Math.abs(x - y)
}

function sameDate(a: PaperMention, b: PaperMention): boolean {
  const venue = a.entry.venue?.value.name
  return venue !== undefined && venue === b.entry.venue?.value.name && a.entry.year?.value === b.entry.year?.value
}
