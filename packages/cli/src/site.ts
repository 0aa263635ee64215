import { join } from 'node:path'
import type { FieldGraph } from '@fieldmap/graph'
import { counted, countsOf, escapeXml } from '@fieldmap/view'
import { type FileContents, HISTORY_JSON, TOUR_JSON } from './build-files.ts'
import type { Effects } from './effects.ts'
import { readViewer, withHistory, withTour } from './viewer-files.ts'

/** Writes the viewer and the files of a build into a folder that any static host or sub-path can serve. */
export async function writeSite(
  folder: string,
  graph: FieldGraph,
  files: FileContents,
  effects: Effects,
): Promise<void> {
  for (const [path, data] of readViewer()) {
    await effects.writeFile(join(folder, path), path === 'index.html' ? publishedPage(data, graph, files) : data)
  }
  for (const [name, text] of Object.entries(files)) await effects.writeFile(join(folder, name), text)
  // Hosts that run a site generator would leave out files that begin with an underscore.
  await effects.writeFile(join(folder, '.nojekyll'), '')
}

/**
 * The page with the files that it is to ask for, and with the field's name and counts in its head: what a search engine, or
 * a chat that shows a link, says of it.
 */
function publishedPage(page: Uint8Array, graph: FieldGraph, files: FileContents): string {
  const { title, site } = graph.getAttributes()
  const counts = countsOf(graph).map(({ kind, count }) => counted(kind, count))
  const about = `A map of ${title}: ${counts.slice(0, 4).join(', ')}, and what connects them.`
  const properties = { 'og:type': 'website', 'og:title': title, 'og:description': about, 'og:url': site }
  const head = [
    `<title>${escapeXml(title)}</title>`,
    `<meta name="description" content="${escapeXml(about)}" />`,
    ...Object.entries(properties).flatMap(([name, value]) =>
      value === undefined ? [] : [`<meta property="${name}" content="${escapeXml(value)}" />`],
    ),
  ]
  const text = new TextDecoder().decode(page)
  const toured = TOUR_JSON in files ? withTour(text) : text
  return (HISTORY_JSON in files ? withHistory(toured) : toured)
    .replace(/<meta name="description"[^>]*>\s*/, '')
    .replace(/<title>[^<]*<\/title>/, () => head.join('\n    '))
}
