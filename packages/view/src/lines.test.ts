import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'

const KEY = 'band:task:faces|task:voices'
const wordsOf = ({ labels }: Scene, key: string): string | undefined =>
  labels.find((label) => label.of === 'edge' && label.key === key)?.lines[0]?.text

describe('what lines say', () => {
  it('is what a band carries, when it is pointed at or the two regions are chosen', () => {
    const home = scene(graph, map, stateWith({}), VIEWPORT)
    expect(wordsOf(home, KEY)).toBeUndefined()
    const said = home.edges.find(({ key }) => key === KEY)?.words
    expect(said).toMatch(/^(\d+ (papers?|datasets?|authors?)(, )?)+$/)
    expect(wordsOf(scene(graph, map, stateWith({}), VIEWPORT, { hover: KEY }), KEY)).toBe(said)
    const both = stateWith({ selection: ['task:faces', 'task:voices'] })
    expect(wordsOf(scene(graph, map, both, VIEWPORT), KEY)).toBe(said)
  })

  it('is how a neighbour that is pointed at is related to what is chosen', () => {
    const state = stateWith({ selection: ['paper:alpha'] })
    const shown = scene(graph, map, state, VIEWPORT, { hover: 'dataset:raf-db' })
    const said = shown.labels.filter(({ of }) => of === 'edge').map(({ lines }) => lines[0]?.text)
    expect(said).toEqual(['uses'])
  })
})

describe('bands', () => {
  it('of a region that is pointed at all show, and stand out', () => {
    const shown = scene(graph, map, stateWith({}), VIEWPORT, { hover: 'task:faces' })
    const strong = shown.edges.filter(({ emphasis }) => emphasis === 'near').map(({ key }) => key)
    expect(strong.sort()).toEqual(['band:task:ethics|task:faces', KEY])
  })
})
