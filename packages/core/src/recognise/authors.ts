import { HAN_SURNAMES } from '../data/han-surnames.ts'
import { TITLE_WORDS } from '../data/title-words.ts'
import { memoise } from '../memo.ts'
import { isInstitution } from './institution.ts'

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
  const han = names.filter(({ name }) => HAN.test(name))
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

interface Piece {
  readonly text: string
  readonly start: number
}

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

/** At `;` where there are any (then commas belong to "Last, First"), else at commas; always at "and" and "&". */
function splitNames(text: string): Piece[] {
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

/** `Smith, John Q.`: as BibTeX has people, with "and" between any two. */
const SURNAME_FIRST = /^\s*(?:(?:van|von|de|der|den|del|di|da|la|le) ){0,2}\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’ -]*\s*$/u

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

function trimPiece(piece: Piece): Piece {
  const lead = /^[\s*∗†‡§¶#✉:.]+/u.exec(piece.text)?.[0].length ?? 0
  return { text: piece.text.slice(lead).replace(/[\s*∗†‡§¶#✉]+$/u, ''), start: piece.start + lead }
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’`ʼ.-]*|\p{Lo}{1,6}|d['’]\p{Lu}[\p{L}\p{M}-]+|(?:Mc|Mac|O['’])\p{Lu}[\p{L}\p{M}]+)$/u
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|der|den|di|du|el|al|la|le|las|van|von|vom|zu|zur|ten|ter|bin|bint|ibn|st\.?|y|e|af|av|dit|mac|jr\.?|sr\.?|i{2,3}|iv)$/iu
const LOWER_NAME = /^\p{Ll}[\p{L}\p{M}'’-]+$/u

/** `M Fabbri`: among such names "A Palazzi" is one more, and no article. */
const BARE_INITIAL = /^\p{Lu} \p{Lu}[\p{L}'’-]+$/u

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

/** `Pan Zhang1 Bo Zhang`: a digit glued to a word and followed by another name ends a name. */
function splitGlued(piece: Piece): Piece[] {
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

/** Without footnote marks, affiliations in brackets and glued digits; blanks single. */
function cleanName(text: string): string {
  return text
    .replace(/\s*[([（][^)\]）]*[)\]）]/g, '')
    .replace(/[\d¹²³⁴⁵⁶⁷⁸⁹⁰*∗†‡§¶✉#]+/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:]+|[\s,:]+$|\s+\.$/g, '')
    .replace(/(?<=[\p{Ll}\p{Script=Han}\p{Script=Hangul}]|\s\p{Lu}{2,3})(?<!\b[JS]r)\.$/u, '')
}

function isName(text: string): boolean {
  // "오프라인 얼굴 검출 모델": names in Hangul are short.
  if (/^[\p{Script=Hangul} ]+$/u.test(text)) return HANGUL_NAME.test(text)
  // "GPU를 사용하여 추론을": beside other letters stands one name in Hangul at most.
  if (/\p{Script=Hangul}/u.test(text) && !/^[^\p{Script=Hangul}]+ \p{Script=Hangul}{2,4}$/u.test(text)) return false
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}·・ ]{2,16}$/u.test(text))
    return !NOT_NAMES_CJK.test(text)
  const words = text.split(/[\s,，]+/)
  if (
    words.length > 6 ||
    words.some((word) => /['’]s$/.test(word) || ABSTRACT.test(word.slice(word.lastIndexOf('-') + 1))) ||
    (words.some((word) => CAPITALS_BEHIND_HYPHEN.test(word)) && /\p{Ll}/u.test(text))
  )
    return false
  // "Samy Bengio. ICLR": where a sentence ends, a name does.
  if (text.includes('. ') && /\p{Ll}{3}\. /u.test(text)) return false
  // "Adeyemi O. Steroids revisited": an initial ends the name, and a title goes on.
  if (text.includes('. ') && INITIAL_AND_MORE.test(text)) return false
  let strong = 0
  for (const word of words) {
    if (NAME_WORD.test(word)) strong++
    else if (!PARTICLE.test(word) && !(words.length > 1 && LOWER_NAME.test(word))) return false
  }
  if (words.length === 1) return strong === 1 && /^\p{Lu}(?!\p{Lu}+\p{Ll})\p{L}*\p{Ll}$/u.test(text) && !isWord(text)
  const lower = words.filter((word) => LOWER_NAME.test(word) && !PARTICLE.test(word)).length
  const isCommon = (word: string, i: number): boolean => isCommonWord(word) && !(i > 0 && /^\p{Lu}$/u.test(word)) // "Alexei A"
  return strong >= 1 && lower <= 1 && !words.some(isCommon)
}

/** A word that is no surname; "He" and "So" are some. "Fast and Accurate Solvers" names nobody. */
function isWord(text: string): boolean {
  return isCommonWord(text) || /^(?:We|If|My|Up|Us|Am|Fast|Slow|Simple|Accurate)$/.test(text)
}

const INITIAL_AND_MORE = /^\p{Lu}[\p{L}'’-]+ \p{Lu}\. \p{Lu}.*\s\p{Ll}{4,}$/u

const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$|^\p{Script=Hangul}{1,2} \p{Script=Hangul}{1,3}$/u

const HAN = /^\p{Script=Han}+$/u

/** A common surname, and one or two characters, or three behind a Japanese one. */
function isHanName(name: string): boolean {
  if (name.length <= 3 && HAN_SURNAMES.has(name.charAt(0))) return name.length > 1
  return name.length <= 6 && (HAN_SURNAMES.has(name.slice(0, 2)) || HAN_SURNAMES.has(name.slice(0, 3)))
}

const NOT_NAMES_CJK =
  /大学|学院|大學|公司|科技|实验室|论文|代码|数据|方法|模型|综述|研究|学习|网络|项目|学报|学会|论坛|논문|학회|학술|^[年년月월]|を/u

/** Endings of what things are or do, which no name of a person has at that length. */
const ABSTRACT = /^\p{L}{3,}(?:[cst]ions?|ements?|ness|[ai]bilit(?:y|ies)|ative|ology|[ai]zing|ssing)$/iu

/** "Fast R-CNN", "D-NeRF": a method; in a name it would be "KIM MIN-HO", capitals all through. */
const CAPITALS_BEHIND_HYPHEN = /-\p{Ll}?\p{Lu}\p{Ll}?\p{Lu}/u

function isCommonWord(word: string): boolean {
  const folded = word.toLowerCase()
  return COMMON_WORDS.has(folded) || TITLE_WORDS.has(folded)
}

/** Words of titles, venues and institutions that no name holds. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'one two three four five six seven eight nine whole half many some every each no ' +
    'that this these those who what when where why how which their our your ' +
    'a an the of for with from via by to in on at is are it its them us as using based towards toward and or not without under over beyond into through between ' +
    'learning network networks neural deep model models modeling detection recognition generation synthesis estimation segmentation classification analysis survey review framework ' +
    'method methods approach algorithm dataset datasets benchmark image images video videos face facial emotion language vision graph data code paper project pdf arxiv github demo ' +
    'tech technical report thesis dissertation conference journal transactions proceedings workshop university institute laboratory lab research college school department inc group international ' +
    'spotlight oral poster best award accepted preprint new latest update updated january february march april june july august september october november december ' +
    'transformer transformers attention representation representations supervised unsupervised self-supervised adversarial diffusion efficient robust large scale ' +
    'multimodal multi-modal optimization adaptation domain knowledge reinforcement prediction understanding reasoning system systems human robot ' +
    'filtering clustering engineering rendering features inference discovery computing machinery intelligence ' +
    'usw bzw ggf ihre ihr csv json xml html yaml xls xlsx computer computers architecture architectures programming ' +
    'finding predicting exploring improving generating detecting training building rethinking understanding designing ' +
    'evaluating exploiting leveraging combining estimating discovering recognizing recognising ' +
    'revista revue rivista zeitschrift boletín boletim cuadernos cadernos cahiers annales ' +
    'springer elsevier ieee acm nature science cvpr iccv eccv neurips nips icml iclr aaai acl emnlp'
  ).split(' '),
)
