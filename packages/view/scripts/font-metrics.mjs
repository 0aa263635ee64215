/**
 * Writes src/font-metrics.data.ts: how far each character of the shipped font advances, in 1/1000 em, so that labels
 * are measured the same with and without a browser. Run it when the font changes:
 *
 *   node packages/view/scripts/font-metrics.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const require = createRequire(new URL('../../../apps/viewer/package.json', import.meta.url))
const WEIGHTS = [400, 600]
const SUBSETS = ['latin', 'latin-ext']
/** Basic Latin to Latin Extended-B, general punctuation, currency, arrows and the stars of the lists. */
const RANGES = [
  [0x20, 0x24f],
  [0x2010, 0x2044],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2605, 0x2606],
]

/** The tables of a WOFF 1 file, inflated, by tag (https://www.w3.org/TR/WOFF/). */
function tablesOf(file) {
  const tables = new Map()
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const at = 44 + 20 * i
    const [offset, packed, size] = [4, 8, 12].map((field) => file.readUInt32BE(at + field))
    const bytes = file.subarray(offset, offset + packed)
    tables.set(file.toString('latin1', at, at + 4), packed < size ? inflateSync(bytes) : bytes)
  }
  return tables
}

/** Code point → glyph, from a cmap subtable of format 4 or 12 (OpenType 1.9, cmap). */
function glyphOf(cmap) {
  for (let i = cmap.readUInt16BE(2) - 1; i >= 0; i--) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i))
    const format = table.readUInt16BE(0)
    if (format === 12) return (code) => lookUp12(table, code)
    if (format === 4) return (code) => lookUp4(table, code)
  }
  throw new Error('no Unicode cmap')
}

function lookUp12(table, code) {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const [first, last, glyph] = [0, 4, 8].map((field) => table.readUInt32BE(16 + 12 * i + field))
    if (code >= first && code <= last) return glyph + code - first
  }
  return 0
}

function lookUp4(table, code) {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + size + at)
    if (code < first || code > last) continue
    const delta = table.readUInt16BE(16 + 2 * size + at)
    const rangeAt = 16 + 3 * size + at
    const range = table.readUInt16BE(rangeAt)
    const glyph = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function advancesOf(weight) {
  const advances = new Map()
  for (const subset of SUBSETS) {
    const tables = tablesOf(
      readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
    )
    const unitsPerEm = tables.get('head').readUInt16BE(18)
    const longMetrics = tables.get('hhea').readUInt16BE(34)
    const glyph = glyphOf(tables.get('cmap'))
    for (const code of RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))) {
      const id = glyph(code)
      if (id === 0 || advances.has(code)) continue
      const units = tables.get('hmtx').readUInt16BE(4 * Math.min(id, longMetrics - 1))
      advances.set(code, Math.round((1000 * units) / unitsPerEm))
    }
  }
  return advances
}

/** `first-code:advance,advance,…` for each run of characters without a gap. */
function runsOf(advances) {
  const runs = []
  let previous
  for (const code of [...advances.keys()].sort((a, b) => a - b)) {
    if (code !== previous + 1) runs.push([code, []])
    runs.at(-1)[1].push(advances.get(code))
    previous = code
  }
  return runs.map(([code, widths]) => `${code}:${widths.join(',')}`).join(' ')
}

const version = require('@fontsource/inter/package.json').version
const lines = WEIGHTS.map((weight) => `  // biome-ignore format: data\n  ${weight}: '${runsOf(advancesOf(weight))}',`)
writeFileSync(
  new URL('../src/font-metrics.data.ts', import.meta.url),
  `// Written by scripts/font-metrics.mjs from @fontsource/inter ${version} (Inter, SIL Open Font License 1.1); do not edit.\n\n` +
    `/** Advance widths in 1/1000 em by weight: runs \`first code point:width,width,…\`, separated by blanks. */\n` +
    `export const ADVANCES: Readonly<Record<400 | 600, string>> = {\n${lines.join('\n')}\n}\n`,
)
