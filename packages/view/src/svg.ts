import { describeScene } from './describe-scene.ts'
import { colorOf, PALETTES, type Palette, type Theme } from './palette.ts'
import { closedPath, openPath, round } from './paths.ts'
import type { PictureFoot } from './picture-foot.ts'
import type { LabelLine, Scene, SceneEdge, SceneLabel, SceneNode, SceneRegion } from './scene-types.ts'

export interface SvgOptions {
  readonly theme?: Theme
  /** No ground, so that what lies behind shows. */
  readonly transparent?: boolean
  /** CSS font family; the shipped font first. */
  readonly fontFamily?: string
  /** Says in `<desc>` what is in view; for files. */
  readonly described?: boolean
  /** The web address that a mark leads to, by its key; http and https only. */
  readonly linkOf?: (key: string) => string | undefined
  readonly foot?: PictureFoot
  /** CSS that defines the shipped font, for a file that is seen where the font is not installed. */
  readonly fontFaces?: string
  /** Says the name of each mark in `<title>`, for a pointer that rests on it. Default true. */
  readonly named?: boolean
}

/** What a document without the shipped font falls back to; its letters are nearly as wide. */
export const FONT_FAMILY = "Inter, 'Helvetica Neue', Arial, sans-serif"

/**
 * Draws a scene as a standalone SVG document of its size. Names reach it as escaped text only; there is no script and no
 * reference in it but the links of marks that `linkOf` gives. The same scene gives the same bytes.
 */
export function svg(scene: Scene, options: SvgOptions = {}): string {
  const palette = PALETTES[options.theme ?? 'light']
  const { width, height, unit = 1 } = scene
  const bands = scene.edges.filter(({ kind }) => kind === 'band')
  const relations = scene.edges.filter(({ kind }) => kind === 'relation')
  const inView = ({ x, y, radius }: SceneNode): boolean =>
    x > -radius && y > -radius && x < width + radius && y < height + radius
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="${escapeXml(options.fontFamily ?? FONT_FAMILY)}" font-kerning="none">`,
    `<title>${escapeXml(scene.title)}</title>`,
    options.described === true ? `<desc>${escapeXml(describeScene(scene))}</desc>` : '',
    options.fontFaces === undefined ? '' : `<style>${escapeXml(options.fontFaces)}</style>`,
    options.transparent === true ? '' : `<rect width="100%" height="100%" fill="${palette.ground}"/>`,
    group(
      'bands',
      bands.map((edge) => lineOf(edge, palette)),
    ),
    group(
      'regions',
      scene.regions.map((region) => regionOf(region, palette, unit)),
    ),
    group(
      'relations',
      relations.map((edge) => lineOf(edge, palette)),
    ),
    group(
      'nodes',
      scene.nodes.filter(inView).map((node) => {
        const mark = nodeOf(node, palette, scene.pointed, unit, options.named ?? true)
        return linked(mark, options.linkOf?.(node.key))
      }),
    ),
    group(
      'labels',
      scene.labels.map((label) => labelOf(label, palette, unit)),
    ),
    options.foot === undefined ? '' : footGroup(options.foot, palette, unit, options.transparent !== true),
    '</svg>',
    '',
  ]
    .filter((part, i, all) => part !== '' || i === all.length - 1)
    .join('\n')
}

/** A text as XML takes it, in content and in attributes; characters that XML forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

function group(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<g class="${name}">\n${items.join('\n')}\n</g>`
}

function lineOf({ line, width, color, opacity }: SceneEdge, palette: Palette): string {
  return `<path d="${openPath(line)}" fill="none" stroke="${colorOf(palette, color)}" stroke-width="${round(width)}" stroke-linecap="butt" stroke-linejoin="round" opacity="${round(opacity)}"/>`
}

function regionOf({ outline, color, stroke, emphasis, opacity }: SceneRegion, palette: Palette, unit: number): string {
  const width = (emphasis === 'chosen' ? 2 : 1) * unit
  return `<path d="${closedPath(outline)}" fill="${colorOf(palette, color)}" stroke="${colorOf(palette, stroke)}" stroke-width="${round(width)}" opacity="${round(opacity)}"/>`
}

