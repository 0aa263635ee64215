/** A heading that stands so far down is not the document's own. */
const SEARCHED = 100_000

/**
 * The plain words of the first heading of a Markdown text (`# …`, underlined, or `<h1>`), without links, emphasis,
 * images and tags. Undefined where there is none with words. Reads the first 100,000 characters, linear.
 */
export function listTitle(markdown: string): string | undefined {
  const lines = markdown
    .slice(0, SEARCHED)
    .replace(/<!--.*?(?:-->|$)/gs, (comment) => comment.replace(/[^\r\n]+/g, ''))
    .split(/\r\n|\n|\r/)
  let fence = ''
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : ''
    if (mark !== undefined || fence !== '' || line.length > 1000) continue
    const title = plainWords(headingText(line, lines[index + 1] ?? ''))
    if (title !== '') return title
  }
  return undefined
}

function headingText(line: string, next: string): string {
  const atx = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/.exec(line)
  if (atx !== null) return (atx[1] ?? '').replace(/[ \t]+#+[ \t]*$/, '')
  const tag = /<h[1-6][^>]*>(.*?)(?:<\/h[1-6]>|$)/i.exec(line)
  if (tag !== null) return tag[1] || next
  const isUnderlined = /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(next)
  return isUnderlined && /^ {0,3}[^\s|>#*+-]/.test(line) ? line : ''
}

function plainWords(inline: string): string {
  return inline
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(\*\*|__|[*`~])/g, '')
    .replace(/(^|\s)_([^_]+)_(?=\s|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
}
