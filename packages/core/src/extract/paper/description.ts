import { labelRole } from '../../recognise/link-role.ts'
import { titleCase } from '../title/title-form.ts'
import type { Facts } from './rule.ts'

/** A link in front of the title whose words are words. */
export function openingLink({ reading, title }: Facts): Facts['reading']['others'][number] | undefined {
  return reading.others.find((link) => link.place.end <= title.place.start && /\p{L}/u.test(link.label))
}

/** `- [Name](https://…) - What it does, for whom. …`, unless a known venue or a paper's address is there too. */
export function isDescription({
  reading,
  title,
  section,
  shape,
  told,
  words,
  paperLink,
  identified,
  knownVenue,
}: Facts): boolean {
  if (title.form !== 'plain') return false
  // "[Name](https://github.com/…) - Checker of proofs for … [paper](https://arxiv.org/…)": its paper has another title.
  // So has that of "[name](https://…) - Materials Genomics, [Comput. Mater. Sci. 2013](…)" among tools.
  const short = (section === 'tool' || section === 'dataset') && words <= 4
  const small = /^\p{Ll}/u.test(title.text) || (shape !== 'row' && (told || titleCase(title.text) < MOST_TOLD))
  const isTold = (small || short) && reading.authors.length === 0
  if (!isTold && (paperLink || identified || knownVenue)) return false
  // A link whose words are its own address is a page's without a label, as is one whose words name a meeting.
  const opening = [
    ...reading.others,
    ...reading.links.filter(({ rel, label }) => rel === 'project' && (label === '' || isName(label))),
  ]
  return opening.some(
    ({ place, label, rel, url }) =>
      place.end <= title.place.start &&
      (label === '' || /\p{L}/u.test(label)) &&
      rel !== 'paper' &&
      /^https?:/i.test(url),
  )
}

/** Words of their own, and not a label such as "website". */
function isName(label: string): boolean {
  return labelRole(label) === undefined && label.split(' ').length >= 3
}

/** Descriptions have no more of their words capitalised. */
const MOST_TOLD = 0.6
