import { createRng, hash32, type Rng } from '../analyse/rng.ts'

/** A paper of a made field. Titles of two papers share few words. */
export interface MadePaper {
  readonly id: number
  readonly title: string
  readonly venue: string
  readonly year: number
  readonly hasCode: boolean
}

/** A made list: which papers it names, under which heading, and in what form. */
export interface MadeList {
  readonly path: string
  readonly isTable: boolean
  readonly order: number
  readonly members: ReadonlyMap<number, string>
  /** Its file is a symbolic link to another, or there is none. */
  readonly file?: 'link' | 'none'
}

/** A made field at one time. */
export interface MadeField {
  readonly lists: readonly MadeList[]
  readonly papers: ReadonlyMap<number, MadePaper>
  /** Changes files that are no source. */
  readonly notes: number
}

/** What an edit does, and to which papers and fields; it does nothing where they are not there. */
export interface Edit {
  readonly name: string
  readonly apply: (field: MadeField) => MadeField
  readonly paper?: number
}

const SECTIONS = ['Action Unit Detection', 'Micro Gestures', 'Valence Estimation', 'Gaze Following']
const VENUES = ['arXiv', 'CVPR', 'ICCV', 'ECCV', 'NeurIPS', 'ICML', 'AAAI']
const WORDS = (
  'quantum robust lattice tiger ocean bridge silent maple cloud harbor engine velvet comet anchor copper river ancient ' +
  'falcon garden timber road crystal meadow lantern sparrow granite willow ember frost canyon orchid marble thunder ' +
  'saffron glacier walnut raven cobalt prairie juniper beacon cedar onyx tulip horizon amber lagoon pepper magnet ' +
  'violin rocket puzzle basket candle mirror ladder hammer window carpet bottle pencil button jacket blanket pillow ' +
  'kettle saddle wagon barrel cannon castle temple tunnel tower market theater museum library hospital airport station ' +
  'island desert valley volcano forest jungle swamp reef tundra savanna dolphin penguin leopard buffalo squirrel ' +
  'hedgehog octopus lobster pelican peacock vulture giraffe gorilla panther coyote badger otter beaver walrus iguana ' +
  'lizard python turtle salmon herring cactus bamboo clover daisy lilac jasmine magnolia poppy thistle ginger garlic ' +
  'pumpkin spinach turnip radish carrot almond cashew peanut raisin apricot cherry mango papaya banana coconut lemon'
).split(' ')

export const EMPTY_FIELD: MadeField = { lists: [], papers: new Map(), notes: 0 }

/** The address of a paper; every other has an identifier. */
export function addressOf({ id }: MadePaper): string {
  return id % 2 === 0 ? `https://arxiv.org/abs/2001.${String(10_000 + id)}` : `https://example.org/papers/${id}.pdf`
}

/** The code of a paper. */
export function repositoryOf({ id }: MadePaper): string {
  return `github.com/people/code-${id}`
}

/** A paper that no other is like. */
export function makePaper(id: number): MadePaper {
  const rng = createRng(hash32(`paper ${id}`))
  const words = new Set<string>()
  while (words.size < 6) words.add(pick(rng, WORDS))
  const title = [...words].map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join(' ')
  return { id, title, venue: pick(rng, VENUES), year: 2015 + Math.floor(rng() * 8), hasCode: rng() < 0.4 }
}

