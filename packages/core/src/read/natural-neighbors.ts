type CharacterClass =
  | 'ascii'
  | 'accented'
  | 'digit'
  | 'space'
  | 'quote'
  | 'low'
  | 'dots'
  | 'mark'
  | 'dagger'
  | 'maths'
  | 'radicand'
  | 'relation'
  | 'money'
  | 'odd'

/** Characters by the part they play beside a word. What is in none of these and not listed below is `odd`. */
const MEMBERS: readonly (readonly [CharacterClass, string])[] = [
  ['quote', '“”‘’«»‹›'],
  ['low', '„‚¿¡'],
  ['dots', '…–—·•'],
  ['mark', '™®©²³¹°'],
  ['dagger', '†‡'],
  ['maths', '√≈¬∆Δ÷◊⁄×'],
  ['radicand', 'π∑∏∫∂∞ΩΩµ±'],
  ['relation', '≠≤≥'],
  ['money', '€£¥¢¤ƒ'],
  ['odd', 'ˆ˜¨´¸¯¦¶§‰ªº¼½¾ˇ˘˙˚˝˛\u00ad'],
]

/** What may stand after what in right text. A class that is missing from a line gives away a misread byte. */
const FOLLOWERS: Readonly<Record<CharacterClass, readonly CharacterClass[]>> = {
  ascii: ['ascii', 'accented', 'digit', 'space', 'quote', 'dots', 'mark', 'dagger', 'maths', 'radicand', 'relation'],
  accented: ['ascii', 'accented', 'digit', 'space', 'quote', 'dots', 'mark', 'dagger'],
  digit: [
    'ascii',
    'digit',
    'space',
    'quote',
    'low',
    'dots',
    'mark',
    'dagger',
    'maths',
    'radicand',
    'relation',
    'money',
    'odd',
  ],
  space: [
    'ascii',
    'accented',
    'digit',
    'space',
    'quote',
    'low',
    'dots',
    'mark',
    'dagger',
    'maths',
    'radicand',
    'relation',
    'money',
    'odd',
  ],
  quote: [
    'ascii',
    'accented',
    'digit',
    'space',
    'quote',
    'low',
    'dots',
    'mark',
    'dagger',
    'maths',
    'radicand',
    'relation',
    'money',
    'odd',
  ],
  low: ['ascii', 'accented', 'digit', 'space', 'quote', 'low', 'dots', 'money', 'maths'],
  dots: ['ascii', 'accented', 'digit', 'space', 'quote', 'low', 'dots', 'money', 'maths', 'radicand', 'relation'],
  mark: ['digit', 'space', 'quote', 'dots', 'mark', 'dagger', 'maths', 'relation'],
  dagger: ['digit', 'space', 'dagger'],
  maths: ['ascii', 'digit', 'space', 'quote', 'dots', 'maths', 'radicand'],
  radicand: ['ascii', 'digit', 'space', 'quote', 'dots', 'mark', 'maths', 'radicand', 'relation'],
  relation: ['ascii', 'digit', 'space', 'quote', 'dots', 'maths', 'radicand', 'relation', 'money'],
  money: ['ascii', 'digit', 'space', 'quote', 'dots', 'money'],
  odd: ['digit', 'space'],
}

/** Accented letters that one language uses side by side; œ is in none, as it stands after consonants only. */
const ALPHABETS: readonly string[] = [
  'äöüßõåšž',
  'åæøäöé',
  'áéíóúýñšž',
  'áéíóúýðþæö',
  'àâæçèéêëîïôùûü',
  'àèéìîòóù',
  'àáâãçéêíóôõúü',
  'àáâãèéêìíòóôõùúý',
]

/** Letters that mathematicians put under a root or after another sign. */
const LETTERS_IN_FORMULAS = 'øØßµæ'

const classes = new Map<string, CharacterClass>()
for (const [name, members] of MEMBERS) for (const member of members) classes.set(member, name)

/** Could right text of any language hold `before` directly followed by `after`? Both are single characters or empty. */
export function isNatural(before: string, after: string): boolean {
  const first = classOf(before)
  const second = classOf(after)
  if (after.charCodeAt(0) === before.charCodeAt(0) + 1) return true // a table of characters
  if (first === 'accented' && second === 'accented') return oneAlphabet(before, after)
  if (before === '‚' && second === 'accented') return 'äöüß'.includes(after.toLowerCase()) // ‚Ärger‘
  if (first === 'quote' && second === 'low') return '“‘«‹'.includes(before) || '„‚'.includes(after)
  if (first === 'maths' && LETTERS_IN_FORMULAS.includes(after) && after !== '') return true
  if (before === '¬') return second === 'relation' || (FOLLOWERS.maths.includes(second) && after !== '±')
  if (before === '°' && second === 'ascii') return true
  if (first === 'dots' && '§¶¼½¾'.includes(after) && after !== '') return true // §1–§5
  if (before === '©' && /\p{Lu}/u.test(after)) return true
  if ((before === 'Å' || before === 'µ') && after !== '' && '±·'.includes(after)) return true
  if (before === '\u00ad') return isLetter(after)
  return FOLLOWERS[first].includes(second)
}

/** Is a quotation mark, guillemet or trade mark stuck between two letters, as no orthography does? The apostrophe isn't. */
export function isStuck(before: string, mark: string, after: string): boolean {
  return isLetter(before) && isLetter(after) && '“”„«»‹›™®©²³¹'.includes(mark)
}

export function isLetter(character: string): boolean {
  const name = classOf(character)
  return name === 'ascii' || name === 'accented' || 'µπΩª'.includes(character || ' ')
}

function classOf(character: string): CharacterClass {
  let known = classes.get(character)
  if (known === undefined) {
    known = classify(character)
    classes.set(character, known) // at most 65,537 entries: single code units and nothing
  }
  return known
}

function classify(character: string): CharacterClass {
  if (/^[A-Za-zﬁﬂ]$/.test(character)) return 'ascii'
  if (/^[0-9]$/.test(character)) return 'digit'
  if (/^\p{L}$/u.test(character)) return 'accented'
  // A C1 control or a private character is in no right text; all else (ASCII signs, emoji, nothing) parts words.
  return /^[\u0080-\u009f\uf8ff]$/.test(character) ? 'odd' : 'space'
}

function oneAlphabet(before: string, after: string): boolean {
  const lower = before.toLowerCase()
  if (before === 'œ') return after === after.toLowerCase()
  const isCapital = after !== after.toLowerCase()
  if (isCapital) return before !== lower // a capital after a small letter is misread; capitals may list an alphabet
  return ALPHABETS.some((letters) => letters.includes(lower) && letters.includes(after.toLowerCase()))
}
