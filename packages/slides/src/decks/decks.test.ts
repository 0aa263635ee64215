import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type FieldGraph,
  graphFromJson,
  readGraph,
  readMap,
  TOUR_FORMAT,
  TOUR_VERSION,
  type Tour,
} from '@fieldmap/graph'
import { followKeys, readHash, stepState } from '@fieldmap/view'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Deck, deckOf } from './deck.ts'
import { mendPptx } from './mend-pptx.ts'
import { pptxDeck } from './pptx-deck.ts'
import { revealDeck } from './reveal-deck.ts'

const fixture = fileURLToPath(new URL('../../../../test/fixtures/view', import.meta.url))
const plain = readGraph(readFileSync(`${fixture}/graph.json`, 'utf8'))
const map = readMap(readFileSync(`${fixture}/map.json`, 'utf8'))
const SITE = 'https://maps.example.org/fer/'
const graph: FieldGraph = graphFromJson({
  ...plain.export(),
  attributes: { ...plain.export().attributes, site: SITE },
})
const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
const step = { source: 'tour.md', line: 1, caption: '', notes: '' }
const tour: Tour = {
  format: TOUR_FORMAT,
  version: TOUR_VERSION,
  title: 'A talk',
  steps: [
    { ...step, id: 'all', title: 'All of it', hash: '', caption: 'What there is.\n\nAnd more.', notes: 'Breathe.' },
    { ...step, id: 'one', title: 'One & only', hash: 's=paper:alpha&d=2&t=dark' },
    { ...step, id: 'hostile', title: HOSTILE, hash: 's=task:faces', caption: HOSTILE, notes: HOSTILE },
  ],
}
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const pictures = [1, 2, 3].map((number) => Uint8Array.of(...PNG, number))
const deck = deckOf(graph, map, tour)

describe('deckOf', () => {
  it('shows in each slide what the viewer shows in the same step', () => {
    const states = deck.slides.map(({ hash, link = '' }) => {
      expect(link).toBe(hash === '' ? SITE : `${SITE}#${hash}`)
      const { state, carried } = readHash(link.slice(SITE.length + 1))
      return followKeys(graph, state, carried)
    })
    expect(states).toEqual(tour.steps.map((_, number) => ({ ...stepState(graph, tour, number), step: null })))
  })

  it('has no links where the map is not published', () => {
    expect(deckOf(plain, map, tour).slides.some((slide) => 'link' in slide)).toBe(false)
  })
})

