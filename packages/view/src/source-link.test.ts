import { createFieldGraph, type FieldGraph, type GraphSource } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { citationLink, commitLink, sourceLinks } from './source-link.ts'

function graphOf(...sources: readonly Partial<GraphSource>[]): FieldGraph {
  const whole = sources.map((source): GraphSource => ({ path: 'list.md', kind: 'list', blob: '', ...source }))
  return createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources: whole })
}

function linksOf(source: Partial<GraphSource>, path = 'list.md') {
  return sourceLinks(graphOf({ path, ...source }), { source: path, line: 74, quote: 'x', rule: 'test' })
}

describe('sourceLinks', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b/blob/HEAD/list.md?plain=1#L74'],
    ['https://github.com/a/b.git', 'https://github.com/a/b/blob/HEAD/list.md?plain=1#L74'],
    ['https://gitlab.com/g/sub/b', 'https://gitlab.com/g/sub/b/-/blob/HEAD/list.md?plain=1#L74'],
    ['https://bitbucket.org/a/b', 'https://bitbucket.org/a/b/src/HEAD/list.md#lines-74'],
  ])('lead to the line at %s', (repository, read) => {
    expect(linksOf({ repository })).toEqual({ read })
  })

  it('know the path and the branch that the field states, and where to edit', () => {
    const source = { repository: 'https://github.com/a/b', repositoryPath: 'docs/a b#.md', branch: 'feature/x' }
    expect(linksOf(source)).toEqual({
      read: 'https://github.com/a/b/blob/feature/x/docs/a%20b%23.md?plain=1#L74',
      edit: 'https://github.com/a/b/edit/feature/x/docs/a%20b%23.md#L74',
    })
  })

  it('take the name of the repository off paths of several', () => {
    expect(linksOf({ repository: 'https://github.com/a/b' }, 'a/b:docs/list.md').read).toBe(
      'https://github.com/a/b/blob/HEAD/docs/list.md?plain=1#L74',
    )
  })

  it('are none where no repository is known, or nothing to open safely', () => {
    expect(linksOf({})).toEqual({})
    expect(linksOf({ repository: 'https://example.org/a/b' })).toEqual({})
    expect(linksOf({ repository: 'javascript:alert(1)//a/b' })).toEqual({})
  })
})

describe('commitLink', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567'

  it.each([
    ['https://github.com/a/b.git', `https://github.com/a/b/commit/${commit}`],
    ['https://gitlab.com/g/sub/b', `https://gitlab.com/g/sub/b/-/commit/${commit}`],
    ['https://codeberg.org/a/b', `https://codeberg.org/a/b/commit/${commit}`],
    ['https://bitbucket.org/a/b', `https://bitbucket.org/a/b/commits/${commit}`],
  ])('leads to the commit at %s', (repository, address) => {
    expect(commitLink(graphOf({ repository }, { repository, path: 'other.md' }), commit)).toBe(address)
  })

  it('is none where not all sources are known to be of that one repository', () => {
    const repository = 'https://github.com/a/b'
    expect(commitLink(graphOf({ repository }, { path: 'evidence.csv' }), commit)).toBeUndefined()
    expect(commitLink(graphOf({ repository }, { repository: 'https://github.com/c/d' }), commit)).toBeUndefined()
    expect(commitLink(graphOf({ repository: 'https://example.org/a/b' }), commit)).toBeUndefined()
    expect(commitLink(graphOf(), commit)).toBeUndefined()
  })

  it('is none for what is no commit', () => {
    expect(commitLink(graphOf({ repository: 'https://github.com/a/b' }), '../../evil')).toBeUndefined()
  })
})

describe('citationLink', () => {
  it('leads to the line at its commit', () => {
    expect(citationLink({ url: 'https://github.com/a/b', path: 'src/x.py', commit: '0123abc', line: 3 })).toBe(
      'https://github.com/a/b/blob/0123abc/src/x.py#L3',
    )
  })

  it('leads to the page where there is no more', () => {
    expect(citationLink({ url: 'https://example.org/page' })).toBe('https://example.org/page')
    expect(citationLink({ url: 'https://example.org/page', path: 'x.json' })).toBe('https://example.org/page')
    expect(citationLink({ url: 'javascript:alert(1)', path: 'x' })).toBeUndefined()
  })
})
