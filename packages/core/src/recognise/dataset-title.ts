/** What a title says about a dataset that its paper presents. */
export interface PresentedDataset {
  /** Before the colon or in brackets; absent where the title gives no name. */
  readonly name?: string
  /** The words of the title that present it. */
  readonly words: string
}

const NOUN = `(?:data ?sets?|data ?bases?|benchmarks?|corpus|corpora|test ?beds?|image collection)`
/** Behind the noun the phrase ends, or a preposition goes on; "dataset distillation" is about something else. */
const END = String.raw`(?=\s*(?:$|[,.:;!?()[\]–—-](?:\s|$|\()|\((?!\w*\s*distill)|(?:for|of|in|with|to|on|from|and|under|towards?|featuring|containing|comprising|via|by|across|at|covering|over|as|that|about|annotated|collected|recorded|&)\b))`
const PRESENTED = new RegExp(`\\b${NOUN}${END}`, 'iu')
/** Words that end a noun phrase before its head: "a method for datasets" presents none. */
const INTERRUPTS =
  /\b(?:for|of|on|in|with|from|to|via|by|using|without|through|under|against|across|between|beyond|over|is|are|can|do|does|how|what|why|when|which|we|our|that|than)\b/iu
/** A phrase that begins with what was done to a dataset presents it; with what is done with one, it does not. */
const BUILDS =
  /^(?:introducing|presenting|building|creating|collecting|constructing|extending|curating|crowdsourcing|towards?)\b/iu
const GERUND = /^\p{L}+ing\b/iu
const ABOUT_OTHERS = /\b(?:surveys?|reviews?|overview|comparison|analysis of|rethinking|revisiting|re-?evaluating)\b/iu

/**
 * Whether a title presents a dataset: "FERV39k: A Large-Scale Multi-Scene Dataset for …", "The Extended Cohn-Kanade
 * Dataset (CK+): …", "A Driver Emotion (DEFE) Database". Undefined for titles that only speak of datasets ("Dataset
 * Distillation", "Learning from Biased Datasets", "A Survey of Datasets"). English only.
 */
export function presentedDataset(title: string): PresentedDataset | undefined {
  const text = title.replace(/\s+/g, ' ').trim()
  if (ABOUT_OTHERS.test(text)) return undefined
  const bracketed = bracketedName(text)
  if (bracketed !== undefined) return bracketed
  const colon = /\s*[:：]\s*|\s+[-–—]\s+/.exec(text)
  if (colon !== null) {
    const behind = text.slice(colon.index + colon[0].length)
    const words = presentingPhrase(behind)
    const before = text.slice(0, colon.index)
    if (words !== undefined) {
      const name = nameOf(before)
      return {
        ...(name === undefined ? {} : { name }),
        words: name === undefined ? words : text.slice(0, colon.index + colon[0].length) + words,
      }
    }
    const itself = presentingPhrase(before)
    return itself === undefined ? undefined : { words: itself }
  }
  const words = presentingPhrase(text)
  return words === undefined ? undefined : { words }
}

/**
 * The name that a title gives to what it presents: one to three words before the colon, each written like a name. For
 * entries of a dataset section, whose titles need not say "dataset".
 */
export function titleName(title: string): string | undefined {
  const text = title.replace(/\s+/g, ' ').trim()
  const colon = /\s*[:：]\s*|\s+[-–—]\s+/.exec(text)
  return colon === null ? bracketedName(text)?.name : nameOf(text.slice(0, colon.index))
}

const BRACKETED = String.raw`\(\s*([\p{L}\p{N}][^()]{0,30}?)\s*\)`
const NAME_BEFORE_NOUN = new RegExp(`${BRACKETED}\\s*${NOUN}${END}`, 'iu')
const NAME_BEHIND_NOUN = new RegExp(`${NOUN}\\s*${BRACKETED}`, 'iu')

/** "(DEFE) Dataset", "Dataset (CK+)". */
function bracketedName(text: string): PresentedDataset | undefined {
  const found = NAME_BEFORE_NOUN.exec(text) ?? NAME_BEHIND_NOUN.exec(text)
  if (found === null) return undefined
  const inner = nameOf(found[1] ?? '')
  const lead = text.slice(0, found.index)
  // "… trained on the Extended Cohn-Kanade dataset (CK+)" uses it.
  if (inner === undefined || /\b(?:on|using|from|with|in|over)\b/iu.test(lead.split(/[:：]/).at(-1) ?? ''))
    return undefined
  return { name: inner, words: found[0] }
}

/** The words up to the noun, where they are one noun phrase with it as its head. */
function presentingPhrase(text: string): string | undefined {
  const found = PRESENTED.exec(text)
  if (found === null) return undefined
  const lead = text.slice(0, found.index)
  const builds = BUILDS.test(lead)
  if (!builds && (GERUND.test(lead) || INTERRUPTS.test(lead))) return undefined
  if (builds && INTERRUPTS.test(lead.replace(BUILDS, ''))) return undefined
  // A bare plural speaks of datasets in general: "Datasets for …"; so does a whole sentence.
  if (lead.trim() === '' && /s$/i.test(found[0]) && text.length > found[0].length) return undefined
  if (lead.split(' ').length > 14) return undefined
  return text.slice(0, found.index + found[0].length)
}

/** Words that are no part of a name. */
const NOT_IN_NAMES =
  /^(?:is|are|was|be|we|you|do|does|can|not|how|what|why|when|where|which|who|more|less|better|beyond|towards?|learning|an?|all|from|to|with|without|for|on|by|your)$/iu

/** One to three words that are written like a name: capitals, digits or signs, or a single word. */
function nameOf(words: string): string | undefined {
  const name = words
    .replace(/^(?:the|introducing)\s+/i, '')
    .replace(new RegExp(`\\s+${NOUN}$`, 'iu'), '')
    .replace(/^["'“”‘’]+|["'“”‘’]+$/gu, '')
    .trim()
  const parts = name.split(' ')
  if (name === '' || name.length > 40 || parts.length > 3 || !/\p{L}/u.test(name)) return undefined
  if (parts.some((part) => NOT_IN_NAMES.test(part))) return undefined
  return parts.length === 1 || parts.every((part) => /[\p{Lu}\p{N}]|^(?:of|in|the|and|de|&)$/u.test(part))
    ? name
    : undefined
}

/** Whether a name could be nothing else: one word with capitals inside, digits or signs. */
export function isDistinctName(name: string): boolean {
  return !name.includes(' ') && /\p{L}\p{Lu}|\p{N}|[-+]/u.test(name)
}
