import { byCodeUnits, type Evidence, nodeKey } from '@fieldmap/graph'
import type { Term, Terms } from '../curated/vocabulary.ts'
import type { Entry, Section } from '../extract/entry.ts'
import { isStructural } from '../extract/section/section-kinds.ts'
import { keepLast, memoise, oncePer } from '../memo.ts'
import { foldLabel } from '../recognise/label.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Paper } from '../resolve/paper.ts'
import { slugOf } from './slug-of.ts'
import { type EdgeStatement, type NodeStatement, type Statements, statedEdge } from './statement.ts'

/**
 * The tasks that papers and challenges address. A heading with entries is a task unless it only orders the list; of
 * nested headings the innermost counts. Headings of several lists that mean one task become one through the
 * vocabulary. A title adds tasks where it holds a task's name.
 */
export function linkTasks(
  papers: readonly Paper[],
  challenges: readonly Entry[],
  challengeKeys: readonly string[],
  tasks: Terms,
  venues: VenueIndex,
): Statements {
  /** Tasks by key, each with the last spelling of its name and a mention for each place. */
  const stated = new Map<string, { readonly task: TaskName; readonly mentions: Map<string, Evidence> }>()
  const edges: EdgeStatement[] = []
  const phrases = new Map<string, { key: string; evidence: Evidence }>()
  const structural = structuralBy(venues)
  const nameOfSection = taskNames(tasks)

  const state = (task: TaskName, evidence: Evidence): string => {
    const known = stated.get(task.key) ?? { task, mentions: new Map<string, Evidence>() }
    const place = `${evidence.source}\n${evidence.line}`
    if (!known.mentions.has(place)) known.mentions.set(place, evidence)
    stated.set(task.key, { ...known, task })
    return task.key
  }

  for (const paper of papers) {
    for (const entry of paper.entries) {
      const section = entry.sections.findLast(({ title }) => !structural(title))
      if (section === undefined) continue
      const name = nameOfSection(section)
      const target = state(name, section.evidence)
      edges.push(sectionEdge(paper)(section)(name))
      for (const phrase of [name.label, section.title])
        phrases.set(folded(phrase), { key: target, evidence: section.evidence })
    }
  }
  const named = phrasesOf(tasks, phrases)
  const titled = (source: string, kind: 'addresses' | 'covers', title: Entry['title']): void => {
    for (const { term, key, evidence, words } of findPhrases(title.value, named)) {
      const quoted = quotesOf(title)(words.join(' '))
      const target = term === undefined ? key : state(nameOf(term), evidence ?? quoted)
      edges.push(statedEdge(quoted, source, kind, target))
    }
  }
  for (const { key, entries } of papers) for (const entry of entries) titled(key, 'addresses', entry.title)
  challenges.forEach((challenge, i) => {
    titled(challengeKeys[i] ?? '', 'covers', challenge.title)
  })
  for (const edge of broaderEdges(stated, tasks)) edges.push(edge)
  const nodes = [...stated.values()].map(taskNode)
  return { nodes, edges }
}

const sectionEdge = oncePer(({ key }: Paper) =>
  oncePer(({ evidence }: Section) =>
    oncePer(
      ({ key: target }: TaskName): EdgeStatement => ({
        source: key,
        kind: 'addresses',
        target,
        evidence: [{ ...evidence, rule: 'link/section-task' }],
      }),
    ),
  ),
)

function taskNode({ task, mentions }: { task: TaskName; mentions: ReadonlyMap<string, Evidence> }): NodeStatement {
  const [first] = mentions.values()
  const node: NodeStatement = {
    key: task.key,
    kind: 'task',
    attributes: { kind: 'task', label: task.label, ...former(task) },
    mentions: [...mentions.values()],
  }
  return first === undefined ? node : keepTask(first, node)
}

/** By the place that a task is first named at. */
const keepTask = keepLast<Evidence, NodeStatement>()

const structuralBy = oncePer((venues: VenueIndex) => memoise((title) => isStructural(title, venues)))
const taskNames = oncePer((tasks: Terms) => oncePer((section: Section) => taskOf(section, tasks)))
const folded = memoise(foldLabel)

interface TaskName {
  readonly key: string
  readonly label: string
  readonly term?: Term
}

function former({ term }: TaskName): { formerKeys?: string[] } {
  return term === undefined || term.former.length === 0
    ? {}
    : { formerKeys: term.former.map((id) => nodeKey('task', id)) }
}

function nameOf(term: Term): TaskName {
  return { key: nodeKey('task', term.id), label: term.name, term }
}

/** Vocabulary, else the heading's own anchor, else its slug. */
function taskOf(section: Section, tasks: Terms): TaskName {
  const plain = section.title.replace(/^\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u, '').replace(/\s*[:：]$/, '')
  const explicit = section.anchors.length > 1 ? section.anchors[0] : undefined
  const term =
    tasks.find(plain) ??
    tasks.find(plain.replace(/\s*\([^)]*\)/g, '')) ??
    (explicit === undefined ? undefined : tasks.byId.get(explicit))
  if (term !== undefined) return nameOf(term)
  const id = explicit !== undefined && slugOf(explicit) !== '' ? slugOf(explicit) : slugOf(plain)
  return { key: nodeKey('task', id || 'unnamed'), label: plain }
}

