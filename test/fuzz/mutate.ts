import { readdirSync, readFileSync } from 'node:fs'

/** The real lists, whole: a build of one takes most of a second. */
export function seedTexts(): readonly string[] {
  return ['awesome-sota-fer.md', 'visual-affective-computing-survey.md'].map((name) => textAt(`../../seeds/${name}`))
}

/** Lines of a stretch of a real list. */
const STRETCH = 60

/** Short lists of every layout, hundreds to the minute: what the fixtures of `extract` hold, and stretches of the real lists. */
export function shortTexts(): readonly string[] {
  const layouts = readdirSync(new URL('../fixtures/extract', import.meta.url))
    .sort()
    .flatMap((name) => {
      const files = readdirSync(new URL(`../fixtures/extract/${name}`, import.meta.url))
      return files.filter((file) => file === 'input.md').map((file) => textAt(`../fixtures/extract/${name}/${file}`))
    })
  return [...layouts, ...seedTexts().flatMap(stretchesOf)]
}

function stretchesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const starts = Array.from({ length: Math.ceil(lines.length / STRETCH) }, (_, i) => i * STRETCH)
  return starts.map((start) => lines.slice(start, start + STRETCH).join('\n'))
}

function textAt(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
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
