import { describe, expect, it } from 'vitest'
import { parseFieldConfig } from './field-config.ts'

const right = `# the field
title: Facial expression recognition
site: https://example.org/fer/
sources:
  - path: awesome.md
    repository: https://github.com/owner/awesome
    repositoryPath: README.md
    branch: main
  - path: evidence/readmes.csv
    kind: evidence
vocabulary: [vocabulary/tasks.csv, vocabulary/datasets.csv]
decisions: decisions.csv
`

const places = (yaml: string) =>
  parseFieldConfig(yaml).findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`)

describe('parseFieldConfig', () => {
  it('reads every field with its place', () => {
    const { config, findings } = parseFieldConfig(right)
    expect(findings).toEqual([])
    expect(config).toEqual({
      title: 'Facial expression recognition',
      site: 'https://example.org/fer/',
      sources: [
        {
          path: 'awesome.md',
          repository: 'https://github.com/owner/awesome',
          repositoryPath: 'README.md',
          branch: 'main',
          line: 5,
          column: 11,
        },
        { path: 'evidence/readmes.csv', kind: 'evidence', line: 9, column: 11 },
      ],
      vocabulary: [
        { path: 'vocabulary/tasks.csv', line: 11, column: 14 },
        { path: 'vocabulary/datasets.csv', line: 11, column: 36 },
      ],
      decisions: { path: 'decisions.csv', line: 12, column: 12 },
    })
  })

  it('reports unknown fields and wrong values at their place and uses the rest', () => {
    const yaml = `title: 2023
colour: red
site: javascript:alert(1)
sources:
  - path: a.md
    kind: table
    branches: main
  - kind: list
  - b.md
  - path: [c.md]
  - path: d.md
vocabulary: tasks.csv
decisions:
`
    const { config, findings } = parseFieldConfig(yaml)
    expect(findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
      '1:8 read/field-value',
      '2:1 read/unknown-field',
      '3:7 read/field-value',
      '13:1 read/field-value',
      '6:11 read/field-value',
      '7:5 read/unknown-field',
      '8:5 read/field-value',
      '9:5 read/field-value',
      '10:11 read/field-value',
      '12:13 read/field-value',
    ])
    expect(findings[1]).toMatchObject({ source: 'fieldmap.yml', message: 'unknown field `colour`, not used' })
    expect(config).toEqual({
      sources: [expect.objectContaining({ path: 'a.md' }), expect.objectContaining({ path: 'd.md' })],
      vocabulary: [],
    })
  })

  it('reports broken YAML and keeps what can be read', () => {
    const { config, findings } = parseFieldConfig('title: FER\nsources:\n  - path: a.md\n bad: [\n')
    expect(findings[0]).toMatchObject({ rule: 'read/field-syntax', line: 4 })
    expect(config.title).toBe('FER')
  })

  it('reports a file that is no mapping, and takes an empty one', () => {
    expect(places('- a\n- b\n')).toEqual(['1:1 read/field-value'])
    expect(places('')).toEqual([])
    expect(places('# nothing\n')).toEqual([])
  })

  it('survives aliases that multiply', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nvocabulary: *c\nsources: *missing\n`
    expect(() => parseFieldConfig(bomb)).not.toThrow()
    expect(parseFieldConfig('title: &t FER\ndecisions: *t\n').config.decisions?.path).toBe('FER')
  })
})
