import { type Finding, type ScriptStep, slug, type TourScript, type TourView } from '@fieldmap/graph'
import type { Nodes } from 'mdast'
import { createMarkdownParser } from '../parse/markdown.ts'
import { splitBlocks } from '../parse/split-blocks.ts'
import { plainText } from './plain-text.ts'
import { readViewLine, VIEW_HINT } from './read-view.ts'

/**
 * Reads a tour from Markdown. The first heading `#` is its title (`''` where there is none), each heading `#` or `##`
 * behind it begins a step. Of the paragraphs below a heading the first line that is a permalink or a question says what
 * the step shows, block quotes are the speaker's notes, the rest is the caption. What stands before the first step, comments
 * and front matter are passed over. A step that shows nothing, or cannot be read, is a finding and left out. Never throws;
 * linear in the text.
 *
 * @param path how findings and steps name the file.
 */
export function parseTour(
  text: string,
  path: string,
): { readonly script: TourScript; readonly findings: readonly Finding[] } {
  const reader = new TourReader(path)
  const source = withoutFrontMatter(text)
  const { lines, chunks } = splitBlocks(source)
  for (const { kind, from, to } of chunks)
    if (kind !== 'definition') reader.block(source.slice(lines.startOf(from), lines.endOf(to)), from)
  reader.endStep()
  return { script: { title: reader.title, steps: reader.steps }, findings: reader.findings }
}

interface OpenStep {
  readonly title: string
  readonly line: number
  readonly caption: string[]
  readonly notes: string[]
  view?: { readonly view: TourView; readonly line: number }
  /** Something that was meant to be shown cannot be read, and has its finding. */
  isWrong: boolean
}

class TourReader {
  title = ''
  readonly steps: ScriptStep[] = []
  readonly findings: Finding[] = []
  readonly #path: string
  readonly #ids = new Set<string>()
  readonly #parse = createMarkdownParser(new Map())
  #step: OpenStep | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** One block of the text, which begins at a line. */
  block(text: string, line: number): void {
    const root = this.#parse(text)
    if (root === undefined) {
      this.#report(line, 'too-large', 'warning', 'a paragraph is too long and was left out', 'split it')
      return
    }
    for (const node of root.children) {
      if (node.type === 'heading' && node.depth <= 2) this.#heading(plainText(node).trim(), node.depth, line)
      else if (node.type === 'paragraph') this.#paragraph(node, text, line)
      else if (node.type === 'blockquote') this.#step?.notes.push(plainText(node))
      else this.#step?.caption.push(plainText(node))
    }
  }

  endStep(): void {
    const step = this.#step
    if (step === undefined) return
    const { title, view } = step
    if (view !== undefined) {
      const texts = { caption: joined(step.caption), notes: joined(step.notes) }
      this.steps.push({ id: this.#idOf(title), title, view: view.view, ...texts, source: this.#path, line: view.line })
    } else if (!step.isWrong)
      this.#report(step.line, 'no-view', 'error', `step “${title}” does not say what it shows; left out`, VIEW_HINT)
    this.#step = undefined
  }

  #heading(text: string, depth: number, line: number): void {
    if (depth === 1 && this.title === '' && this.#step === undefined && this.steps.length === 0) {
      this.title = text
      return
    }
    this.endStep()
    this.#step = { title: text, line, caption: [], notes: [], isWrong: false }
  }

  #paragraph(node: Nodes, text: string, line: number): void {
    const step = this.#step
    if (step === undefined) return
    const [first = '', ...rest] = text.split(/\r\n|[\r\n]/)
    const read = readViewLine(first)
    if (read.kind === 'none') {
      step.caption.push(plainText(node))
      return
    }
    if (read.kind === 'wrong') {
      step.isWrong = true
      this.#report(line, 'question', 'error', `step “${step.title}”: ${read.message}`, read.hint)
    } else if (step.view === undefined) step.view = { view: read.view, line }
    else
      this.#report(
        line,
        'second-view',
        'warning',
        `step “${step.title}” shows something already`,
        'begin a step of its own with a heading ##',
      )
    const behind = rest.join('\n')
    if (behind.trim() !== '') this.block(behind, line + 1)
  }

  #idOf(title: string): string {
    const stem = slug(title) || 'step'
    let id = stem
    for (let number = 2; this.#ids.has(id); number++) id = `${stem}-${number}`
    this.#ids.add(id)
    return id
  }

  #report(line: number, name: string, severity: Finding['severity'], message: string, hint: string): void {
    this.findings.push({ rule: `tour/${name}`, severity, source: this.#path, line, column: 1, message, hint })
  }
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** The text with its front matter blanked, so that lines keep their numbers. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, (found) =>
    found.replace(/[^\r\n]/g, ''),
  )
}
