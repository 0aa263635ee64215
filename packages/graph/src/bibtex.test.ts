import { describe, expect, it } from 'vitest'
import { bibtex } from './bibtex.ts'
import { createFieldGraph, type PaperAttributes } from './field-graph.ts'
import type { VenueForm } from './kinds.ts'

const mentions = [{ source: 'list.md', line: 1, quote: 'x', rule: 'test' }]

function graphOf(paper: Partial<PaperAttributes>, form?: VenueForm) {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources: [] })
  graph.addNode('paper:x', {
    kind: 'paper',
    label: 'X & Y: 100% of {braces} for Everyone',
    mentions,
    authors: [],
    identifiers: {},
    links: [],
    versions: [],
    ...paper,
  })
  if (form !== undefined && paper.venue !== undefined) {
    graph.addNode('venue:v', { kind: 'venue', label: paper.venue, name: paper.venue, form, mentions })
    graph.addEdgeWithKey('paper:x|published_in|venue:v', 'paper:x', 'venue:v', {
      kind: 'published_in',
      evidence: mentions,
    })
  }
  return graph
}

describe('bibtex', () => {
  it('writes a conference paper with its authors and identifiers', () => {
    const graph = graphOf(
      {
        venue: 'ICCV',
        year: 2023,
        authors: ['Ce Zheng', 'Józef Müller'],
        identifiers: { doi: '10.1/a_b', arxiv: '2204.04083' },
      },
      'conference',
    )
    expect(bibtex(graph, 'paper:x')).toBe(`@inproceedings{zheng2023braces,
  title = {{X \\& Y: 100\\% of \\{braces\\} for Everyone}},
  author = {Ce Zheng and Józef Müller},
  booktitle = {ICCV},
  year = {2023},
  doi = {10.1/a_b},
  eprint = {2204.04083},
  archiveprefix = {arXiv},
}`)
  })

  it.each([
    ['journal', 'article', 'journal'],
    ['workshop', 'inproceedings', 'booktitle'],
    ['report', 'techreport', 'institution'],
    ['preprint', 'misc', 'howpublished'],
  ] as const)('knows what a paper of a %s is called', (form, type, field) => {
    const text = bibtex(graphOf({ venue: 'V', year: 2020 }, form), 'paper:x')
    expect(text).toMatch(new RegExp(`^@${type}\\{2020braces,`))
    expect(text).toContain(`  ${field} = {V},`)
  })

  it('leaves out what is not known, and falls back on the address', () => {
    const links = [{ rel: 'paper' as const, label: 'PDF', url: 'https://example.org/a}b.pdf' }]
    expect(bibtex(graphOf({ links }), 'paper:x')).toBe(`@misc{braces,
  title = {{X \\& Y: 100\\% of \\{braces\\} for Everyone}},
  url = {https://example.org/a%7Db.pdf},
}`)
  })

  it('is for papers only', () => {
    const graph = graphOf({ venue: 'V' }, 'journal')
    expect(() => bibtex(graph, 'venue:v')).toThrow('venue:v is no paper')
  })
})
