import type { Block, Inline, Item, Row } from '../parse/document.ts'
import { isMoved } from '../parse/move.ts'
import type { SectionReading } from './move-section.ts'
import type { Place } from './place.ts'
import { contentNumbers, type SectionMemo } from './section-memo.ts'

/** What was read of items and rows of a list, by all that this depends on, wherever they stood. */
export interface PartMemo {
  readonly readings: Map<string, SectionReading>
  /** A number for each surroundings, which are long to write. */
  readonly surroundings: Map<string, number>
}

export function createPartMemo(): PartMemo {
  return { readings: new Map(), surroundings: new Map() }
}

/**
 * The items and rows of one document that a memo may know, so that of a section that changed only those that are others
 * are read.
 */
export class KnownParts {
  readonly #memo: PartMemo
  readonly #numberOf: SectionMemo['numberOf']
  readonly #manner: readonly unknown[]
  readonly #numbers = new WeakMap<Place, number>()

  /** @param manner what of the whole document tells how its parts are read; plain data */
  constructor(memo: PartMemo, numberOf: SectionMemo['numberOf'], manner: readonly unknown[]) {
    this.#memo = memo
    this.#numberOf = numberOf
    this.#manner = manner
  }

  /**
   * A name for all that the reading of an item depends on; `undefined` where the item was put together from others, which
   * no version has in common. Linear in the item.
   */
  nameOfItem(item: Item, place: Place): string | undefined {
    return this.#name({ kind: 'list', items: [item], start: item.start, end: item.end }, place)
  }

  /**
   * {@link nameOfItem} for a row of a table.
   *
   * @param place one object for all rows that are read alike
   * @param columns what the table tells about its cells; plain data
   */
  nameOfRow(row: Row, place: Place, columns: unknown): string | undefined {
    const name = this.#name({ kind: 'table', rows: [row], start: row.start, end: row.end }, place, columns)
    return name && `${name} ${row.cells.map(({ span, above }) => `${span}${above === true ? '^' : ''}`).join(' ')}`
  }

  get(name: string | undefined): SectionReading | undefined {
    return name === undefined ? undefined : this.#memo.readings.get(name)
  }

  set(name: string | undefined, reading: SectionReading): void {
    if (name !== undefined) this.#memo.readings.set(name, reading)
  }

  #name(part: Block, place: Place, columns?: unknown): string | undefined {
    let isWhole = true
    const numberOf = (content: Inline): number => {
      isWhole &&= isMoved(content)
      return this.#numberOf(content)
    }
    const numbers = contentNumbers([part], numberOf)
    return isWhole ? `${part.kind} ${this.#surroundings(place, columns)} ${numbers.join(' ')}` : undefined
  }

  /** The number of a place among all that parts were read in. */
  #surroundings(place: Place, columns: unknown): number {
    const known = this.#numbers.get(place)
    if (known !== undefined) return known
    const { kind, peers, titles, inherited } = place
    const { sections, year, venue } = inherited
    const headings = sections.map(({ title, anchors, evidence }) => [title, anchors, evidence.quote])
    const told = JSON.stringify([this.#manner, kind, peers, titles, headings, year?.value, venue?.value, columns])
    const { surroundings } = this.#memo
    const number = surroundings.get(told) ?? surroundings.size
    surroundings.set(told, number)
    this.#numbers.set(place, number)
    return number
  }
}
