import { HAN_SURNAMES } from '../data/han-surnames.ts'
import { NO_NAMES } from '../data/no-names.ts'
import { TITLE_WORDS } from '../data/title-words.ts'

/** Whether some words can be one person's name, of any script: capitals and particles, and no word that titles have. */
export function isName(text: string): boolean {
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

const NOT_NAMES_CJK =
  /大学|学院|大學|公司|科技|实验室|论文|代码|数据|方法|模型|综述|研究|学习|网络|项目|学报|学会|论坛|논문|학회|학술|^[年년月월]|を/u

/** Endings of what things are or do, which no name of a person has at that length. */
const ABSTRACT = /^\p{L}{3,}(?:[cst]ions?|ements?|ness|[ai]bilit(?:y|ies)|ative|ology|[ai]zing|ssing)$/iu

/** "Fast R-CNN", "D-NeRF": a method; in a name it would be "KIM MIN-HO", capitals all through. */
const CAPITALS_BEHIND_HYPHEN = /-\p{Ll}?\p{Lu}\p{Ll}?\p{Lu}/u

function isCommonWord(word: string): boolean {
  const folded = word.toLowerCase()
  return NO_NAMES.has(folded) || TITLE_WORDS.has(folded)
}

/** Whether some words are in Chinese characters throughout. */
export function isHan(name: string): boolean {
  return HAN.test(name)
}

const HAN = /^\p{Script=Han}+$/u

/** Whether a name in Chinese characters is a common surname, and one or two characters, or three behind a Japanese one. */
export function isHanName(name: string): boolean {
  if (name.length <= 3 && HAN_SURNAMES.has(name.charAt(0))) return name.length > 1
  return name.length <= 6 && (HAN_SURNAMES.has(name.slice(0, 2)) || HAN_SURNAMES.has(name.slice(0, 3)))
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’`ʼ.-]*|\p{Lo}{1,6}|d['’]\p{Lu}[\p{L}\p{M}-]+|(?:Mc|Mac|O['’])\p{Lu}[\p{L}\p{M}]+)$/u
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|der|den|di|du|el|al|la|le|las|van|von|vom|zu|zur|ten|ter|bin|bint|ibn|st\.?|y|e|af|av|dit|mac|jr\.?|sr\.?|i{2,3}|iv)$/iu
const LOWER_NAME = /^\p{Ll}[\p{L}\p{M}'’-]+$/u