interface Phrase {
  readonly words: readonly string[]
  readonly key: string
  readonly term?: Term
  readonly evidence?: Evidence
}

/** The phrases that name a task in a title, by first word: names and aliases of the vocabulary, and headings' own words. */
function phrasesOf(
  tasks: Terms,
  headings: ReadonlyMap<string, { key: string; evidence: Evidence }>,
): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  const seen = new Set<string>()
  const put = (text: string, phrase: Omit<Phrase, 'words'>): void => {
    const name = folded(text)
    const words = name.split(' ')
    if (seen.has(name) || words.length < 2 || name.length < 8) return
    seen.add(name)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, ...phrase }])
  }
  for (const term of tasks.all) {
    for (const name of [term.name, term.fullName, ...term.aliases]) put(name, { key: nodeKey('task', term.id), term })
  }
  const sorted = [...headings].sort(([a], [b]) => byCodeUnits(a, b))
  for (const [text, { key, evidence }] of sorted) put(text, { key, evidence })
  return byFirst
}

const wordsOf = memoise((title) => foldLabel(title).split(' '))

/** Every task whose phrase stands in a title, longest phrase first where two begin at one word. */
function findPhrases(title: string, phrases: ReadonlyMap<string, readonly Phrase[]>): readonly Phrase[] {
  const tokens = wordsOf(title)
  const found: Phrase[] = []
  for (let i = 0; i < tokens.length; i++) {
    const begun = phrases.get(tokens[i] ?? '')
    if (begun === undefined) continue
    for (const phrase of begun) {
      if (standsAt(i, phrase, tokens) && !found.some(({ key }) => key === phrase.key)) found.push(phrase)
    }
  }
  return found
}

function standsAt(i: number, { words }: Phrase, tokens: readonly string[]): boolean {
  // Asked for most words of all titles: without a function of its own for each.
  for (let j = 0; j < words.length; j++) if (!sameWord(tokens[i + j] ?? '', words[j] ?? '')) return false
  return true
}

/** Singular and plural are one word. */
function sameWord(a: string, b: string): boolean {
  return a === b || (a.length > 4 && (isPluralOf(a, b) || isPluralOf(b, a)))
}

function isPluralOf(plural: string, word: string): boolean {
  return plural.length === word.length + 1 && plural.endsWith('s') && plural.startsWith(word)
}

/** The words of a title that name a task, as its evidence. */
const quotesOf = oncePer((title: Entry['title']) =>
  memoise(
    (phrase): Evidence => ({
      ...title.evidence,
      quote: quoteOf(title.evidence.quote, phrase),
      rule: 'link/title-task',
    }),
  ),
)

/** The part of a quoted title that names the task, where it can be found again letter by letter. */
function quoteOf(quote: string, phrase: string): string {
  const lower = quote.toLowerCase()
  const at = lower.length === quote.length ? lower.indexOf(phrase) : -1
  if (at >= 0) return quote.slice(at, at + phrase.length)
  return patternOf(phrase)(quote) ?? quote
}

/** The stretch of a quote that holds some words; `undefined` where it does not. */
type FindWords = (quote: string) => string | undefined

/**
 * The words with anything but letters and digits between them; compiled when first needed. Most quotes are ASCII, for
 * which the classes of Unicode, slow to compile, are not needed.
 */
const patternOf = memoise((phrase): FindWords => {
  const escaped = phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  let ascii: RegExp | undefined
  let unicode: RegExp | undefined
  return (quote) => {
    if (!/^[ -~]*$/.test(quote)) {
      unicode ??= new RegExp(`${escaped.join('[^\\p{L}\\p{N}]+')}s?`, 'iu')
      return unicode.exec(quote)?.[0]
    }
    ascii ??= new RegExp(`${escaped.join('[^a-z0-9]+')}s?`, 'i')
    return ascii.exec(quote)?.[0]
  }
})

function broaderEdges(nodes: ReadonlyMap<string, unknown>, tasks: Terms): EdgeStatement[] {
  return tasks.all.flatMap((term): EdgeStatement[] => {
    const source = nodeKey('task', term.id)
    const target = term.broader === undefined ? undefined : tasks.byId.get(term.broader)
    if (target === undefined || !nodes.has(source) || !nodes.has(nodeKey('task', target.id))) return []
    return [statedEdge(listed(term), source, 'broader', nodeKey('task', target.id))]
  })
}

/** Where the vocabulary has a term. */
const listed = oncePer(({ source, line, id }: Term): Evidence => ({ source, line, quote: id, rule: 'link/vocabulary' }))
