/** What a line of a README is. */
export type LineKind = 'text' | 'heading' | 'code' | 'bibtex' | 'blank'

export interface ReadmeLine {
  /** 1-based. */
  readonly number: number
  /** As it stands in the file, without the line end. */
  readonly raw: string
  /** `raw` with addresses, tags and comments blanked out: every character keeps its place. */
  readonly text: string
  readonly kind: LineKind
  /** The words of the headings above, outermost first; a heading's own line has its own words last. */
  readonly sections: readonly string[]
  readonly isItem: boolean
  readonly isTable: boolean
}

/** Headings of more words are sentences that someone made large. */
const MAX_HEADING_WORDS = 12
/** A longer line is cut: what a README says of data sets stands in its first characters. */
const MAX_LINE = 20_000
/** The depth of a line in bold that stands for a heading: below all real ones. */
const BOLD_DEPTH = 8

/**
 * Reads a README line by line: Markdown, reStructuredText and plain text alike. Commands in code blocks say more of data
 * sets than prose does, and evidence is a line; so lines are kept, with what they are and the headings above.
 * Linear in the text.
 */
export function readmeLines(text: string, path: string): readonly ReadmeLine[] {
  const raws = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, MAX_LINE))
  const isRst = /\.rst$/i.test(path)
  const reader = new LineReader(isRst)
  return raws.map((raw, index) => reader.read(raw, raws[index + 1] ?? '', index + 1))
}

class LineReader {
  readonly #isRst: boolean
  #headings: { readonly depth: number; readonly words: string }[] = []
  /** The characters that close the code block that is open. */
  #fence: string | undefined
  #bracesOpen = 0
  #isComment = false
  /** Underlines in the order in which a reStructuredText file first uses them. */
  readonly #underlines: string[] = []

  constructor(isRst: boolean) {
    this.#isRst = isRst
  }

  read(raw: string, next: string, number: number): ReadmeLine {
    const kind = this.#kind(raw, next)
    const text = kind === 'bibtex' ? '' : kind === 'code' ? raw : this.#visible(raw)
    return {
      number,
      raw,
      text,
      kind: kind !== 'bibtex' && text.trim() === '' ? 'blank' : kind,
      sections: this.#headings.map(({ words }) => words),
      isItem: /^\s*(?:[-*+•]|\(?\d{1,2}[.)、]|\[\d+\])\s/u.test(raw) || /<li\b/i.test(raw),
      isTable: /^\s*\|.*\|/.test(raw) || raw.split('|').length > 3 || /<t[dhr]\b/i.test(raw),
    }
  }

  #kind(raw: string, next: string): LineKind {
    if (this.#bracesOpen > 0) {
      this.#bracesOpen += braces(raw)
      return 'bibtex'
    }
    if (/^\s*@[a-z]+\s*\{\s*[^\s,]*,?\s*/i.test(raw) && !/^\s*@\w+\s*\{[^}]*\}\s*\S/.test(raw)) {
      this.#bracesOpen = Math.max(0, braces(raw))
      return 'bibtex'
    }
    const fence = /^\s*(?:[-*>]\s+)?(`{3,}|~{3,})(.*)$/.exec(raw)
    if (this.#fence !== undefined) {
      if (fence?.[1]?.startsWith(this.#fence) === true && fence[2]?.trim() === '') this.#fence = undefined
      return 'code'
    }
    if (fence?.[1] !== undefined && fence[2]?.includes('`') !== true) {
      this.#fence = fence[1]
      return 'code'
    }
    if (this.#heading(raw, next)) return 'heading'
    return /^(?: {4}|\t)\S/.test(raw) && isCommand(raw) ? 'code' : isCommand(raw) ? 'code' : 'text'
  }

  #heading(raw: string, next: string): boolean {
    const marked = /^\s{0,3}(#{1,6})\s*(?=[^#\s!])(.*)$/.exec(raw)
    if (marked !== null) return this.#open(marked[1]?.length ?? 1, marked[2] ?? '')
    const tag = /<h([1-6])\b[^>]*>(.*)/i.exec(raw)
    if (tag !== null) return this.#open(Number(tag[1]), tag[2] ?? '')
    const underline = /^([=\-~^"'#*+`:.])\1{2,}\s*$/.exec(next)?.[1]
    if (underline !== undefined && /^\S/.test(raw) && !/^[|\-=*#>]/.test(raw)) {
      if (!this.#isRst) return '=-'.includes(underline) && this.#open(underline === '=' ? 1 : 2, raw)
      if (!this.#underlines.includes(underline)) this.#underlines.push(underline)
      return this.#open(this.#underlines.indexOf(underline) + 1, raw)
    }
    const bold = /^\s*(?:\*\*|__|<b>|<strong>)([^*_<>]{2,60})(?:\*\*|__|<\/b>|<\/strong>)[:：]?\s*\\?$/i.exec(raw)
    return bold !== null && this.#open(BOLD_DEPTH, bold[1] ?? '')
  }

  /** A sentence in large letters is text: it opens no section. */
  #open(depth: number, content: string): boolean {
    const words = blankOut(content)
      .replace(/[#*`_[\]()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (depth > 1 && words.split(' ').length > MAX_HEADING_WORDS) return false
    this.#headings = [...this.#headings.filter((heading) => heading.depth < depth), { depth, words }]
    return true
  }

  #visible(raw: string): string {
    let text = raw.replace(/<!--.*?-->/g, blanks)
    if (this.#isComment) {
      const end = text.indexOf('-->')
      this.#isComment = end < 0
      text = end < 0 ? blanks(text) : blanks(text.slice(0, end + 3)) + text.slice(end + 3)
    }
    const start = text.indexOf('<!--')
    if (start >= 0) {
      this.#isComment = true
      text = text.slice(0, start) + blanks(text.slice(start))
    }
    return blankOut(text)
  }
}

/** Addresses and tags say nothing of use: their characters become blanks. */
function blankOut(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, blanks)
    .replace(/(\]\()([^)]*)(?=\))/g, (_, open: string, url: string) => open + blanks(url))
    .replace(/<[a-z/][^>]*>/gi, (tag) => (/^<sup>$/i.test(tag) ? tag : blanks(tag)))
    .replace(/\b(?:https?|ftp):\/\/[^\s)>\]"'|]+/gi, blanks)
    .replace(/(?<=`[^`]*)<https?:[^>]*>(?=`_)/gi, blanks)
}

function blanks(text: string): string {
  return ' '.repeat(text.length)
}

function braces(line: string): number {
  let open = 0
  for (const character of line) open += character === '{' ? 1 : character === '}' ? -1 : 0
  return open
}

/** A call of a program, whatever stands round it. */
export function isCommand(line: string): boolean {
  return /^\s*(?:[-*+]\s+)?[`$>%!]*\s*(?:(?:[A-Z_]+=\S+\s+)*(?:python[\d.]*|bash|sh|\.\/\S+|torchrun|accelerate|matlab|th|CUDA_VISIBLE_DEVICES=\S+|wget|curl|unzip|mkdir|ln|mv|cp)\s+\S)/.test(
    line,
  )
}
