import { createFieldGraph, type GraphSource } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { citationLink, sourceLinks } from './source-link.ts'

function linksOf(source: Partial<GraphSource>, path = 'list.md') {
  const sources: GraphSource[] = [{ path, kind: 'list', blob: '', ...source }]
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources })
  return sourceLinks(graph, { source: path, line: 74, quote: 'x', rule: 'test' })
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
