import { type FieldIndex, paperProjection } from '@fieldmap/graph'
import { noteText } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, row } from './parts.ts'

const FIRST = 5
/** So many reasons are named. */
const REASONS = 3

/** The papers that are most like a paper by all that they share, with what that is. */
export function relatedSection(key: string, context: ViewContext, folds: CardFolds): TemplateResult | typeof nothing {
  const { field, choose } = context
  const related = projectionOf(field.questions()).of(key, FIRST)
  if (related.length === 0) return nothing
  return html`<section aria-label="Related papers">
    <h3>Related papers</h3>
    <ul class="rows">
      ${related.map((neighbor) => {
        const node = field.graph.getNodeAttributes(neighbor.key)
        return row(
          {
            id: `related ${neighbor.key}`,
            label: node.label,
            note: html`${noteText(node)} · <b>${reasons(neighbor.shared, context)}</b>`,
            point: neighbor.key,
            go: () => choose([neighbor.key]),
          },
          context,
          folds,
        )
      })}
    </ul>
  </section>`
}

/** The rarest things that two papers share: names of nodes, words of titles in quotation marks. */
function reasons(shared: readonly string[], { field: { graph } }: ViewContext): string {
  const named = shared.map((id) => {
    const [key = ''] = id.split('#')
    return graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : `“${id.replace(/^term:/, '')}”`
  })
  const more = named.length - REASONS
  return [...named.slice(0, REASONS), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

const projections = new WeakMap<FieldIndex, ReturnType<typeof paperProjection>>()

/** Made once for a field. */
function projectionOf(index: FieldIndex): ReturnType<typeof paperProjection> {
  const known = projections.get(index) ?? paperProjection(index)
  projections.set(index, known)
  return known
}
