import { slug } from '@fieldmap/graph'

/** A name as words of lower case, initials one letter each: `Kaiming He` → `kaiming`, `he`; `K. He` → `k`, `he`. */
export type PersonName = readonly string[]

/** How the people of two mentions agree. */
export interface PeopleAgreement {
  /** Names of the one that are found in the other, 0..the shorter list. */
  readonly shared: number
  /** At least half of the longer list; or the whole of a list that stops early, first name included. */
  readonly most: boolean
  /** Three at least, and nearly all of the longer list; or the whole of a list that stops early, first name included. */
  readonly nearlyAll: boolean
  /** Both lists begin with the same person. */
  readonly first: boolean
  /** Both lists name people. */
  readonly known: boolean
  /** Both lists are known and have nobody in common. */
  readonly none: boolean
}

/** Splits a name into the words that {@link isSamePerson} compares. */
export function personName(name: string): PersonName {
  return slug(name)
    .split('-')
    .filter((word) => word !== '')
}

/**
 * Compares two lists of people, in any order and spelling of given names. Quadratic in the lengths, which are cut at
 * {@link MOST_NAMES}.
 */
export function comparePeople(a: readonly PersonName[], b: readonly PersonName[]): PeopleAgreement {
  if (areOfTwoScripts(a, b)) return UNKNOWN
  const left = a.slice(0, MOST_NAMES)
  const right = b.slice(0, MOST_NAMES)
  const shared = left.filter((name) => right.some((other) => isSamePerson(name, other))).length
  const [first] = left
  const [second] = right
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  const begins = first !== undefined && second !== undefined && isSamePerson(first, second)
  // Lists often give the first authors and leave the others out.
  const whole = begins && shared >= shorter
  return {
    shared,
    most: shared > 0 && (whole || shared * 2 >= longer),
    nearlyAll: shared >= SEVERAL && (whole || shared * 4 >= longer * 3),
    first: begins,
    known: shorter > 0,
    none: shared === 0 && shorter > 0 && ![...left, ...right].some(isGroup) && !sharesSurname(left, right),
  }
}

/** 王伟 may be Wei Wang, or not. */
const UNKNOWN: PeopleAgreement = { shared: 0, most: false, nearlyAll: false, first: false, known: false, none: false }

/** One list is written in Latin letters, the other in others. */
function areOfTwoScripts(a: readonly PersonName[], b: readonly PersonName[]): boolean {
  return a.length > 0 && b.length > 0 && a.some(isLatin) !== b.some(isLatin)
}

function isLatin(name: PersonName): boolean {
  return name.some((word) => /[a-z]/.test(word))
}

/** Of long lists of authors the first tell enough. */
const MOST_NAMES = 40
/** People that write one paper together and hardly another one of the same words. */
const SEVERAL = 3
/** What stands for people that another list names. */
const GROUPS: ReadonlySet<string> = new Set([
  'collaboration',
  'consortium',
  'group',
  'investigators',
  'project',
  'team',
])

function isGroup(name: PersonName): boolean {
  return GROUPS.has(name.at(-1) ?? '')
}

/**
 * Whether two spellings may be one person's: every word of the shorter is in the longer, whole or as an initial, and at
 * least one word is whole in both. So `Yoshua Bengio`, `Y. Bengio`, `Bengio Yoshua` and `Bengio` agree; `Rex Ying` and
 * `Zhitao Ying` do not.
 */
export function isSamePerson(a: PersonName, b: PersonName): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const rest = [...longer]
  let whole = 0
  for (const word of [...shorter].sort((x, y) => y.length - x.length)) {
    let at = rest.indexOf(word)
    if (at >= 0 && word.length > 1) whole++
    if (at < 0) at = rest.findIndex((other) => isInitial(word, other))
    if (at < 0) return false
    rest.splice(at, 1)
  }
  return whole > 0
}

function isInitial(word: string, other: string): boolean {
  return (word.length === 1 || other.length === 1) && word[0] === other[0]
}

/** Of a list of one name not much is certain: "He, Gkioxari" may have been read as one person. */
function sharesSurname(a: readonly PersonName[], b: readonly PersonName[]): boolean {
  if (a.length > 1 && b.length > 1) return false
  const words = new Set(a.flat().filter((word) => word.length > 1))
  return b.flat().some((word) => words.has(word))
}
