import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormatError, readGraph } from './graph-file.ts'
import { readMap, writeMap } from './map-file.ts'
import { packField, unpackField } from './packed-field.ts'
import { TOUR_FORMAT, TOUR_VERSION, type Tour } from './tour/tour-file.ts'
import { writeGraph } from './write-graph.ts'

const folder = new URL('../../../test/fixtures/view/', import.meta.url)
const graph = readGraph(readFileSync(new URL('graph.json', folder), 'utf8'))
const map = readMap(readFileSync(new URL('map.json', folder), 'utf8'))

describe('a packed field', () => {
  it('gives back graph and map', () => {
    const field = unpackField(packField(graph, map))
    expect(writeGraph(field.graph)).toBe(writeGraph(graph))
    expect(writeMap(field.map)).toBe(writeMap(map))
  })

  it('gives back the tour, and none where there is none', () => {
    const step = { id: 'a', title: '<A>', hash: 's=x', caption: '', notes: '', source: 'tour.md', line: 3 }
    const tour: Tour = { format: TOUR_FORMAT, version: TOUR_VERSION, title: 'T', steps: [step] }
    expect(unpackField(packField(graph, map, tour)).tour).toEqual(tour)
    expect(packField(graph, map, tour)).not.toContain('<')
    expect(unpackField(packField(graph, map)).tour).toBeUndefined()
  })

  it('says each key once: edges, members and positions name nodes by their places', () => {
    const text = packField(graph, map)
    expect(text.match(/"paper:alpha"/g)).toHaveLength(1)
    expect(text).not.toContain('|published_in|')
  })

  it('keeps an edge whose key says something else, and members that are no node', () => {
    const [edge, ...edges] = JSON.parse(writeGraph(graph)).edges
    const other = readGraph(
      JSON.stringify({ ...JSON.parse(writeGraph(graph)), edges: [...edges, { ...edge, key: 'mine' }] }),
    )
    const groups = map.communities.map((group) => ({ ...group, members: ['paper:gone', ...group.members] }))
    const gone = { ...map, communities: groups }
    const field = unpackField(packField(other, gone))
    expect(field.graph.hasEdge('mine')).toBe(true)
    expect(writeGraph(field.graph)).toBe(writeGraph(other))
    expect(writeMap(field.map)).toBe(writeMap(gone))
  })

  it('can stand in a script element, whatever the titles', () => {
    const text = packField(graph, map)
    expect(graph.someNode((_, { label }) => label.includes('<'))).toBe(true)
    expect(text).not.toContain('<')
    expect(text).not.toContain('\n')
  })

  it.each(['', '{}', '[]', '{"graph": {}, "map": {}}'])('is not %j', (text) => {
    expect(() => unpackField(text)).toThrow(FormatError)
  })
})
