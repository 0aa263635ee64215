import { describe, expect, it } from 'vitest'
import type { Decision } from '../curated/decisions.ts'
import { VENUES } from '../data/venues/index.ts'
import { extract } from '../extract/extract.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import type { Paper } from './paper.ts'
import { resolve } from './resolve.ts'

const venues = createVenueIndex(VENUES)

function entriesOf(lines: readonly string[], path = 'list.md') {
  const text = `# List\n\n## Papers\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`
  return extract(parse({ path, kind: 'list', text, blob: '' }), venues).entries
}

function papersOf(lines: readonly string[], decisions: readonly Decision[] = []): readonly Paper[] {
  return resolve(entriesOf(lines), decisions).papers
}

function decision(verdict: Decision['verdict'], a: string, b: string): Decision {
  return { verdict, kind: 'paper', a, b, reason: '', source: 'decisions.csv', line: 2 }
}

const A = '**Learning Deep Features for Scene Recognition**'

describe('resolve', () => {
  it.each([
    [
      'an identifier in two forms',
      [
        `${A}, NeurIPS 2014 [[paper](https://arxiv.org/abs/1412.00001)]`,
        `${A} using Places, 2014 [[pdf](http://arxiv.org/pdf/1412.00001v2.pdf)]`,
      ],
    ],
    [
      'a title in other case and punctuation',
      [`${A}, CVPR 2014`, '**Learning deep features for scene-recognition.**, CVPR 2014'],
    ],
    [
      'a preprint and its publication',
      [
        `${A}, arXiv 2013 [[paper](https://arxiv.org/abs/1312.00001)]`,
        `${A}, ICCV 2015 [[paper](https://doi.org/10.1109/ICCV.2015.1)]`,
      ],
    ],
    [
      'a typing error',
      [
        '**A Circular Structured Representation for Emotion Learning**, CVPR 2021',
        '**A Circular Structured Represention for Emotion Learning**, CVPR 2021',
      ],
    ],
    [
      'a name added before the title, with people in common',
      [
        '**POSTER: A Pyramid Cross-Fusion Transformer Network for Faces**, Ce Zheng, Matias Mendieta, ICCV 2023',
        '**A Pyramid Cross-Fusion Transformer Network for Faces**, Ce Zheng, Matias Mendieta, arXiv 2022',
      ],
    ],
  ])('merges by %s', (_, lines) => {
    expect(papersOf(lines)).toHaveLength(1)
  })

  it.each([
    [
      'V2',
      [
        '**POSTER: A Pyramid Network for Expression Recognition**, ICCV 2023',
        '**POSTER V2: A Pyramid Network for Expression Recognition**, arXiv 2023',
      ],
    ],
    [
      'survey twins',
      [
        '**Deep Facial Expression Recognition: A Survey**, Shan Li, Weihong Deng, TAC 2020',
        '**Facial Expression Recognition: A Survey**, Jyoti Kumari, R. Rajesh, 2015',
      ],
    ],
    [
      'a short title',
      ['**Deep Learning Survey**, Ann Lee, Bo Li, 2015', '**Deep Learning Survey**, Carl Orr, Dan Poe, 2018'],
    ],
    [
      'two identifiers of one scheme',
      [
        `${A}, 2014 [[paper](https://arxiv.org/abs/1412.00001)]`,
        `${A}, 2016 [[paper](https://arxiv.org/abs/1612.99999)]`,
      ],
    ],
    [
      'one address on two works',
      [
        '**Summarization of Human-Centric Videos by Affect**, TAC 2023 [[paper](https://ieeexplore.ieee.org/document/7945502)]',
        '**Audio and Visual Emotion Recognition in Clips**, TAC 2019 [[paper](https://ieeexplore.ieee.org/document/7945502)]',
      ],
    ],
    [
      'one address on two works of the same people at two conferences',
      [
        '**Refining the Encoder Step by Step**, Ann Lee, Bo Li, ICCV 2021 [[paper](https://arxiv.org/abs/2102.02766)]',
        '**Designing what Edits Photographs**, Ann Lee, Bo Li, SIGGRAPH 2021 [[paper](https://arxiv.org/abs/2102.02766)]',
      ],
    ],
    [
      'a preprint posted after the publication of what it resembles',
      [
        '**Learning a Deep Convolutional Network for Image Super-Resolution**, Ann Lee, Bo Li, ECCV 2014',
        '**Image Super-Resolution Using Deep Convolutional Networks**, Ann Lee, Bo Li, arXiv 2015 [[paper](https://arxiv.org/abs/1501.00092)]',
      ],
    ],
    [
      'numbers in titles',
      [
        '**Progress in the Third Challenge on Faces 3**, FG 2021',
        '**Progress in the Third Challenge on Faces 4**, FG 2021',
      ],
    ],
  ])('keeps apart: %s', (_, lines) => {
    expect(papersOf(lines)).toHaveLength(2)
  })

  it('keeps a journal extension apart from its conference paper, and says that it extends it', () => {
    const papers = papersOf([`${A}, CVPR 2014`, `${A}, IEEE TPAMI 2018`])
    expect(papers.map((paper) => [paper.venue?.name, paper.extends.length])).toEqual(
      expect.arrayContaining([
        ['CVPR', 0],
        ['TPAMI', 1],
      ]),
    )
    expect(new Set(papers.map(({ key }) => key)).size).toBe(2)
  })

  it.each([
    ['Views of Scenes from Many Cameras', 'Views of Scenes from Laser and Cameras', 'IEEE TPAMI 2018', 1],
    ['Views of Scenes from Many Cameras', 'Views of Faces by Few Words', 'IEEE TPAMI 2018', 0],
    ['Views of Scenes from Many Cameras', 'Views of Scenes from Laser and Cameras', 'IEEE TPAMI 2012', 0],
  ])(
    'says of a journal article under another wording whether it extends: %s, %s, %s',
    (first, second, journal, count) => {
      const people = 'Ann Lee, Bo Li, Cy Mo'
      const papers = papersOf([
        `**SceneFormer: ${first}**, ${people}, CVPR 2014`,
        `**SceneFormer: ${second}**, ${people}, ${journal}`,
      ])
      expect(papers).toHaveLength(2)
      expect(papers.flatMap((paper) => paper.extends)).toHaveLength(count)
    },
  )

  it("keeps the journal that is a conference's proceedings in the year after: one paper", () => {
    expect(papersOf([`${A}, IEEE VIS 2017`, `${A}, IEEE TVCG 2018`])).toHaveLength(1)
    expect(papersOf([`${A}, IEEE VIS 2017`, `${A}, IEEE TVCG 2020`])).toHaveLength(2)
  })

  it('keeps them apart under the address of the preprint that both have, which goes to the conference paper', () => {
    const preprint = '[[paper](https://arxiv.org/abs/1412.00001)]'
    const lines = [`${A}, CVPR 2014 ${preprint}`, `${A}, IEEE TPAMI 2018 ${preprint}`, `${A}, arXiv 2014 ${preprint}`]
    for (const order of [lines, lines.toReversed()]) {
      const papers = papersOf(order)
      expect(papers.map((paper) => [paper.venue?.name, paper.entries.length, paper.extends.length]).sort()).toEqual([
        ['CVPR', 2, 0],
        ['TPAMI', 1, 1],
      ])
    }
  })

  it.each([
    ['of one year', [`${A}, CVPR 2018`, `${A}, IEEE TPAMI 2018`], 'https://arxiv.org/abs/1412.00001'],
    ['without the year of one', [`${A}, CVPR`, `${A}, IEEE TPAMI 2018`], 'https://arxiv.org/abs/1412.00001'],
    ['under one DOI', [`${A}, CVPR 2014`, `${A}, IEEE TPAMI 2018`], 'https://doi.org/10.1109/TPAMI.2018.1234567'],
  ])('merges a conference paper and a journal article %s', (_, lines, url) => {
    expect(papersOf(lines.map((line) => `${line} [[paper](${url})]`))).toHaveLength(1)
  })

  it('ties no chain of weak likenesses together', () => {
    const people = 'Ann Lee, Bo Li, Cy Mo'
    const papers = papersOf([
      `**Alpha Beta Gamma Delta Epsilon Zeta Eta Theta**, ${people}, CVPR 2020`,
      `**Alpha Beta Gamma Delta Epsilon Zeta Kappa Lambda**, ${people}, CVPR 2020`,
      `**Alpha Beta Mu Nu Epsilon Zeta Kappa Lambda**, ${people}, CVPR 2020`,
    ])
    expect(papers.length).toBeGreaterThan(1)
  })

  it('gives the preprint to the conference paper, not to its journal extension', () => {
    const papers = papersOf([
      `${A}, arXiv 2014 [[paper](https://arxiv.org/abs/1412.00001)]`,
      `${A}, CVPR 2014`,
      `${A}, IEEE TPAMI 2018`,
    ])
    expect(papers.map((paper) => [paper.venue?.name, paper.entries.length]).sort()).toEqual([
      ['CVPR', 2],
      ['TPAMI', 1],
    ])
  })

  it('lets no entry without people tie papers of one title together', () => {
    const title = '**Modelling of Human Trajectories in Crowded Scenes**'
    const papers = papersOf([`${title}, Ann Lee, Bo Li, 2021`, `${title}, Cy Mo, Dan Poe, 2021`, `${title}, 2021`])
    expect(papers).toHaveLength(2)
  })

  it.each([
    [
      'the nickname of its method',
      '[ViPLO](https://arxiv.org/abs/2304.08114), CVPR 2023',
      '**Vision Transformer based Self-Loop Graphs for Interaction**, CVPR 2023 [[paper](https://arxiv.org/abs/2304.08114)]',
    ],
    [
      'another title, with people in common',
      '**NViT: Compression and Parameter Redistribution**, Huanrui Yang, Hongxu Yin, 2021 [[paper](https://arxiv.org/abs/2110.04869)]',
      '**Global Pruning with Hessian-Aware Saliency**, Huanrui Yang, Hongxu Yin, CVPR 2023 [[paper](https://arxiv.org/abs/2110.04869)]',
    ],
    [
      'another title behind the same name',
      '**Reflexion: an autonomous agent with dynamic memory**, 2023 [[paper](https://arxiv.org/abs/2303.11366)]',
      '**Reflexion: Language Models that Learn in Words**, NeurIPS 2023 [[paper](https://arxiv.org/abs/2303.11366)]',
    ],
  ])('merges one address under %s', (_, first, second) => {
    expect(papersOf([first, second])).toHaveLength(1)
  })

  it('does not depend on the order of entries', () => {
    const entries = entriesOf([
      `${A}, CVPR 2014`,
      `${A}, arXiv 2013`,
      '**Another Title about Quite Different Things**, CVPR 2014',
    ])
    expect(resolve(entries.toReversed(), []).papers).toEqual(resolve(entries, []).papers)
  })

  it('shows the year that the address of the published version proves, and reports the conflict', () => {
    const { papers, findings } = resolve(
      entriesOf([
        `${A}, CVPR 2021 [[paper](https://openaccess.thecvf.com/content/CVPR2022/papers/Li_X_CVPR_2022_paper.pdf)]`,
      ]),
      [],
    )
    expect(papers[0]).toMatchObject({ year: 2022, yearBasis: 'proved' })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'resolve/year-conflict', line: 5 }))
  })

  it.each([
    ['of a preprint', [`${A}, CVPR 2014`, `${A}, 2013 [[paper](https://arxiv.org/abs/1312.00001)]`]],
    ['of preprints that are more than one', [`${A}, arXiv 2013`, `${A}, arXiv 2013`, `${A}, CVPR 2014`]],
    ['of a workshop before', [`${A}, CVPR 2014`, `${A}, ICCV Workshop 2013`]],
  ])('takes the year of the venue, and reports no conflict with the year %s', (_, lines) => {
    const { papers, findings } = resolve(entriesOf(lines), [])
    expect(papers).toMatchObject([{ year: 2014 }])
    expect(findings.filter(({ rule }) => rule === 'resolve/year-conflict')).toEqual([])
  })

  it('reports another year at the same venue', () => {
    const { findings } = resolve(entriesOf([`${A}, CVPR 2014`, `${A}, CVPR 2014`, `${A}, CVPR 2013`]), [])
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'resolve/year-conflict', line: 7 }))
  })

  it('reports the wrong year of a heading once', () => {
    const address = 'https://openaccess.thecvf.com/content/CVPR2022/papers'
    const { findings } = resolve(
      entriesOf([
        `${A}, CVPR [[paper](${address}/Li_A_CVPR_2022_paper.pdf)]`,
        `**Another Title about Quite Different Things**, CVPR [[paper](${address}/Ode_B_CVPR_2022_paper.pdf)]`,
      ]).map((entry) => ({ ...entry, year: { value: 2021, evidence: { ...entry.title.evidence, line: 3 } } })),
      [],
    )
    const conflicts = findings.filter(({ rule }) => rule === 'resolve/year-conflict')
    expect(conflicts).toMatchObject([{ line: 3, message: expect.stringContaining('1 more') }])
  })

  it('labels a merged paper by the spelling that most entries use', () => {
    const respelled = '**Learning Deep Featurse for Scene Recognition**'
    expect(papersOf([`${respelled}, CVPR 2014`, `${A}, CVPR 2014`, `${A}, 2014`])[0]?.label).toBe(
      'Learning Deep Features for Scene Recognition',
    )
  })

  it('gives two papers of one title keys that do not depend on order', () => {
    const lines = [`${A}, CVPR 2014`, `${A}, IEEE TPAMI 2018`]
    const keys = papersOf(lines).map(({ key }) => key)
    expect(papersOf(lines.toReversed()).map(({ key }) => key)).toEqual(keys)
    expect(keys.every((key) => key.startsWith('paper:learning-deep-features-for-scene-recognition-'))).toBe(true)
  })
})

