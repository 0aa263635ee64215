import type { ReadResult, SourceText } from '@fieldmap/core'

/** A list as its curator thinks of it; {@link render} writes it down. */
export interface ListModel {
  readonly path: string
  readonly title: string
  readonly sections: readonly SectionModel[]
  /** Addresses that papers link by label: the number behind "ref". */
  readonly definitions: readonly number[]
}

interface SectionModel {
  readonly heading: string
  readonly shape: (typeof SHAPES)[number]
  /** Numbers of papers. */
  readonly papers: readonly number[]
}

const SHAPES = ['bullets', 'table', 'lines', 'headings', 'html'] as const

/** A field at one time: its lists, and the venues that its vocabulary knows. */
export interface FieldModel {
  readonly lists: readonly ListModel[]
  readonly venues: readonly string[]
}

/** One edit as four numbers: what, in which list, where, and which. */
export type Edit = readonly [what: number, list: number, where: number, which: number]

export const START: FieldModel = {
  lists: [
    {
      path: 'README.md',
      title: 'Awesome Readings',
      definitions: [1, 2, 3],
      sections: [
        { heading: 'Surveys', shape: 'bullets', papers: [0, 1, 2] },
        { heading: 'CVPR 2021', shape: 'table', papers: [3, 4, 5, 6] },
        { heading: 'Action Units', shape: 'lines', papers: [7, 8] },
      ],
    },
    {
      path: 'docs/more.md',
      title: 'More Readings',
      definitions: [1],
      sections: [
        { heading: 'Data sets', shape: 'html', papers: [9, 3] },
        { heading: 'Zebra Modelling', shape: 'headings', papers: [10, 11] },
      ],
    },
  ],
  venues: ['ZEB'],
}

/** The field after an edit: papers added, removed, moved or sorted, a shape, heading, path or definition changed. */
export function edit(field: FieldModel, [what, list, where, which]: Edit): FieldModel {
  if (what % EDITS === 9) return { ...field, venues: field.venues.includes('ZEB') ? ['QUX'] : ['ZEB', 'QUX'] }
  const lists = field.lists.map((model, i) =>
    i === list % field.lists.length ? editList(model, what, where, which) : model,
  )
  return { ...field, lists }
}

const EDITS = 10

function editList(list: ListModel, what: number, where: number, which: number): ListModel {
  const at = where % Math.max(1, list.sections.length)
  const change = (next: (section: SectionModel) => SectionModel): ListModel => ({
    ...list,
    sections: list.sections.map((section, i) => (i === at ? next(section) : section)),
  })
  const other = (at + 1 + (which % 3)) % Math.max(1, list.sections.length)
  switch (what % EDITS) {
    case 0:
      return change((section) => ({ ...section, papers: insert(section.papers, which, which % PAPERS) }))
    case 1:
      return change((section) => ({ ...section, papers: without(section.papers, which) }))
    case 2: {
      const moved = list.sections[at]?.papers[which % (list.sections[at]?.papers.length || 1)]
      const left = change((section) => ({ ...section, papers: section.papers.filter((paper) => paper !== moved) }))
      if (moved === undefined) return list
      return {
        ...left,
        sections: left.sections.map((section, i) =>
          i === other ? { ...section, papers: insert(section.papers, which, moved) } : section,
        ),
      }
    }
    case 3:
      return change((section) => ({ ...section, papers: section.papers.toReversed() }))
    case 4:
      return change((section) => ({ ...section, shape: SHAPES[which % SHAPES.length] ?? 'bullets' }))
    case 5:
      return change((section) => ({ ...section, heading: HEADINGS[which % HEADINGS.length] ?? 'Other' }))
    case 6:
      return { ...list, path: `${'old/'.repeat(which % 3)}${list.path.replace(/^(?:old\/)*/, '')}` }
    case 7:
      return { ...list, sections: list.sections.toReversed() }
    default:
      return {
        ...list,
        definitions: list.definitions.includes(which % 5)
          ? without(list.definitions, list.definitions.indexOf(which % 5))
          : [...list.definitions, which % 5],
      }
  }
}

function insert<T>(items: readonly T[], where: number, item: T): readonly T[] {
  const at = where % (items.length + 1)
  return [...items.slice(0, at), item, ...items.slice(at)]
}

function without<T>(items: readonly T[], where: number): readonly T[] {
  return items.filter((_, i) => i !== where % Math.max(1, items.length))
}

const PAPERS = 24
const HEADINGS = ['Surveys', 'ICCV 2019', 'Action Units', '2020', 'Tools', 'Challenges', 'ZEB 2022', 'Other']
const NAMES = ['Deep', 'Robust Learning of', 'A Survey of', 'Weakly Supervised', 'Towards', 'Rethinking']
const THINGS = ['Facial Action Units', 'Zebra Crossings', 'Knowledge Graphs', 'Talking Heads']
const VENUES = ['CVPR 2020', 'ZEB 2021', 'QUX 2019', 'arXiv 2018', 'IEEE Transactions on Affective Computing']

