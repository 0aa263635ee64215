import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'
import type { Box, Point } from './geometry.ts'
import type { ColorToken } from './palette.ts'
import { safeAddress } from './safe-link.ts'
import type { LabelLine, Scene } from './scene-types.ts'
import { type FontWeight, shorten, textWidth } from './text-width.ts'

/** What stands at the foot of a picture, in its pixels: a credit, and what the marks mean. */
export interface PictureFoot {
  /** The strip that it takes. */
  readonly box: Box
  readonly discs: readonly (Point & { readonly radius: number; readonly filled: boolean })[]
  readonly strokes: readonly {
    readonly from: Point
    readonly to: Point
    readonly width: number
    readonly color: ColorToken
  }[]
  readonly texts: readonly LabelLine[]
}

export interface FootOptions {
  /** Says what the marks mean. */
  readonly legend?: boolean
  /** Says whose map it is. */
  readonly credit?: boolean
  /** When the field was as the picture shows it: `as of 2021-03-04`. */
  readonly asOf?: string | undefined
  /** Size of its text, in pixels of the scene as it stands on screen; see `Scene.unit`. */
  readonly textSize?: number
}

/** Size of text at the foot, in pixels: that of the legend on screen. */
const TEXT = 12
/** Heights in text sizes: a row, and the blank under the last. Two rows fit below the names of a stage. */
const ROW = { height: 1.2, blank: 0.75 }
/** Blank at the sides, and between two things in a row, in text sizes. */
const GAP = { side: 1.8, between: 1.4, word: 0.5 }
/** More lists than these are "and 3 more". */
const NAMED_SOURCES = 2

/** How many rows a foot takes on a stage of a width, 0–2, in the pixels that {@link FootOptions} counts in. */
export function footRows(graph: FieldGraph, width: number, options: FootOptions): number {
  const { legend = false, credit = false, textSize = TEXT } = options
  if (!legend || !credit) return legend || credit ? 1 : 0
  const room = width / textSize - 2 * GAP.side
  return legendWidth(legendOf(options)) + 2 * GAP.between + shortestCredit(graph, options) <= room ? 1 : 2
}

/** The height of that many rows, in text sizes. */
export function footHeight(rows: number): number {
  return rows === 0 ? 0 : rows * ROW.height + ROW.blank
}

/**
 * The foot of a picture of a scene; `undefined` where it has none. One row where there is room, else the legend stands over
 * the credit; a credit that is too long names less, then ends with `…`.
 */
export function footOf(graph: FieldGraph, scene: Scene, options: FootOptions): PictureFoot | undefined {
  const { legend = false, credit = false, textSize = TEXT } = options
  const { unit = 1, width, height } = scene
  const rows = footRows(graph, width / unit, options)
  if (rows === 0) return undefined
  const size = textSize * unit
  const top = height - footHeight(rows) * size
  const baseline = (row: number): number => top + (row + 1) * ROW.height * size
  const side = GAP.side * size
  const drawn = legend
    ? legendAt(legendOf(options), { x: side, y: baseline(0) }, width - 2 * side, size, unit)
    : { discs: [], strokes: [], texts: [] }
  const used = legend && rows === 1 ? (legendWidth(legendOf(options)) + 2 * GAP.between) * size : 0
  const words = credit ? creditWords(graph, options, (width - 2 * side - used) / size) : []
  return {
    box: { x: 0, y: top, width, height: height - top },
    ...drawn,
    texts: [
      ...drawn.texts,
      ...creditAt(words, used > 0 ? 'right' : 'left', { x: side, y: baseline(rows - 1) }, width, size),
    ],
  }
}

interface Word {
  readonly text: string
  readonly weight: FontWeight
}

const SEPARATOR = ' · '

/** What a credit says: the title first, the program last; between them what there is room for, in text sizes. */
function creditWords(graph: FieldGraph, { asOf }: FootOptions, room: number): readonly Word[] {
  const title = graph.getAttribute('title')
  const site = siteOf(graph)
  const when = asOf === undefined ? [] : [asOf]
  for (const between of [[...sourcesOf(graph), ...site], site, []]) {
    const words = wordsOf(title, [...when, ...between])
    if (widthOf(words) <= room) return words
  }
  const [, ...rest] = wordsOf(title, when)
  return [{ text: shorten(title, Math.max(1, room - widthOf(rest)), 1, 600), weight: 600 }, ...rest]
}

function wordsOf(title: string, between: readonly string[]): readonly Word[] {
  return [
    { text: title, weight: 600 },
    { text: [...between, 'Fieldmap'].map((part) => SEPARATOR + part).join(''), weight: 400 },
  ]
}

