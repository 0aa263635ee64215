import type { LinkRel } from '@fieldmap/graph'
import { isOwnPage, isPaperNote, isProjectPage } from '../../recognise/address-kind.ts'
import { linkRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf, isPublicationName } from '../../recognise/venue-form.ts'
import type { Flat, FlatObject } from './flat.ts'
import { innerRange, labelBefore, type ObjectReading } from './objects.ts'
import { type FoundLink, type Reading, setVenue } from './reading.ts'

/** Adds to a reading what one link or image of its fragment is, by its words and by whether it is the title. */
export function takeObject(
  reading: Reading,
  flat: Flat,
  object: FlatObject,
  what: ObjectReading,
  isTitle: boolean,
  venues: VenueIndex,
): void {
  const { span } = object
  const place = innerRange(span)
  switch (what.kind) {
    case 'link':
      if (span.kind !== 'link') return
      reading.links.push({ rel: what.rel, label: what.label, url: span.url.trim(), place: span, isTitle })
      if (what.venue !== undefined) setVenue(reading, what.venue, place)
      if (what.year !== undefined) reading.year ??= { value: what.year, place }
      return
    case 'words': {
      if (span.kind !== 'link' || what.weight === 'anchor') return
      const called = isTitle || what.weight === 'page' ? '' : labelBefore(flat, object.at)
      if (called !== '') {
        reading.links.push({
          rel: linkRole(called, span.url),
          label: called,
          url: span.url.trim(),
          place: span,
          isTitle,
        })
        return
      }
      const link = {
        rel: isTitle ? titleRel(what.weight, span.url) : linkRel(what.weight),
        label: what.text,
        url: span.url.trim(),
        place: span,
        isTitle,
      }
      ;(isTitle ? reading.links : reading.others).push(link)
      if (!isTitle && what.weight === 'paper' && afterTitle(flat, reading, object))
        takePublication(reading, link, venues)
      return
    }
    case 'venue':
      setVenue(reading, what.venue, span)
      return
    case 'year':
      reading.year ??= { value: what.year, place }
      return
    case 'nothing':
      return
    default:
      what satisfies never
  }
}

/** Whether a link stands alone behind the title, between separators, where lists put the venue. */
function afterTitle({ text, emphasis }: Flat, { title }: Reading, { at }: FlatObject): boolean {
  if (title === undefined || at < title.range.to) return false
  const before = text.slice(0, at).trimEnd()
  const next = text
    .slice(at + 1)
    .trimStart()
    .charAt(0)
  const begins = /[|,;.:([\uFFFC\u2028\n•·–—-]$/.test(before) || emphasis.some(({ to }) => to === before.length)
  return begins && (next === '' || /[|,;.&)\]\uFFFC\u2028\n•·–—[(*]/.test(next))
}

/** `[Bioinformatics](https://doi.org/…)`: the address is the paper's, the words are its publication's. */
function takePublication(reading: Reading, { label, place }: FoundLink, venues: VenueIndex): void {
  if (reading.venue !== undefined || label.length > 120) return
  const name = label
    .replace(/\s+/g, ' ')
    .replace(/\s(?:paper|article|preprint)$/i, '')
    .trim()
  const known = findVenue(name, venues, 'field')
  if (known !== undefined) setVenue(reading, known, place)
  else if (isPublicationName(name.replace(/[,:;]/g, ' ')) || /^\p{Ll}\p{Lu}/u.test(name))
    setVenue(reading, { name, form: formOf(name), basis: 'form' }, place)
}

/** The address behind a title is the paper's, unless it is a repository or, by its form, a project's page. */
function titleRel(weight: string, url: string): LinkRel {
  if (isOwnPage(url) || isPaperNote(url)) return 'other'
  if (weight === 'repository') return 'code'
  return weight === 'page' && isProjectPage(url) ? 'project' : 'paper'
}

function linkRel(weight: string): LinkRel {
  return weight === 'repository' ? 'code' : weight === 'paper' ? 'paper' : 'other'
}
