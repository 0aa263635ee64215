/** A part of a text, and where it starts. */
export interface Piece {
  readonly text: string
  readonly start: number
}

/**
 * The pieces of a list of people, each a name: at `;` where there are any (then commas belong to "Last, First"),
 * else at commas; always at "and" and "&". Empty pieces go.
 */
export function splitNames(text: string): Piece[] {
  const semicolons = text.includes(';') || text.includes('；')
  const pieces = split({ text, start: 0 }, semicolons ? /[;；]/g : /[,，、|·•]|\s\/\s/g).flatMap((piece) =>
    split(piece, /(?:^|\s)(?:and|und|et|y|e|och|og|и)\s|\s?[&＆]\s?|(?:^|\s)與\s/gi),
  )
  const whole = pieces.map(trimPiece).filter((piece) => piece.text !== '')
  if (!semicolons) {
    const surnamesFirst = text.split(/\s+and\s+/)
    return surnamesFirst.length > 1 && surnamesFirst.every((name) => SURNAME_FIRST.test(name))
      ? split({ text, start: 0 }, /\s+and\s+/g).map(trimPiece)
      : joinFirstAuthor(joinSurnames(joinInitials(whole), text))
  }
  return whole.flatMap((piece) =>
    isLastFirst(piece.text)
      ? [piece]
      : split(piece, /[,，]/g)
          .map(trimPiece)
          .filter((p) => p.text !== ''),
  )
}

/**
 * `Smith, John Q. and An, Bo and Van Poe, Cy`: as BibTeX has people, of whom one may be called like a word of titles; empty
 * where a part is none.
 */
export function splitBibtex(text: string): Piece[] {
  const parts = text.includes(' and ') ? split({ text, start: 0 }, /\s+and\s+/g) : []
  return parts.every((part) => SURNAME_FIRST.test(part.text)) ? parts.map(trimPiece) : []
}

/** `Smith, John Q.`: as BibTeX has people, with "and" between any two. */
const SURNAME_FIRST =
  /^\s*(?:(?:[Vv]an|[Vv]on|[Dd]e|der|den|[Dd]el|[Dd]i|da|[Ll]a|[Ll]e) ){0,2}\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’ -]*\s*$/u

/** Whether some words are people with their surnames in front, one behind the other with semicolons: `Smith, John Q.; Doe, Ann`. */
export function areSurnamesFirst(text: string): boolean {
  return text
    .split(/[;|]|\s(?:and|&)\s/)
    .every((name) => SURNAME_FIRST.test(name) && name.trim().split(/\s+/).length <= 4)
}

function isLastFirst(text: string): boolean {
  return text.split(',').length === 2
}

/** `Smith, J., Doe, A. B.`: where every second piece is initials, each pair is one name. */
function joinInitials(pieces: readonly Piece[]): Piece[] {
  const initials = /^(?:(?:\p{Lu}\.?[\s-]*){1,3}|(?:\p{Lu}\.[\s-]*){4})$/u
  const paired =
    pieces.length >= 2 &&
    pieces.length % 2 === 0 &&
    pieces.every((piece, i) => (i % 2 === 1) === initials.test(piece.text))
  return paired ? inPairs(pieces) : [...pieces]
}

/** Every two pieces as one. */
function inPairs(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; i += 2) {
    const last = pieces[i]
    const first = pieces[i + 1]
    if (last !== undefined && first !== undefined)
      joined.push({ text: `${last.text}, ${first.text}`, start: last.start })
  }
  return joined
}

/**
 * `Ba, Jimmy, Hinton, Geoffrey E, and Ionescu, Catalin`: every name has its surname in front, as the last one behind "and"
 * shows.
 */
function joinSurnames(pieces: readonly Piece[], text: string): Piece[] {
  const [, last = ''] = /\sand\s+(.{3,60})$/su.exec(text.slice(-LONGEST_LAST)) ?? []
  const isPaired =
    pieces.length >= 4 &&
    pieces.length % 2 === 0 &&
    SURNAME_FIRST.test(last) &&
    pieces.every(({ text: name }, i) => (i % 2 === 0 ? SURNAME : FIRST_NAMES).test(name))
  return isPaired ? inPairs(pieces) : [...pieces]
}

/** Characters of the last name, and the "and" in front. */
const LONGEST_LAST = 80
const SURNAME = /^(?:(?:van|von|de|der|den|del|della|di|da|la|le) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+$/iu
const FIRST_NAMES = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,2}$/u

/** Given names behind the surname: "Andrew L.", "Aniket Anand". */
const FIRST_AUTHOR = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.?){0,2}$|^\p{Lu}[\p{L}'’-]+\s\p{Lu}\p{Ll}+$/u

/** `Ferguson, Andrew L., and Rama Ranganathan`: only the first author's surname stands in front. */
function joinFirstAuthor(pieces: readonly Piece[]): Piece[] {
  const [last, first, ...others] = pieces
  const single = /^\p{Lu}[\p{L}'’-]+$/u
  if (last === undefined || first === undefined || !single.test(last.text)) return [...pieces]
  if (!FIRST_AUTHOR.test(first.text) || others.some(({ text }) => !text.includes(' '))) return [...pieces]
  return [{ text: `${last.text}, ${first.text}`, start: last.start }, ...others]
}

function split(piece: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of piece.text.matchAll(separator)) {
    pieces.push({ text: piece.text.slice(from, match.index), start: piece.start + from })
    from = match.index + match[0].length
  }
  pieces.push({ text: piece.text.slice(from), start: piece.start + from })
  return pieces
}

/** Without blanks and footnote marks at its ends. */
export function trimPiece(piece: Piece): Piece {
  const lead = /^[\s*∗†‡§¶#✉:.]+/u.exec(piece.text)?.[0].length ?? 0
  return { text: piece.text.slice(lead).replace(/[\s*∗†‡§¶#✉]+$/u, ''), start: piece.start + lead }
}

/** `Pan Zhang1 Bo Zhang`: a digit glued to a word and followed by another name ends a name. */
export function splitGlued(piece: Piece): Piece[] {
  const marks = [...piece.text.matchAll(/(?<=\p{L})[\d¹²³⁴⁵⁶⁷⁸⁹*∗†‡]+(?:,[\d*∗†‡]+)*\s+(?=\p{Lu}[\p{L}.]+\s+\p{L})/gu)]
  if (marks.length === 0) return [piece]
  const pieces: Piece[] = []
  let from = 0
  for (const mark of marks) {
    pieces.push({ text: piece.text.slice(from, mark.index), start: piece.start + from })
    from = mark.index + mark[0].length
  }
  pieces.push({ text: piece.text.slice(from), start: piece.start + from })
  return pieces
}
