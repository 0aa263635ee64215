import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The first moment that a ZIP file can name (APPNOTE 4.4.6), in whatever zone it is read. */
const EPOCH = new Date(1980, 0, 1)
const ISO_EPOCH = '1980-01-01T00:00:00Z'
const TYPES = '[Content_Types].xml'
const TIMES = 'docProps/core.xml'

/**
 * Mends a package that pptxgenjs 4 wrote in Node: it puts the bytes of an SVG into the PNG part beside it, too,
 * declares a master for each slide though there is one, and writes the time of day. Puts `pictures` into the PNG parts,
 * slide by slide, leaves out what is declared and not there, fixes the times, and writes all parts in one order: the same
 * slides give the same bytes.
 *
 * @throws {RangeError} if the package has more or fewer such parts than there are pictures
 */
export function mendPptx(written: Uint8Array, pictures: readonly Uint8Array[]): Uint8Array {
  const parts = unzipSync(written)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const fallbacks = names.filter((name) => /^ppt\/media\/.*\.png$/.test(name))
  const placed = new Map<string, Uint8Array>()
  for (const [i, picture] of pictures.entries()) {
    const target = pngOfSlide(parts, i + 1)
    if (target !== undefined && fallbacks.includes(target)) placed.set(target, picture)
  }
  if (placed.size !== pictures.length || fallbacks.length !== pictures.length)
    throw new RangeError(`${fallbacks.length} PNG parts for ${pictures.length} pictures`)
  const mended: Zippable = {}
  for (const name of ordered(names)) {
    const part = placed.get(name) ?? parts[name] ?? new Uint8Array()
    const content = MENDS[name] === undefined ? part : strToU8(MENDS[name](strFromU8(part), names))
    mended[name] = [content, { mtime: EPOCH, level: name.endsWith('.png') ? 0 : 6, os: 0, attrs: 0 }]
  }
  return zipSync(mended)
}

const MENDS: Readonly<Record<string, (text: string, names: readonly string[]) => string>> = {
  [TIMES]: (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ISO_EPOCH),
  [TYPES]: (text, names) =>
    text.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (declared, name) => (names.includes(name) ? declared : '')),
}

/** The PNG part that a slide refers to, by its relationships. */
function pngOfSlide(parts: Readonly<Record<string, Uint8Array>>, number: number): string | undefined {
  const relations = parts[`ppt/slides/_rels/slide${number}.xml.rels`]
  if (relations === undefined) return undefined
  const target = /Target="\.\.\/(media\/[^"]+\.png)"/.exec(strFromU8(relations))?.[1]
  return target === undefined ? undefined : `ppt/${target}`
}

/** Readers that stream want the types first (OPC, ECMA-376 part 2); the rest is sorted. */
function ordered(names: readonly string[]): readonly string[] {
  return [TYPES, ...names.filter((name) => name !== TYPES).sort()]
}
