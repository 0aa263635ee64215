// Times the whole history of lists beside a build of their HEAD, and prints how much of it was new work. Each figure is
// of a process of its own, as on a command line: median of several. `--repository PATH` (again and again) names clones or
// bare repositories; without any, a made history of 185 versions.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, history, readSources, readTimeline } from '@fieldmap/core'

const RUNS = 3
const MADE_VERSIONS = 185
const MADE_PAPERS = 720

const { values } = parseArgs({
  options: { repository: { type: 'string', multiple: true }, task: { type: 'string' } },
})
if (values.task !== undefined) console.log(JSON.stringify(await measure(values.task, values.repository?.[0] ?? '.')))
else main()

function main() {
  const made = values.repository === undefined ? makeRepository() : undefined
  const widths = [40, 9, 8, 9, 9, 9, 9, 10, 10, 9]
  const line = (cells) =>
    console.log(cells.map((cell, i) => String(cell)[i === 0 ? 'padEnd' : 'padStart'](widths[i])).join(''))
  line(['repository', 'versions', 'MB', 'papers', 'parsed', 'met', 'entries', 'distinct', 'HEAD ms', 'all ms'])
  try {
    for (const repository of values.repository ?? [made]) {
      const head = median(repeat(() => inProcess('head', repository).milliseconds))
      const runs = repeat(() => inProcess('history', repository))
      const { counts, megabytes, papers } = runs[0]
      const { versions, parsed, met, entries, distinctEntries } = counts
      const name = made === undefined ? repository.replace(/\/+$/, '').slice(-38) : 'made history'
      const all = median(runs.map(({ milliseconds }) => milliseconds))
      line([
        name,
        versions,
        megabytes.toFixed(1),
        papers,
        parsed,
        met,
        entries,
        distinctEntries,
        head.toFixed(0),
        all.toFixed(0),
      ])
    }
  } finally {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
  }
}

async function measure(task, repository) {
  const start = performance.now()
  if (task === 'head') {
    build(await readSources([repository], { at: 'HEAD' }), () => performance.now())
    return { milliseconds: performance.now() - start }
  }
  const timeline = await readTimeline([repository])
  const { file, counts } = history(timeline)
  const milliseconds = performance.now() - start
  const texts = timeline.versions.flatMap(({ sources }) => sources.map(({ text }) => text.length))
  const papers = Object.keys(file.nodes).filter((key) => key.startsWith('paper:')).length
  return { milliseconds, counts, papers, megabytes: texts.reduce((sum, length) => sum + length, 0) / 1e6 }
}

function inProcess(task, repository) {
  const args = [fileURLToPath(import.meta.url), '--task', task, '--repository', repository]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

function repeat(run) {
  return Array.from({ length: RUNS }, run)
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** A list that grows by a paper or two with every commit and is mended on the way. */
function makeRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'fieldmap-bench-'))
  const git = (args, input) => execFileSync('git', args, { cwd: folder, input, stdio: 'pipe' })
  git(['init', '-q', '--bare', '--initial-branch=main', '.'])
  const stream = []
  for (let version = 1; version <= MADE_VERSIONS; version++) {
    const text = listAt(version)
    const commit = `commit refs/heads/main\ncommitter A <a@example.org> ${1_600_000_000 + version * 86_400} +0000\ndata 4\nedit\n`
    stream.push(`${commit}M 100644 inline README.md\ndata ${Buffer.byteLength(text)}\n${text}\n`)
  }
  git(['fast-import', '--quiet'], stream.join(''))
  return folder
}

function listAt(version) {
  const count = Math.ceil((MADE_PAPERS * (version + 20)) / (MADE_VERSIONS + 20))
  const sections = Array.from({ length: 10 }, (_, section) => {
    const items = []
    for (let paper = section; paper < count; paper += 10) items.push(itemAt(paper, version))
    return `## Subject ${String.fromCharCode(65 + section)} of the Field\n\n${items.join('\n')}\n`
  })
  return `# Papers\n\n${sections.join('\n')}`
}

function itemAt(paper, version) {
  const words = [
    'deep',
    'sparse',
    'robust',
    'joint',
    'latent',
    'causal',
    'neural',
    'graph',
    'visual',
    'temporal',
    'facial',
    'spectral',
  ]
  const word = (place) => words[Math.floor(paper / words.length ** place) % words.length]
  const isPublished = version > (paper * 7) % (2 * MADE_VERSIONS)
  const title = `Number ${paper}: ${word(0)} ${word(1)} models of ${word(2)} motion in study ${paper * 31}`
  const code = paper % 3 === 0 ? ` [[Code](https://github.com/people/code-${paper})]` : ''
  return `- [${title}](https://arxiv.org/abs/2001.${10_000 + paper}), Ada Lovelace, Alan Turing, ${isPublished ? 'CVPR 2022' : 'arXiv 2021'}${code}`
}
