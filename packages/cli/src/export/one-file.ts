import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type FieldGraph, type FieldMap, packField, type Tour } from '@fieldmap/graph'
import { escapeXml, PALETTES, scene, svg, type ViewState, writeHash } from '@fieldmap/view'
import { CliError } from '../cli-error.ts'
import { fontFaces, fontsFor } from './fonts.ts'

/** The size of the poster; it is scaled to the window. */
const POSTER = { width: 1280, height: 720 }

/**
 * One page that holds the viewer, the font and the field: it asks for nothing, works from `file://`, by mail and offline. The
 * poster, an SVG of the state, shows at once and where there is no JavaScript; what prints later is an SVG of what is seen.
 *
 * @throws {CliError} where the viewer is not built.
 */
export function oneFile(graph: FieldGraph, map: FieldMap, state: ViewState, tour?: Tour): string {
  const title = graph.getAttribute('title')
  const theme = state.theme === 'dark' ? 'dark' : 'light'
  // Names of marks cost as much as the marks, and show once the map is live.
  const poster = svg(scene(graph, map, state, POSTER), { theme, named: false })
  const letters = graph.mapNodes((_, node) => node.label).join('')
  const hash = writeHash(state)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:">
<title>${escapeXml(title)}</title>
<style>
${fontFaces(fontsFor(letters))}
html,body{height:100%;margin:0;background:${PALETTES[theme].ground}}
#poster{position:fixed;inset:0;display:grid;place-items:center}
#poster svg{width:100%;height:100%}
field-page{position:fixed;inset:0;visibility:hidden}
[data-live] field-page{visibility:visible}
[data-live] #poster{display:none}
</style>
</head>
<body>
<div id="poster">${poster}</div>
<field-page><field-map src="" map=""${hash === '' ? '' : ` state="${escapeXml(hash)}"`}></field-map></field-page>
<script type="application/json" id="field">${packField(graph, map, tour)}</script>
<script>
${viewerScript()}
</script>
</body>
</html>
`
}

/** The viewer as a classic script that can stand in a page. @throws {CliError} where it is not built. */
export function viewerScript(): string {
  try {
    const path = createRequire(import.meta.url).resolve('@fieldmap/viewer/dist-one-file/field.js')
    return readFileSync(path, 'utf8')
      .replace(/<\/(script)/gi, '<\\/$1')
      .replaceAll('<!--', '<\\!--')
  } catch {
    throw new CliError('The viewer is not built.', 'Run `npm run build` in the repository of Fieldmap.')
  }
}
