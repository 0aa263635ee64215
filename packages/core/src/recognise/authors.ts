import { memoise } from '../memo.ts'
import { isInstitution } from './institution.ts'
import { isHan, isHanName, isName } from './is-name.ts'
import { type Piece, splitBibtex, splitGlued, splitNames, trimPiece } from './split-names.ts'

/** A person's name as a list spells it, and where. */
export interface FoundName {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * Reads a list of people: `A; B`, `A, B and C`, `Last, First; Last, First`, `Last, F., Last, F.`, `A et al.`, names of
 * any script. Footnote marks and digits glued to a name go; two names that a glued digit joins are two. Empty where the
 * text is no list of people: it needs two names, or one with "et al.".
 */
export const findAuthors: (text: string) => readonly FoundName[] = memoise((text) => {
  const { body, others } = withoutEtAl(withoutPlaces(text.replaceAll('\u2010', '-')))
  if (body.trim() === '' || body.length > MOST_TEXT) return []
  // Most texts that are asked about are titles.
  if (!others && !SEVERAL.test(body)) return []
  const surnamesFirst = splitBibtex(body)
  if (surnamesFirst.length > 2) return surnamesFirst.map(turned)
  const pieces = splitNames(body)
  const names: FoundName[] = []
  const byInitials = pieces.filter(({ text: name }) => BARE_INITIAL.test(name)).length > 2
  for (const piece of pieces) {
    const found = byInitials && /^A\s/.test(piece.text) && BARE_INITIAL.test(piece.text) ? named(piece) : nameOf(piece)
    if (found === undefined) return []
    names.push(...found)
  }
  if (names.length === 1) return others ? names : []
  // "texts, pictures etc."
  if (/ etc$/.test(names.at(-1)?.name ?? '')) return []
  // "Keller, A. SIGGRAPH": an initial, and capitals where the other names have none.
  if (names.some(({ name }) => INITIAL_AND_CAPITALS.test(name)) && names.some(({ name }) => /\p{Ll}{2}/u.test(name)))
    return []
  // "Models propose, provers dispose" is a sentence.
  if (names.filter(({ name }) => / \p{Ll}{3,}$/u.test(name)).length * 2 > names.length) return []
  // "关卡、地图、物品" are things: of names in Chinese characters, half begin with a common surname at least.
  const han = names.filter(({ name }) => isHan(name))
  if (han.length * 2 > names.length && han.filter(({ name }) => isHanName(name)).length * 2 < han.length) return []
  // "Hair, Smoke and Glass" are no people: at least one has more than a surname.
  return others || names.some(({ name }) => /[\s\p{Lo}]/u.test(name)) ? names : []
})

/** {@link findAuthors}, but a single name counts too: for a cell or field that holds authors by its place. */
export function findAuthorField(text: string): readonly FoundName[] {
  const many = findAuthors(text)
  if (many.length > 0) return many
  const single = nameOf({ text, start: 0 })
  return single ?? []
}

/** {@link findAuthors}, and a single full name: for the place right behind a title. */
export function findByline(text: string): readonly FoundName[] {
  const many = findAuthors(text)
  if (many.length > 0 || /\d{2}/.test(text) || isInstitution(text)) return many
  const single = nameOf({ text: text.replace(/[\s.,;]+$/, ''), start: 0 })
  return single?.length === 1 && (FULL_NAME.test(single[0]?.name ?? '') || BARE_MIDDLE.test(text)) ? single : []
}

/** `A. Silva`, `J.-P. Roy`, `Ortega, M.`, `Галиев Р.`: a single person whose first name is initials with full stops. */
export function isInitialled(text: string): boolean {
  return INITIALLED.test(text.trim())
}

const INITIALLED =
  /^(?:(?:\p{Lu}\.[\s-]?){1,3}(?:(?:van|von|de|der|den|di|da|la|le) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}[\p{L}\p{M}'’-]+,?\s(?:\p{Lu}\.[\s-]?){1,3})$/u

/** Two to four words, each a capital and small letters, or an initial. */
const FULL_NAME =
  /^(?:\p{Lu}\.|\p{Lu}[\p{Ll}\p{M}'’-]+(?:-\p{Lu}\p{Ll}+)?)(?:\s(?:\p{Lu}\.|(?:van|von|de|der|den|del|della|di|da|la|le|al|el|bin)|\p{Lu}[\p{Ll}\p{M}'’-]+(?:-\p{Lu}\p{Ll}+)?)){1,3}$/u

/** `Oh and Lee`, `Quist & Malik`: two people by their surnames alone, but "Energy & Fuels" too. */
export const TWO_SURNAMES: RegExp = /^\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+$/u

/** `Steven L Scott` */
const BARE_MIDDLE = /^\p{Lu}\p{Ll}{3,} [B-Z] \p{Lu}\p{Ll}{2,}$/u

const INITIAL_AND_CAPITALS = /^\p{Lu}\. \p{Lu}{4,}$/u

/** `Ann Lee(Coast University of Tides and Shores), Bo Mo`: what divides where somebody works divides no names. */
function withoutPlaces(text: string): string {
  if (!text.includes('(')) return text
  return text.replace(/(?<=\p{L}\s?)\([^()]*(?:,|\s(?:and|&)\s)[^()]*\)(?=\s*[,;·&])/gu, (place) =>
    ' '.repeat(place.length),
  )
}

const MOST_TEXT = 8000

/** What stands between two names, or on the first of two that stand side by side: {@link splitNames}, {@link splitGlued}. */
const SEVERAL = /[,，、;；|·•&＆\d¹²³⁴⁵⁶⁷⁸⁹*∗†‡]|\s\/\s|(?:^|\s)(?:and|und|et|y|e|och|og|и|與)\s/i

function withoutEtAl(text: string): { body: string; others: boolean } {
  const from = Math.max(0, text.length - LONGEST_OTHERS)
  const match = mayEndInOthers(text) ? AND_OTHERS.exec(text.slice(from)) : null
  return match === null ? { body: text, others: false } : { body: text.slice(0, from + match.index), others: true }
}

/** Characters of "and others" with what stands around it, at most. */
const LONGEST_OTHERS = 60

/** "et al." in the languages of lists. */
const AND_OTHERS =
  /[,;]?\s*(?:(?:and\s+)?(?:et\.?\s*al(?:ii)?\b\.?|others\b)|\bu\.\s?a\.|&\s?C[ií]a\b\.?|\b(?:et\s+coll|y\s+(?:otros|cols?)|e\s+(?:outros|cols?))\b\.?|(?<=\s)и\s+др\.?|等人?(?=[\s,.;]|$)|(?<=\p{Lo}|\s)(?:ほか|他|외)(?=[\s,.;]|$)|…|\.\.\.)[\s.,;:]*$/iu

/** Whether {@link AND_OTHERS} can match: a look at the last letter spares most texts the pattern. */
function mayEndInOthers(text: string): boolean {
  let end = text.length
  while (end > 0 && /[\s.,;:]/.test(text.charAt(end - 1))) end--
  return LAST_OF_OTHERS.includes(text.charAt(end - 1)) || text.includes('...', end)
}

/** The last letters of the alternatives, as they fold. */
const LAST_OF_OTHERS = 'lLiIsSſaAрР等人か他외…'

/** `M Fabbri`: among such names "A Palazzi" is one more, and no article. */
const BARE_INITIAL = /^\p{Lu} \p{Lu}[\p{L}'’-]+$/u

/** `Poe, Cy` as `Cy Poe`. */
function turned({ text, start }: Piece): FoundName {
  const [last = '', first = ''] = cleanName(text).split(/,\s+/)
  return { name: `${first} ${last}`, start, end: start + text.length }
}

function named({ text, start }: Piece): FoundName[] {
  return [{ name: text, start, end: start + text.length }]
}

/** The name or names of one piece; `undefined` where it is no name. */
function nameOf({ text, start: by }: Piece): readonly FoundName[] | undefined {
  return readName(text)?.map(({ name, start, end }) => ({ name, start: start + by, end: end + by }))
}

/** {@link nameOf} by the text alone: the same names are looked at in ever longer parts of a list. */
const readName: (text: string) => readonly FoundName[] | undefined = memoise((text) => {
  const trimmed = trimPiece({ text, start: 0 })
  const glued = splitGlued(trimmed)
  if (glued.length > 1) {
    const found = glued.map(nameOf)
    return found.every((names) => names !== undefined) ? found.flat() : undefined
  }
  const clean = cleanName(trimmed.text)
  // "3D Splatting and Scooping": no footnote mark.
  if (clean === '' || clean.length > 60 || /(?:^|\s)\dD\b/.test(text) || !isName(clean)) return undefined
  if (/\p{Script=Han}[,，]/u.test(clean)) return undefined
  const [last, first, ...more] = clean.split(/\s*[,，]\s*/)
  const name = first !== undefined && last !== undefined && more.length === 0 ? `${first} ${last}` : clean
  return [{ name, start: trimmed.start, end: trimmed.start + trimmed.text.length }]
})

/** Without footnote marks, affiliations in brackets and glued digits; blanks single. */
function cleanName(text: string): string {
  return text
    .replace(/\s*[([（][^)\]）]*[)\]）]/g, '')
    .replace(/[\d¹²³⁴⁵⁶⁷⁸⁹⁰*∗†‡§¶✉#]+/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:]+|[\s,:]+$|\s+\.$/g, '')
    .replace(/(?<=[\p{Ll}\p{Script=Han}\p{Script=Hangul}]|\s\p{Lu}{2,3})(?<!\b[JS]r)\.$/u, '')
}
