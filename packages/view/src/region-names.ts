import type { Viewport } from './camera.ts'
import type { LabelText } from './label-layout.ts'
import { type LaidRegion, NOT_PLACED } from './layout.ts'
import { regionColor } from './palette.ts'
import { wrapEvenly } from './text-width.ts'
import { counted } from './words.ts'

/** A smaller stage has smaller names. */
const STAGES = { phone: 500, small: 700 }
/** Widths of a line in letters' heights, and how many lines there are at most. */
const WRAPS = {
  wide: { usual: { width: 12, lines: 3 }, narrow: { width: 7, lines: 4 }, long: { width: 30, lines: 1 } },
  phone: { usual: { width: 9, lines: 4 }, narrow: { width: 6.5, lines: 4 }, long: { width: 14, lines: 3 } },
} as const

/**
 * The ways to write the name of a region over its size, the best first: as it should be, then narrower and longer, then
 * the same as small as names of regions get on this stage. Large regions have larger names, so that a glance finds them
 * first.
 *
 * @param asWished leaves all but the best out. @param isSized says how many papers there are, under the name.
 */
export function regionNames(
  region: LaidRegion,
  { width }: Viewport,
  { asWished = false, isSized = true }: { readonly asWished?: boolean; readonly isSized?: boolean } = {},
): readonly (readonly LabelText[])[] {
  const isPhone = width < STAGES.phone
  const color = regionColor('name', region.hue)
  const count = {
    text: counted('paper', region.members.length),
    size: isPhone ? 11 : 12,
    weight: 400,
    color: 'quiet',
  } as const
  const { usual, narrow, long } = isPhone ? WRAPS.phone : WRAPS.wide
  const sizes = asWished ? [sizeOf(region, width)] : new Set([sizeOf(region, width), leastSize(width)])
  const names = [...sizes].flatMap((size) =>
    (asWished ? [usual] : [usual, narrow, long]).map((wrap) =>
      wrapEvenly(region.label, wrap.width * size, wrap.lines, size, 600).map(
        (text) => ({ text, size, weight: 600, color }) as const,
      ),
    ),
  )
  const [first = [], ...others] = names
  const whole = others.filter((lines) => lines.every(({ text }) => !text.endsWith('…')))
  const different = new Map([first, ...whole].map((lines) => [JSON.stringify(lines), lines]))
  return [...different.values()].map((lines) => (isSized ? [...lines, count] : lines))
}

function sizeOf({ id, members: { length } }: LaidRegion, width: number): number {
  if (width < STAGES.phone) return id === NOT_PLACED || length < 10 ? leastSize(width) : 13
  if (id === NOT_PLACED || length < 4) return leastSize(width)
  if (width < STAGES.small) return length < 10 ? leastSize(width) : 13.5
  return length < 10 ? 13.5 : 15
}

function leastSize(width: number): number {
  return width < STAGES.phone ? 11 : 12
}