describe('pptxDeck', () => {
  let bytes = new Uint8Array()
  let parts: Readonly<Record<string, Uint8Array>> = {}
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  beforeAll(async () => {
    bytes = Uint8Array.from(await pptxDeck(deck, pictures))
    parts = unzipSync(bytes)
  })

  it('holds a PNG where it says PNG, each on the slide that it belongs to, and the SVG beside it', () => {
    deck.slides.forEach(({ svg }, i) => {
      const relations = part(`ppt/slides/_rels/slide${i + 1}.xml.rels`)
      const targets = Array.from(relations.matchAll(/Target="\.\.\/(media\/[^"]+)"/g), ([, target]) => `ppt/${target}`)
      expect(targets.map((name) => name.split('.').at(-1))).toEqual(['png', 'svg'])
      const [png = '', drawn = ''] = targets
      expect(parts[png]).toEqual(pictures[i])
      expect(part(drawn)).toBe(svg)
    })
  })

  it('declares the type of every part, and refers to parts only that it holds', () => {
    const types = part('[Content_Types].xml')
    const extensions = new Set(Array.from(types.matchAll(/Extension="([^"]+)"/g), ([, extension]) => extension))
    const overrides = new Set(Array.from(types.matchAll(/PartName="\/([^"]+)"/g), ([, name]) => name))
    for (const name of Object.keys(parts).filter((one) => one !== '[Content_Types].xml'))
      expect(overrides.has(name) || extensions.has(name.split('.').at(-1)), name).toBe(true)
    for (const name of overrides) expect(parts[name ?? ''], name).toBeDefined()
    expect(types).toMatch(/Extension="png" ContentType="image\/png"/)
    expect(types).toMatch(/Extension="svg" ContentType="image\/svg\+xml"/)
    for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '')
      for (const [, target = ''] of part(name).matchAll(/Target="([^"]+)"(?! TargetMode="External")/g)) {
        if (/^https?:/.test(target)) continue
        const path = new URL(target, `file:///${folder}`).pathname.slice(1)
        expect(parts[path], `${name} → ${target}`).toBeDefined()
      }
    }
  })

  it('has titles, captions, notes, alternative texts and links to the live view as they are', () => {
    expect(part('ppt/slides/slide1.xml')).toContain('<a:t>What there is.</a:t>')
    expect(part('ppt/slides/slide2.xml')).toContain('<a:t>One &amp; only</a:t>')
    expect(part('ppt/notesSlides/notesSlide1.xml')).toContain('Breathe.')
    expect(part('ppt/slides/slide2.xml')).toMatch(/descr="[^"]*Chosen: ALPHA/)
    expect(part('ppt/slides/_rels/slide2.xml.rels')).toContain(`Target="${SITE}#s=paper:alpha&amp;d=2&amp;t=dark"`)
    expect(part('ppt/slides/slide3.xml')).not.toContain('<script>')
  })

  it('has no part that is not well-formed by its tags', () => {
    for (const name of Object.keys(parts).filter((one) => /\.(?:xml|rels)$/.test(one)))
      expect(openTags(part(name)), name).toEqual([])
  })

  it('is the same bytes each time, whatever the time', async () => {
    expect(Uint8Array.from(await pptxDeck(deck, pictures))).toEqual(bytes)
    expect(part('docProps/core.xml')).toContain('1980-01-01T00:00:00Z')
    expect(Object.keys(parts).map(part).join('')).not.toContain(`${new Date().getFullYear()}-`)
  })

  it('wants a picture for each slide', async () => {
    await expect(pptxDeck(deck, [])).rejects.toThrow('3 slides need as many pictures, not 0')
    expect(() => mendPptx(bytes, pictures.slice(1))).toThrow(RangeError)
  })
})

describe('revealDeck', () => {
  const assets = { css: '.reveal{}', scripts: ['const a="</script>"'], fontFaces: '@font-face{}' }
  const page = revealDeck(deck, assets)

  it('is one page without any request, a section a step with the state of the step', () => {
    const hashes = Array.from(page.matchAll(/<section id="[^"]+" data-state-hash="([^"]*)"/g), ([, hash]) =>
      (hash ?? '').replaceAll('&amp;', '&'),
    )
    expect(hashes).toEqual(tour.steps.map(({ hash }) => hash))
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/)
    expect(page).not.toMatch(/@import|url\((?!data:)/)
  })

  it('keeps what the tour says text, and the speaker’s words in the notes', () => {
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
    expect(page).toContain('<aside class="notes"><p>Breathe.</p></aside>')
    expect(page).toContain('<p>What there is.</p><p>And more.</p>')
    expect(page.match(/<script>/g)).toHaveLength(page.match(/<\/script>/g)?.length ?? -1)
  })

  it('holds the field once, and the map that explores it, where it is given them', () => {
    const live = revealDeck(deck, { ...assets, live: { script: 'view("</script>")', field: '{"packed":1}' } })
    expect(live.match(/id="field">\{"packed":1\}<\/script>/g)).toHaveLength(1)
    expect(live.match(/<button class="explore"/g)).toHaveLength(deck.slides.length)
    expect(live).toContain(`})('light')`)
    expect(page).not.toContain('<button')
    expect(live.match(/<script[ >]/g)).toHaveLength(live.match(/<\/script>/g)?.length ?? -1)
  })

  it('draws in the colours that it is given', () => {
    const dark: Deck = deckOf(graph, map, tour, { theme: 'dark' })
    expect(revealDeck(dark, assets)).toContain('color-scheme:dark')
    expect(dark.slides[0]?.svg).not.toBe(deck.slides[0]?.svg)
  })
})

/** The elements that a text of XML leaves open, or closes in another order. */
function openTags(xml: string): readonly string[] {
  const open: string[] = []
  for (const [, end, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g)) {
    if (empty === '/') continue
    if (end === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else return [...open, `/${name}`]
  }
  return open
}
