import type { Inline } from '../../parse/document.ts'
import { isPaperAddress } from '../../recognise/address-kind.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { flatten, OBJECT } from '../fragment/flat.ts'
import { linesOf } from '../paragraph/titled-lines.ts'

/**
 * The works of a list that has line ends for bullets, `A. Author "Title" [[paper](…)] [[code](…)]<br>` and again: one part
 * to each line that closes with labelled links, with the lines in front of it that a title or its people wrapped over.
 * One part, the content itself, where fewer than two lines are so, or where other links are as many. Linear in the
 * content.
 */
export function linkedLines(content: Inline): readonly Inline[] {
  if (!content.some(({ kind }) => kind === 'break')) return [content]
  const lines = linesOf(content).map(lineOf)
  const linking = lines.filter(({ linked }) => linked)
  const works = linking.filter(({ isWork }) => isWork)
  if (works.length < FEWEST || works.length < MOST_WORKS * linking.length) return [content]
  const parts: Inline[number][][] = [[]]
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    parts.at(-1)?.push(...line.content)
    if (next !== undefined && line.linked && !next.onlyLinks && (line.isApart || (line.closes && next.opens)))
      parts.push([])
  })
  return parts
}

interface Line {
  readonly content: Inline
  readonly linked: boolean
  /** Words of a title or people, then a labelled link to a paper. */
  readonly isWork: boolean
  readonly onlyLinks: boolean
  /** It ends in a forced line end, not where its text was wrapped. */
  readonly isApart: boolean
  /** Nothing stands behind its last link. */
  readonly closes: boolean
  /** It begins with a capital. */
  readonly opens: boolean
}

function lineOf(content: Inline): Line {
  const { text, objects } = flatten(content)
  const [first] = objects
  const last = content.at(-1)
  const labelled = objects.flatMap(({ span }) => {
    const role = span.kind === 'link' ? labelRole(span.text.replace(/[[\]]/g, '')) : undefined
    return role === undefined || span.kind !== 'link' ? [] : [{ role, url: span.url }]
  })
  const words = first === undefined ? 0 : (text.slice(0, first.at).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0)
  return {
    content,
    linked: objects.length > 0,
    isWork: words >= FEWEST_WORDS && labelled.some(({ role, url }) => role === 'paper' || isPaperAddress(url)),
    onlyLinks: objects.length > 0 && words === 0,
    isApart: last?.kind === 'break' && last.hard,
    closes: /\uFFFC[\s\])】.|]*$/u.test(text),
    opens: /^[^\p{L}\p{N}\uFFFC]*[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !text.trimStart().startsWith(OBJECT),
  }
}

const FEWEST = 2
/** Of the lines with links. */
const MOST_WORKS = 2 / 3
const FEWEST_WORDS = 3
