import type { VenueRecord } from './venue-record.ts'

/** The name is also a topic's. */
export const ORDINARY = true

/** Venue records of journals that are known by their full name and one abbreviation, as ISO 4 has it. */
export function journals(
  table: readonly (readonly [name: string, abbreviation: string, ordinary?: typeof ORDINARY])[],
): readonly VenueRecord[] {
  return table.map(([name, abbreviation, ordinary]) => ({
    name,
    fullName: name,
    form: 'journal',
    aliases: abbreviation === name ? [] : [abbreviation],
    ...(ordinary === true ? { ordinary } : {}),
  }))
}
