import { describe, expect, it } from 'vitest'
import { createFieldGraph, type FieldGraph, type NodeAttributes } from './field-graph.ts'
import { createNodeFinder, findNode } from './find-node.ts'
import { fold } from './fold.ts'
import { FormatError, readGraph } from './graph-file.ts'
import { byCodeUnits, edgeKey, nodeKey } from './keys.ts'
import { type FieldMap, readMap, writeMap } from './map-file.ts'
import { neighborhood } from './neighborhood.ts'
import { createSearchIndex } from './search.ts'
import { slug } from './slug.ts'
import { createGraphWriter, encodeGraph, writeGraph } from './write-graph.ts'

const evidence = [{ source: 'list.md', line: 3, quote: 'x', rule: 'test' }]

function paper(label: string, more: Partial<Extract<NodeAttributes, { kind: 'paper' }>> = {}): NodeAttributes {
  return { kind: 'paper', label, authors: [], identifiers: {}, links: [], versions: [], mentions: evidence, ...more }
}

/** Two papers at one venue, one with an author. */
function sample(order: readonly string[] = ['a', 'b']): FieldGraph {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] })
  const papers: Record<string, NodeAttributes> = {
    a: paper('POSTER: A Pyramid Network', {
      identifiers: { arxiv: '2204.04083' },
      year: 2022,
      venue: 'CVPR',
      formerKeys: ['paper:old'],
    }),
    b: paper('Émotions in the Wild', { authors: ['Björn Schuller'] }),
  }
  for (const id of order) graph.addNode(`paper:${id}`, papers[id])
  graph.addNode('venue:cvpr', { kind: 'venue', label: 'CVPR', name: 'CVPR', form: 'conference', mentions: evidence })
  graph.addNode('author:bjorn-schuller', { kind: 'author', label: 'Björn Schuller', mentions: evidence })
  for (const id of order)
    graph.addEdgeWithKey(`paper:${id}|published_in|venue:cvpr`, `paper:${id}`, 'venue:cvpr', {
      kind: 'published_in',
      evidence,
    })
  graph.addEdgeWithKey('paper:b|written_by|author:bjorn-schuller', 'paper:b', 'author:bjorn-schuller', {
    kind: 'written_by',
    evidence,
  })
  return graph
}

describe('slug', () => {
  it.each([
    ['FaceForensics++', 'faceforensicsplusplus'],
    ['Björn W. Schuller', 'bjorn-w-schuller'],
    ['CK+', 'ckplus'],
    ['  AU / VA  ', 'au-va'],
    ['情感 识别', '情感-识别'],
    ['ﬁne', 'fine'],
    ['İstanbul', 'istanbul'],
    ['…', ''],
  ])('%s → %s', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })
})

describe('keys', () => {
  it('are made of kind and content', () => {
    const source = nodeKey('paper', 'a')
    expect(edgeKey(source, 'uses', nodeKey('dataset', 'd'))).toBe('paper:a|uses|dataset:d')
  })

  it('sort by code units, not by a locale', () => {
    expect(['é', 'z', 'Z', 'a'].sort(byCodeUnits)).toEqual(['Z', 'a', 'z', 'é'])
  })
})

describe('graph.json', () => {
  it('is a function of the graph, not of the order of its making', () => {
    expect(writeGraph(sample(['b', 'a']))).toBe(writeGraph(sample(['a', 'b'])))
  })

  it('comes back as it was written, one node or edge a line', () => {
    const text = writeGraph(sample())
    expect(writeGraph(readGraph(text))).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"key":'))).toHaveLength(7)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('is the same bytes in pieces as in one text, also where there are many', () => {
    const many = sample()
    for (let i = 0; i < 6000; i++) many.addNode(`paper:p${i}`, paper(`Paper ${i}`, {}))
    for (const graph of [sample(), many])
      expect(new TextDecoder().decode(encodeGraph(graph, (text) => new TextEncoder().encode(text)))).toBe(
        writeGraph(graph),
      )
  })

  it('is the same bytes when the lines of an earlier graph are kept', () => {
    const write = createGraphWriter((text) => new TextEncoder().encode(text))
    const mended = sample()
    mended.setNodeAttribute('paper:b', 'label', 'Emotions in the Wild')
    mended.setEdgeAttribute('paper:b|published_in|venue:cvpr', 'label', 'CVPR')
    const graphs = [sample(), sample(['b', 'a']), mended, sample(['b']), createFieldGraph(sample().getAttributes())]
    for (const graph of [...graphs, ...graphs.toReversed()])
      expect(new TextDecoder().decode(write(graph))).toBe(writeGraph(graph))
  })

  it.each([
    ['no JSON', '{', 'is no JSON'],
    ['another format', '{"attributes":{"format":"x","version":1}}', 'is no fieldmap-graph file'],
    ['another version', '{"attributes":{"format":"fieldmap-graph","version":99}}', 'has version 99'],
    ['an unknown kind', writeGraph(sample()).replace('"kind":"venue"', '"kind":"vanue"'), 'is damaged at nodes'],
    [
      'an edge into nothing',
      writeGraph(sample()).replace('"target":"venue:cvpr"', '"target":"venue:nowhere"'),
      'ends at venue:nowhere',
    ],
    [
      'a node without evidence',
      writeGraph(sample()).replace(/"mentions":\[[^\]]*\]/, '"mentions":[]'),
      'is damaged at nodes',
    ],
  ])('says what is wrong: %s', (_, text, message) => {
    expect(() => readGraph(text)).toThrow(FormatError)
    expect(() => readGraph(text)).toThrow(message)
  })
})

