import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { scene } from './scene.ts'
import { escapeXml, svg } from './svg.ts'

const HOSTILE = 'paper:eta'

describe('svg', () => {
  const drawn = scene(graph, map, stateWith({ selection: [HOSTILE] }), VIEWPORT)

  it('draws every mark and name of the scene', () => {
    const text = svg(drawn)
    for (const { lines } of drawn.labels) for (const line of lines) expect(text).toContain(escapeXml(line.text))
    expect(text.match(/<title>/g)).toHaveLength(drawn.nodes.length + 1)
  })

  it('leaves the names of marks out where nothing can point at them, and no mark', () => {
    const text = svg(drawn, { named: false })
    expect(text.match(/<title>/g)).toHaveLength(1)
    expect(text.match(/<circle|<rect/g)).toHaveLength(svg(drawn).match(/<circle|<rect/g)?.length ?? 0)
  })

  it('keeps a hostile title text', () => {
    const text = svg(drawn)
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
    expect(text).not.toMatch(/<img|<script|<\/title><s/)
    expect(text).not.toMatch(/\son\w+="/)
  })

  it('has balanced elements, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const [first] = drawn.nodes
        if (first === undefined) return
        const text = svg({ ...drawn, title: label, nodes: [{ ...first, label }] })
        const open = text.match(/<[a-z]+[^>]*[^/>]>|<[a-z]+>/g) ?? []
        const close = text.match(/<\/[a-z]+>/g) ?? []
        expect(open.length).toBe(close.length)
      }),
    )
  })

  it('is the same bytes for the same scene, and another for another theme', () => {
    expect(svg(drawn)).toBe(svg(drawn))
    expect(svg(drawn, { theme: 'dark' })).not.toBe(svg(drawn))
    expect(svg(drawn, { transparent: true })).not.toContain('<rect width="100%"')
  })
})

describe('escapeXml', () => {
  it('escapes what XML reads and replaces what it forbids', () => {
    expect(escapeXml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;')
    expect(escapeXml('a\u0000b\uD800c')).toBe('a\uFFFDb\uFFFDc')
  })
})
