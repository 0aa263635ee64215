import type { PaperMention } from './mention.ts'
import type { NormalTitle } from './normalize-title.ts'
import { titleLikeness } from './title-likeness.ts'
import { contradicts } from './versions.ts'

/** Whether an identifier in the one cluster contradicts one of another title in the other. */
export function areContradicted(
  left: readonly number[],
  right: readonly number[],
  mentions: readonly PaperMention[],
): boolean {
  return left.some((i) => {
    const a = mentions[i]
    return (
      a !== undefined &&
      right.some((j) => {
        const b = mentions[j]
        return b !== undefined && a.title.text !== b.title.text && contradicts(a, b)
      })
    )
  })
}

/**
 * Whether every group of certain matches in the one cluster has a title like one of every group in the other, and no
 * identifier that contradicts one of another title there.
 *
 * @param left, right the numbers of the mentions in both clusters
 * @param certain of each mention, the number of its group
 * @param reworded whether titles in other words are like each other: else a name could tie together two works
 */
export function allAlike(
  left: readonly number[],
  right: readonly number[],
  mentions: readonly PaperMention[],
  certain: readonly number[],
  reworded: boolean,
): boolean {
  if (areContradicted(left, right, mentions)) return false
  const titlesOf = (numbers: readonly number[]): readonly (readonly NormalTitle[])[] => {
    const groups = new Map<number, Map<string, NormalTitle>>()
    for (const i of numbers) {
      const mention = mentions[i]
      if (mention === undefined) continue
      const group = groups.get(certain[i] ?? i) ?? new Map<string, NormalTitle>()
      groups.set(certain[i] ?? i, group.set(mention.title.text, mention.title))
    }
    return [...groups.values()].map((group) => [...group.values()])
  }
  const others = titlesOf(right)
  return titlesOf(left).every((group) =>
    others.every((other) => group.some((a) => other.some((b) => isAlike(a, b, reworded)))),
  )
}

function isAlike(a: NormalTitle, b: NormalTitle, reworded: boolean): boolean {
  const likeness = titleLikeness(a, b)
  return likeness !== undefined && (reworded || likeness !== 'reworded')
}
