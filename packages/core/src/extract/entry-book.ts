import type { Entry } from './entry.ts'
import type { Found, Reading } from './fragment/reading.ts'
import type { Quoter } from './quote.ts'

/** An entry, and what it was read from. */
export interface Added {
  readonly entry: Entry
  readonly reading?: Reading
}

/**
 * The entries of a document in their order. Words that may be a venue or an institution are kept with them until all
 * entries are known: what most entries have in that place, the doubtful ones have too.
 */
export class EntryBook {
  readonly #quoter: Quoter
  readonly #entries: Entry[] = []
  /** Entries, by their number, with words that may be institutions. */
  readonly #organizations = new Map<number, Reading>()
  /** Entries, by their number, with words in front of or behind their title that may be a venue. */
  readonly #venues = { ahead: new Map<number, PerhapsVenue>(), behind: new Map<number, PerhapsVenue>() }
  /** How many entries have a venue in that place. */
  readonly #sure = { ahead: 0, behind: 0 }

  /** Entries, by their number, whose venue may be two people, and how many are cited by people. */
  readonly #pairs = new Set<number>()
  #cited = 0

  /** All that was added, as it was. */
  readonly #added: Added[] = []

  constructor(quoter: Quoter) {
    this.#quoter = quoter
  }

  /** Adds an entry, if there is one, with what it was read from. */
  add(entry: Entry | undefined, reading?: Reading): void {
    if (entry === undefined) return
    if (reading !== undefined) this.#doubt(entry, reading)
    this.#entries.push(entry)
    this.#added.push(reading === undefined ? { entry } : { entry, reading })
  }

  /** What was added after the first `count`. */
  addedSince(count: number): readonly Added[] {
    return this.#added.slice(count)
  }

  get count(): number {
    return this.#added.length
  }

  /** The entries with what is settled of their doubtful words; linear. */
  settled(): readonly Entry[] {
    this.#acceptOrganizations()
    this.#acceptVenues('ahead')
    this.#acceptVenues('behind')
    this.#acceptPeople()
    return this.#entries
  }

  #doubt(entry: Entry, reading: Reading): void {
    const { title, venue, perhapsVenue } = reading
    if (title !== undefined && venue !== undefined) this.#sure[sideOf(venue, title)]++
    if (title !== undefined && entry.venue === undefined && perhapsVenue !== undefined)
      this.#venues[sideOf(perhapsVenue, title)].set(this.#entries.length, perhapsVenue)
    if (isCitedBySurname(reading)) this.#cited++
    if (reading.perhapsPeople === true && entry.authors.length === 0) this.#pairs.add(this.#entries.length)
    if (reading.perhapsOrganizations.length > 0) this.#organizations.set(this.#entries.length, reading)
  }

  /** Where most entries name an institution in that place, "[HKUST]" and "[Xiaobing.AI]" there are institutions too. */
  #acceptOrganizations(): void {
    const sure = this.#entries.filter((entry) => entry.organizations.length > 0).length
    if (this.#organizations.size >= sure) return
    for (const [at, { perhapsOrganizations }] of this.#organizations) {
      const entry = this.#entries[at]
      if (entry === undefined) continue
      const more = perhapsOrganizations.map(({ value, place }) => ({
        value,
        evidence: this.#quoter.range(place, 'extract/organization'),
      }))
      this.#entries[at] = { ...entry, organizations: [...entry.organizations, ...more] }
    }
  }

  /** Where other entries are cited as "(Lee et al., 2019)", "(Oh and Lee, 2019)" are people too. */
  #acceptPeople(): void {
    if (this.#cited < Math.max(FEWEST_CITED, this.#pairs.size) && !this.#namesPeople()) return
    for (const at of this.#pairs) {
      const entry = this.#entries[at]
      if (entry?.venue === undefined) continue
      const { venue, ...others } = entry
      const evidence = { ...venue.evidence, rule: 'extract/author' }
      const authors = venue.value.name.split(/\s(?:and|&)\s/).map((value) => ({ value, evidence }))
      this.#entries[at] = { ...others, authors }
    }
  }

  /** Whether most of what stands where a venue may, "(1998, Ann B. Lee)", is a name of its own that people have. */
  #namesPeople(): boolean {
    const names = new Set([...this.#pairs].map((at) => this.#entries[at]?.venue?.value.name))
    const count = this.#pairs.size
    return count >= FEWEST_NAMED && names.size * 2 > count && count * 2 > this.#sure.behind
  }

  /** Where most entries have their venue in front of the title, "[Digital Discovery]" there is one too; so behind it. */
  #acceptVenues(side: Side): void {
    const doubtful = this.#venues[side]
    if (doubtful.size * 2 > this.#sure[side] || (side === 'behind' && this.#sure[side] < FEWEST_BEHIND)) return
    for (const [at, { value, place }] of doubtful) {
      const entry = this.#entries[at]
      if (entry === undefined) continue
      const stated = (rule: string): Entry['title']['evidence'] => this.#quoter.range(place, rule)
      const ownYear = entry.year !== undefined && entry.year.evidence.rule !== 'extract/year-heading'
      const dated =
        value.year === undefined || ownYear ? {} : { year: { value: value.year, evidence: stated('extract/year') } }
      this.#entries[at] = { ...entry, venue: { value, evidence: stated('extract/venue') }, ...dated }
    }
  }
}

/** So many that a list is one of those that cite by people. */
const FEWEST_CITED = 3

/** The same where each is named with given name and surname. */
const FEWEST_NAMED = 5

/** Behind titles stand other names too: of institutes, places, topics. */
const FEWEST_BEHIND = 10

/** One surname, as "(Lee et al., 2019)" has. */
function isCitedBySurname({ authors: [first, second] }: Reading): boolean {
  return first !== undefined && second === undefined && !first.value.includes(' ')
}

type PerhapsVenue = NonNullable<Reading['perhapsVenue']>
type Side = 'ahead' | 'behind'

function sideOf({ place }: Found<unknown>, title: NonNullable<Reading['title']>): Side {
  return place.end <= title.place.start ? 'ahead' : 'behind'
}
