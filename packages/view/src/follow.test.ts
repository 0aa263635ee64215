import { createFieldGraph, type NodeAttributes } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { followKeys, identifiersOf } from './follow.ts'
import { readHash, writeHash } from './permalink.ts'
import { shortKey } from './short-keys.ts'
import { DEFAULT_STATE } from './state.ts'

const mentions = [{ source: 'list.md', line: 1, quote: 'x', rule: 'test' }]

function fieldOf(nodes: Readonly<Record<string, NodeAttributes>>) {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources: [] })
  for (const [key, node] of Object.entries(nodes)) graph.addNode(key, node)
  return graph
}

function paper(identifiers: Readonly<Record<string, string>>): NodeAttributes {
  return { kind: 'paper', label: 'X', mentions, authors: [], identifiers: { ...identifiers }, links: [], versions: [] }
}

const before = fieldOf({
  'paper:old': paper({ cvf: 'a/b', arxiv: '2204.04083' }),
  'task:a': { kind: 'task', label: 'A', mentions },
})
const after = fieldOf({
  'paper:mended': paper({ arxiv: '2204.04083' }),
  'task:b': { kind: 'task', label: 'B', mentions, formerKeys: ['task:a'] },
})

describe('a permalink', () => {
  it('finds its nodes again after a mended title and a renamed heading', () => {
    const filters = { ...DEFAULT_STATE.filters, tasks: ['task:a'] }
    const hash = writeHash({ ...DEFAULT_STATE, selection: ['paper:old', 'task:a'], filters }, identifiersOf(before))
    expect(hash).toBe('s=paper:old;arxiv:2204.04083,task:a&task=task:a')
    const { state, carried } = readHash(hash)
    const followed = followKeys(after, state, carried)
    expect(followed.selection).toEqual(['paper:mended', 'task:b'])
    expect(followed.filters.tasks).toEqual(['task:b'])
  })

  it('finds its nodes again by short keys, also after a renamed heading', () => {
    const selection = ['paper:mended', 'task:a', 'paper:gone'].map(shortKey)
    expect(followKeys(after, { ...DEFAULT_STATE, selection }).selection).toEqual([
      'paper:mended',
      'task:b',
      selection[2],
    ])
  })

  it('keeps what leads nowhere', () => {
    const state = { ...DEFAULT_STATE, selection: ['paper:gone', 'community:1'] }
    expect(followKeys(after, state, new Map([['paper:gone', 'doi:10.1/x']]))).toEqual(state)
  })
})
