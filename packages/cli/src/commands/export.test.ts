import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readGraph, readMap, unpackField } from '@fieldmap/graph'
import { DEFAULT_STATE, scene, svg } from '@fieldmap/view'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskEffects } from '../effects.ts'
import { run } from '../run.ts'

const fixture = fileURLToPath(new URL('../../../../test/fixtures/view', import.meta.url))
const graph = readGraph(readFileSync(join(fixture, 'graph.json'), 'utf8'))
const map = readMap(readFileSync(join(fixture, 'map.json'), 'utf8'))
let folder = ''

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
    })
    expect(page).toContain(poster)
  })

  it.each([
    [['--format', 'gif'], 'There is no format "gif"'],
    [[], 'Export to which format?'],
    [['--format', 'png', '--width', 'wide'], '--width is a positive number'],
    [['--format', 'png', '--width', '9000', '--height', '9000'], 'at most 25 million pixels'],
    [['--format', 'svg', '--theme', 'blue'], 'There is no theme "blue"'],
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
  })
})
