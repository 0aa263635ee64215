import type { Evidence, Finding } from '@fieldmap/graph'
import type { Entry, EntryLink, Section, Stated } from './entry.ts'
import type { Added } from './entry-book.ts'
import { moveReading } from './fragment/reading.ts'

/** What was read below one heading. */
export interface SectionReading {
  readonly added: readonly Added[]
  readonly findings: readonly Finding[]
}

/** Where a section stands in its file. */
export interface SectionPlace {
  /** Offset of its heading. */
  readonly start: number
  /** 1-based, the line of the heading and the last one. */
  readonly line: number
  readonly endLine: number
  /** The headings above that entries refer to: the list's title, if any, then the path down to the section's own. */
  readonly above: readonly Section[]
}

/**
 * What was read of a section, as it stands in another version of the file that says the same there and in the headings
 * above: lines and offsets move with the section, those of what headings state with these. The same objects where nothing
 * moved; `undefined` where something stands neither in the section nor in a heading above. Linear.
 */
export function moveSection(reading: SectionReading, from: SectionPlace, to: SectionPlace): SectionReading | undefined {
  if (isSamePlace(from, to)) return reading
  const mover = new Mover(from, to)
  const moved = {
    added: reading.added.map((added) => mover.added(added)),
    findings: reading.findings.map((finding) => ({ ...finding, line: mover.line(finding.line) })),
  }
  return mover.isLost ? undefined : moved
}

function isSamePlace(a: SectionPlace, b: SectionPlace): boolean {
  return (
    a.start === b.start &&
    a.line === b.line &&
    a.above.length === b.above.length &&
    a.above.every(({ evidence }, i) => evidence.line === b.above[i]?.evidence.line)
  )
}

const origins = new WeakMap<Entry, Entry>()

/** The entry that this one was moved from, first of all: it says the same elsewhere. One that was never moved is its own. */
export function originOfEntry(entry: Entry): Entry {
  return origins.get(entry) ?? entry
}

/** Keeps what is one object one object: later stages know statements by it. */
class Mover {
  /** Something stood on a line of which is not known where it is now. */
  isLost = false
  readonly #from: SectionPlace
  readonly #to: SectionPlace
  readonly #headings = new Map<number, number>()
  readonly #sections = new Map<Section, Section>()
  readonly #lists = new Map<readonly Section[], readonly Section[]>()
  readonly #evidence = new Map<Evidence, Evidence>()
  readonly #entries = new Map<Entry, Entry>()

  constructor(from: SectionPlace, to: SectionPlace) {
    this.#from = from
    this.#to = to
    from.above.forEach((section, i) => {
      const now = to.above[i]
      if (now === undefined) return
      this.#headings.set(section.evidence.line, now.evidence.line)
      this.#sections.set(section, now)
    })
  }

  line(line: number): number {
    const { line: first, endLine } = this.#from
    if (line >= first && line <= endLine) return line + this.#to.line - first
    const heading = this.#headings.get(line)
    if (heading === undefined) this.isLost = true
    return heading ?? line
  }

  added({ entry, reading }: Added): Added {
    const moved = this.#entry(entry)
    return reading === undefined
      ? { entry: moved }
      : { entry: moved, reading: moveReading(reading, this.#to.start - this.#from.start) }
  }

  #entry(entry: Entry): Entry {
    return once(this.#entries, entry, () => {
      const { year, years, venue, importance, mandatory, describes } = entry
      const moved = {
        ...entry,
        line: this.line(entry.line),
        endLine: this.line(entry.endLine),
        title: this.#stated(entry.title),
        ...(year === undefined ? {} : { year: this.#stated(year) }),
        ...(years === undefined ? {} : { years: this.#stated(years) }),
        ...(venue === undefined ? {} : { venue: this.#stated(venue) }),
        authors: entry.authors.map((author) => this.#stated(author)),
        organizations: entry.organizations.map((organization) => this.#stated(organization)),
        links: entry.links.map((link): EntryLink => ({ ...link, evidence: this.#evidenceOf(link.evidence) })),
        ...(importance === undefined ? {} : { importance: this.#stated(importance) }),
        ...(mandatory === undefined ? {} : { mandatory: this.#stated(mandatory) }),
        sections: this.#path(entry.sections),
        ...(describes === undefined ? {} : { describes: this.#entry(describes) }),
      }
      origins.set(moved, originOfEntry(entry))
      return moved
    })
  }

  #stated<T>({ value, evidence }: Stated<T>): Stated<T> {
    return { value, evidence: this.#evidenceOf(evidence) }
  }

  #evidenceOf(evidence: Evidence): Evidence {
    return once(this.#evidence, evidence, () => {
      const line = this.line(evidence.line)
      const { endLine } = evidence
      return endLine === undefined
        ? { ...evidence, line }
        : { ...evidence, line, endLine: endLine + line - evidence.line }
    })
  }

  #path(sections: readonly Section[]): readonly Section[] {
    return once(this.#lists, sections, () =>
      sections.map((section) =>
        once(this.#sections, section, () => ({ ...section, evidence: this.#evidenceOf(section.evidence) })),
      ),
    )
  }
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const met = known.get(key)
  if (met !== undefined) return met
  const made = make()
  known.set(key, made)
  return made
}
