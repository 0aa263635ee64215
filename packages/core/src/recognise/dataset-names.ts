import type { Term } from '../curated/vocabulary.ts'
import { settleAmbiguous } from './dataset-context.ts'
import { type DatasetSpelling, foldCharacter, JOINT, MARK, SEPARATOR, spellingsOf } from './dataset-spelling.ts'

/** A data set's name in a text. */
export interface DatasetName {
  readonly term: Term
  /** Offsets in the text, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** The name as the text writes it. */
  readonly words: string
  /** By itself these letters may be another word: a common one, or an abbreviation. */
  readonly isAmbiguous: boolean
}

/**
 * What the text is. `prose`: a name that is also a common word or a short abbreviation counts only beside something
 * that says data set. `datasets`: the text stands where data sets stand (a list or table of them), the name suffices.
 * `value`: the value of an option, a path or a file name: small letters suffice too, and parts of joined words.
 */
export type DatasetPlace = 'prose' | 'datasets' | 'value'

export interface DatasetNames {
  /** Every name in the text, in order, none inside another; the longest wins (CK+ before CK). Linear in the text. */
  readonly find: (text: string, place?: DatasetPlace) => readonly DatasetName[]
}

/** A name that may still turn out to be another word. */
export interface Candidate extends DatasetName {
  readonly isCertain: boolean
}

interface Node {
  readonly next: Map<string, Node>
  readonly ends: DatasetSpelling[]
}

/** Blanks, hyphens and markup that one name may hold in a row: `RAF \_ DB`. */
const MAX_GAP = 3

/**
 * Prepares the vocabulary's data sets (names, full names, aliases) for finding them in texts. Hyphen, underscore and
 * blank are one (RAF-DB, RAF_DB, RAFDB), a plus sign is part of the name, names end where words end; Latin names in
 * Chinese, Japanese or Korean text need no blanks. All spellings are in one trie: the cost of finding does not grow
 * with the vocabulary. Two terms with one spelling: the one whose capitals agree, else the first.
 */
export function createDatasetNames(terms: readonly Term[]): DatasetNames {
  const root: Node = { next: new Map(), ends: [] }
  for (const term of terms) {
    for (const spelling of spellingsOf(term)) {
      let node = root
      for (const character of spelling.folded) node = child(node, character)
      node.ends.push(spelling)
    }
  }
  return {
    find(text, place = 'prose') {
      const candidates: Candidate[] = []
      let from = 0
      while (from < text.length) {
        const found = isStart(text, from, place) ? longestAt(root, text, from, place) : undefined
        if (found !== undefined) candidates.push(found)
        from = found?.end ?? from + 1
      }
      const settled = place === 'prose' ? settleAmbiguous(text, candidates) : candidates
      return settled.map(({ isCertain: _, ...name }) => name)
    },
  }
}

function child(node: Node, character: string): Node {
  const known = node.next.get(character)
  if (known !== undefined) return known
  const made: Node = { next: new Map(), ends: [] }
  node.next.set(character, made)
  return made
}

/** The longest spelling that begins at `start` and agrees with the text. */
function longestAt(root: Node, text: string, start: number, place: DatasetPlace): Candidate | undefined {
  let node: Node | undefined = root
  let best: Candidate | undefined
  const gaps: Gap[] = []
  let letters = ''
  let at = start
  while (at < text.length) {
    const gap = letters === '' ? NO_GAP : gapAt(text, at)
    const raw = text[at + gap.length] ?? ''
    const character = plain(raw)
    node = node.next.get(foldCharacter(character))
    if (node === undefined) break
    gaps.push(gap)
    letters += character
    at += gap.length + raw.length
    if (node.ends.length === 0) continue
    const spelling = bestSpelling(node.ends, letters, gaps, text.slice(start, at), place)
    if (spelling === undefined || !isEnd(text, at, place) || !stands(text, start, spelling, place)) continue
    best = {
      term: spelling.term,
      start,
      end: at,
      words: text.slice(start, at),
      isAmbiguous: spelling.isAmbiguous || (spelling.letterCase !== 'any' && spelling.letters !== letters),
      isCertain: place !== 'prose' || !spelling.isAmbiguous,
    }
  }
  return best
}

interface Gap {
  readonly length: number
  readonly hasBlank: boolean
  readonly hasJoint: boolean
}

