import { boxesOverlap } from './geometry.ts'
import type { Scene } from './scene-types.ts'
import { counted } from './words.ts'

/** More names are no description. */
const NAMED = 12

/** What a scene shows, in sentences for those who do not see the picture: what is chosen, the regions in view by size. */
export function describeScene({ nodes, regions, width, height }: Scene): string {
  const stage = { x: 0, y: 0, width, height }
  const chosen = [...regions, ...nodes].filter(({ emphasis }) => emphasis === 'chosen').map(({ label }) => label)
  const inView = regions.filter(({ box }) => boxesOverlap(box, stage)).toSorted((a, b) => b.count - a.count)
  const named = inView.slice(0, NAMED).map(({ label, count }) => `${label} (${counted('paper', count)})`)
  const more = inView.length - named.length
  return [
    chosen.length === 0 ? '' : `Chosen: ${chosen.slice(0, NAMED).join('; ')}.`,
    named.length === 0 ? '' : `Regions in view: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
