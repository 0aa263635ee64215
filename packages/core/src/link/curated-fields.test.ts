import type { EdgeAttributes, SourceKind } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { buildFacts } from '../build.ts'

const LIST = `# List

## Recognition

- **Deep Locality-Preserving Learning for Expressions**, CVPR 2017 [[paper](https://arxiv.org/abs/1701.00001)]
- **POSTER: A Pyramid Cross-Fusion Transformer Network**, ICCV 2023 [[paper](https://arxiv.org/abs/2204.04083)]
- **Blob: A Large Database for Studying Faces**, FG 2020 [[paper](https://arxiv.org/abs/2001.00001)]

## Datasets

- **More is Better: A Database for Spontaneous Motion**, TPAMI 2023 [[paper](https://arxiv.org/abs/2301.00001)]
- **Sensing Human Patterns With Radar and Video**, CVPR 2022 [[paper](https://arxiv.org/abs/2201.00009)]
`
const VOCABULARY = `id,name,full_name,aliases,modality,topic
raf-db,RAF-DB,Real-world Affective Faces,RAF;RAFDB,image,expression
ckplus,CK+,Extended Cohn-Kanade,CKPlus,image,expression
`
const HEADER = 'paper,dataset,relation,role,variant,tier,kind,source,path,commit,line,quote,official,note\n'

function factsOf(files: Readonly<Record<string, readonly [SourceKind, string]>>) {
  const sources = Object.entries(files).map(([path, [kind, text]]) => ({ path, kind, text, blob: '' }))
  return buildFacts({ title: 'Field', sources, findings: [] }, () => 0)
}

function field(evidence: string, more: Parameters<typeof factsOf>[0] = {}) {
  return factsOf({
    'list.md': ['list', LIST],
    'datasets.csv': ['vocabulary', VOCABULARY],
    'evidence.csv': ['evidence', HEADER + evidence],
    ...more,
  })
}

function edges(facts: ReturnType<typeof field>, ...kinds: EdgeAttributes['kind'][]): readonly string[] {
  return facts.graph.filterEdges((_, { kind }) => kinds.includes(kind))
}

function rules(facts: ReturnType<typeof field>, stage: RegExp): readonly string[] {
  return facts.report.findings
    .filter(({ rule }) => stage.test(rule))
    .map(({ rule, source, line }) => `${source}:${line} ${rule}`)
}

const POSTER = 'paper:poster-a-pyramid-cross-fusion-transformer-network'

