import { blank, type RewrittenText } from './rewritten-text.ts'

/**
 * Rewrites what lists use of Org mode as Markdown of the same length: the title (`#+TITLE:`), headings (`** Words`),
 * links (`[[address][words]]`) and tables. Other keywords, drawers and comments become blanks. Linear in the text.
 *
 * @see https://orgmode.org/worg/org-syntax.html
 */
export function rewriteOrgMode(text: string): RewrittenText {
  const depths = new Map<number, number>()
  // Below its title the document's outermost headings are sections; a single one is a title itself.
  const title = /^#\+title:\s*\S/im.test(text) && (text.match(/^\*\s/gm)?.length ?? 0) > 1 ? 1 : 0
  /** The indent of the outermost items below the heading. */
  let outermost: number | undefined
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/).map((line, i) => {
    const stars = /^(\*+)\s/.exec(line)?.[1]
    if (stars !== undefined) {
      const marks = Math.min(6, stars.length)
      outermost = undefined
      depths.set(i + 1, Math.min(6, marks + title))
      return '#'.repeat(marks) + ' '.repeat(stars.length - marks) + line.slice(stars.length).replace(TAGS, blank)
    }
    if (title > 0 && /^#\+title:/i.test(line)) {
      depths.set(i + 1, 1)
      return line.replace(/^#\+title:/i, `# ${' '.repeat('+title:'.length - 1)}`)
    }
    if (/^\s*#(?:\+|\s)/.test(line) || /^\s*:[\w-]+:(?:\s|$)/.test(line)) return blank(line)
    const item = ITEM.exec(line)
    outermost ??= item?.[1]?.length
    if (item !== null && item[1]?.length === outermost) return lessIndented(line, item)
    return /^\s*\|[-+]+\|\s*$/.test(line) ? line.replaceAll('+', '|') : line
  })
  return { text: withLinks(lines.join('')), depths, unread: [] }
}

const ITEM = /^( *)([-+]|\d{1,9}[.)])(?= \S)/

/** Org's items may be indented as far as Markdown's code: some of the blanks go behind the marker. */
function lessIndented(line: string, [start, indent = '', marker = '']: RegExpExecArray): string {
  const moved = Math.min(3, indent.length - 3)
  return moved <= 0 ? line : indent.slice(moved) + marker + ' '.repeat(moved) + line.slice(start.length)
}

/** `:reading:2020:` at the end of a heading. */
const TAGS = /\s:(?:[\w@#%]+:)+(?=\s*$)/

function withLinks(text: string): string {
  return text
    .replace(
      /\[\[([^[\]\s]{1,2000})\]\[([^[\]]{1,400})\]\]/g,
      (_, url: string, words: string) => `[${words}](<${url}>)`,
    )
    .replace(/\[\[(https?:[^[\]\s]{1,2000})\]\]/g, (_, url: string) => ` <${url}> `)
}
