import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import {
  HISTORY_FORMAT,
  HISTORY_VERSION,
  type HistoryFile,
  readGraph,
  readMap,
  unpackField,
  writeHistory,
} from '@fieldmap/graph'
import { DEFAULT_STATE, scene, svg } from '@fieldmap/view'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskEffects } from '../effects.ts'
import { run } from '../run.ts'

const fixture = fileURLToPath(new URL('../../../../test/fixtures/view', import.meta.url))
const graph = readGraph(readFileSync(join(fixture, 'graph.json'), 'utf8'))
const map = readMap(readFileSync(join(fixture, 'map.json'), 'utf8'))
let folder = ''

const TOUR = `# Talk

## All of it

[map](#)

## One paper

neighbors: ALPHA

## Lost

neighbors: nobody at all
`

/** Red, green, blue and alpha of the corner of a PNG of 8-bit RGBA. */
function firstPixel(png: Buffer): readonly number[] {
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return [...inflateSync(Buffer.concat(data)).subarray(1, 5)] // behind the filter of the first row, which has nothing before it
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-export-'))
})

async function call(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const effects = {
    ...diskEffects(new AbortController().signal),
    cwd: folder,
    stdout: (text: string) => {
      said.out += text
    },
    stderr: (text: string) => {
      said.err += text
    },
  }
  const code = await run(['export', '--graph', fixture, ...args], effects)
  return { code, ...said }
}

