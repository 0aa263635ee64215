import { describe, expect, it } from 'vitest'
import type { Term } from '../curated/vocabulary.ts'
import { createDatasetNames } from '../recognise/dataset-names.ts'
import { writeBibliography } from './bibliography.ts'
import { EVIDENCE_COLUMNS, writeCsv } from './evidence-rows.ts'
import { findBibtex, writeBibtex } from './find-bibtex.ts'
import { keepPrevious } from './previous-harvest.ts'
import { proposeDatasets } from './propose-datasets.ts'
import { readCode, readPaths, tellingFiles } from './read-code.ts'

const affectnet: Term = {
  id: 'affectnet',
  name: 'AffectNet',
  fullName: '',
  aliases: [],
  former: [],
  source: 'd.csv',
  line: 2,
}
const names = createDatasetNames([affectnet, { ...affectnet, id: 'mead', name: 'MEAD' }])

describe('findBibtex', () => {
  it('reads braces, quotes, numbers and what stands around', () => {
    const text =
      'Cite:\n@InProceedings{li17,\n title = {A {RAF} Title,\n two lines},\n author="Li, S. and Deng, W.", year=2017\n}\nmore'
    const [entry] = findBibtex(text)
    expect(entry).toMatchObject({ type: 'inproceedings', key: 'li17', line: 2 })
    expect([...(entry?.fields ?? [])]).toEqual([
      ['title', 'A {RAF} Title, two lines'],
      ['author', 'Li, S. and Deng, W.'],
      ['year', '2017'],
    ])
  })

  it('leaves out what is not closed, and no BibTeX', () => {
    expect(findBibtex('@article{a, title={open')).toEqual([])
    expect(findBibtex('mail me@host{x, y}')).toEqual([])
    expect(findBibtex('@comment{a, b}')).toEqual([])
    expect(findBibtex('@a{'.repeat(50_000))).toEqual([])
  })

  it('writes what it reads', () => {
    const [entry] = findBibtex('@misc{a:1, title={X {Y} \\"u}, doi={10.1/2}}')
    if (entry === undefined) throw new Error('no entry')
    expect(findBibtex(writeBibtex(entry))).toEqual([entry])
    expect(writeBibtex({ type: 'misc', key: 'a}b', fields: new Map([['title', 'x}\u0000{ y']]) })).toBe(
      '@misc{ab,\n  title = {x  y},\n}\n',
    )
  })
})

describe('writeBibliography', () => {
  it('gives one entry a paper, the fullest, with its place', () => {
    const [short, full] = ['@misc{a, title={T}, year={2020}}', '@misc{b, title={T}, year={2020}, doi={10.1/2}}'].map(
      (text) => findBibtex(text)[0],
    )
    if (short === undefined || full === undefined) throw new Error('no entry')
    const place = { paper: 'The Title', path: 'README.md', commit: 'c0ffee' }
    expect(
      writeBibliography([
        { ...place, entry: short, source: 'https://a' },
        { ...place, entry: full, source: 'https://b' },
      ]),
    ).toBe(
      '% https://b README.md:1 at c0ffee\n@misc{the-title,\n  title = {The Title},\n  year = {2020},\n  doi = {10.1/2},\n}\n',
    )
    expect(writeBibliography([])).toBe('')
  })

  it('mends lists of authors that are joined by commas', () => {
    const authors = (author: string) => {
      const [entry] = findBibtex(`@misc{a, title={T}, author={${author}}}`)
      if (entry === undefined) throw new Error('no entry')
      const text = writeBibliography([{ paper: 'T', path: 'R', commit: 'c', source: 's', entry }])
      return /author = \{(.*)\}/.exec(text)?.[1]
    }
    expect(authors('Jane Roe, John Doe, Ann Poe')).toBe('Jane Roe and John Doe and Ann Poe')
    expect(authors('Roe, Jane and Doe, John')).toBe('Roe, Jane and Doe, John')
    expect(authors('van der Roe, Jr, Jane')).toBe('van der Roe, Jr, Jane')
  })
})

describe('writeCsv', () => {
  it('sorts, quotes, and lets no control character through', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          { a: 'z', b: 'x"y' },
          { a: 'a,b', b: 'c\u001b\n' },
          { a: 'z', b: 'x"y' },
        ],
      ),
    ).toBe('a,b\n"a,b",c\uFFFD\uFFFD\nz,"x""y"\n')
  })
})

describe('keepPrevious', () => {
  it('keeps what earlier files say of the repositories named', () => {
    const evidence = `${EVIDENCE_COLUMNS.join(',')}\nP,D,uses,train,,A,readme,https://a,R,c,1,q,,\nP,E,uses,train,,A,readme,https://b,R,c,1,q,,\n`
    const bibliography = '% https://a R:1 at c\n@misc{p,\n}\n\n% https://b R:1 at c\n@misc{q,\n}\n'
    const kept = keepPrevious({ evidence, bibliography, proposed: '"' }, new Set(['https://a']))
    expect(kept.evidence.map(({ dataset }) => dataset)).toEqual(['D'])
    expect(kept.bibliography).toEqual(['% https://a R:1 at c\n@misc{p,\n}\n'])
    expect(kept.proposed).toEqual([])
  })
})

describe('proposeDatasets', () => {
  it('proposes coined names where data sets stand, and none that the vocabulary has', () => {
    const text =
      '# T\n## Datasets\n- [FooFace](http://x)\n- AffectNet\n- Download\n## Train\npython train.py --dataset newset\nOn the Bar-DB dataset. On our new dataset.\n## Citation\nThe QUX dataset.\n'
    expect(proposeDatasets({ path: 'README.md', text }, names).map(({ name, line }) => `${name}:${line}`)).toEqual([
      'Bar-DB:8',
      'FooFace:3',
      'newset:7',
    ])
  })
})

describe('code', () => {
  it('chooses configurations and loaders near the root, not those of others', () => {
    const paths = [
      'third_party/x/config.py',
      'a/b/train.py',
      'config.yaml',
      'model.py',
      'configs/affectnet.yml',
      'image.png',
    ]
    expect(tellingFiles(paths, '')).toEqual(['config.yaml', 'configs/affectnet.yml', 'a/b/train.py'])
    expect(tellingFiles(paths, 'a/')).toEqual(['a/b/train.py'])
  })

  it('reads names of loaders and data folders', () => {
    const found = readPaths(
      ['datasets/affectnet.py', 'docs/affectnet.md', 'configs/mead.yml', 'models/affectnet_head.py'],
      '',
      names,
    )
    expect(found).toMatchObject([{ dataset: 'AffectNet', kind: 'code', path: 'datasets/affectnet.py' }])
    expect(found[0]).not.toHaveProperty('line')
  })

  it('reads settings and their choices, no remarks, messages or model files', () => {
    const read = (text: string) =>
      readCode([{ path: 'config.py', text }], names).map(({ dataset, line }) => `${dataset}:${line}`)
    expect(read("x = 1\nparser.add_argument('--dataset', default='affectnet')")).toEqual(['AffectNet:2'])
    expect(read("# data = 'affectnet'")).toEqual([])
    expect(read("if 'affectnet' in data_dir:")).toEqual([])
    expect(read("parser.add_argument('affectnet_dir')")).toEqual([])
    expect(read("print('data: affectnet')")).toEqual([])
    expect(read("path = 'weights/affectnet.pth'")).toEqual([])
    expect(read("data = 'https://example.org/affectnet'")).toEqual([])
  })
})
