import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type FieldGraph, type FieldMap, packField } from '@fieldmap/graph'
import type { Deck, RevealAssets } from '@fieldmap/slides/decks'
import { fontFaces, fontsFor } from './fonts.ts'
import { viewerScript } from './one-file.ts'

/**
 * What a deck in one page holds: the files of reveal.js, the viewer with its field, the font for its letters. Reads the
 * files of the packages.
 *
 * @throws {CliError} where the viewer is not built
 */
export function revealAssets(deck: Deck, graph: FieldGraph, map: FieldMap): RevealAssets {
  const slides = createRequire(import.meta.url).resolve('@fieldmap/slides/package.json')
  const folder = dirname(createRequire(slides).resolve('reveal.js'))
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  return {
    css: `${read('reset.css')}\n${read('reveal.css')}`,
    scripts: [read('reveal.js'), read('plugin/notes.js')],
    fontFaces: fontFaces(fontsFor(JSON.stringify(deck) + graph.mapNodes((_, node) => node.label).join(''))),
    live: { script: viewerScript(), field: packField(graph, map) },
  }
}
