// Takes the pictures of docs/gallery: each job at three sizes, light and dark, of the map of the seeds. Run by
// `npm run gallery`; words behind it choose jobs (`npm run gallery -- home list`). Pictures are WebP, as PNG of the same
// screens would be four times as large; slides are the PNG files that Share saves, taken as WebP too.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readGraph } from '@fieldmap/graph'
import { runnerImport } from 'vite'
import { JOBS } from './jobs.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const OUT = join(ROOT, 'docs/gallery')
/** Nobody is asked at this address: the browser is answered from a folder. */
const ADDRESS = 'https://example.org/fer/'
const QUALITY = 66
const SIZES = { desktop: [1440, 900], laptop: [1280, 720], phone: [390, 844] }
const THEMES = ['light', 'dark']
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const site = mkdtempSync(join(tmpdir(), 'fieldmap-gallery-'))
const search = await (await runnerImport(join(ROOT, 'test/browser/chromium.ts'))).module.startChromium()
if (search.status !== 'found') process.exit(1)
try {
  const call = ['packages/cli/bin/fieldmap.js', 'build', 'seeds', '--out', join(site, 'out'), '--site', site]
  execFileSync(process.execPath, call, { cwd: ROOT, stdio: 'ignore' })
  mkdirSync(OUT, { recursive: true })
  const jobs = JOBS(readGraph(readFileSync(join(site, 'graph.json'), 'utf8')))
  const named = process.argv.slice(2)
  for (const job of jobs) if (named.length === 0 || named.includes(job.name)) await takeAll(job)
  writeFileSync(join(OUT, 'README.md'), index(jobs))
} finally {
  await search.browser.close()
  rmSync(site, { recursive: true })
}

async function takeAll(job) {
  for (const [size, [width, height]] of Object.entries(job.sizes ?? SIZES)) {
    for (const theme of THEMES) {
      const file = join(OUT, fileName(job, size, theme))
      await take(job, { width, height }, theme, file)
      console.log(`${file.slice(ROOT.length)}  ${(statSync(file).size / 1000).toFixed(0)} kB`)
    }
  }
}

async function take({ hash = '', act }, viewport, theme, file) {
  const context = await search.browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.route(`${ADDRESS}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(new URL(ADDRESS).pathname.length) || 'index.html'
    return route.fulfill({ path: join(site, name), contentType: TYPES[extname(name)] })
  })
  await page.goto(`${ADDRESS}#${hash}`)
  await page.waitForFunction(() => document.querySelector('field-map')?.scene !== undefined)
  await page.evaluate(() => document.fonts.ready)
  const shown = (await act?.(page, viewport)) ?? page
  await shown.waitForTimeout(400) // until panels that opened are drawn
  const session = await context.newCDPSession(shown)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  writeFileSync(file, Buffer.from(data, 'base64'))
  await context.close()
}

function fileName({ name }, size, theme) {
  return `${name}-${size}-${theme}.webp`
}

function index(jobs) {
  const sections = jobs.map((job) => {
    const links = Object.keys(job.sizes ?? SIZES).flatMap((size) =>
      THEMES.map((theme) => `[${size}, ${theme}](${fileName(job, size, theme)})`),
    )
    const first = fileName(job, Object.keys(job.sizes ?? SIZES)[0], 'light')
    return `## ${job.title}\n\n${job.words}\n\n![${job.title}](${first})\n\n${links.join(' · ')}\n`
  })
  const head = 'What the map of the seeds looks like. `npm run gallery` takes these pictures anew.'
  return `# Gallery\n\n${head}\n\n${sections.join('\n')}`
}
