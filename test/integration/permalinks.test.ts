import { build, readSources } from '@fieldmap/core'
import type { FieldGraph } from '@fieldmap/graph'
import { DEFAULT_STATE, followKeys, identifiersOf, readHash, writeHash } from '@fieldmap/view'
import { describe, expect, it } from 'vitest'
import { SEEDS } from './seeds.ts'

const before = await readSources([SEEDS], {})
const built = build(before, () => 0)

/** The names of each task of the vocabulary, by its id. */
function taskNames(): ReadonlyMap<string, readonly string[]> {
  const text = before.sources.find(({ path }) => path.endsWith('tasks.csv'))?.text ?? ''
  const rows = text.split(/\r?\n/).slice(1).filter(Boolean)
  return new Map(
    rows.map((row) => {
      const [id = '', name = '', , aliases = ''] = [...row.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      )
      return [id, [name, ...aliases.split(';')].filter(Boolean)]
    }),
  )
}

/** Rewrites the headings of the lists; `rename` gives a heading's new words, or none to let it be. */
function withHeadings(rename: (words: string, anchor: string | undefined) => string | undefined): {
  readonly read: typeof before
  readonly count: number
} {
  let count = 0
  const sources = before.sources.map((source) => ({
    ...source,
    text: source.path.endsWith('.md')
      ? source.text.replace(
          /^(#+\s+(?:\p{Extended_Pictographic}\uFE0F?\s*)?)(.*?)(\s*<a id="([^"]*)"><\/a>)?[ \t]*$/gmu,
          (line, mark: string, words: string, tail = '', anchor?: string) => {
            const renamed = rename(words, anchor)
            if (renamed === undefined) return line
            count++
            return `${mark}${renamed}${tail}`
          },
        )
      : source.text,
  }))
  return { read: { ...before, sources }, count }
}

/** What the permalinks of all nodes open in a later build: the keys that are not found again, and those that moved. */
function reopened(after: FieldGraph): {
  readonly lost: readonly string[]
  readonly moved: readonly (readonly [string, string])[]
} {
  const carry = identifiersOf(built.graph)
  const lost: string[] = []
  const moved: [string, string][] = []
  for (const key of built.graph.nodes()) {
    const { state, carried } = readHash(writeHash({ ...DEFAULT_STATE, selection: [key] }, carry))
    const [found = ''] = followKeys(after, state, carried).selection
    if (!after.hasNode(found)) lost.push(key)
    else if (found !== key) moved.push([key, found])
  }
  return { lost, moved }
}

describe('permalinks of an earlier build', () => {
  it('open after each heading with a vocabulary entry is renamed to another of its names', () => {
    const names = [...taskNames().values()]
    const { read, count } = withHeadings((words) => {
      const same = (name: string): boolean => name.toLowerCase() === words.trim().toLowerCase()
      return names.find((all) => all.some(same))?.findLast((name) => !same(name))
    })
    expect(count).toBeGreaterThan(15)
    const { lost, moved } = reopened(build(read, () => 0).graph)
    expect(lost).toEqual([])
    expect(moved).toEqual([])
  })

  it('open after each heading of a task with an anchor is renamed to words that nobody knows', () => {
    const ids = taskNames()
    const { read, count } = withHeadings((_, anchor) =>
      anchor !== undefined && ids.has(anchor) ? `Upstream name of ${anchor}` : undefined,
    )
    expect(count).toBeGreaterThan(5)
    const { lost, moved } = reopened(build(read, () => 0).graph)
    expect(lost).toEqual([])
    expect(moved).toEqual([])
  })

  it('open after titles of papers with an identifier are mended', () => {
    const titles: string[] = []
    const keys: string[] = []
    const lists = before.sources.filter(({ path }) => path.endsWith('.md'))
    for (const key of built.graph.nodes().toSorted()) {
      const node = built.graph.getNodeAttributes(key)
      if (node.kind !== 'paper' || titles.length === 5) continue
      const [mention] = node.mentions
      const isOnce = lists.reduce((sum, { text }) => sum + text.split(node.label).length - 1, 0) === 1
      if (
        node.mentions.every(({ line }) => line === mention?.line) &&
        (node.identifiers.arxiv ?? node.identifiers.doi) &&
        isOnce
      ) {
        titles.push(node.label)
        keys.push(key)
      }
    }
    expect(titles).toHaveLength(5)
    const mended = before.sources.map((source) => ({
      ...source,
      text: source.path.endsWith('.md')
        ? titles.reduce((text, title) => text.replace(title, `Mended title: ${title}`), source.text)
        : source.text,
    }))
    const { graph } = build({ ...before, sources: mended }, () => 0)
    const { lost, moved } = reopened(graph)
    expect(lost).toEqual([])
    expect(moved.map(([key]) => key).toSorted()).toEqual(keys)
    for (const [was, is] of moved)
      expect(graph.getNodeAttribute(is, 'label')).toBe(`Mended title: ${built.graph.getNodeAttribute(was, 'label')}`)
  })
})
