import { createFieldGraph, type FieldGraph, type FieldMap, type NodeAttributes, type Tier } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import * as fixture from '../test/fixture.ts'
import { stateWith } from '../test/fixture.ts'
import { focusOf } from './focus.ts'
import { layoutOf } from './layout.ts'
import { paperList } from './paper-list.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'
import { DEFAULT_STATE, NO_FILTERS, type ViewState } from './state.ts'

const mentions = [{ source: 'list.md', line: 1, quote: 'x', rule: 'test' }]
const nowhere = { regions: [], positions: {} }
const map: FieldMap = {
  format: 'fieldmap-map',
  version: 1,
  communities: [],
  groupings: { task: nowhere, community: nowhere, venue: nowhere, year: nowhere },
}

function fieldOf(uses: Readonly<Record<string, readonly string[]>>): FieldGraph {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources: [] })
  const paper = (label: string): NodeAttributes => ({
    kind: 'paper',
    label,
    mentions,
    authors: [],
    identifiers: {},
    links: [],
    versions: [],
  })
  graph.addNode('author:x', { kind: 'author', label: 'X', mentions })
  for (const name of Object.keys(uses)) graph.addNode(`paper:${name}`, paper(name))
  for (const name of new Set(Object.values(uses).flat()))
    graph.addNode(`dataset:${name}`, { kind: 'dataset', label: name, mentions })
  const tier: Tier = 'A'
  for (const [name, sets] of Object.entries(uses)) {
    graph.addEdgeWithKey(`${name}|by`, `paper:${name}`, 'author:x', { kind: 'written_by', evidence: mentions })
    for (const set of sets)
      graph.addEdgeWithKey(`${name}|${set}`, `paper:${name}`, `dataset:${set}`, {
        kind: 'uses',
        evidence: mentions.map((item) => ({ ...item, tier })),
      })
  }
  return graph
}

const graph = fieldOf({ a: ['one', 'two'], b: ['two'], c: ['three'], d: ['one', 'two', 'three'], e: [] })

function near(patch: Partial<ViewState>) {
  const state = { ...DEFAULT_STATE, ...patch }
  const { near: keys, edges, links } = focusOf(graph, layoutOf(graph, map, state.grouping), state)
  return { keys: [...keys.keys()].sort(), edges, links }
}

describe('the lens “shared”', () => {
  it('shows the papers that share datasets with a paper, and those datasets', () => {
    const { keys, edges, links } = near({ selection: ['paper:a'], lens: 'shared' })
    expect(keys).toEqual(['dataset:one', 'dataset:two', 'paper:b', 'paper:d'])
    expect([...edges].sort()).toEqual(['a|one', 'a|two', 'b|two', 'd|one', 'd|two'])
    expect(links).toEqual([])
  })

  it('names the datasets on a line between the papers where datasets are out of sight', () => {
    const filters = { ...NO_FILTERS, hidden: ['dataset'] as const }
    const { keys, links } = near({ selection: ['paper:a'], lens: 'shared', filters })
    expect(keys).toEqual(['paper:b', 'paper:d'])
    expect(links.map(({ target, words }) => [target, words])).toEqual([
      ['paper:d', 'one, two'],
      ['paper:b', 'two'],
    ])
  })

  it('shows the papers that use all of some datasets, any, and not another', () => {
    const selection = ['dataset:one', 'dataset:two']
    expect(near({ selection, lens: 'shared' }).keys).toEqual(['paper:a', 'paper:d'])
    expect(near({ selection, lens: 'shared', match: 'any' }).keys).toEqual(['paper:a', 'paper:b', 'paper:d'])
    const not = ['dataset:three']
    expect(near({ selection, lens: 'shared', match: 'any', not }).keys).toEqual(['paper:a', 'paper:b'])
  })

  it('is what several datasets ask by themselves', () => {
    expect(near({ selection: ['dataset:one', 'dataset:two'] }).keys).toEqual(['paper:a', 'paper:d'])
    expect(near({ selection: ['dataset:one', 'paper:a'] }).keys).toContain('author:x')
  })

  it('is what the list shows', () => {
    const rows = paperList(graph, map, { ...DEFAULT_STATE, selection: ['paper:a'], lens: 'shared' })
    expect(rows.map(({ key }) => key).sort()).toEqual(['paper:a', 'paper:b', 'paper:d'])
  })
})

describe('a neighbourhood', () => {
  it('does not walk through what is out of sight', () => {
    const filters = { ...NO_FILTERS, hidden: ['author'] as const }
    expect(near({ selection: ['paper:b'], depth: 2, filters }).keys).toEqual(['dataset:two', 'paper:a', 'paper:d'])
    expect(near({ selection: ['paper:e'], depth: 3, filters }).keys).toEqual([])
  })
})

describe('a subfield on a map that is divided otherwise', () => {
  const state = stateWith({ grouping: 'venue', selection: ['task:faces'] })
  const drawn = (of: ViewState): Scene => scene(fixture.graph, fixture.map, of, fixture.VIEWPORT)

  it('shows its papers where they stand, without lines', () => {
    const { nodes, edges } = drawn(state)
    const near = nodes.flatMap(({ key, emphasis }) => (emphasis === 'near' ? [key] : [])).sort()
    expect(near).toEqual(['paper:alpha', 'paper:beta', 'paper:delta', 'paper:gamma'])
    expect(edges.filter(({ kind }) => kind === 'relation')).toEqual([])
    expect(nodes.some(({ key }) => key === 'task:faces')).toBe(false)
  })

  it('keeps the regions that hold them in their colours', () => {
    const { regions } = drawn(stateWith({ grouping: 'venue', selection: ['task:voices', 'task:none'] }))
    expect(regions.map(({ key, emphasis }) => [key, emphasis])).toContainEqual(['venue:tac', 'normal'])
    const one = drawn(stateWith({ grouping: 'task', selection: ['venue:cvpr'] }))
    expect(one.regions.map(({ key, emphasis }) => [key, emphasis])).toContainEqual(['task:ethics', 'faded'])
  })

  it('has its lines again where the reader looks further around', () => {
    const { edges } = drawn({ ...state, depth: 2 })
    expect(edges.some(({ kind }) => kind === 'relation')).toBe(true)
  })
})
