import { printable } from './print-findings.ts'

/**
 * A text of a list as plain words inside a Markdown item: what could be a mark, a tag, a link or the beginning of a block
 * is escaped, line ends are blanks, and a name behind `@` calls nobody.
 */
export function markdownText(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_{}[\]()#|~$^!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/:(?=\/\/)|(?<=\bwww)\.|^[-+=]|(?<=^\d+)[.)]/gi, '\\$&')
    .replace(/@(?=\w)/g, '@\u2060')
}
