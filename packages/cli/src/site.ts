import { join } from 'node:path'
import type { FieldGraph } from '@fieldmap/graph'
import { counted, countsOf, escapeXml } from '@fieldmap/view'
import { TOUR_JSON } from './build-files.ts'
import type { Effects } from './effects.ts'
import { readViewer, withTour } from './viewer-files.ts'

/** Writes the viewer and the files of a build into a folder that any static host or sub-path can serve. */
export async function writeSite(
  folder: string,
  graph: FieldGraph,
  files: Readonly<Record<string, string>>,
  effects: Effects,
): Promise<void> {
  for (const [path, data] of readViewer()) {
    const page = path === 'index.html' ? publishedPage(data, graph) : undefined
    await effects.writeFile(join(folder, path), page === undefined ? data : TOUR_JSON in files ? withTour(page) : page)
  }
  for (const [name, text] of Object.entries(files)) await effects.writeFile(join(folder, name), text)
  // Hosts that run a site generator would leave out files that begin with an underscore.
  await effects.writeFile(join(folder, '.nojekyll'), '')
}

/** The page with the field's name and counts in its head: what a search engine, or a chat that shows a link, says of it. */
function publishedPage(page: Uint8Array, graph: FieldGraph): string {
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
  return new TextDecoder()
    .decode(page)
    .replace(/<meta name="description"[^>]*>\s*/, '')
    .replace(/<title>[^<]*<\/title>/, () => head.join('\n    '))
}
