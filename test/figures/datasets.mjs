// Prints the figures on dataset evidence that the README shows: npm run figures
import { build, readSources } from '@fieldmap/core'
import { createFieldIndex, datasetUse, sharedWithPaper } from '@fieldmap/graph'

const seeds = new URL('../../seeds', import.meta.url).pathname
const { graph, map } = build(await readSources([seeds]), () => 0)
const index = createFieldIndex(graph, map)

/** The best tier of a paper's dataset evidence. */
const tiers = new Map()
graph.forEachEdge((_, { kind, evidence }, source) => {
  if ((kind !== 'uses' && kind !== 'introduces') || !source.startsWith('paper:')) return
  for (const { tier = 'A' } of evidence) if (!(tiers.get(source) <= tier)) tiers.set(source, tier)
})

const sections = new Map()
for (const key of index.papers) {
  const { mentions } = graph.getNodeAttributes(key)
  const section = mentions
    .find((mention) => mention.section !== undefined)
    ?.section.find((title) => !/^\d{4}$/.test(title))
  sections.set(section ?? '–', [...(sections.get(section ?? '–') ?? []), key])
}

const row = (name, papers) => {
  const best = (tier) => papers.filter((key) => tiers.get(key) === tier).length
  const known = papers.filter((key) => tiers.has(key)).length
  return `| ${[name, papers.length, known, best('A'), best('B'), best('C')].join(' | ')} |`
}
const lines = [
  '| section | papers | with dataset evidence | best tier A | B | C |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
  ...[...sections].sort(([, a], [, b]) => b.length - a.length).map(([name, papers]) => row(name, papers)),
  row('**all**', index.papers),
]
console.log(`${lines.join('\n')}\n`)

const commonest = datasetUse(index, {})
  .answers.slice(0, 2)
  .map(({ key, label }) => ({ key, label }))
const common = new Set(commonest.map(({ key }) => key))
let pairs = 0
let throughCommon = 0
for (const key of index.papers) {
  for (const { key: other, shared } of sharedWithPaper(index, key).answers) {
    if (other < key) continue
    pairs++
    if (shared.every((dataset) => common.has(dataset.key))) throughCommon++
  }
}
const used = new Set(
  graph.filterEdges((_, { kind }) => kind === 'uses' || kind === 'introduces').map((edge) => graph.target(edge)),
)
const named = graph.filterNodes((_, { kind }) => kind === 'dataset').length
console.log(
  `Papers and challenges use or introduce ${used.size} of the ${named} datasets; the others are only named as related to these.`,
)
console.log(
  `${pairs} pairs of papers share a dataset, ${throughCommon} of them only through the two commonest, ${commonest.map(({ label }) => label).join(' and ')}.`,
)
