import type { Inline, Item } from '../../parse/document.ts'
import { foldLabel } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { isFieldLabel, TITLE_LABELS } from '../fragment/field-labels.ts'
import { flatten } from '../fragment/flat.ts'
import { linesOf } from '../paragraph/titled-lines.ts'
import type { FileRange } from '../quote.ts'

/** A work whose every field stands behind its label: `Title: …`, `Authors: …`, `Paper: https://…`. */
export interface LabelledWork {
  /** Without its label. */
  readonly title: Inline
  /** The other lines, with theirs. */
  readonly fields: readonly Inline[]
}

/**
 * The works of some lines that begin with labels, a new one at every "Title:". Empty where the first line has another
 * label, or none, or where other lines name no field of a paper. Linear in the content.
 */
export function labelledWorks(content: Inline): readonly LabelledWork[] {
  if (titleLabel(content) === 0) return []
  const works: { title: Inline; fields: Inline[] }[] = []
  for (const line of linesOf(content)) {
    const length = titleLabel(line)
    // Bold, since the label says that it is a title whatever it reads like.
    if (length > 0) works.push({ title: without(line, length).map(inBold), fields: [] })
    else works.at(-1)?.fields.push(line)
  }
  return works.every(({ fields }) => fields.some(namesField)) ? works : []
}

/** Whether a line names a field of a paper that is not its title: `Authors: …`, `Code: …`. */
export function namesField(line: Inline): boolean {
  const name = foldLabel(LABEL.exec(flatten(line).text)?.[1] ?? '')
  return name !== '' && (isFieldLabel(name) || labelRole(name) !== undefined)
}

/** The length of "Title: " in front of a line; 0 where another label or none stands there. */
function titleLabel(line: Inline): number {
  const label = LABEL.exec(flatten(line).text)
  return label?.[1] !== undefined && TITLE_LABELS.test(foldLabel(label[1])) ? label[0].length : 0
}

/** No work has more fields. */
const MOST_FIELDS = 30

/**
 * Items of which one is "Title: …" and those behind it other fields, `- Authors: …`, `- Code: …`, up to the next title,
 * as works with their fields below them; other items as they are. Linear.
 */
export function withFieldsBelow(items: readonly Item[]): readonly Item[] {
  const works: Item[] = []
  let open: LabelledWork | undefined
  for (const item of items) {
    const isField =
      item.children.length === 0 && open !== undefined && open.fields.length < MOST_FIELDS && namesField(item.content)
    if (open !== undefined && isField) open = { ...open, fields: [...open.fields, item.content] }
    else
      open =
        titleLabel(item.content) > 0 && item.children.length === 0 ? { title: item.content, fields: [] } : undefined
    if (open !== undefined && isField) works[works.length - 1] = asItem(open, works.at(-1) ?? item)
    else works.push(item)
  }
  return works
}

/** A work of labelled lines as the item that it would be with each field below it. */
export function asItem({ title, fields }: LabelledWork, whole: FileRange): Item {
  const children = fields.map((content) => ({ content, children: [], blocks: [], ...extent(content, whole) }))
  return { content: title, children, blocks: [], ...extent([...title, ...fields.flat()], whole) }
}

/** From the first character of some content to its last. */
export function extent(content: Inline, { start, end }: FileRange): FileRange {
  return { start: content[0]?.start ?? start, end: content.at(-1)?.end ?? end }
}

/** An item's content without "Title: " in front; itself where it has none. */
export function withoutTitleLabel(content: Inline): Inline {
  const length = titleLabel(content)
  return length === 0 ? content : without(content, length).map(inBold)
}

function inBold(span: Inline[number]): Inline[number] {
  return span.kind === 'text' || span.kind === 'link' ? { ...span, strong: true } : span
}

const LABEL = /^[^\p{L}\p{N}\uFFFC]*(\p{L}[\p{L}\p{M} ]{0,24}?)\s*[:：]\s*/u

/** Content without so many characters at its start. */
function without(content: Inline, length: number): Inline {
  const rest: Inline[number][] = []
  let left = length
  for (const span of content) {
    const size = span.kind === 'text' ? span.text.length : 1
    if (left >= size) {
      left -= size
      continue
    }
    if (left > 0 && span.kind === 'text') {
      const exact = span.end - span.start === size
      rest.push({ ...span, text: span.text.slice(left), start: exact ? span.start + left : span.start })
    } else rest.push(span)
    left = 0
  }
  return rest
}
