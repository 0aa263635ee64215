import { webAddress } from '../../recognise/web-address.ts'

/**
 * The words of a badge from its address (shields.io and its kin): `…/badge/CVPR-2023-blue` says "CVPR 2023",
 * `…/badge/arXiv-2301.12149-b31b1b` says "arXiv 2301.12149"; a counter of stars says "stars". Empty for other images.
 */
export function badgeWords(imageUrl: string): string {
  const address = webAddress(imageUrl)
  if (address === undefined) return ''
  if (/\/github\/(?:stars|forks|watchers|last-commit|license)/.test(address.path)) return 'stars'
  if (/\/arxiv\//i.test(address.path)) return 'arXiv'
  const label = address.query.get('label') ?? ''
  const badge = /\/(?:badge|static)\/(.+?)(?:\.svg|\.png)?$/.exec(address.path)?.[1]
  if (badge === undefined) return [label, address.query.get('message') ?? ''].join(' ').trim()
  // Two hyphens are one, two underscores too; the last part is the colour.
  const parts = badge.replaceAll('--', '\u0001').split('-')
  if (parts.length > 1) parts.pop()
  const words = parts
    .join(' ')
    .replaceAll('\u0001', '-')
    .replaceAll('__', '\u0001')
    .replaceAll('_', ' ')
    .replaceAll('\u0001', '_')
  return [label, words].join(' ').replace(/\s+/g, ' ').trim()
}
