import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  byCodeUnits,
  type HistoryChange,
  type HistoryFile,
  type HistoryInterval,
  QUOTE_LIMIT,
  slug,
} from '@fieldmap/graph'
import { afterAll, describe, expect, it } from 'vitest'
import { buildFacts } from '../build.ts'
import { readSources } from '../read/read-sources.ts'
import { readTimeline } from '../read/read-timeline.ts'
import { addressOf, type MadeField, type MadePaper, renderList, repositoryOf } from './generated-field.test-helper.ts'
import { type KnownVersion, makeRepository } from './generated-repository.test-helper.ts'
import { history } from './history.ts'
import { difference } from './lifetimes.ts'

const AS_ADA = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
const root = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-history-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function folder(name: string): string {
  const path = join(root, name)
  mkdirSync(path)
  return path
}

const textsOf = (field: MadeField) =>
  JSON.stringify(field.lists.map((list) => (list.file === 'none' ? null : renderList(list, field))))

/** The commits of the line that change a list's text. */
function versionsOf(known: readonly KnownVersion[]): readonly KnownVersion[] {
  return known.filter(({ field }, i) => textsOf(field) !== textsOf(known[i - 1]?.field ?? { ...field, lists: [] }))
}

/** Long names are cut. */
const shown = (author: string): string => author.slice(0, QUOTE_LIMIT)

function isListed({ lists }: MadeField, id: number): boolean {
  return lists.some(({ members }) => members.has(id))
}

type Span = { from: readonly string[]; to?: readonly string[] }

/** When something held of a paper, as who made the field knows it. */
function spans(versions: readonly KnownVersion[], id: number, holds: (field: MadeField) => boolean): readonly Span[] {
  const found: Span[] = []
  let held = false
  for (const { commit, field, authorOf } of versions) {
    const now = isListed(field, id) && holds(field)
    const last = found.at(-1)
    if (now && !held) found.push({ from: [commit, shown(authorOf(id))] })
    if (!now && held && last !== undefined) last.to = [commit, shown(authorOf(id))]
    held = now
  }
  return found
}

function told(intervals: readonly HistoryInterval[] | undefined): readonly Span[] {
  return (intervals ?? []).map(({ from, to }) => ({
    from: [from.commit, from.author],
    ...(to === undefined ? {} : { to: [to.commit, to.author] }),
  }))
}

/** What of a paper changed, as who made the field knows it; `lists` go by their newest paths. */
function changes(versions: readonly KnownVersion[], id: number, paths: readonly string[]): readonly HistoryChange[] {
  let before: Record<string, unknown> | undefined
  return versions.flatMap(({ commit, field, authorOf }) => {
    const paper = field.papers.get(id)
    if (paper === undefined || !isListed(field, id)) return []
    const now = fieldsOf(paper, field, paths)
    const last = before ?? now
    before = now
    return Object.keys(now).flatMap((name) => {
      const [from, to] = difference(last[name] as never, now[name] as never)
      if (from === undefined && to === undefined) return []
      const at = { commit, date: '', author: shown(authorOf(id)) }
      return [
        {
          at,
          field: name,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        } as HistoryChange,
      ]
    })
  })
}

function fieldsOf(paper: MadePaper, { lists }: MadeField, paths: readonly string[]): Record<string, unknown> {
  const sections = lists.flatMap(({ members }) => members.get(paper.id) ?? [])
  return {
    label: paper.title,
    year: paper.year,
    venue: paper.venue,
    links: [...(paper.hasCode ? [`code https://${repositoryOf(paper)}`] : []), `paper ${addressOf(paper)}`],
    sections: [...new Set(sections)].sort(byCodeUnits),
    lists: lists.flatMap(({ members }, i) => (members.has(paper.id) ? [paths[i] ?? ''] : [])).sort(byCodeUnits),
  }
}

/** The key of a paper: that of its newest title, or of the title it had when it went. */
function keyOf(file: HistoryFile, newest: MadeField, paper: MadePaper): string | undefined {
  if (isListed(newest, paper.id)) return `paper:${slug(paper.title)}`
  return Object.entries(file.removed).find(([, { kind, label }]) => kind === 'paper' && label === paper.title)?.[0]
}

