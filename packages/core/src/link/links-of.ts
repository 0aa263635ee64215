import type { PaperLink } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'

/** Links that lead somewhere safe; one role and address once. */
export function linksOf(entries: readonly Entry[]): PaperLink[] {
  const links = new Map<string, PaperLink>()
  for (const { links: stated } of entries) {
    for (const { rel, label, url } of stated) {
      const key = `${rel} ${url}`
      if (/^(?:https?:|mailto:)/i.test(url) && !links.has(key)) links.set(key, { rel, label, url })
    }
  }
  return [...links.values()]
}
