import type { Nodes } from 'mdast'

/** The text of a piece of Markdown without its marks: paragraphs apart by a blank line, lines as the writer broke them with two blanks or a backslash. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ')
    case 'inlineCode':
    case 'code':
      return node.value
    case 'image':
      return node.alt ?? ''
    case 'break':
      return '\n'
    case 'html':
      return ''
    case 'listItem':
      return `– ${blocks(node.children)}`
    case 'list':
      return node.children.map(plainText).join('\n')
    case 'root':
    case 'blockquote':
      return blocks(node.children)
    default:
      return 'children' in node ? node.children.map(plainText).join('') : ''
  }
}

function blocks(nodes: readonly Nodes[]): string {
  return nodes
    .map(plainText)
    .filter((text) => text !== '')
    .join('\n\n')
}
