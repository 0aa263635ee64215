// Times the viewer in Chromium with WebGL in software: the seeds, then 5,000 papers made of them. Run by `npm run bench`.
// Every number is the median of some fresh loads; the machine's other work is in it.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { analyse, buildFacts, readSources } from '@fieldmap/core'
import { writeGraph, writeMap } from '@fieldmap/graph'
import { runnerImport } from 'vite'
import { generateLists } from './generate-lists.mjs'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const DIST = fileURLToPath(new URL('../../apps/viewer/dist/', import.meta.url))
const CHROMIUM = fileURLToPath(new URL('../browser/chromium.ts', import.meta.url))
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** Copies of the seeds (175 papers) that make about 5,000 papers. */
const COPIES = 29
const RUNS = 5
const PANS = 40

const search = (await runnerImport(CHROMIUM)).module.startChromium()
const { browser, status } = await search
if (status === 'found') {
  const size = appSize()
  print('app, gzip, without data and font', `${(size / 1000).toFixed(1)} kB`, '≤ 250 kB', size <= 250_000)
  for (const copies of [1, COPIES]) await report(copies)
  await browser.close()
}

async function report(copies) {
  const { files, papers } = await fieldOf(copies)
  const runs = []
  for (let i = 0; i < (copies === 1 ? RUNS : 3); i++) runs.push(await measure(files))
  const of = (name) => median(runs.map((run) => run[name]))
  const isSeeds = copies === 1
  console.log(`${papers} papers, graph ${kilobytes(files['graph.json'])}, map ${kilobytes(files['map.json'])}`)
  print('  first graph drawn after navigation', ms(of('drawn')), ...(isSeeds ? ['≤ 1000 ms', of('drawn') <= 1000] : []))
  print('  longest task at start', ms(of('longest')), ...(isSeeds ? ['≤ 200 ms', of('longest') <= 200] : []))
  print('  work of a pan frame, median', ms(of('pan')))
  print('  work of a pan frame, slowest of 20', ms(of('slowest')))
}

/** One fresh load: when the graph was drawn, the longest task until a second later, and what panning costs. */
async function measure(files) {
  const server = await serve(files)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.tasks = []
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    })
    document.addEventListener('ready', () =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.drawn = performance.now()
        }),
      ),
    )
  })
  await page.goto(server.url)
  await page.waitForFunction(() => window.drawn !== undefined, undefined, { timeout: 120_000 })
  await page.waitForTimeout(1000)
  const start = await page.evaluate(() => ({ drawn: window.drawn, longest: Math.max(0, ...window.tasks) }))
  const pans = await page.evaluate(pan, PANS)
  await context.close()
  server.close()
  return { ...start, pan: median(pans), slowest: pans.toSorted((a, b) => a - b)[Math.floor(0.95 * pans.length)] }
}

/** In the page: milliseconds of work for each of some frames in which the camera moves, closer in than at first. */
async function pan(frames) {
  const map = document.querySelector('field-map')
  map.look(map.moves.zoom(2), 'cut')
  const times = []
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame)
    const from = performance.now()
    map.look(map.moves.pan(i < frames / 2 ? 12 : -12, 4), 'cut', true)
    times.push(performance.now() - from)
  }
  return times
}

async function fieldOf(copies) {
  const read = await readSources([SEEDS], {})
  const lists = generateLists(
    read.sources.filter(({ kind }) => kind === 'list'),
    copies,
  )
  const others = read.sources.filter(({ kind }) => kind !== 'list')
  const { graph, report } = buildFacts({ ...read, sources: [...lists, ...others] }, () => 0)
  return {
    files: { 'graph.json': writeGraph(graph), 'map.json': writeMap(analyse(graph)) },
    papers: report.counts.paper,
  }
}

async function serve(files) {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : request.url.slice(1)
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' })
    response.end(files[name] ?? readFileSync(join(DIST, name)))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

function appSize() {
  const files = readdirSync(DIST, { recursive: true }).filter((name) =>
    ['.html', '.js', '.css', '.svg'].includes(extname(name)),
  )
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(DIST, name))).length, 0)
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function ms(value) {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`
}

function kilobytes(text) {
  return `${(gzipSync(text).length / 1000).toFixed(0)} kB gzip`
}

function print(what, value, aim = '', reached = true) {
  console.log(`${what.padEnd(40)}${value.padStart(10)}   ${aim}${aim === '' || reached ? '' : '  (missed)'}`.trimEnd())
}
