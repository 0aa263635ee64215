import type { BriefSentence, FieldGraph } from '@fieldmap/graph'
import { countsOf } from '../counts.ts'
import { identifiersOf } from '../follow.ts'
import { writeHash } from '../permalink.ts'
import { DEFAULT_STATE, type ViewState } from '../state.ts'
import { counted, shortTitle } from '../words.ts'

/** Lines of evidence in the notes of a step, names in a heading, and nodes that a slide shows. */
const MOST_LINES = 3
const MOST_NAMES = 2
const MOST_NODES = 12

/**
 * A first tour as Markdown: the whole map, then for each sentence of a brief a step with a permalink to its place, the
 * sentence as caption and its evidence as notes. Permalinks carry identifiers, so that a renamed paper is still found.
 */
export function briefTour(graph: FieldGraph, sentences: readonly BriefSentence[]): string {
  const title = graph.getAttribute('title')
  const counts = countsOf(graph)
    .slice(0, 4)
    .map(({ kind, count }) => counted(kind, count))
  const steps = sentences.map(({ label, place, evidence }) => {
    const lines = evidence
      .slice(0, MOST_LINES)
      .map(({ source, line, quote }) => `> - ${plain(`${source}:${line}`)}: ${plain(quote)}`)
    return [`## ${plain(headingOf(graph, place))}`, onMap(graph, placeState(place)), plain(label), lines.join('\n')]
  })
  const opening = ['## The whole field', onMap(graph, DEFAULT_STATE), `${counts.join(', ')}.`]
  const blocks = [`# ${plain(title)}`, ...[opening, ...steps].flat()].filter((block) => block !== '')
  return `${blocks.join('\n\n')}\n`
}

/** What a sentence is about: its regions in their grouping, else its nodes. */
function placeState({ grouping, regions = [], nodes }: BriefSentence['place']): ViewState {
  if (grouping !== undefined && regions.length > 0) return { ...DEFAULT_STATE, grouping, selection: regions }
  const selection = nodes.slice(0, MOST_NODES)
  return { ...DEFAULT_STATE, selection, match: selection.length > MOST_NAMES ? 'any' : DEFAULT_STATE.match }
}

function headingOf(graph: FieldGraph, { regions = [], nodes }: BriefSentence['place']): string {
  const keys = (regions.length > 0 ? regions : nodes).filter((key) => graph.hasNode(key))
  const names = keys.slice(0, MOST_NAMES).map((key) => shortTitle(graph.getNodeAttribute(key, 'label')))
  const more = keys.length - names.length
  if (names.length === 0) return 'Step'
  return more > 0 ? `${names.join(', ')} and others` : names.join(' and ')
}

/** A link to a state, to the published map where there is one. */
function onMap(graph: FieldGraph, state: ViewState): string {
  // Parentheses would end the link.
  const hash = writeHash(state, identifiersOf(graph)).replaceAll('(', '%28').replaceAll(')', '%29')
  return `[On the map](${graph.getAttribute('site') ?? ''}#${hash})`
}

/** Text of a list as text in Markdown, in one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&#~|!]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}
