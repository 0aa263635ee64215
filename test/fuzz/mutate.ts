import { readFileSync } from 'node:fs'

/** The real lists that mutations start from; cut to a size at which many runs are cheap. */
export function seedTexts(): readonly string[] {
  return ['awesome-sota-fer.md', 'visual-affective-computing-survey.md'].map((name) =>
    readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'),
  )
}

/** One edit as three numbers: what, where, how long or which. */
export type Edit = readonly [what: number, where: number, size: number]

const INSERTS = [
  '|',
  '**',
  '[',
  '](',
  '<',
  '>',
  '`',
  '\n',
  '\r',
  '\n\n',
  '# ',
  '- ',
  '    ',
  '"',
  '\u0000',
  '\u202E',
  '<script>',
  '](javascript:x)',
  '<!--',
  '```',
  '⭐',
  '\uFFFD',
  '&lt;',
  '\\',
  '{#x}',
  '2021',
  'CVPR 2020',
  '<table><tr><td colspan=9>',
]

/** Applies edits to a text: cut, repeat, move, insert, swap case. A function of its arguments. */
export function mutate(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const [what, where, size] of edits) {
    const at = result.length === 0 ? 0 : where % result.length
    const length = size % 400
    const part = result.slice(at, at + length)
    switch (what % 5) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length)
        break
      case 1:
        result = result.slice(0, at) + part + result.slice(at)
        break
      case 2:
        result = part + result.slice(0, at) + result.slice(at + length)
        break
      case 3:
        result = result.slice(0, at) + (INSERTS[size % INSERTS.length] ?? '') + result.slice(at)
        break
      default:
        result = result.slice(0, at) + part.toUpperCase() + result.slice(at + length)
    }
  }
  return result
}