describe('decisions', () => {
  const lines = [
    '**Summarization of Human-Centric Videos by Affect**, TAC 2023 [[paper](https://ieeexplore.ieee.org/document/7945502)]',
    '**Use of Affect in Summaries about Humans**, TAC 2022',
  ]

  it('win over every rule', () => {
    expect(papersOf(lines, [decision('same', 'ieee:7945502', 'list.md:6')])).toHaveLength(1)
    expect(papersOf([lines[0] ?? '', lines[0] ?? ''], [decision('different', 'list.md:5', 'list.md:6')])).toHaveLength(
      2,
    )
  })

  it('win over people, venues and identifiers that set papers apart', () => {
    const [first, second] = [
      `${A}, Ann Lee, Bo Li, CVPR 2014 [[paper](https://arxiv.org/abs/1412.00001)]`,
      `${A}, Cy Mo, Dan Poe, IEEE TPAMI 2018 [[paper](https://arxiv.org/abs/1812.00002)]`,
    ]
    expect(papersOf([first, second])).toHaveLength(2)
    const [paper, ...others] = papersOf([first, second], [decision('same', 'list.md:5', 'list.md:6')])
    expect(others).toEqual([])
    expect(paper?.merges.map(({ rule }) => rule)).toEqual(['resolve/decision'])
  })

  it('state a former name where the first title is gone', () => {
    const [paper] = papersOf(
      [`${A}, CVPR 2014`],
      [decision('same', 'Learning Features of Scenes', 'Learning Deep Features for Scene Recognition')],
    )
    expect(paper?.formerKeys).toEqual(['paper:learning-features-of-scenes'])
  })

  it('are a finding where they name nothing any more', () => {
    const { findings } = resolve(entriesOf(lines), [decision('different', 'arxiv:9999.99999', 'list.md:5')])
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'resolve/stale-decision', source: 'decisions.csv', line: 2 }),
    )
  })
})