describe('an evidence file', () => {
  it.each([
    ['the title', 'POSTER: A Pyramid Cross-Fusion Transformer Network'],
    ['the title in other letters', 'poster a pyramid cross fusion transformer network.'],
    ['the title with a typing error', 'POSTER: A Pyramid Cross-Fusion Transfomer Network'],
    ['an identifier', '2204.04083'],
    ['an identifier with its scheme', 'arxiv:2204.04083'],
    ['an address', 'https://arxiv.org/pdf/2204.04083v2.pdf'],
  ])('finds its paper by %s', (_, paper) => {
    const facts = field(`${paper},RAFDB,uses,evaluate,,B,abstract,https://example.org,,,,on RAF-DB,,\n`)
    expect(edges(facts, 'uses')).toEqual([`${POSTER}|uses|dataset:raf-db`])
    expect(rules(facts, /^(?:read|link\/unmatched)/)).toEqual([])
  })

  it('makes several records of one pair several evidences of one edge', () => {
    const facts = field(
      `2204.04083,RAF-DB,uses,train,7 classes,A,readme,https://github.com/a/b,README.md,0123abc,12,"trained on ""RAF-DB""",yes,\n` +
        `2204.04083,RAF,uses,evaluate,,B,abstract,https://example.org,,,,on RAF,,\n`,
    )
    const [edge = ''] = edges(facts, 'uses')
    expect(facts.graph.getEdgeAttribute(edge, 'evidence')).toEqual([
      {
        source: 'evidence.csv',
        line: 2,
        quote: 'trained on "RAF-DB"',
        rule: 'evidence/readme',
        tier: 'A',
        role: 'train',
        variant: '7 classes',
        cites: { url: 'https://github.com/a/b', path: 'README.md', commit: '0123abc', line: 12 },
      },
      {
        source: 'evidence.csv',
        line: 3,
        quote: 'on RAF',
        rule: 'evidence/abstract',
        tier: 'B',
        role: 'evaluate',
        cites: { url: 'https://example.org' },
      },
    ])
  })

  it('derives tier and role where a record leaves them out', () => {
    const facts = field(
      `2204.04083,RAF-DB,uses,,,,readme,https://github.com/a/b,,,,words,yes,\n` +
        `2204.04083,RAF-DB,uses,,,,readme,https://github.com/c/d,,,,other words,,\n` +
        `1701.00001,RAF-DB,introduces,,,,abstract,https://example.org,,,,we collect RAF-DB,,\n`,
    )
    const said = facts.graph.mapEdges((_, { kind, evidence }) =>
      kind === 'uses' || kind === 'introduces' ? evidence.map(({ tier, role }) => `${kind} ${tier} ${role}`) : [],
    )
    expect(said.flat().filter((words) => !words.endsWith('A introduce'))).toEqual([
      'introduces B introduce',
      'uses A unknown',
      'uses C unknown',
    ])
  })

  it('is found wrong cell by cell, and the rest is used', () => {
    const facts = field(
      `A Paper That No List Holds,RAF-DB,uses,,,B,abstract,,,,,x,,\n` +
        `2204.04083,RAF-DB,mentions,,,B,abstract,,,,,x,,\n` +
        `2204.04083,RAF-DB,uses,testing,,Z,rumour,https://e.org,,not-a-commit,zero,x,,\n` +
        `2204.04083,Unheard Of,uses,train,,A,readme,https://e.org,,,,x,no,\n` +
        `,RAF-DB,uses,,,,,,,,,,,\n`,
    )
    expect(edges(facts, 'uses')).toEqual([`${POSTER}|uses|dataset:raf-db`, `${POSTER}|uses|dataset:unheard-of`])
    expect(rules(facts, /^(?:read|link\/(?:unmatched|unknown))/)).toEqual([
      'evidence.csv:2 link/unmatched-paper',
      'evidence.csv:3 read/unknown-relation',
      'evidence.csv:4 read/unknown-commit',
      'evidence.csv:4 read/unknown-kind',
      'evidence.csv:4 read/unknown-line',
      'evidence.csv:4 read/unknown-role',
      'evidence.csv:4 read/unknown-tier',
      'evidence.csv:5 link/unknown-dataset',
      'evidence.csv:5 read/unofficial-tier',
      'evidence.csv:6 read/incomplete-record',
    ])
  })

  it('quotes the line of a cell that spans several', () => {
    const facts = field(`2204.04083,RAF-DB,uses,,,B,abstract,,,,,"\nsecond line says\nRAF-DB",,\n`)
    const [edge = ''] = edges(facts, 'uses')
    expect(facts.graph.getEdgeAttribute(edge, 'evidence')).toMatchObject([{ line: 3, quote: 'second line says' }])
  })

  it('speaks of challenges too', () => {
    const facts = factsOf({
      'list.md': [
        'list',
        '# List\n\n## Challenges\n\n| Challenge | Year | Links |\n| --- | --- | --- |\n| Wild Faces Challenge (2nd) | 2020 | [Site](https://example.org) |\n',
      ],
      'evidence.csv': ['evidence', `${HEADER}Wild Faces Challenge,RAF-DB,uses,evaluate,,B,page,https://e.org,,,,x,,\n`],
    })
    expect(edges(facts, 'uses')).toEqual(['challenge:wild-faces-challenge-2nd|uses|dataset:raf-db'])
  })
})

describe('a list', () => {
  it('says itself which datasets its papers introduce', () => {
    const facts = field('2301.00001,DFME,introduces,introduce,,B,abstract,https://e.org,,,,called DFME,,\n')
    expect(edges(facts, 'introduces')).toEqual([
      'paper:blob-a-large-database-for-studying-faces|introduces|dataset:blob',
      'paper:more-is-better-a-database-for-spontaneous-motion|introduces|dataset:dfme',
    ])
    const [blob = '', dfme = ''] = edges(facts, 'introduces')
    expect(facts.graph.getEdgeAttribute(blob, 'evidence')).toEqual([
      {
        source: 'list.md',
        line: 7,
        quote: 'Blob: A Large Database',
        rule: 'link/dataset-title',
        tier: 'A',
        role: 'introduce',
      },
    ])
    expect(facts.graph.getEdgeAttribute(dfme, 'evidence').map(({ source }) => source)).toEqual([
      'evidence.csv',
      'list.md',
    ])
    expect(rules(facts, /^link\/unnamed/)).toEqual(['list.md:12 link/unnamed-dataset'])
  })

  it('needs no vocabulary for that', () => {
    const facts = factsOf({ 'list.md': ['list', LIST] })
    expect(edges(facts, 'introduces')).toEqual([
      'paper:blob-a-large-database-for-studying-faces|introduces|dataset:blob',
    ])
    expect(rules(facts, /^link\/unnamed/)).toHaveLength(2)
  })
})

describe('a relations file', () => {
  it('ties datasets by the names that the vocabulary knows', () => {
    const facts = field('', {
      'relations.csv': [
        'relations',
        'dataset,relation,other\nRAF,part_of,CK+\nRAF,likes,CK+\nOwn,derived_from,RAFDB\n',
      ],
    })
    expect(edges(facts, 'part_of', 'derived_from')).toEqual([
      'dataset:own|derived_from|dataset:raf-db',
      'dataset:raf-db|part_of|dataset:ckplus',
    ])
    expect(rules(facts, /unknown-relation/)).toEqual(['relations.csv:3 read/unknown-relation'])
  })
})