function shortestCredit(graph: FieldGraph, { asOf }: FootOptions): number {
  return widthOf(wordsOf(graph.getAttribute('title'), asOf === undefined ? [] : [asOf]))
}

function widthOf(words: readonly Word[]): number {
  return words.reduce((sum, { text, weight }) => sum + textWidth(text, 1, weight), 0)
}

function creditAt(
  words: readonly Word[],
  side: 'left' | 'right',
  { x, y }: Point,
  width: number,
  size: number,
): readonly LabelLine[] {
  let left = side === 'left' ? x : width - x - widthOf(words) * size
  return words.map(({ text, weight }) => {
    const line = { text, size, weight, color: 'quiet', x: left, y } as const
    left += textWidth(text, size, weight)
    return line
  })
}

/** The published map's address as one reads it. */
function siteOf(graph: FieldGraph): readonly string[] {
  const address = safeAddress(graph.getAttribute('site') ?? '')
  return address === undefined ? [] : [`${address.host}${address.pathname.replace(/\/$/, '')}`]
}

/** The lists: the repository's owner and name, else the file's name. */
function sourcesOf(graph: FieldGraph): readonly string[] {
  const lists = graph.getAttribute('sources').filter(({ kind }) => kind === 'list')
  const names = lists.map(({ repository, path }) => {
    const [owner, name] =
      safeAddress(repository ?? '')
        ?.pathname.split('/')
        .filter(Boolean) ?? []
    return name === undefined ? (path.split('/').at(-1) ?? path) : `${owner}/${name.replace(/\.git$/, '')}`
  })
  const distinct = [...new Set(names)].sort(byCodeUnits)
  const more = distinct.length - NAMED_SOURCES
  const named = distinct.slice(0, NAMED_SOURCES).join(', ')
  return named === '' ? [] : [more > 0 ? `${named} and ${more} more` : named]
}

/** What the marks mean, as on screen: the words, the width of the sign before them, and its parts, in text sizes. */
const LEGEND = [
  { words: 'has code', sign: 0.85, discs: [{ from: 0.38, radius: 0.38, filled: true }], stroke: 0 },
  { words: 'none stated', sign: 0.85, discs: [{ from: 0.38, radius: 0.38, filled: false }], stroke: 0 },
  {
    words: 'importance',
    sign: 1.75,
    discs: [
      { from: 0.2, radius: 0.2, filled: true },
      { from: 1.25, radius: 0.42, filled: true },
    ],
    stroke: 0,
  },
  { words: 'what they share', sign: 1.7, discs: [], stroke: 1.7 },
] as const

/** What a ring means, on a picture of a field as it was. */
const NEW = {
  words: 'new',
  sign: 0.95,
  discs: [
    { from: 0.46, radius: 0.24, filled: true },
    { from: 0.46, radius: 0.46, filled: false },
  ],
  stroke: 0,
} as const

type LegendItem = (typeof LEGEND)[number] | typeof NEW

function legendOf({ asOf }: FootOptions): readonly LegendItem[] {
  return asOf === undefined ? LEGEND : [NEW, ...LEGEND]
}

function legendWidth(items: readonly LegendItem[]): number {
  const widths = items.map(({ words, sign }) => sign + GAP.word + textWidth(words, 1, 400))
  return widths.reduce((sum, width) => sum + width, 0) + Math.max(0, items.length - 1) * GAP.between
}

/** As many of the items as there is room for. */
function legendAt(
  legend: readonly LegendItem[],
  { x, y }: Point,
  room: number,
  size: number,
  unit: number,
): Omit<PictureFoot, 'box'> {
  const middle = y - 0.36 * size // half of the height of a capital
  const fits = (_: unknown, i: number): boolean => legendWidth(legend.slice(0, i + 1)) * size <= room
  let left = x
  const placed = legend.filter(fits).map((item) => {
    const at = left
    left += (legendWidth([item]) + GAP.between) * size
    return { ...item, at }
  })
  return {
    texts: placed.map(({ words, sign, at }) => {
      return { text: words, size, weight: 400, color: 'quiet', x: at + (sign + GAP.word) * size, y } as const
    }),
    discs: placed.flatMap(({ discs, at }) =>
      discs.map(({ from, radius, filled }) => ({
        ...{ x: at + from * size, y: middle },
        ...{ radius: radius * size - (filled ? 0 : 0.75 * unit), filled }, // the line lies inside
      })),
    ),
    strokes: placed.flatMap(({ stroke, at }) =>
      stroke === 0
        ? []
        : [
            {
              from: { x: at, y: middle },
              to: { x: at + stroke * size, y: middle },
              width: 0.5 * size,
              color: 'band' as const,
            },
          ],
    ),
  }
}
