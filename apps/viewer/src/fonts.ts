import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?url'
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?url'
import extended400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?url'
import extended600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url'

/** The ranges of @fontsource/inter, so that the second file is fetched only where a name needs it. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

let loading: Promise<unknown> | undefined

/**
 * Makes the shipped font known to the document, once, wherever the map stands in it; resolves when plain and semibold
 * can be drawn, or could not be had (labels then come in the next font, a little off their boxes).
 */
export function loadFont(): Promise<unknown> {
  loading ??= Promise.allSettled([
    ...[face(latin400, '400', LATIN), face(latin600, '600', LATIN)].map((latin) => latin.load()),
    Promise.resolve([face(extended400, '400', EXTENDED), face(extended600, '600', EXTENDED)]),
  ])
  return loading
}

function face(url: string, weight: string, unicodeRange: string): FontFace {
  const font = new FontFace('Inter', `url(${JSON.stringify(url)}) format("woff2")`, {
    weight,
    unicodeRange,
    display: 'swap',
  })
  document.fonts.add(font)
  return font
}
