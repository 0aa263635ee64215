import { describe, expect, it } from 'vitest'
import type { Term } from '../curated/vocabulary.ts'
import { createDatasetNames } from '../recognise/dataset-names.ts'
import { quoteOf, readReadme } from './read-readme.ts'

function term(name: string, aliases: readonly string[] = []): Term {
  return { id: name.toLowerCase(), name, fullName: name, aliases, former: [], source: 'datasets.csv', line: 2 }
}

const names = createDatasetNames([
  ...['AffectNet', 'CK+', 'FI', 'CelebA', 'CelebA-HQ', 'CAER', 'ImageNet', 'FERV39k', 'MEAD', 'LFW'].map((name) =>
    term(name),
  ),
  term('RAF-DB', ['RAF']),
  term('MS-Celeb-1M', ['MS1M']),
])

/** `data set/role:line`, sorted. */
function uses(text: string, path = 'README.md'): string[] {
  return readReadme({ path, text }, names).map(({ dataset, role, line }) => `${dataset}/${role}:${line}`)
}

describe('readReadme', () => {
  it('reads data sections, training, results and commands as use', () => {
    const text = `# Method
## Data preparation
- [RAF-DB](http://example.org/AffectNet)
- FI
## Training
Train on CK+:
\`\`\`
python train.py --dataset affectnet --mead-weight 3
\`\`\`
## Results
| Method | LFW |
|---|---|
| Ours | 99.8 |
`
    expect(uses(text)).toEqual([
      'AffectNet/train:8',
      'CK+/train:6',
      'FI/unknown:4',
      'LFW/evaluate:11',
      'RAF-DB/unknown:3',
    ])
  })

  it.each([
    ['related work', '## Related work\nFoo is trained on RAF-DB.\n'],
    ['news', '## News\n- 2023: results on RAF-DB dataset\n'],
    ['a citation', '## Citation\nLi: RAF-DB, a database\n'],
    ['BibTeX', '```\n@article{li,\n  title={The RAF-DB dataset, used for training},\n}\n```\n'],
    ['BibTeX without a fence', '@article{li,\n  title={The RAF-DB dataset, used for training},\n}\n'],
    ['thanks', '## Acknowledgements\nWe thank the authors of the RAF-DB dataset.\n'],
    ['an address', 'Code at https://github.com/foo/RAF-DB-train and [here](data/raf-db).\n'],
    ['a comment', '<!-- trained on RAF-DB\nand tested on RAF-DB -->\n'],
    ['other code', 'The code is based on [foo](https://example.org), made for RAF-DB training.\n'],
    ['a task', 'Context-Aware Emotion Recognition (CAER) is a hard task.\nMost CAER methods are trained so.\n'],
    ['thanks under a heading in bold', '<b>Acknowledgement</b>\\\nThe RAF-DB dataset was of help in training.\n'],
    ['a likeness', 'Our training code is similar to the RAF-DB tutorial.\n'],
    ['a list of other projects', '## Other projects\n* RAF-DB toolkit, for training\n'],
    ['a Chinese section of thanks', '## 致谢\n感谢 RAF-DB 数据集的作者\n'],
    ['plain talk', 'RAF-DB is hard to pronounce.\n'],
  ])('takes %s for a mention', (_, text) => {
    expect(uses(`# Title\n${text}`)).toEqual([])
  })

  it('tells pretraining from training', () => {
    expect(uses('## Training\nThe backbone is pretrained on MS-Celeb-1M and trained on RAF-DB.\n')).toEqual([
      'MS-Celeb-1M/pretrain:2',
      'RAF-DB/train:2',
    ])
  })

  it('knows who introduces a data set', () => {
    expect(uses('# FERV39k: A Large-Scale Dataset for Expressions in Videos\n')).toEqual(['FERV39k/introduce:1'])
    expect(uses('# Foo\nWe present a new large-scale dataset, FERV39k.\n')).toEqual(['FERV39k/introduce:2'])
    expect(uses('# Foo\nWe release models trained on the FERV39k dataset.\n')).toEqual(['FERV39k/train:2'])
  })

  it('reads Chinese', () => {
    expect(uses('# 标题\n## 数据集\n下载RAF-DB和AffectNet\n## 训练\n在FI数据集上训练\n')).toEqual([
      'AffectNet/unknown:3',
      'FI/train:5',
      'RAF-DB/unknown:3',
    ])
  })

  it('reads reStructuredText', () => {
    const text =
      'Title\n=====\n\nDatasets\n--------\n\n* `RAF-DB <http://example.org>`_\n\nReferences\n----------\n\nAffectNet dataset paper.\n'
    expect(uses(text, 'README.rst')).toEqual(['RAF-DB/unknown:7'])
  })

  it('reads a leaderboard badge', () => {
    const badge =
      '[![PWC](https://img.shields.io/x)](https://paperswithcode.com/sota/expression-recognition-on-raf-db?p=x)'
    expect(uses(`# Title\n${badge}\n`)).toEqual(['RAF-DB/evaluate:2'])
  })

  it('does not count the short form that commands use beside the full name', () => {
    expect(uses('## Data\nDownload CelebA-HQ.\n```\npython train.py --dataset celeba\n```\n')).toEqual([
      'CelebA-HQ/unknown:2',
    ])
  })

  it('reads values in backticks', () => {
    expect(
      uses('## Training\n2. ```python train.py --data mead```. Replace `mead` with `fi`, or any `affectnet_x`.\n'),
    ).toEqual(['AffectNet/train:2', 'FI/train:2', 'MEAD/train:2'])
  })

  it('judges a sentence by its own words, not by those of its neighbours', () => {
    expect(uses('# T\nThe models were pre-trained on ImageNet. Some code was borrowed from RAF-DB tools.\n')).toEqual([
      'ImageNet/pretrain:2',
    ])
  })

  it('reads names of scripts in prose as nothing', () => {
    expect(uses('## Training\nEdit "train_ImageNet.sh" first.\n')).toEqual([])
  })

  it('keeps quotes within 200 characters of their line, the name among them', () => {
    const raw = `${'word '.repeat(100)}RAF-DB${' word'.repeat(100)}`
    const quote = quoteOf(raw, 500, 506)
    expect(quote.length).toBeLessThanOrEqual(200)
    expect(raw).toContain(quote)
    expect(quote).toContain('RAF-DB')
    expect(quoteOf('x'.repeat(1000), 500, 800).length).toBeLessThanOrEqual(200)
  })

  it('reads empty and odd files', () => {
    for (const text of ['', '\n\n', '```\n', '<!--', '@article{', '#\n##\n', '|||||\n'.repeat(1000)])
      expect(uses(text)).toEqual([])
  })

  it('reads long lines of half patterns in reasonable time', () => {
    for (const part of ['![', '](', '<a ', 'http://', '**', '`', '@a{', '| RAF-DB ', 'is a ', 'introduce the ']) {
      expect(readReadme({ path: 'README.md', text: part.repeat(20_000) }, names).length).toBeLessThan(3)
    }
  })
})