const RUNS = Array.from({ length: 12 }, (_, i) => ({ rngSeed: i + 1, isBare: i % 2 === 1 }))
const made = new Set<string>()

describe.each(RUNS)('a made history, seed $rngSeed', ({ rngSeed, isBare }) => {
  it('is told as it was: every paper, edge and change, with its commit and author', async () => {
    const repository = makeRepository(folder(`made-${rngSeed}`), rngSeed, 60, isBare)
    for (const edit of repository.edits) made.add(edit)
    const { file } = history(await readTimeline([repository.folder]))
    const versions = versionsOf(repository.known)
    expect(file.versions.map(({ commit }) => commit)).toEqual(versions.map(({ commit }) => commit))

    const newest = versions.at(-1)?.field ?? { lists: [], papers: new Map<number, MadePaper>(), notes: 0 }
    const paths = newest.lists.map(({ path }) => path)
    const final = repository.known.at(-1)?.field.lists.map(({ path }) => path) ?? paths
    const last = new Map(versions.flatMap(({ field }) => [...field.papers].filter(([id]) => isListed(field, id))))
    const keys = new Map([...last].map(([id, paper]) => [id, keyOf(file, newest, paper)]))
    const papers = Object.keys(file.nodes).filter((key) => key.startsWith('paper:'))
    expect(papers.sort()).toEqual([...keys.values()].sort())
    for (const [id, paper] of last) {
      const key = keys.get(id) ?? ''
      expect(told(file.nodes[key]), paper.title).toEqual(spans(versions, id, () => true))
      const found = (file.changes[key] ?? []).map((change) => ({ ...change, at: { ...change.at, date: '' } }))
      expect(sortChanges(found), paper.title).toEqual(sortChanges(changes(versions, id, final)))
      const edges = new Map<string, (field: MadeField) => boolean>()
      for (const { field } of versions) {
        const own = field.papers.get(id)
        if (own === undefined || !isListed(field, id)) continue
        edges.set(`${key}|published_in|venue:${slug(own.venue)}`, (at) => at.papers.get(id)?.venue === own.venue)
        if (own.hasCode)
          edges.set(
            `${key}|implemented_in|repository:${repositoryOf(own)}`,
            (at) => at.papers.get(id)?.hasCode === true,
          )
        for (const section of field.lists.flatMap(({ members }) => members.get(id) ?? []))
          edges.set(`${key}|addresses|task:${slug(section)}`, (at) =>
            at.lists.some(({ members }) => members.get(id) === section),
          )
      }
      expect(
        Object.keys(file.edges)
          .filter((edge) => edge.startsWith(`${key}|`))
          .sort(),
      ).toEqual([...edges.keys()].sort())
      for (const [edge, holds] of edges) expect(told(file.edges[edge]), edge).toEqual(spans(versions, id, holds))
    }
  })
})

function sortChanges(list: readonly HistoryChange[]): readonly HistoryChange[] {
  return list.toSorted((a, b) =>
    byCodeUnits(JSON.stringify([a.at.commit, a.field]), JSON.stringify([b.at.commit, b.field])),
  )
}

it('tells of each node and edge of the newest graph, also where two papers say just the same', async () => {
  const path = folder('twins')
  const item = '- [Tides](https://papers.example.org/tides.pdf) 1983'
  writeFileSync(join(path, 'README.md'), `# Papers\n\n## Models\n\n${item}\n\n## Gauges\n\n${item}\n`)
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    [...AS_ADA, 'commit', '-qm', 'Begin'],
  ])
    execFileSync('git', args, { cwd: path })
  const { graph } = buildFacts(await readSources([path]), () => 0)
  const { file } = history(await readTimeline([path]))
  expect(graph.filterNodes((key) => key.startsWith('paper:'))).toHaveLength(2)
  expect(Object.keys(file.nodes)).toEqual(graph.nodes().toSorted())
  expect(Object.keys(file.edges)).toEqual(graph.edges().toSorted())
})

it('made histories hold every kind of edit', () => {
  const kinds =
    'add mend publish code move remove return list reformat sort notes nothing rename gap link revert merge octopus'
  expect(kinds.split(' ').filter((kind) => !made.has(kind))).toEqual([])
})
