import { readSources, type SourceText } from '@fieldmap/core'
import { EDGE_ENDS, type Evidence, type FieldGraph, QUOTE_LIMIT } from '@fieldmap/graph'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSeeds, SEEDS } from './seeds.ts'

let graph: FieldGraph
const lines = new Map<string, readonly string[]>()

beforeAll(async () => {
  const { sources } = await readSources([SEEDS], {})
  for (const source of sources) lines.set(source.path, linesOf(source))
  graph = (await buildSeeds()).graph
})

/** The lines of a text as readers see it; in CSV without the marks of quoting. */
function linesOf({ text, kind }: SourceText): readonly string[] {
  const all = text.split(/\r\n|\n|\r/)
  return kind === 'list' ? all : all.map((line) => line.replaceAll('""', '"'))
}

function misplaced(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(
    ({ source, line, quote }) =>
      quote === '' || quote.length > QUOTE_LIMIT || lines.get(source)?.[line - 1]?.includes(quote) !== true,
  )
}

describe('evidence', () => {
  it('stands behind every node, each quote on its line', () => {
    expect(graph.filterNodes((_, { mentions }) => mentions.length === 0)).toEqual([])
    expect(graph.mapNodes((_, { mentions }) => misplaced(mentions)).flat()).toEqual([])
  })

  it('stands behind every edge, each quote on its line', () => {
    expect(graph.filterEdges((_, { evidence }) => evidence.length === 0)).toEqual([])
    expect(graph.mapEdges((_, { evidence }) => misplaced(evidence)).flat()).toEqual([])
  })

  it('joins kinds of nodes that its edge may join', () => {
    const wrong = graph.filterEdges((_, { kind }, __, ___, source, target) => {
      const ends: { readonly from: readonly string[]; readonly to: readonly string[] } = EDGE_ENDS[kind]
      return !ends.from.includes(source.kind) || !ends.to.includes(target.kind)
    })
    expect(wrong).toEqual([])
  })
})
