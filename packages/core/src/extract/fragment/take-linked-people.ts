import type { LinkSpan } from '../../parse/document.ts'
import { findByline } from '../../recognise/authors.ts'
import type { Range } from './flat.ts'
import { type Flat, HARD_BREAK, OBJECT } from './flat.ts'
import { innerRange } from './objects.ts'
import type { Found, Reading } from './reading.ts'

/**
 * `[Ann Lee](https://ann.example), [Bo Mo](https://bo.example), Cy Dane`: people whose names lead to their pages, in front of
 * a title or behind it. Two links at least, with nothing but names and what divides them. Linear.
 */
export function takeLinkedPeople(reading: Reading, flat: Flat, title: Range): void {
  if (reading.others.length < 2) return
  const pages = new Set(reading.others.map(({ place }) => place.start))
  const names = new Map<number, LinkSpan>()
  for (const { at, span } of flat.objects) {
    if (span.kind === 'link' && pages.has(span.start) && findByline(span.text).length === 1) names.set(at, span)
  }
  if (names.size < 2) return
  for (const range of [
    { from: 0, to: title.from },
    { from: title.to, to: flat.text.length },
  ]) {
    for (const line of linesIn(flat.text, range)) {
      const people = namesOf(flat, line, names)
      if (people.length < 2 || people.length <= reading.authors.length) continue
      reading.authors = people
      return
    }
  }
}

/** The people that a line begins with; none if fewer than two of them are linked. */
function namesOf(flat: Flat, line: Range, names: ReadonlyMap<number, LinkSpan>): Found<string>[] {
  const people: Found<string>[] = []
  let linked = 0
  const text = flat.text.slice(line.from, line.to)
  for (const { 0: piece, index } of text.matchAll(/[^,;&·]+/g)) {
    const words = piece.replace(/^\s*(?:and\s)?|[\s.:*†‡§\d]+$/g, '')
    const from = line.from + index + piece.indexOf(words)
    const span = words === OBJECT ? names.get(from) : undefined
    if (words === '' || (span === undefined && findByline(words).length !== 1)) {
      if (words === '') continue
      // `[Bo Mo](…). CVPR 2022. [PDF](…)`: the last person, and more.
      const last = /^\s*(?:and\s)?(?=\uFFFC\s?\.\s)/.exec(piece)
      const at = line.from + index + (last?.[0].length ?? 0)
      const person = last === null ? undefined : names.get(at)
      if (person !== undefined) people.push({ value: person.text, place: innerRange(person) })
      break
    }
    if (span !== undefined) linked++
    people.push({
      value: span?.text ?? words,
      place: span === undefined ? flat.locate({ from, to: from + words.length }) : innerRange(span),
    })
  }
  return linked < 2 ? [] : people
}

function linesIn(text: string, { from, to }: Range): Range[] {
  const lines: Range[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    const character = text.charAt(i)
    if (i < to && character !== '\n' && character !== HARD_BREAK) continue
    if (i > start) lines.push({ from: start, to: i })
    start = i + 1
  }
  return lines
}
