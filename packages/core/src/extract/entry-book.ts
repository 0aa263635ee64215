import type { Entry } from './entry.ts'
import type { Reading } from './fragment/reading.ts'
import type { Quoter } from './quote.ts'

/**
 * The entries of a document in their order. Words that may be a venue or an institution are kept with them until all
 * entries are known: what most entries have in that place, the doubtful ones have too.
 */
export class EntryBook {
  readonly #quoter: Quoter
  readonly #entries: Entry[] = []
  /** Entries, by their number, with words that may be institutions. */
  readonly #organizations = new Map<number, Reading>()
  /** Entries, by their number, with words that may be a venue, and how many have a known one in that place. */
  readonly #venues = new Map<number, NonNullable<Reading['perhapsVenue']>>()
  #venuesAhead = 0

  constructor(quoter: Quoter) {
    this.#quoter = quoter
  }

  /** Adds an entry, if there is one, with what it was read from. */
  add(entry: Entry | undefined, reading?: Reading): void {
    if (entry === undefined) return
    if (reading !== undefined) this.#doubt(entry, reading)
    this.#entries.push(entry)
  }

  /** The entries with what is settled of their doubtful words; linear. */
  settled(): readonly Entry[] {
    this.#acceptOrganizations()
    this.#acceptVenues()
    return this.#entries
  }

  #doubt(entry: Entry, reading: Reading): void {
    const { title, venue, perhapsVenue } = reading
    if (venue !== undefined && title !== undefined && venue.place.end <= title.place.start) this.#venuesAhead++
    if (entry.venue === undefined && perhapsVenue !== undefined) this.#venues.set(this.#entries.length, perhapsVenue)
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

  /** Where most entries have their venue in front of the title, "[Digital Discovery]" there is one too. */
  #acceptVenues(): void {
    if (this.#venues.size * 2 > this.#venuesAhead) return
    for (const [at, { value, place }] of this.#venues) {
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
