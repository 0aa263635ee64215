import { type Fold, papersWithDatasets, type SharedAnswer, sharedWithPaper } from '@fieldmap/graph'
import { groupDigits, noteText, questionFilter } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, coverageLine, foldAfter, hints, moreButton, row } from './parts.ts'

/** So many sharers show at once. */
const FIRST = 6

/** The papers that share datasets with a paper, ranked, with the datasets that they share. */
export function sharersSection(key: string, context: ViewContext, folds: CardFolds): TemplateResult {
  const { field, state, change } = context
  const answer = sharedWithPaper(field.questions(), key, { filter: questionFilter(field.graph, state) })
  const distinct = answer.answers.filter(({ folded }) => folded === undefined)
  const { shown, more } = foldAfter(FIRST, distinct, `sharers ${key}`, folds)
  const count = answer.total
  return html`<section aria-label="Papers that share datasets">
    <h3>Share datasets with it${count === 0 ? '' : ` · ${groupDigits(count)}`}</h3>
    ${
      answer.question.datasets.length === 0 || count > 0
        ? nothing
        : html`<p class="quiet">No other paper is known to use what it uses.</p>`
    }
    ${
      count === 0
        ? nothing
        : html`<p class="chips lead">
            <button
              class="chip"
              aria-pressed=${state.lens === 'shared' ? 'true' : 'false'}
              @click=${() => change({ lens: state.lens === 'shared' ? 'around' : 'shared' })}
            >Show them on the map</button>
            <button
              class="chip"
              aria-pressed=${state.pretraining ? 'true' : 'false'}
              @click=${() => change({ pretraining: !state.pretraining })}
            >Count pretraining</button>
          </p>`
    }
    ${distinct.length === 0 ? nothing : html`<p class="small quiet">Rare datasets count more than common ones.</p>`}
    <ul class="rows">${shown.map((sharer) => sharerRow(sharer, context, folds))}</ul>
    ${more}
    ${answer.folds.map((fold) => foldPart(fold, answer.answers, context, folds))}
    ${hints(answer.hints)} ${coverageLine(answer.coverage)}
  </section>`
}

function sharerRow(answer: SharedAnswer, context: ViewContext, folds: CardFolds): TemplateResult {
  const { key, label, shared, evidence } = answer
  const note = noteText(context.field.graph.getNodeAttributes(key))
  return row(
    {
      id: `shares ${key}`,
      label,
      note: html`${note === '' ? nothing : `${note} · `}<b>${shared.map((dataset) => dataset.label).join(', ')}</b>`,
      point: key,
      go: () => context.choose([key], false, { lens: context.state.lens }),
      evidence,
    },
    context,
    folds,
  )
}

/** "and 21 more through AffectNet" */
function foldPart(
  { key, label, count }: Fold,
  answers: readonly SharedAnswer[],
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  const id = `fold ${key}`
  return html`${moreButton(id, `and ${count} more through ${label}`, folds)}
    ${
      folds.isOpen(id)
        ? html`<ul class="rows">
            ${answers.filter(({ folded }) => folded === key).map((answer) => sharerRow(answer, context, folds))}
          </ul>`
        : nothing
    }`
}

/** The papers that are known to use all, or any, of the chosen datasets, and are not known to use others. */
export function usersCard(datasets: readonly string[], context: ViewContext, folds: CardFolds): TemplateResult {
  const { field, state, change, choose } = context
  const answer = papersWithDatasets(field.questions(), datasets, {
    filter: questionFilter(field.graph, state),
    any: state.match === 'any',
    not: state.not.filter((key) => field.graph.hasNode(key)),
  })
  const { question, answers, unsure } = answer
  const { shown, more } = foldAfter(3 * FIRST, answers, `users ${datasets.join(' ')}`, folds)
  const ask = (keys: readonly string[]): void => choose(keys, false, { lens: 'shared', not: state.not })
  const addTo = (name: 'selection' | 'not') => (event: CustomEvent<{ key: string }>) => {
    const { key } = event.detail
    if (name === 'not') change({ not: [...state.not.filter((other) => other !== key), key], lens: 'shared' })
    else ask([...state.selection.filter((other) => other !== key), key])
  }
  return html`
    <p class="small quiet">Papers by dataset</p>
    <h2>${answers.length === 0 ? 'No paper is' : answers.length === 1 ? 'One paper is' : `${groupDigits(answers.length)} papers are`} known to use
      ${question.datasets.length > 1 ? (state.match === 'any' ? 'any of these' : 'all of these') : 'this'}</h2>
    <p class="chips lead">
      ${question.datasets.map(({ key, label }) => removable(label, () => ask(state.selection.filter((other) => other !== key))))}
      ${question.not.map(({ key, label }) => removable(`not ${label}`, () => change({ not: state.not.filter((other) => other !== key) })))}
    </p>
    ${
      question.datasets.length < 2
        ? nothing
        : html`<p class="chips lead" role="group" aria-label="Match">
            ${(['all', 'any'] as const).map(
              (match) => html`<button
                class="chip"
                aria-pressed=${state.match === match ? 'true' : 'false'}
                @click=${() => change({ match })}
              >${match === 'all' ? 'All of them' : 'Any of them'}</button>`,
            )}
          </p>`
    }
    <div class="finders">
      <field-search .context=${context} .kinds=${['dataset']} placeholder="and the dataset …" @pick=${addTo('selection')}></field-search>
      <field-search .context=${context} .kinds=${['dataset']} placeholder="not known to use …" @pick=${addTo('not')}></field-search>
    </div>
    <section>
      <ul class="rows">
        ${shown.map(({ key, label, shared, evidence }) =>
          row(
            {
              id: `uses ${key}`,
              label,
              note: [
                noteText(field.graph.getNodeAttributes(key)),
                datasets.length > 1 ? shared.map((one) => one.label).join(', ') : '',
              ]
                .filter(Boolean)
                .join(' · '),
              point: key,
              go: () => choose([key]),
              evidence,
            },
            context,
            folds,
          ),
        )}
      </ul>
      ${more}
      ${coverageLine(answer.coverage)}
      ${unsure === 0 ? nothing : html`<p class="small quiet">Of ${unsure} more papers nothing is known: they may belong here or not.</p>`}
      ${hints(answer.hints)}
    </section>
  `
}

function removable(label: string, remove: () => void): TemplateResult {
  return html`<button class="chip" aria-label="Remove ${label}" title="Remove" @click=${remove}>${label} <span aria-hidden="true">×</span></button>`
}
