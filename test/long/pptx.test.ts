import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TOUR_FORMAT, TOUR_VERSION, type Tour } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderDeck } from '../../packages/cli/src/export/render-tour.ts'
import { buildSeeds } from '../integration/seeds.ts'

const needed = ['soffice', 'pdftotext', 'pdfimages'] as const
const missing = needed.filter((program) => spawnSync(program, ['--version']).error !== undefined)
if (missing.length > 0) console.warn(`PowerPoint decks are not tried: ${missing.join(', ')} not installed`)

const step = { source: 'tour.md', line: 1 }
const STEPS = [
  {
    ...step,
    id: 'all',
    title: 'All of the field',
    hash: '',
    caption: 'Twenty subfields at once.',
    notes: 'Breathe out.',
  },
  {
    ...step,
    id: 'units',
    title: 'Action units',
    hash: 's=task:au',
    caption: 'Five papers, and & <more>.',
    notes: 'Point left.',
  },
  {
    ...step,
    id: 'data',
    title: 'A dataset',
    hash: 's=dataset:raf-db',
    caption: 'Used by many – és így tovább.',
    notes: 'Ask who knows it.',
  },
]
const tour: Tour = { format: TOUR_FORMAT, version: TOUR_VERSION, title: 'A talk', steps: STEPS }

describe.skipIf(missing.length > 0)('a deck for PowerPoint, opened by LibreOffice', () => {
  let folder = ''
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 180_000 })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fieldmap-pptx-'))
    const { graph, map } = await buildSeeds()
    writeFileSync(
      join(folder, 'talk.pptx'),
      await renderDeck('pptx', graph, map, tour, { theme: 'light', legend: false }),
    )
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const filter = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'
    run('soffice', profile, '--headless', '--convert-to', filter, 'talk.pptx')
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it('shows title and caption of each step, and the speaker’s notes below', () => {
    const words = run('pdftotext', 'talk.pdf', '-').replace(/\s+/g, ' ')
    for (const { title, caption, notes } of STEPS) {
      expect(words).toContain(title)
      expect(words).toContain(caption)
      expect(words).toContain(notes)
    }
  })

  it('shows the picture of each step: its names as text, as the SVG is drawn, or as pixels', () => {
    const pages = STEPS.map((_, i) => String(i + 1))
    const images = run('pdfimages', '-list', 'talk.pdf').split('\n').slice(2)
    for (const page of pages) {
      const words = run('pdftotext', '-f', page, '-l', page, 'talk.pdf', '-')
      const pixels = images.some((line) => line.trim().split(/\s+/)[0] === page)
      expect(pixels || words.includes('Action unit detection')).toBe(true)
    }
  })
})