const NO_GAP: Gap = { length: 0, hasBlank: false, hasJoint: false }

function gapAt(text: string, from: number): Gap {
  let length = 0
  let hasBlank = false
  let hasJoint = false
  if (text.startsWith('<sup>', from)) return { length: 5, hasBlank, hasJoint }
  while (length <= MAX_GAP) {
    const character = text[from + length] ?? ''
    if (JOINT.test(character)) hasJoint = true
    else if (/^\s$/.test(character)) hasBlank = true
    else if (!MARK.test(character)) break
    length += 1
  }
  return length === 0 || length > MAX_GAP ? NO_GAP : { length, hasBlank, hasJoint }
}

function plain(character: string): string {
  const normal = character.normalize('NFKC')
  return normal.length === 1 ? normal : character
}

function bestSpelling(
  spellings: readonly DatasetSpelling[],
  letters: string,
  gaps: readonly Gap[],
  words: string,
  place: DatasetPlace,
): DatasetSpelling | undefined {
  const fitting = spellings.filter(
    (spelling) => agreesInGaps(spelling, gaps) && (place === 'value' || agreesInCase(spelling, letters, words)),
  )
  return fitting.find((spelling) => spelling.letters === letters) ?? fitting[0]
}

function agreesInGaps(spelling: DatasetSpelling, gaps: readonly Gap[]): boolean {
  return gaps.every(({ hasBlank, hasJoint }, index) => {
    const allowed = spelling.separators[index] ?? SEPARATOR.none
    if (hasBlank) return allowed === SEPARATOR.any
    return !hasJoint || allowed !== SEPARATOR.none
  })
}

function agreesInCase({ letterCase, letters: own }: DatasetSpelling, letters: string, words: string): boolean {
  if (letterCase === 'any' || own === letters) return true
  if (letterCase === 'exact') return false
  return words.split(/[\s_-]+/).every((word) => word.length < 4 || /^\p{Lu}/u.test(word))
}

/** Letters and digits that need no blank beside a name of another script. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

function isWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !UNSPACED.test(character)
}

function isStart(text: string, at: number, place: DatasetPlace): boolean {
  const before = text[at - 1] ?? ''
  const first = text[at] ?? ''
  if (!/[\p{L}\p{N}]/u.test(first)) return false
  if (!isWord(before) || !isWord(first)) return true
  return place === 'value' && /\p{Ll}/u.test(before) && /\p{Lu}/u.test(first)
}

/** After the name no letter, digit or sign that would make it another name: CK+, Aff-Wild2, AFEW-VA, CelebA-HQ. */
function isEnd(text: string, at: number, place: DatasetPlace): boolean {
  const rest = text.slice(at, at + 8)
  const last = text[at - 1] ?? ''
  const next = rest[0] ?? ''
  if (last === '+' && isWord(next)) return false // BP4D+DISFA are two
  if (/^\++(?![\p{L}\p{N}])/u.test(rest)) return false
  if (/^[-_](?:hq|lp)(?![\p{L}\p{N}])/iu.test(rest)) return false // in any case another version
  if (place === 'value') {
    return (
      !isWord(next) ||
      !isWord(last) ||
      (/\p{Lu}/u.test(next) && !/\p{Lu}/u.test(last)) ||
      /^(?:Data|DB|Loader)/.test(rest)
    )
  }
  if (isWord(next) && isWord(last)) return false
  // A suffix of capitals makes a data set of its own (CelebA-HQ), as does a Roman number (CASME II).
  return (
    !/^[-_\u2010-\u2013]\p{Lu}{1,3}(?![\p{L}\p{N}])/u.test(rest) && !/^[- ](?:II|III|IV)(?![\p{L}\p{N}])/u.test(rest)
  )
}

/** Before the name no word that makes it another: mini-ImageNet, and for phrases no further capital word. */
function stands(text: string, start: number, spelling: DatasetSpelling, place: DatasetPlace): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (/(?:^|[^\p{L}])(?:mini|tiny|micro|meta|sub|non)[-_ ]$/iu.test(before)) return false
  return (
    place === 'value' ||
    spelling.letterCase !== 'title' ||
    !/(?<!\p{L})(?!(?:The|Our|This|Both|On|In|For|And)\b)\p{Lu}\p{L}+[-\s]$/u.test(before)
  )
}