describe('an authors file', () => {
  it('names the authors that lists leave out, and no others', () => {
    const facts = field('', {
      'authors.csv': [
        'authors',
        'paper,authors,source,path,line\n2204.04083,Ce Zheng; Matias Mendieta,https://github.com/a/b,README.md,7\nUnknown Thing Here,A B,,,\n',
      ],
    })
    expect(facts.graph.getNodeAttributes(POSTER)).toMatchObject({ authors: ['Ce Zheng', 'Matias Mendieta'] })
    expect(edges(facts, 'written_by')).toEqual([
      `${POSTER}|written_by|author:ce-zheng`,
      `${POSTER}|written_by|author:matias-mendieta`,
    ])
    expect(rules(facts, /unmatched/)).toEqual(['authors.csv:3 link/unmatched-paper'])
  })
})

describe('a bibliography', () => {
  const BIB = `@string{iccv = "ICCV"}
@inproceedings{zheng2023,
  title = {{POSTER}: A Pyramid Cross-Fusion {T}ransformer Network},
  author = {Zheng, Ce and M{\\"u}ller, J{\\'o}zef and others},
  booktitle = iccv, year = 2023, doi = {10.1109/ICCV.2023.00001},
  abstract = {We show results on many sets.
    Our method reaches the state of the art on RAF-DB and CK+.},
}
@misc{other, title={A Paper That No List Holds At All}, author={{Some Group}}}
@article{broken, title = {unclosed
`
  const CSL = JSON.stringify(
    [
      {
        title: 'POSTER: A Pyramid Cross-Fusion Transformer Network',
        author: [{ family: 'Zheng', given: 'Ce' }, { literal: 'Some Group' }],
        DOI: '10.1109/ICCV.2023.00001',
        issued: { 'date-parts': [[2023]] },
      },
      { type: 'book' },
    ],
    null,
    1,
  )

  it('in BibTeX adds authors, DOI and abstract', () => {
    const facts = field('', { 'field.bib': ['bibliography', BIB] })
    expect(facts.graph.getNodeAttributes(POSTER)).toMatchObject({
      authors: ['Ce Zheng', 'Józef Müller'],
      identifiers: { arxiv: '2204.04083', doi: '10.1109/iccv.2023.00001' },
    })
    expect(facts.graph.getNodeAttributes(POSTER)).toMatchObject({
      abstract: 'We show results on many sets. Our method reaches the state of the art on RAF-DB and CK+.',
    })
    expect(rules(facts, /bibliography|unmatched/)).toEqual([
      'field.bib:9 link/unmatched-paper',
      'field.bib:10 read/broken-bibliography',
    ])
  })

  it('is evidence of tier B for the datasets that an abstract names', () => {
    const made = BIB.replace('We show results on many sets.', 'We introduce a new dataset called RAF-DB.').replace(
      'RAF-DB and CK+',
      'CK+',
    )
    expect(edges(field('', { 'field.bib': ['bibliography', BIB] }), 'uses')).toEqual([
      `${POSTER}|uses|dataset:ckplus`,
      `${POSTER}|uses|dataset:raf-db`,
    ])
    const facts = field('', { 'field.bib': ['bibliography', made] })
    expect(edges(facts, 'uses')).toEqual([`${POSTER}|uses|dataset:ckplus`])
    expect(facts.graph.getEdgeAttribute(`${POSTER}|introduces|dataset:raf-db`, 'evidence')).toEqual([
      {
        source: 'field.bib',
        line: 6,
        quote: 'abstract = {We introduce a new dataset called RAF-DB.',
        rule: 'bibliography/abstract',
        tier: 'B',
        role: 'introduce',
      },
    ])
  })

  it('in CSL-JSON adds the same', () => {
    const facts = field('', { 'field.json': ['bibliography', CSL] })
    expect(facts.graph.getNodeAttributes(POSTER)).toMatchObject({
      authors: ['Ce Zheng', 'Some Group'],
      identifiers: { doi: '10.1109/iccv.2023.00001' },
    })
    expect(rules(facts, /bibliography/)).toHaveLength(1)
  })

  it('has each of its words quoted on their line', () => {
    for (const [path, text] of [
      ['field.bib', BIB],
      ['field.json', CSL],
    ] as const) {
      const { graph } = field('', { [path]: ['bibliography', text] })
      const lines = text.split('\n')
      const said = [
        ...graph.mapNodes((_, { mentions }) => mentions).flat(),
        ...graph.mapEdges((_, { evidence }) => evidence).flat(),
      ].filter(({ source }) => source === path)
      expect(said.length).toBeGreaterThan(2)
      expect(said.filter(({ line, quote }) => lines[line - 1]?.includes(quote) !== true)).toEqual([])
    }
  })

  it('that can not be read at all is a finding', () => {
    const facts = field('', { 'field.json': ['bibliography', '{"title": '] })
    expect(rules(facts, /bibliography/)).toEqual(['field.json:1 read/broken-bibliography'])
  })
})
