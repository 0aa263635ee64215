import { byCodeUnits, type Finding } from '@fieldmap/graph'
import { oncePerList } from '../memo.ts'
import { editDistance } from '../resolve/typing-errors.ts'
import { slugOf } from './slug-of.ts'
import type { NodeStatement } from './statement.ts'

/**
 * Reports names of people and institutions that differ by a letter or by what stands after a comma: perhaps one, never
 * merged by likeness alone. Names are compared within blocks (people: surname; institutions: first letters of a word),
 * so the cost stays near linear.
 */
export function similarNames(nodes: readonly NodeStatement[]): Finding[] {
  return [...similarPeople(firstOf(nodes, 'author')), ...similarInstitutions(firstOf(nodes, 'organization'))]
}

/** The first statement about each name of a kind. */
function firstOf(nodes: readonly NodeStatement[], kind: NodeStatement['kind']): readonly NodeStatement[] {
  const names = new Map<string, NodeStatement>()
  for (const node of nodes) if (node.kind === kind && !names.has(node.key)) names.set(node.key, node)
  return [...names.values()]
}

const similarPeople = oncePerList((names: readonly NodeStatement[]) =>
  similar(names, 'author', givenNames, peopleBlocks, perhapsOnePerson),
)

const similarInstitutions = oncePerList((names: readonly NodeStatement[]) =>
  similar(names, 'organization', core, institutionBlocks, perhapsOneInstitution),
)

function similar(
  names: readonly NodeStatement[],
  kind: 'author' | 'organization',
  formOf: (name: string) => string,
  blocksOf: (name: string) => readonly string[],
  alike: (a: string, b: string) => boolean,
): Finding[] {
  const blocks = new Map<string, Named[]>()
  for (const node of names.toSorted((a, b) => byCodeUnits(a.key, b.key))) {
    const { label } = node.attributes
    const named = { node, form: formOf(label) }
    for (const key of blocksOf(label)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [named])
      else block.push(named)
    }
  }
  const findings = new Map<string, Finding>()
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue
    block.forEach((a, i) => {
      for (const b of block.slice(i + 1)) {
        if (!alike(a.form, b.form)) continue
        const id = `${a.node.key} ${b.node.key}`
        if (!findings.has(id)) findings.set(id, finding(kind, a.node, b.node))
      }
    })
  }
  return [...findings.values()]
}

/** A node with the form of its name that is compared. */
interface Named {
  readonly node: NodeStatement
  readonly form: string
}

/** A surname shared by more people says nothing. */
const LARGEST_BLOCK = 200

function peopleBlocks(name: string): string[] {
  const words = slugOf(name).split('-')
  return words.length < 2 ? [] : [words.at(-1) ?? '']
}

/** The words before the surname, without blanks. */
function givenNames(name: string): string {
  return slugOf(name).split('-').slice(0, -1).join('')
}

/** Same surname, and given names of some length that one letter tells apart. */
function perhapsOnePerson(x: string, y: string): boolean {
  if (x === y) return false
  const shorter = Math.min(x.length, y.length)
  const limit = shorter >= 7 ? 1 : shorter >= 5 && x[0] !== y[0] && (x.endsWith(y) || y.endsWith(x)) ? 1 : 0
  return limit > 0 && editDistance(x, y, limit) <= limit
}

function institutionBlocks(name: string): string[] {
  return [
    ...new Set(
      core(name)
        .split(' ')
        .filter((word) => word.length > 3 && !COMMON.has(word))
        .map((word) => word.slice(-5)),
    ),
  ]
}

function perhapsOneInstitution(x: string, y: string): boolean {
  return x === y || editDistance(x, y, 2) <= (Math.min(x.length, y.length) >= 10 ? 2 : 1)
}

const COMMON = new Set([
  'university',
  'institute',
  'institut',
  'school',
  'college',
  'technology',
  'science',
  'research',
  'department',
  'laboratory',
])

/** Before the first comma: what follows is a place. */
function core(name: string): string {
  return slugOf(name.split(',')[0] ?? name).replaceAll('-', ' ')
}

function finding(kind: 'author' | 'organization', a: NodeStatement, b: NodeStatement): Finding {
  const place = b.mentions[0]
  const other = a.mentions[0]
  return {
    rule: kind === 'author' ? 'link/similar-people' : 'link/similar-organizations',
    severity: 'info',
    source: place?.source ?? '',
    line: place?.line ?? 1,
    column: 1,
    message: `"${b.attributes.label}" and "${a.attributes.label}" (${other?.source}:${other?.line}) may be one; they are kept apart.`,
    hint:
      kind === 'author'
        ? 'If it is a typing error, correct it.'
        : 'If they are one, add both spellings to a vocabulary file organizations.csv.',
  }
}
