import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSources } from '@fieldmap/core'
import { describe, expect, it } from 'vitest'
import { SEEDS } from './seeds.ts'

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

describe('the seeds', () => {
  it('hold the two lists byte for byte', () => {
    expect(sha256(readFileSync(join(SEEDS, 'awesome-sota-fer.md')))).toBe(
      '15bf193a37e161919763fed60c5bbe4d36dc8d86bc5864ac4e2fd7eb1bf62728',
    )
    expect(sha256(readFileSync(join(SEEDS, 'visual-affective-computing-survey.md')))).toBe(
      '69a5e33287c169292fd0c2814ea58fd57b9d61bb477baac21dea382b4cd5f0bf',
    )
  })

  it('are repaired to the text of their origin, and what is right stays', async () => {
    const { sources, findings } = await readSources([SEEDS], {})
    const textOf = (path: string): string => sources.find((source) => source.path === path)?.text ?? ''
    expect(sha256(textOf('awesome-sota-fer.md'))).toBe(
      '92c286afd4c8caad06a51b8fe60aa0815d2d016ca4060f0649fd31462fc0183d',
    )
    expect(sha256(textOf('visual-affective-computing-survey.md'))).toBe(
      '69a5e33287c169292fd0c2814ea58fd57b9d61bb477baac21dea382b4cd5f0bf',
    )
    const repaired = findings.filter(({ rule }) => rule === 'read/mojibake')
    expect(repaired.map(({ source }) => source)).toEqual(['awesome-sota-fer.md'])
    expect(repaired[0]?.message).toContain('Mac Roman')
  })
})