/** Rings are as wide outside as discs: the stroke lies inside the radius. */
function nodeOf(node: SceneNode, palette: Palette, pointed: string | undefined, unit: number, named: boolean): string {
  const { x, y, radius, shape, filled, opacity, label } = node
  const color = colorOf(palette, node.color)
  const stroke = ringWidth(radius / unit) * unit
  const r = filled ? radius : radius - stroke / 2
  const paint = filled ? `fill="${color}"` : `fill="${palette.panel}" stroke="${color}" stroke-width="${round(stroke)}"`
  const form =
    shape === 'circle'
      ? `circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}"`
      : `rect x="${round(x - r)}" y="${round(y - r)}" width="${round(2 * r)}" height="${round(2 * r)}"`
  const ringed = (reach: number, line: string, more = ''): string =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius + reach * unit)}" fill="none" stroke="${line}" stroke-width="${round(1.5 * unit)}"${more}/>`
  const isAsked = node.emphasis === 'chosen' || node.key === pointed
  const fresh = node.isNew ? ringed(RINGS.isNew, palette.accent, ` opacity="${round(opacity)}"`) : ''
  const ring = isAsked ? ringed(node.isNew ? RINGS.outer : RINGS.asked, palette.ink) : ''
  const mark = `${fresh}${ring}<${form} ${paint} opacity="${round(opacity)}"`
  return named ? `${mark}><title>${escapeXml(label)}</title></${form.split(' ')[0]}>` : `${mark}/>`
}

function linked(mark: string, address: string | undefined): string {
  return address === undefined ? mark : `<a href="${escapeXml(address)}" target="_blank" rel="noopener">${mark}</a>`
}

/** How far rings stand from the edge of a mark, in pixels: round what is new, what is chosen or pointed at, and both. */
export const RINGS = { isNew: 3, asked: 4, outer: 6 } as const

/** The width of a ring's line, in pixels, for its radius. */
export function ringWidth(radius: number): number {
  return Math.max(1.1, Math.min(2, radius * 0.3))
}

function labelOf({ lines, anchor, opacity, leader }: SceneLabel, palette: Palette, unit: number): string {
  const line =
    leader === undefined
      ? ''
      : `<path d="${openPath(leader)}" fill="none" stroke="${palette.quiet}" stroke-width="${round(unit)}" opacity="${round(opacity)}"/>`
  const texts = lines.map((text) => textOf(text, palette))
  return `${line}<g text-anchor="${anchor}" stroke="${palette.ground}" stroke-width="${round(3.5 * unit)}" stroke-linejoin="round" paint-order="stroke" opacity="${round(opacity)}">${texts.join('')}</g>`
}

function textOf({ text, size, weight, color, x, y }: LabelLine, palette: Palette): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" font-weight="${weight}" fill="${colorOf(palette, color)}">${escapeXml(text)}</text>`
}

/** How much of what lies under the foot is covered, so that its words read over marks. */
export const FOOT_COVER = 0.88

function footGroup(
  { box, discs, strokes, texts }: PictureFoot,
  palette: Palette,
  unit: number,
  cover: boolean,
): string {
  const { x, y, width, height } = box
  return group('foot', [
    ...(cover
      ? [
          `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${palette.ground}" opacity="${FOOT_COVER}"/>`,
        ]
      : []),
    ...strokes.map(
      ({ from, to, width: line, color }) =>
        `<path d="${openPath([from, to])}" fill="none" stroke="${colorOf(palette, color)}" stroke-width="${round(line)}"/>`,
    ),
    ...discs.map(({ x: cx, y: cy, radius, filled }) => {
      const paint = filled
        ? `fill="${palette.quiet}"`
        : `fill="none" stroke="${palette.quiet}" stroke-width="${round(1.5 * unit)}"`
      return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(radius)}" ${paint}/>`
    }),
    ...texts.map((text) => textOf(text, palette).replace('<text ', '<text xml:space="preserve" ')),
  ])
}
