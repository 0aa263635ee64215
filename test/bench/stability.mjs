// How much of the map stays where it is when a few papers come. Run by `npm run bench`.
//   node test/bench/stability.mjs [DRAWS]                    the seeds without five papers, then with them
//   node test/bench/stability.mjs --repository PATH [PAIRS]  consecutive first-parent versions of a list repository
// Within the bound is a step after which at most 5 % of the papers of both maps stand over 2 % of the diagonal elsewhere,
// or are in another community.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { analyse, buildFacts, readSources } from '@fieldmap/core'
import { GROUPINGS } from '@fieldmap/graph'
import { runnerImport } from 'vite'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const HELPER = fileURLToPath(new URL('../../packages/core/src/analyse/map-change.test-helper.ts', import.meta.url))
const { changedShare, movedShare, moves, quantile, withoutPapers } = (await runnerImport(HELPER)).module
const PAPERS = 5
const BOUND = 0.05

const { values, positionals } = parseArgs({ allowPositionals: true, options: { repository: { type: 'string' } } })
const count = Number(positionals[0] ?? 40)
if (values.repository === undefined) print(`the seeds, ${PAPERS} papers more, ${count} draws`, await drawsOfSeeds())
else {
  const steps = await stepsOf(values.repository)
  const small = steps.filter(({ papers }) => papers <= PAPERS)
  print(`${values.repository}: ${small.length} steps of 1 to ${PAPERS} papers`, small)
  print(`${values.repository}: all ${steps.length} steps that change papers`, steps)
}

async function drawsOfSeeds() {
  const { graph } = await factsOf(SEEDS, {})
  const after = analyse(graph)
  return Array.from({ length: count }, (_, draw) => ({ before: analyse(withoutPapers(graph, PAPERS, draw)), after }))
}

/** The newest pairs of maps of one version and the next that differ in papers, with how many papers came or went. */
async function stepsOf(repository) {
  const steps = []
  let newer
  for (const at of revisionsOf(repository)) {
    const { graph } = await factsOf(repository, { at })
    const papers = new Set(graph.filterNodes((_, { kind }) => kind === 'paper'))
    const changed = newer === undefined ? 0 : differing(papers, newer.papers)
    if (newer !== undefined && changed === 0) continue
    const map = analyse(graph)
    if (newer !== undefined) steps.push({ before: map, after: newer.map, papers: changed })
    if (steps.length === count) break
    newer = { papers, map }
  }
  return steps
}

function differing(a, b) {
  return [...a].filter((key) => !b.has(key)).length + [...b].filter((key) => !a.has(key)).length
}

/** Commits that touch the README, newest first. */
function revisionsOf(repository) {
  const args = ['-C', repository, 'log', '--first-parent', '--format=%H', 'HEAD', '--', 'README*']
  return execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
}

async function factsOf(source, options) {
  return buildFacts(await readSources([source], options), () => 0)
}

function print(title, steps) {
  console.log(title)
  if (steps.length === 0) return
  for (const name of GROUPINGS) {
    const all = steps.flatMap(({ before, after }) => moves(before, after, name))
    const shares = steps.map(({ before, after }) => movedShare(before, after, name))
    console.log(
      `  by ${name.padEnd(10)} within the bound ${percent(within(shares))}   moves: median ${percent(quantile(all, 0.5))}, 95th percentile ${percent(quantile(all, 0.95))} of the diagonal`,
    )
  }
  const changes = steps.map(({ before, after }) => changedShare(before, after))
  console.log(
    `  community     within the bound ${percent(within(changes))}   papers in another: median ${percent(quantile(changes, 0.5))}, most ${percent(Math.max(...changes))}`,
  )
}

function within(shares) {
  return shares.filter((share) => share <= BOUND).length / shares.length
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`
}