describe('fieldmap export', () => {
  it('writes the scene of a state as SVG', async () => {
    expect(
      await call('--format', 'svg', '--state', '#s=paper:alpha', '--width', '800', '--height', '450'),
    ).toMatchObject({
      code: 0,
      err: '',
    })
    const picture = readFileSync(join(folder, 'map.svg'), 'utf8')
    expect(picture).toContain('width="800" height="450"')
    expect(picture).toContain('ALPHA')
    expect(picture).toContain('@font-face{font-family:Inter;font-weight:600')
    expect(picture).toContain(`>${graph.getAttribute('title')}</text>`)
  })

  it('leaves the credit out and puts a legend in where that is asked for', async () => {
    await call('--format', 'svg', '--no-credit', '--out', 'bare.svg')
    expect(readFileSync(join(folder, 'bare.svg'), 'utf8')).not.toContain('class="foot"')
    await call('--format', 'svg', '--legend', '--out', 'legend.svg')
    expect(readFileSync(join(folder, 'legend.svg'), 'utf8')).toContain('>none stated</text>')
  })

  it('writes a slide of 16:9 whose texts have 18 points and more', async () => {
    await call('--format', 'svg', '--slide', '--legend', '--state', 's=paper:alpha', '--out', 'slide.svg')
    const slide = readFileSync(join(folder, 'slide.svg'), 'utf8')
    expect(slide).toContain('width="1920" height="1080"')
    const sizes = Array.from(slide.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36)
    await call('--format', 'png', '--slide', '--width', '960', '--height', '540', '--out', 'slide.png')
    const png = readFileSync(join(folder, 'slide.png'))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 540])
  })

  it('leaves the ground of a PNG transparent where that is asked for', async () => {
    const small = ['--format', 'png', '--width', '320', '--height', '180', '--no-credit']
    await call(...small, '--out', 'opaque.png')
    await call(...small, '--transparent', '--out', 'clear.png')
    const [opaque, clear] = ['opaque.png', 'clear.png'].map((name) => firstPixel(readFileSync(join(folder, name))))
    expect(opaque?.[3]).toBe(255)
    expect(clear?.[3]).toBe(0)
  })

  it('makes numbered pictures and decks of a tour, and says which of its steps cannot be shown', async () => {
    writeFileSync(join(folder, 'tour.md'), TOUR)
    const pictures = await call(
      '--format',
      'png',
      '--tour',
      'tour.md',
      '--width',
      '64',
      '--height',
      '36',
      '--out',
      'steps',
    )
    expect(pictures.code).toBe(0)
    expect(readdirSync(join(folder, 'steps'))).toEqual(['01-all-of-it.png', '02-one-paper.png'])
    expect(pictures.err).toContain('nobody')
    const page = await call('--format', 'reveal', '--tour', 'tour.md', '--out', 'deck.html')
    expect(page.out).toBe(`${join(folder, 'deck.html')}\n`)
    expect(readFileSync(join(folder, 'deck.html'), 'utf8').match(/<section id="/g)).toHaveLength(2)
    for (const name of ['a.pptx', 'b.pptx']) await call('--format', 'pptx', '--tour', 'tour.md', '--out', name)
    expect(readFileSync(join(folder, 'a.pptx'))).toEqual(readFileSync(join(folder, 'b.pptx')))
  })

  it('writes a PNG of exactly the pixels that were asked for, the same bytes each time', async () => {
    for (const name of ['a.png', 'b.png'])
      await call('--format', 'png', '--width', '640', '--height', '360', '--scale', '1.5', '--out', name)
    const [a, b] = ['a.png', 'b.png'].map((name) => readFileSync(join(folder, name)))
    expect(a?.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([a?.readUInt32BE(16), a?.readUInt32BE(20)]).toEqual([960, 540])
    expect(a).toEqual(b)
  })

  it('writes one page that holds the field and asks for nothing', async () => {
    await call('--format', 'html', '--theme', 'dark')
    const page = readFileSync(join(folder, 'map.html'), 'utf8')
    const packed = /<script type="application\/json" id="field">([^<]*)<\/script>/.exec(page)?.[1] ?? ''
    expect(unpackField(packed).map.communities).toEqual(map.communities)
    expect(page).toContain('<div id="poster"><svg')
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/)
    expect(page).not.toContain('<img src=x')
    const poster = svg(scene(graph, map, { ...DEFAULT_STATE, theme: 'dark' }, { width: 1280, height: 720 }), {
      theme: 'dark',
      named: false,
    })
    expect(page).toContain(poster)
  })

  it.each([
    [['--format', 'gif'], 'There is no format "gif"'],
    [[], 'Export to which format?'],
    [['--format', 'png', '--width', 'wide'], '--width is a positive number'],
    [['--format', 'png', '--width', '9000', '--height', '9000'], 'at most 25 million pixels'],
    [['--format', 'svg', '--theme', 'blue'], 'There is no theme "blue"'],
    [['--format', 'pptx'], 'A deck is made of a tour'],
    [['--format', 'pptx', '--tour', 'no.md'], 'no.md cannot be read'],
    [['--format', 'svg', '--tour', 'no.md', '--state', 'g=venue'], 'A tour has its own states'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await call(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('says what of a state it did not understand, and shows the rest', async () => {
    const { code, err } = await call('--format', 'svg', '--state', 'colour=red&g=venue')
    expect(code).toBe(0)
    expect(err).toContain('colour')
    expect(readFileSync(join(folder, 'map.svg'), 'utf8')).toContain('CVPR')
    expect((await call('--format', 'svg', '--state', 's=paper:gone')).err).toContain('paper:gone is not in the graph')
  })

  it('draws a version of the past where its history stands beside the graph, else says that it cannot', async () => {
    const past = mkdtempSync(join(tmpdir(), 'fieldmap-export-past-'))
    const at = (letter: string, day: string) => ({ commit: letter.repeat(40), date: `${day}T12:00:00Z`, author: 'Ada' })
    const [first, second] = [at('a', '2021-01-01'), at('b', '2022-01-01')]
    const file: HistoryFile = {
      format: HISTORY_FORMAT,
      version: HISTORY_VERSION,
      versions: [first, second].map((version) => ({ ...version, subject: 'more' })),
      nodes: { 'paper:alpha': [{ from: first }], 'paper:beta': [{ from: second }] },
      edges: {},
      changes: {},
      removed: {},
    }
    for (const name of ['graph.json', 'map.json']) copyFileSync(join(fixture, name), join(past, name))
    writeFileSync(join(past, 'history.json'), writeHistory(file))
    const titles = async (state: string): Promise<readonly string[]> => {
      await call('--graph', past, '--format', 'svg', '--state', state)
      return readFileSync(join(folder, 'map.svg'), 'utf8').match(/<title>(?:ALPHA|BETA)/g) ?? []
    }
    expect(await titles('at=2021-06-01')).toEqual(['<title>ALPHA'])
    expect((await titles('at=bbbbbbb')).toSorted()).toEqual(['<title>ALPHA', '<title>BETA'])
    const unknown = await call('--graph', past, '--format', 'svg', '--state', 'at=0123456')
    expect(unknown.err).toContain('at=0123456 is shown as it is now: the history has no such version')
    const none = await call('--format', 'svg', '--state', 'at=aaaaaaa')
    expect(none.err).toContain('at=aaaaaaa is shown as it is now: there is no history here')
  })
})
