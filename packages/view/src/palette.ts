/** The hues of regions: as many as an eye still keeps apart; further regions begin again. */
export const HUES = 12

type Hue = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11

/** A colour by what it is for; a {@link Palette} says which it is. */
export type ColorToken =
  | 'ground'
  | 'panel'
  | 'line'
  | 'ink'
  | 'quiet'
  | 'accent'
  | 'entity'
  | 'relation'
  | 'band'
  | `${'mark' | 'fill' | 'coast' | 'name'}-${Hue | 'none'}`

/** Colours as `#rrggbb`. */
export interface Palette {
  readonly ground: string
  readonly panel: string
  readonly line: string
  readonly ink: string
  readonly quiet: string
  readonly accent: string
  /** Marks of all that is no paper. */
  readonly entity: string
  readonly relation: string
  readonly band: string
  /** By hue; equal lightness and chroma in OKLCH, so that no region shouts. */
  readonly marks: readonly string[]
  readonly fills: readonly string[]
  readonly coasts: readonly string[]
  /** The names of regions: the hue of their marks, as dark (or light) as text needs. */
  readonly names: readonly string[]
  /** Papers that are not placed. */
  readonly none: { readonly mark: string; readonly fill: string; readonly coast: string; readonly name: string }
}

export type Theme = 'light' | 'dark'

/** Both themes, each designed: hues 250, 40, 150 … degrees; light L 0.51 C 0.105, dark L 0.74 C 0.10;
 * borders of regions at L 0.64 and 0.52, as light as a contrast of 3 to the ground allows. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#fbfaf6',
    panel: '#fffefb',
    line: '#e8e4d9',
    ink: '#262521',
    quiet: '#68655c',
    accent: '#1f5a8a',
    entity: '#45423b',
    relation: '#5d594f',
    band: '#e3dfd3',
    // biome-ignore format: a row of colours
    marks: ['#31699f', '#984f34', '#327745', '#924a6f', '#786504', '#665a9e', '#01757a', '#994b4d', '#597025', '#80518b', '#8e5815', '#07718f'],
    // biome-ignore format: a row of colours
    fills: ['#dceafa', '#f9e3dc', '#ddeee0', '#f7e2eb', '#eee9d6', '#e8e6f9', '#d6eeef', '#fae2e1', '#e4ecd9', '#f1e3f4', '#f5e5d7', '#d7edf6'],
    // biome-ignore format: a row of colours
    coasts: ['#6790ba', '#b67c67', '#699a73', '#b17893', '#9b8c53', '#8b84b9', '#509a9e', '#b77978', '#82955f', '#a27daa', '#ad8258', '#5396b0'],
    // biome-ignore format: a row of colours
    names: ['#27527c', '#763e2a', '#285d36', '#723b56', '#5e4f07', '#4f477b', '#005d62', '#783b3c', '#45581e', '#643f6d', '#6f4514', '#005973'],
    none: { mark: '#6a675d', fill: '#f2efe6', coast: '#938f84', name: '#68655c' },
  },
  dark: {
    ground: '#161719',
    panel: '#1b1c1f',
    line: '#303135',
    ink: '#ecebe6',
    quiet: '#a5a39b',
    accent: '#8fc1ee',
    entity: '#d4d1c7',
    relation: '#a9a69c',
    band: '#303134',
    // biome-ignore format: a row of colours
    marks: ['#79b0e8', '#e1957a', '#7cbd89', '#db91b4', '#beaa5e', '#aaa0e6', '#4fbec4', '#e39191', '#9cb66f', '#c796d2', '#d79e65', '#5cb8da'],
    // biome-ignore format: a row of colours
    fills: ['#1c2936', '#35231c', '#1d2c20', '#33222a', '#2c2816', '#272536', '#142c2d', '#352221', '#242a1a', '#2e2331', '#322518', '#172b33'],
    // biome-ignore format: a row of colours
    coasts: ['#466c93', '#8e5a47', '#487551', '#8a576f', '#766833', '#686191', '#26767a', '#8f5757', '#5f713f', '#7c5b84', '#876038', '#317289'],
    // biome-ignore format: a row of colours
    names: ['#a3ccf7', '#f3b7a3', '#a5d6ae', '#eeb4ce', '#d6c78f', '#c6c0f5', '#8bd7da', '#f4b4b3', '#bcd09b', '#deb8e6', '#eabe94', '#91d2ec'],
    none: { mark: '#a9a69c', fill: '#222326', coast: '#6b6a66', name: '#a5a39b' },
  },
}

/** The token of a region's marks, ground or border line; `hue` as in `LaidRegion`. */
export function regionColor(what: 'mark' | 'fill' | 'coast' | 'name', hue: number | null): ColorToken {
  return hue === null ? `${what}-none` : `${what}-${(hue % HUES) as Hue}`
}

/** The colour that a token stands for. */
export function colorOf(palette: Palette, token: ColorToken): string {
  switch (token) {
    case 'ground':
    case 'panel':
    case 'line':
    case 'ink':
    case 'quiet':
    case 'accent':
    case 'entity':
    case 'relation':
    case 'band':
      return palette[token]
    case 'mark-none':
      return palette.none.mark
    case 'fill-none':
      return palette.none.fill
    case 'coast-none':
      return palette.none.coast
    case 'name-none':
      return palette.none.name
    default: {
      const [what, hue] = token.split('-')
      const rows = { mark: palette.marks, fill: palette.fills, coast: palette.coasts, name: palette.names }
      const row = rows[what as keyof typeof rows]
      return row[Number(hue)] ?? palette.ink
    }
  }
}
