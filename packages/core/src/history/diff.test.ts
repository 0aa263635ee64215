import { createFieldGraph, GRAPH_FORMAT, GRAPH_VERSION, slug } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { createRng } from '../analyse/rng.ts'
import { buildFacts } from '../build.ts'
import { diffGraphs } from './diff.ts'
import {
  addPaper,
  change,
  type Edit,
  EMPTY_FIELD,
  type MadeField,
  mendTitle,
  onList,
  randomEdit,
  remove,
  renderList,
  repositoryOf,
} from './generated-field.test-helper.ts'

function graphOf(field: MadeField) {
  const sources = field.lists.map((list) => {
    return { path: list.path, kind: 'list' as const, text: renderList(list, field), blob: '' }
  })
  return buildFacts({ title: 'Made', sources, findings: [] }, () => 0).graph
}

/** Two lists with 20 papers, two of them in both. */
function sample(): MadeField {
  const lists = ['a.md', 'b.md'].map((path) => ({ path, isTable: false, order: 0, members: new Map<number, string>() }))
  const sections = ['Action Unit Detection', 'Micro Gestures']
  const edits = Array.from({ length: 20 }, (_, id) => addPaper(id, id % 2, sections[id % 3 === 0 ? 1 : 0] ?? ''))
  return apply({ ...EMPTY_FIELD, lists }, [
    ...edits,
    addPaper(4, 1, 'Micro Gestures'),
    addPaper(5, 0, 'Micro Gestures'),
  ])
}

function apply(field: MadeField, edits: readonly Edit[]): MadeField {
  return edits.reduce((before, edit) => edit.apply(before), field)
}

const title = (field: MadeField, id: number): string => field.papers.get(id)?.title ?? ''

describe('the difference of two graphs', () => {
  it('is nothing where lists are formatted and sorted anew', () => {
    const before = sample()
    const after = apply(before, [
      onList('reformat', 0, (list) => ({ ...list, isTable: true })),
      onList('sort', 1, (list) => ({ ...list, order: 7 })),
    ])
    expect(diffGraphs(graphOf(before), graphOf(after))).toEqual({
      added: [],
      removed: [],
      changed: [],
      renamed: [],
      nodes: { added: [], removed: [] },
      edges: { added: [], removed: [] },
    })
  })

  it('is that a file was renamed, and nothing else', () => {
    const before = sample()
    const after = apply(before, [onList('rename', 0, (list) => ({ ...list, path: 'c.md' }))])
    const diff = diffGraphs(graphOf(before), graphOf(after))
    expect(diff.renamed).toEqual([{ what: 'list', from: 'a.md', to: 'c.md' }])
    expect([diff.added, diff.removed, diff.changed, diff.edges.added, diff.edges.removed].flat()).toEqual([])
  })

  it('has each paper with the lines on both sides', () => {
    const before = sample()
    const after = apply(before, [addPaper(30, 0, 'Gaze Following'), mendTitle(3), remove(6)])
    const [old, now] = [graphOf(before), graphOf(after)]
    const diff = diffGraphs(old, now)
    const line = (field: MadeField, list: number, id: number): number =>
      renderList(field.lists[list] ?? { path: '', isTable: false, order: 0, members: new Map() }, field)
        .split('\n')
        .findIndex((text) => text.includes(title(field, id))) + 1
    expect(diff.added.map(({ places }) => places)).toEqual([[{ source: 'a.md', line: line(after, 0, 30) }]])
    expect(diff.removed.map(({ places }) => places)).toEqual([[{ source: 'a.md', line: line(before, 0, 6) }]])
    expect(diff.changed).toEqual([
      {
        key: `paper:${slug(title(after, 3))}`,
        formerKey: `paper:${slug(title(before, 3))}`,
        label: title(after, 3),
        changes: [{ field: 'label', from: title(before, 3), to: title(after, 3) }],
        before: [{ source: 'b.md', line: line(before, 1, 3) }],
        after: [{ source: 'b.md', line: line(after, 1, 3) }],
      },
    ])
  })

  it('says of a paper that comes into a second list that it was known', () => {
    const before = sample()
    const diff = diffGraphs(graphOf(before), graphOf(apply(before, [addPaper(6, 1, 'Gaze Following')])))
    expect(
      diff.added.map(({ label, places, elsewhere }) => [label, places.length, elsewhere.map(({ source }) => source)]),
    ).toEqual([[title(before, 6), 1, ['a.md']]])
  })

  it('keeps a paper that was published in a journal, or whose address was mended, the same', () => {
    const before = sample()
    const graph = graphOf(before)
    const published = graphOf(apply(before, [change('publish', 2, { venue: 'TPAMI', year: 2024 })]))
    const diff = diffGraphs(graph, published)
    expect([diff.added, diff.removed]).toEqual([[], []])
    expect(diff.changed.flatMap(({ changes }) => changes.map(({ field }) => field)).sort()).toEqual(['venue', 'year'])
  })

  it('calls a heading that has another name renamed, not its papers moved', () => {
    const before = graphOf(sample())
    const sources = sample().lists.map((list) => {
      const text = renderList(list, sample()).replace('Action Unit Detection', 'Facial Action Coding')
      return { path: list.path, kind: 'list' as const, text, blob: '' }
    })
    const diff = diffGraphs(before, buildFacts({ title: 'Made', sources, findings: [] }, () => 0).graph)
    expect(diff.renamed).toEqual([
      { what: 'section', from: 'Action Unit Detection', to: 'Facial Action Coding' },
      { what: 'section', from: 'Action Unit Detection', to: 'Facial Action Coding' },
    ])
    expect(diff.changed).toEqual([])
  })

  it('is empty for two empty graphs', () => {
    const empty = createFieldGraph({ format: GRAPH_FORMAT, version: GRAPH_VERSION, title: '', sources: [] })
    expect(diffGraphs(empty, empty).added).toEqual([])
  })

  it.each(Array.from({ length: 25 }, (_, i) => i + 1))(
    'of random edits is those edits, none missing: %i',
    (rngSeed) => {
      const rng = createRng(rngSeed)
      const before = sample()
      let next = 40
      const edits = Array.from({ length: 1 + Math.floor(rng() * 12) }, () => {
        return randomEdit(
          rng,
          before,
          () => next++,
          () => true,
        )
      })
      const after = apply(before, edits)
      expect(factsOf(diffGraphs(graphOf(before), graphOf(after)))).toEqual(expected(before, after))
    },
  )
})

