import { byCodeUnits, nodeKey, slug } from '@fieldmap/graph'
import { memoise } from '../memo.ts'
import type { CanonicalRecord } from './canonical-record.ts'

/** What a key can be made of. */
export interface KeyMaterial {
  readonly record: CanonicalRecord
  readonly firstAuthor?: string
  /** Sources and lines, the last resort. */
  readonly place: string
}

/**
 * The keys of papers: the slug of the label; where several papers have one slug each gets a suffix from its identifier,
 * first author or year, never from order. A title without letters or digits takes the place of the suffix.
 */
export function paperKeys(materials: readonly KeyMaterial[]): readonly string[] {
  const bases = materials.map(({ record }) => baseOf(record.label))
  const counts = new Map<string, number>()
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1)
  const taken = new Map<string, number>()
  const keys = materials.map((material, i) => {
    const base = bases[i] ?? ''
    const key =
      base !== '' && counts.get(base) === 1 ? base : [base, suffix(material)].filter((part) => part !== '').join('-')
    taken.set(key, (taken.get(key) ?? 0) + 1)
    return key
  })
  return keys.map((key, i) => {
    const material = materials[i]
    return nodeKey(
      'paper',
      (taken.get(key) ?? 0) > 1 && material !== undefined ? `${key}-${slug(material.place)}` : key,
    )
  })
}

const baseOf = memoise((label) => shorten(slug(label)))

/** Longer titles are cut at a word, so that a key fits an address. */
const LONGEST = 160

function shorten(base: string): string {
  if (base.length <= LONGEST) return base
  const cut = base.slice(0, LONGEST)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), LONGEST / 2)).replace(/[\uD800-\uDBFF]$/, '')
}

function suffix({ record, firstAuthor }: KeyMaterial): string {
  const identifier = Object.entries(record.identifiers).sort(([a], [b]) => byCodeUnits(a, b))[0]
  if (identifier !== undefined) return slug(identifier.join(' '))
  if (firstAuthor !== undefined) return slug(firstAuthor)
  return record.year === undefined ? '' : String(record.year)
}
