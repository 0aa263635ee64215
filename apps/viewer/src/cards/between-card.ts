import { type BetweenAnswer, betweenSets, type NamedSet } from '@fieldmap/graph'
import {
  GROUPING_WORDS,
  kindWord,
  layoutOf,
  noteText,
  questionFilter,
  type RegionCard,
  regionSet,
  sharedOf,
} from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, coverageLine, foldAfter, hints, row } from './parts.ts'
import { inWords } from './region-card.ts'

const FIRST = 8
const SHARED_KINDS = ['dataset', 'author', 'repository', 'task', 'venue'] as const

/** What connects two regions: bridging papers, then what papers of both have, rarest first. */
export function betweenCard(a: RegionCard, b: RegionCard, context: ViewContext, folds: CardFolds): TemplateResult {
  const { field, state, choose } = context
  const within = questionFilter(field.graph, state)
  const sets = [a, b].map(({ id }) => regionSet(field.graph, field.map, state.grouping, id, within))
  const [first, second] = sets
  const heading = html`
    <p class="small quiet">Between two ${GROUPING_WORDS[state.grouping].many.toLowerCase()}</p>
    <h2>
      <button class="word" @click=${() => choose([a.id])}>${a.label}</button>
      <span class="quiet">and</span>
      <button class="word" @click=${() => choose([b.id])}>${b.label}</button>
    </h2>
  `
  if (first === undefined || second === undefined) return heading
  return html`${heading}${connections(first, second, band(a, b, context), context, folds)}`
}

/** What the band on the map says, which counts less than the card: papers have one place, and can belong to both. */
function band(a: RegionCard, b: RegionCard, { field, state }: ViewContext): TemplateResult | typeof nothing {
  const connection = layoutOf(field.graph, field.map, state.grouping).connections.find(
    (one) => (one.a === a.id && one.b === b.id) || (one.a === b.id && one.b === a.id),
  )
  if (connection === undefined) return nothing
  return html`<p class="facts small quiet">The band on the map counts only what papers standing in the two regions share:
    ${inWords(sharedOf(field.graph, connection))}.</p>`
}

function connections(
  first: NamedSet,
  second: NamedSet,
  band: TemplateResult | typeof nothing,
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  const answer = betweenSets(context.field.questions(), first, second)
  const part = (title: string, answers: readonly BetweenAnswer[]): TemplateResult | typeof nothing =>
    answers.length === 0 ? nothing : section(title, answers, context, folds)
  const [a, b] = answer.sides
  return html`
    <p class="facts quiet">${counts(answer.answers)}</p>
    ${band}
    ${part(
      'Papers of both',
      answer.answers.filter(({ how }) => how === 'both'),
    )}
    ${part(
      'Papers that link them',
      answer.answers.filter(({ how }) => how === 'links'),
    )}
    ${SHARED_KINDS.map((kind) =>
      part(
        `Shared ${kindWord(kind, 2)}`,
        answer.answers.filter((one) => one.how === 'shared' && one.kind === kind),
      ),
    )}
    ${coverageLine(a, ` in ${a.label}`)} ${coverageLine(b, ` in ${b.label}`)} ${hints(answer.hints)}
  `
}

function counts(answers: readonly BetweenAnswer[]): string {
  const parts = [
    ...(['both', 'links'] as const).map((how) => {
      const count = answers.filter((answer) => answer.how === how).length
      const which = how === 'both' ? 'of both' : count === 1 ? 'that links them' : 'that link them'
      return count === 0 ? '' : `${count} ${kindWord('paper', count)} ${which}`
    }),
    ...SHARED_KINDS.map((kind) => {
      const count = answers.filter((answer) => answer.how === 'shared' && answer.kind === kind).length
      return count === 0 ? '' : `${count} ${kindWord(kind, count)}`
    }),
  ].filter(Boolean)
  return parts.length === 0 ? 'Nothing that the sources state connects them.' : parts.join(', ')
}

function section(
  title: string,
  answers: readonly BetweenAnswer[],
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  const { shown, more } = foldAfter(FIRST, answers, `between ${title}`, folds)
  return html`<section>
    <h3>${title} · ${answers.length}</h3>
    <ul class="rows">
      ${shown.map((answer) =>
        row(
          {
            id: `between ${answer.key}`,
            label: answer.label,
            note: noteOf(answer, context),
            point: answer.key,
            go: () => context.choose([answer.key]),
            evidence: answer.evidence,
          },
          context,
          folds,
        ),
      )}
    </ul>
    ${more}
  </section>`
}

function noteOf({ key, how, through, first, second, papers }: BetweenAnswer, { field }: ViewContext): string {
  switch (how) {
    case 'both':
      return noteText(field.graph.getNodeAttributes(key))
    case 'links': {
      const [a, b] = through ?? []
      const names = a?.label === b?.label ? [a?.label] : [a?.label, b?.label]
      return [noteText(field.graph.getNodeAttributes(key)), `through ${names.filter(Boolean).join(' and ')}`]
        .filter(Boolean)
        .join(' · ')
    }
    case 'shared':
      return `${first ?? 0} and ${second ?? 0} papers, ${papers} in all`
    default:
      return how satisfies never
  }
}
