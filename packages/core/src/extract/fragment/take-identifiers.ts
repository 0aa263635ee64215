import { paperAddress } from '../../recognise/identifiers.ts'
import type { Flat, Range } from './flat.ts'
import type { Reading } from './reading.ts'

/**
 * Links for the identifiers that stand as plain words: `doi: 10.1038/nrn2762`, `PMID: 16251952`, `PMC4302049`. One that a
 * link has already is none. Linear.
 */
export function takeIdentifiers(reading: Reading, flat: Flat, title: Range | undefined): void {
  if (!/doi|PMC?ID|\bPMC\d|arxiv/i.test(flat.text)) return
  for (const [pattern, address] of IDENTIFIERS) {
    for (const match of flat.text.matchAll(pattern)) {
      const [words, id = ''] = match
      const range = { from: match.index, to: match.index + words.length }
      if (title !== undefined && range.from < title.to && range.to > title.from) continue
      const url = address + id.replace(/[.,;:)\]]+$/, '')
      const known = Object.entries(paperAddress(url).identifiers)
      const has = reading.links.some((link) => {
        const own = paperAddress(link.url).identifiers
        return known.some(([scheme, value]) => own[scheme] === value)
      })
      if (has) continue
      const place = flat.locate(range)
      reading.links.push({ rel: 'paper', label: '', url, place, isTitle: false, isIdentifier: true })
    }
  }
}

const IDENTIFIERS: readonly (readonly [pattern: RegExp, address: string])[] = [
  [/\bdoi\s{0,2}[:：]\s{0,2}(10\.\d{4,9}\/[^\s\uFFFC\u2028"<>|]+)/gi, 'https://doi.org/'],
  [/\barXiv(?:\spreprint(?:\sarXiv)?)?:\s?(\d{4}\.\d{4,5}(?:v\d+)?)(?!\d)/gi, 'https://arxiv.org/abs/'],
  [/\bPMID\s{0,2}[:：]?\s{0,2}(\d{5,9})\b/g, 'https://pubmed.ncbi.nlm.nih.gov/'],
  [/\b(PMC\d{5,9})\b/g, 'https://www.ncbi.nlm.nih.gov/pmc/articles/'],
]