describe('map.json', () => {
  const grouping = {
    regions: [{ id: 'task:a', label: 'A', members: ['paper:a'] }],
    positions: { 'paper:b': [1, 2], 'paper:a': [0, 0.5] },
  } satisfies FieldMap['groupings']['task']
  const map: FieldMap = {
    format: 'fieldmap-map',
    version: 1,
    communities: [{ id: 'c1', label: 'One', terms: ['one'], size: 1, stability: 1, members: ['paper:a'] }],
    groupings: { task: grouping, community: grouping, venue: grouping, year: grouping },
  }

  it('comes back as it was written, positions sorted', () => {
    const text = writeMap(map)
    expect(readMap(text)).toEqual(map)
    expect(text.indexOf('paper:a": [')).toBeLessThan(text.indexOf('paper:b": ['))
  })

  it('says what is wrong', () => {
    expect(() => readMap(writeMap(map).replace('"stability":1', '"stability":"x"'))).toThrow('communities.0.stability')
  })
})

describe('findNode', () => {
  const graph = sample()
  const index = createSearchIndex(graph)

  it.each([
    ['a key', 'paper:a', 'paper:a'],
    ['a former key', 'paper:old', 'paper:a'],
    ['an identifier', '2204.04083', 'paper:a'],
    ['an identifier with its scheme', 'arXiv:2204.04083', 'paper:a'],
    ['a label without accents', 'emotions in the wild', 'paper:b'],
    ['the name before a colon', 'poster', 'paper:a'],
    ['a former name', 'Old', 'paper:a'],
    ['words that find one node', 'pyramid', 'paper:a'],
    ['words with a typing error', 'pyramyd network', 'paper:a'],
  ])('finds by %s', (_, words, key) => {
    expect(findNode(graph, index, words)).toEqual({ status: 'found', key })
  })

  it('finds the same with the names of all nodes at hand', () => {
    const finder = createNodeFinder(graph, index)
    const words = ['paper:a', 'paper:old', 'arXiv:2204.04083', 'emotions in the wild', 'poster', 'pyramid', 'cvpr']
    for (const one of [...words, 'schuller', 'zzzz', '', ':', ...graph.mapNodes((_, { label }) => label)]) {
      expect(finder.find(one)).toEqual(findNode(graph, index, one))
      expect(finder.find(one, ['venue', 'author'])).toEqual(findNode(graph, index, one, ['venue', 'author']))
    }
  })

  it('lists candidates where words do not decide, and says that nothing is like it', () => {
    expect(findNode(graph, index, 'cvpr')).toEqual({ status: 'found', key: 'venue:cvpr' })
    expect(findNode(graph, index, 'schuller')).toEqual({
      status: 'ambiguous',
      candidates: ['author:bjorn-schuller', 'paper:b'],
    })
    expect(findNode(graph, index, 'zzzz')).toEqual({ status: 'missing' })
  })
})

describe('search', () => {
  it('finds by authors, folds accents, and finds nothing for no words', () => {
    const index = createSearchIndex(sample())
    expect(index.search('bjorn').map(({ key }) => key)).toContain('author:bjorn-schuller')
    expect(index.search('  ')).toEqual([])
    expect(fold('Émotions—in the WILD')).toBe('emotions in the wild')
    expect(fold(' Emotions -- in_the WILD! ')).toBe('emotions in the wild')
  })

  it('puts what is called so before what only holds the word, however often', () => {
    const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] })
    graph.addNode('paper:first', paper('POSTER: A Pyramid Cross-Fusion Transformer Network for Recognition'))
    graph.addNode('paper:second', paper('POSTER V2: A simpler network'))
    graph.addNode('paper:third', paper('A poster of posters'))
    const keys = createSearchIndex(graph)
      .search('poster')
      .map(({ key }) => key)
    expect(keys[0]).toBe('paper:first')
    expect(keys).toHaveLength(3)
  })

  it('counts to its limit only what may be found', () => {
    const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] })
    for (let i = 0; i < 60; i++) graph.addNode(`paper:p${i}`, paper(`Faces number ${i}`))
    graph.addNode('author:faces', { kind: 'author', label: 'A Very Long Name of Faces', mentions: evidence })
    const index = createSearchIndex(graph)
    expect(index.search('faces').map(({ kind }) => kind)).not.toContain('author')
    expect(index.search('faces', 50, (key) => key.startsWith('author:')).map(({ key }) => key)).toEqual([
      'author:faces',
    ])
    expect(findNode(graph, index, 'faces', ['author'])).toEqual({ status: 'found', key: 'author:faces' })
  })
})

describe('neighborhood', () => {
  it('walks edges in both directions to a depth, and keeps the edges among what it found', () => {
    const graph = sample()
    expect(neighborhood(graph, ['paper:a'], 1)).toEqual({
      nodes: [
        { key: 'paper:a', distance: 0 },
        { key: 'venue:cvpr', distance: 1 },
      ],
      edges: ['paper:a|published_in|venue:cvpr'],
    })
    expect(neighborhood(graph, ['paper:a'], 2).nodes.map(({ key }) => key)).toEqual([
      'paper:a',
      'venue:cvpr',
      'paper:b',
    ])
  })

  it('is empty for unknown keys', () => {
    expect(neighborhood(sample(), ['paper:none'], 3)).toEqual({ nodes: [], edges: [] })
  })
})
