import type { HistoryChange } from '@fieldmap/graph'

/** What of a node became another: its field, and what went and came. */
export type ChangedField = Pick<HistoryChange, 'field' | 'from' | 'to'>

/** What a field is called in a sentence. */
const NAMES: Readonly<Record<ChangedField['field'], string>> = {
  label: 'title',
  year: 'year',
  venue: 'venue',
  authors: 'authors',
  importance: 'stars',
  mandatory: 'mandatory mark',
  identifiers: 'identifiers',
  links: 'links',
  sections: 'section',
  lists: 'lists',
}

/** One change in words: `venue arXiv → CVPR`, `code added: https://…`, `moved from A to B`. */
export function changeWords({ field, from, to }: ChangedField): readonly string[] {
  if (field === 'links') return [...linkWords(from, 'removed'), ...linkWords(to, 'added')]
  const [before, after] = [valueWords(from), valueWords(to)]
  if (field === 'sections' && before !== '' && after !== '') return [`moved from ${before} to ${after}`]
  if (before === '') return [`${NAMES[field]} added: ${after}`]
  return [after === '' ? `${NAMES[field]} removed: ${before}` : `${NAMES[field]} ${before} → ${after}`]
}

function valueWords(value: ChangedField['from']): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join('; ') : value === true ? 'yes' : String(value)
}

function linkWords(links: ChangedField['from'], verb: string): readonly string[] {
  return (Array.isArray(links) ? links : []).map((link) => {
    const blank = link.indexOf(' ')
    const rel = link.slice(0, blank)
    return `${rel === 'paper' || rel === 'other' ? 'link' : rel} ${verb}: ${link.slice(blank + 1)}`
  })
}