/** A field as texts. */
export function read({ lists, venues }: FieldModel): ReadResult {
  const sources = lists.map((list, i): SourceText => {
    const text = render(list)
    return { path: `${i}/${list.path}`, kind: 'list', text, blob: text.length.toString(16) }
  })
  const vocabulary = `id,name,full_name\n${venues.map((name) => `${name.toLowerCase()},${name},International Conference on ${name}\n`).join('')}`
  const known: SourceText = {
    path: 'vocabulary/venues.csv',
    kind: 'vocabulary',
    text: vocabulary,
    blob: venues.join(''),
  }
  return { title: 'Field', sources: [...sources, known, ...curated(venues.length)], findings: [] }
}

/** What else is known of the field; other words for another `edition`. */
function curated(edition: number): readonly SourceText[] {
  const files: readonly (readonly [path: string, kind: SourceText['kind'], text: string])[] = [
    ['vocabulary/datasets.csv', 'vocabulary', 'id,name,aliases\nzoo-db,ZooDB,Zoo Database\nheads,TalkingHeads,\n'],
    [
      'vocabulary/tasks.csv',
      'vocabulary',
      'id,name,aliases,broader\nunits,Facial action units,Action Units,\nzebras,Zebra crossings,Zebra Modelling,units\n',
    ],
    [
      'evidence/evidence.csv',
      'evidence',
      `paper,dataset,relation,kind,quote\n${titleOf(3)},ZooDB,uses,page,on ZooDB\n${titleOf(edition)},Unheard Of ${edition},introduces,page,we release it\n${titleOf(10)},TalkingHeads,uses,readme,heads\n`,
    ],
    ['evidence/relations.csv', 'relations', 'dataset,relation,other\nTalkingHeads,derived_from,ZooDB\n'],
    ['decisions.csv', 'decisions', `kind,a,b,verdict,reason\npaper,${titleOf(edition)},${titleOf(5)},same,one work\n`],
    [
      'field.bib',
      'bibliography',
      `@article{one, title = {${titleOf(0)}}, author = {Noether, Emmy}, year = {2020}, abstract = {In this paper we collect ZooDB, a data set of ${edition} zebras. We also use TalkingHeads.}}\n`,
    ],
  ]
  return files.map(([path, kind, text]) => ({ path, kind, text, blob: text.length.toString(16) }))
}

function render({ title, sections, definitions }: ListModel): string {
  const defined = definitions.map((number) => `[ref${number}]: https://arxiv.org/abs/2001.0000${number}\n`).join('')
  return `# ${title}\n\nWords in front.\n\n${sections.map(renderSection).join('\n')}\n${defined}`
}

function renderSection({ heading, shape, papers }: SectionModel, at: number): string {
  const head = `${at === 1 ? '<a id="anchor"></a>\n\n' : ''}## ${heading}\n\n`
  switch (shape) {
    case 'bullets':
      return `${head}${papers.map((paper) => `- ${bullet(paper)}\n`).join('')}`
    case 'table':
      return `${head}| Venue | Title | Links |\n| --- | --- | --- |\n${papers.map(row).join('')}`
    case 'lines':
      return `${head}${papers.map((paper) => `**${titleOf(paper)}** *${authorsOf(paper)}*<br>\n${linksOf(paper)}\n\n`).join('')}`
    case 'headings':
      return `${head}${papers.map((paper) => `### ${titleOf(paper)}\n\n- ${linksOf(paper)}\n- ${venueOf(paper)}\n\n`).join('')}`
    case 'html':
      return `${head}<table>\n<tr><th>Title</th><th>Venue</th></tr>\n${papers
        .map(
          (paper) =>
            `<tr><td><a href="https://arxiv.org/abs/2101.${10_000 + paper}">${titleOf(paper)}</a></td><td>${venueOf(paper)}</td></tr>\n`,
        )
        .join('')}</table>\n`
    default:
      return shape satisfies never
  }
}

function bullet(paper: number): string {
  const details = paper % 7 === 0 ? `\n  - Authors: ${authorsOf(paper)}` : ''
  return `**${titleOf(paper)}**, ${venueOf(paper)}. ${linksOf(paper)}${details}`
}

function row(paper: number): string {
  const extra = paper % 11 === 0 ? ' more |' : ''
  return `| ${venueOf(paper)} | [${titleOf(paper)}](https://arxiv.org/abs/2101.${10_000 + paper}) | ${linksOf(paper)} |${extra}\n`
}

function linksOf(paper: number): string {
  const byLabel = paper % 3 === 0 ? ` [Paper][ref${paper % 5}]` : ''
  const code = paper % 4 === 0 ? ` [[Code](https://github.com/someone/code-${paper})]` : ''
  return `[[Paper](https://arxiv.org/abs/2101.${10_000 + paper})]${byLabel}${code}`
}

function titleOf(paper: number): string {
  return `${NAMES[paper % NAMES.length]} ${THINGS[paper % THINGS.length]} with ${paper} Attention Layers`
}

function venueOf(paper: number): string {
  return VENUES[paper % VENUES.length] ?? ''
}

function authorsOf(paper: number): string {
  return `Ada Lovelace ${'IVX'.charAt(paper % 3)}, Kurt Gödel and Emmy Noether`
}