/** What a difference says, as sorted lines. */
function factsOf({ added, removed, changed }: ReturnType<typeof diffGraphs>): readonly string[] {
  const listed = (sign: string, papers: typeof added): string[] =>
    papers.flatMap(({ label, places }) => [...new Set(places.map(({ source }) => `${sign} ${label} ${source}`))])
  const changes = changed.flatMap((paper) =>
    paper.changes.flatMap(({ field, from, to }) => {
      if (field === 'identifiers') return []
      return [`${paper.label}: ${field} ${JSON.stringify(from ?? null)} ${JSON.stringify(to ?? null)}`]
    }),
  )
  return [...listed('+', added), ...listed('-', removed), ...changes].sort()
}

/** The same, from what was edited. */
function expected(before: MadeField, after: MadeField): readonly string[] {
  const facts: string[] = []
  for (const id of new Set([...before.papers.keys(), ...after.papers.keys()])) {
    const lists = (field: MadeField) => field.lists.flatMap(({ path, members }) => (members.has(id) ? [path] : []))
    const [old, now] = [lists(before), lists(after)]
    const [a, b] = [before.papers.get(id), after.papers.get(id)]
    for (const path of now) if (!old.includes(path)) facts.push(`+ ${b?.title} ${path}`)
    for (const path of old) if (!now.includes(path)) facts.push(`- ${a?.title} ${path}`)
    if (old.length === 0 || now.length === 0 || a === undefined || b === undefined) continue
    const say = (field: string, from: unknown, to: unknown): void => {
      if (JSON.stringify(from) !== JSON.stringify(to))
        facts.push(`${b.title}: ${field} ${JSON.stringify(from ?? null)} ${JSON.stringify(to ?? null)}`)
    }
    say('label', a.title, b.title)
    say('year', a.year, b.year)
    say('venue', a.venue, b.venue)
    if (b.hasCode && !a.hasCode) say('links', undefined, [`code https://${repositoryOf(b)}`])
    const both = before.lists
      .map((_, i) => i)
      .filter((i) => before.lists[i]?.members.has(id) && after.lists[i]?.members.has(id))
    const moves = both.map(
      (i) => [before.lists[i]?.members.get(id) ?? '', after.lists[i]?.members.get(id) ?? ''] as const,
    )
    const moved = moves.filter(([from, to]) => from !== to)
    if (moved.length > 0)
      say('sections', [...new Set(moved.map(([from]) => from))].sort(), [...new Set(moved.map(([, to]) => to))].sort())
  }
  return facts.sort()
}