export function pick<T>(rng: Rng, values: readonly T[]): T {
  const value = values[Math.floor(rng() * values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** The text of a list: the same papers in whatever form. */
export function renderList(list: MadeList, { papers }: MadeField): string {
  const parts = SECTIONS.flatMap((section) => {
    const ids = [...list.members].flatMap(([id, own]) => (own === section ? [id] : []))
    ids.sort((a, b) => hash32(`${list.order} ${a}`) - hash32(`${list.order} ${b}`))
    const own = ids.flatMap((id) => papers.get(id) ?? [])
    if (own.length === 0) return []
    const head = list.isTable ? '| Title | Venue | Year | Paper | Code |\n| --- | --- | --- | --- | --- |\n' : ''
    return [`## ${section}\n\n${head}${own.map(list.isTable ? row : item).join('\n')}\n`]
  })
  return `# Papers\n\n${parts.join('\n')}`
}

function item(paper: MadePaper): string {
  const code = paper.hasCode ? ` [[Code](https://${repositoryOf(paper)})]` : ''
  return `- [${paper.title}](${addressOf(paper)}), ${paper.venue} ${paper.year}${code}`
}

function row(paper: MadePaper): string {
  const code = paper.hasCode ? `[Code](https://${repositoryOf(paper)})` : ''
  return `| ${paper.title} | ${paper.venue} | ${paper.year} | [Paper](${addressOf(paper)}) | ${code} |`
}

/** Every kind of edit that curators make; `papers` are those that may be edited. */
export function randomEdit(rng: Rng, field: MadeField, newPaper: () => number, mayEdit: (id: number) => boolean): Edit {
  const list = Math.floor(rng() * field.lists.length)
  const listed = field.lists.flatMap(({ members }) => [...members.keys()]).filter(mayEdit)
  const roll = rng()
  if (roll < 0.25 || listed.length === 0) return addPaper(newPaper(), list, pick(rng, SECTIONS))
  const paper = pick(rng, listed)
  if (roll < 0.35) return mendTitle(paper)
  if (roll < 0.45) return change('publish', paper, { venue: pick(rng, VENUES), year: 2016 + Math.floor(rng() * 8) })
  if (roll < 0.53) return change('code', paper, { hasCode: true })
  if (roll < 0.61) return move(paper, pick(rng, SECTIONS))
  if (roll < 0.68) return remove(paper)
  const gone = [...field.papers.keys()].filter((id) => mayEdit(id) && !listed.includes(id))
  if (roll < 0.76 && gone.length > 0) return { ...addPaper(pick(rng, gone), list, pick(rng, SECTIONS)), name: 'return' }
  if (roll < 0.81) return { ...addPaper(paper, list, pick(rng, SECTIONS)), name: 'list' }
  if (roll < 0.86) return onList('reformat', list, (own) => ({ ...own, isTable: !own.isTable }))
  if (roll < 0.91) return onList('sort', list, (own) => ({ ...own, order: own.order + 1 }))
  if (roll < 0.95) return { name: 'notes', apply: (own) => ({ ...own, notes: own.notes + 1 }) }
  return { name: 'nothing', apply: (own) => own }
}

export function addPaper(id: number, list: number, section: string): Edit {
  const added = onList('add', list, (own) =>
    own.members.has(id) ? own : { ...own, members: new Map([...own.members, [id, section]]) },
  )
  return {
    name: 'add',
    paper: id,
    apply: (field) =>
      added.apply(field.papers.has(id) ? field : { ...field, papers: new Map([...field.papers, [id, makePaper(id)]]) }),
  }
}

/** A letter too many goes, or comes; with an identifier a whole new subtitle does. */
export function mendTitle(id: number): Edit {
  return onPaper('mend', id, (paper) => {
    const [name, subtitle] = paper.title.split(':')
    if (id % 4 === 0) return { title: subtitle === undefined ? `${name}: A Study of Number ${id}` : (name ?? '') }
    const words = paper.title.split(' ')
    const at = words.findIndex((word) => word.length >= 6)
    const word = words[at]
    if (word !== undefined) words[at] = word.endsWith('q') ? word.slice(0, -1) : `${word}q`
    return { title: words.join(' ') }
  })
}

export function change(name: string, id: number, fields: Partial<MadePaper>): Edit {
  return onPaper(name, id, () => fields)
}

export function move(id: number, section: string): Edit {
  return onMembers(
    'move',
    id,
    (members) => new Map([...members].map(([other, own]) => [other, other === id ? section : own])),
  )
}

export function remove(id: number): Edit {
  return onMembers('remove', id, (members) => new Map([...members].filter(([other]) => other !== id)))
}

export function onList(name: string, index: number, edit: (list: MadeList) => MadeList): Edit {
  return {
    name,
    apply: (field) => ({ ...field, lists: field.lists.map((list, i) => (i === index ? edit(list) : list)) }),
  }
}

function onPaper(name: string, id: number, edit: (paper: MadePaper) => Partial<MadePaper>): Edit {
  return {
    name,
    paper: id,
    apply(field) {
      const paper = field.papers.get(id)
      if (paper === undefined || !field.lists.some(({ members }) => members.has(id))) return field
      return { ...field, papers: new Map([...field.papers, [id, { ...paper, ...edit(paper) }]]) }
    },
  }
}

function onMembers(name: string, id: number, edit: (members: MadeList['members']) => MadeList['members']): Edit {
  return {
    name,
    paper: id,
    apply: (field) => ({
      ...field,
      lists: field.lists.map((list) => (list.members.has(id) ? { ...list, members: edit(list.members) } : list)),
    }),
  }
}
