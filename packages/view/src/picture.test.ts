import { type FieldGraph, graphFromJson } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { bestLink } from './best-link.ts'
import { boxesOverlap } from './geometry.ts'
import { labelStage } from './label-layout.ts'
import { type Picture, pictureOfState, pictureSvg, slidePicture } from './picture.ts'
import { scene } from './scene.ts'
import { partOnStage } from './slide-camera.ts'
import { textWidth } from './text-width.ts'

const near = stateWith({ selection: ['paper:alpha'] })

function textsOf({ foot }: Picture): readonly string[] {
  return foot?.texts.map(({ text }) => text) ?? []
}

describe('a picture', () => {
  it('holds the scene of a stage of its size, whatever stands at its foot', () => {
    const drawn = scene(graph, map, near, VIEWPORT)
    for (const options of [{}, { legend: true }, { credit: false }])
      expect(pictureOfState(graph, map, near, VIEWPORT, options).scene).toEqual(drawn)
  })

  it('names the field and the program in one line, and what the marks mean where that is asked for', () => {
    const plain = textsOf(pictureOfState(graph, map, near, VIEWPORT))
    expect(plain[0]).toBe(graph.getAttribute('title'))
    expect(plain[1]).toMatch(/^ · .*Fieldmap$/)
    expect(textsOf(pictureOfState(graph, map, near, VIEWPORT, { legend: true }))).toEqual(
      expect.arrayContaining(['has code', 'none stated', 'importance', 'what they share', ...plain]),
    )
    expect(pictureOfState(graph, map, near, VIEWPORT, { credit: false }).foot).toBeUndefined()
  })

  it.each([180, 320, 500, 640, 1280, 3840])('keeps the words at its foot apart and inside, %i pixels wide', (width) => {
    const { foot, scene: drawn } = pictureOfState(graph, map, near, { width, height: 400 }, { legend: true })
    const texts = foot?.texts ?? []
    expect(texts.length).toBeGreaterThan(2)
    const boxes = texts.map(({ text, x, y, size, weight }) => ({
      x,
      y,
      width: textWidth(text, size, weight),
      height: 1,
    }))
    boxes.forEach((box, i) => {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(drawn.width)
      expect(boxes.slice(i + 1).some((other) => boxesOverlap({ ...box, width: box.width - 0.01 }, other))).toBe(false)
    })
    const names = labelStage(drawn)
    expect(foot?.box.y).toBeGreaterThanOrEqual(names.y + names.height)
  })

  it('leads from marks to the web, and nowhere else', () => {
    const text = pictureSvg(graph, pictureOfState(graph, map, near, VIEWPORT))
    const addresses = Array.from(text.matchAll(/<a href="([^"]*)"/g), ([, address]) => address ?? '')
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//)
    expect(text).toMatch(/role="img"/)
    expect(text).toMatch(/<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/)
  })
})

describe('bestLink', () => {
  const paper = (...links: readonly (readonly ['paper' | 'code' | 'other', string])[]) => ({
    ...PAPER,
    links: links.map(([rel, url]) => ({ rel, url, label: '' })),
  })
  it('prefers the paper itself, and takes no address that is not of the web', () => {
    expect(bestLink(paper(['code', 'https://a.org/code'], ['paper', 'https://a.org/paper']))).toBe(
      'https://a.org/paper',
    )
    expect(bestLink(paper(['paper', 'javascript:alert(1)'], ['code', 'https://a.org/code']))).toBe('https://a.org/code')
    expect(bestLink(paper(['paper', 'mailto:a@b.org'], ['other', 'data:text/html,x']))).toBeUndefined()
  })
  it('follows an identifier where there are no links', () => {
    expect(bestLink({ ...PAPER, identifiers: { arxiv: '2204.04083' } })).toBe('https://arxiv.org/abs/2204.04083')
    expect(bestLink({ ...PAPER, identifiers: { doi: '10.1/x', arxiv: '1' } })).toBe('https://doi.org/10.1/x')
  })
})

const PAPER = {
  kind: 'paper' as const,
  label: 'X',
  mentions: [],
  authors: [],
  identifiers: {},
  links: [],
  versions: [],
}

describe('a slide of a moved view', () => {
  const phone = { width: 390, height: 700 }
  const [x = 0, y = 0] = map.groupings.task.positions['paper:alpha'] ?? []
  it.each([1.2, 1.6, 2.4, 4])('cuts no region of which most was seen on a phone at %f times', (zoom) => {
    const state = stateWith({ camera: { x, y, zoom } })
    const seen = scene(graph, map, state, phone).regions.filter(({ box }) => partOnStage(box, phone) >= 0.5)
    const { scene: drawn } = slidePicture(graph, map, state, { seenOn: phone })
    const paper = { x: -1, y: -1, width: drawn.width + 2, height: drawn.height + 2 }
    for (const { key } of seen) {
      const box = drawn.regions.find((region) => region.key === key)?.box
      expect(box && partOnStage(box, paper)).toBeCloseTo(1, 3)
    }
  })
})

describe('the credit', () => {
  it('says the published address and the lists where there is room', () => {
    const published: FieldGraph = graphFromJson({
      ...graph.export(),
      attributes: { ...graph.export().attributes, site: 'https://maps.example.org/fer/' },
    })
    expect(textsOf(pictureOfState(published, map, near, VIEWPORT)).join('')).toContain(
      ' · maps.example.org/fer · Fieldmap',
    )
    expect(textsOf(pictureOfState(published, map, near, { width: 300, height: 400 })).join('')).not.toContain('example')
  })
})
