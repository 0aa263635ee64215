import { byCodeUnits } from '../../keys.ts'
import { type Answer, type AnswerSet, coverageOf, noEvidenceHints, noTaskHints } from '../answer.ts'
import type { FieldIndex } from '../field-index/field-index.ts'
import { firstSorted } from '../field-index/first-sorted.ts'
import type { PaperFilter } from '../paper-filter.ts'
import { onceForWholeField } from '../whole-field.ts'
import { type BriefContext, type BriefPlace, briefContext, type Candidate } from './brief-context.ts'
import { datasetCandidates } from './brief-datasets.ts'
import { listCandidates } from './brief-lists.ts'

/** A true sentence about a set of papers; `label` is the sentence. */
export interface BriefSentence extends Answer {
  readonly template: string
  /** The numbers that it says or rests on, so that it can be recomputed. */
  readonly numbers: Readonly<Record<string, number>>
  readonly place: BriefPlace
  /** Rank among all that could be said, 0..1. */
  readonly score: number
}

export type BriefAnswers = AnswerSet<BriefSentence, { readonly command: 'brief'; readonly filter: PaperFilter }>

export interface BriefOptions {
  readonly filter?: PaperFilter
  readonly limit?: number
}

/** Sentences of a brief. */
const MOST_SENTENCES = 6
/** What a sentence keeps of its score for each one chosen before from the same template, and for each node that is spoken of already. */
const SAME_TEMPLATE = 0.4
const SAME_NODE = 0.7
/** Sentences of one template that are considered. */
const CONSIDERED = 200

/**
 * At most six true sentences about a set of papers, made from templates by rule, each with numbers, evidence and a place.
 * All that the templates can say is scored by
 *
 *     surprise · (0.4 + 0.6 · ln(1 + papers concerned) / ln(1 + papers)) · (0.5 + 0.5 · coverage)
 *
 * where a template defines its surprise in 0..1 and coverage is the share of the papers concerned of which the needed
 * facts are known. The best is taken, then the scores of sentences of the same template (× 0.4) and about the same
 * nodes (× 0.7 each) fall, and so on (greedy, after the maximal marginal relevance of Carbonell & Goldstein 1998), so
 * that the six speak of different things; of each template the 200 best are considered. Without dataset evidence the sentences are about tasks, people, code, years and
 * venues. None for no papers.
 *
 * @param options.limit most sentences, integer ≥ 0; 6 by default and at most.
 */
export function brief(index: FieldIndex, options: BriefOptions = {}): BriefAnswers {
  return index.scratch.use(() => sayAbout(index, options))
}

function sayAbout(index: FieldIndex, options: BriefOptions): BriefAnswers {
  const { filter = {}, limit = MOST_SENTENCES } = options
  const context = briefContext(index, filter)
  const { total, best } = bestOf(context)
  const answers = chooseDiverse(best, Math.min(limit, MOST_SENTENCES)).map(sentenceOf)
  return {
    question: { command: 'brief', filter },
    answers,
    total,
    coverage: coverageOf(index, context.set, filter),
    hints: [...noEvidenceHints(index), ...noTaskHints(index)],
  }
}

interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

interface Ranked {
  /** Number of all that could be said. */
  readonly total: number
  /** The best of each template, so that choosing costs no more in a large field. */
  readonly best: readonly Scored[]
}

const keepBest = onceForWholeField<Ranked>()

function bestOf(context: BriefContext): Ranked {
  const { index, set, mask } = context
  if (set.size === 0) return { total: 0, best: [] }
  return keepBest(index, set, String(mask), () => {
    const candidates = [...datasetCandidates(context), ...listCandidates(context)]
    const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, set.size) }))
    return { total: candidates.length, best: bestOfTemplates(scored) }
  })
}

function chooseDiverse(best: readonly Scored[], limit: number): readonly Scored[] {
  const left = new Set(best)
  const chosen: Scored[] = []
  while (chosen.length < limit) {
    let next: Scored | undefined
    for (const one of left) if (one.score > 0 && (next === undefined || isBetter(one, next))) next = one
    if (next === undefined) break
    chosen.push(next)
    left.delete(next)
    const { template, about } = next.candidate
    for (const one of [...left]) {
      const again = one.candidate.about.filter((key) => about.includes(key)).length
      const kept = (one.candidate.template === template ? SAME_TEMPLATE : 1) * SAME_NODE ** again
      if (kept === 1) continue
      left.delete(one)
      left.add({ candidate: one.candidate, score: one.score * kept })
    }
  }
  return chosen
}

function bestOfTemplates(scored: readonly Scored[]): readonly Scored[] {
  const templates = new Map<string, Scored[]>()
  for (const one of scored) {
    const own = templates.get(one.candidate.template)
    if (own === undefined) templates.set(one.candidate.template, [one])
    else own.push(one)
  }
  return [...templates.values()].flatMap((own) => firstSorted(own, (a, b) => (isBetter(a, b) ? -1 : 1), CONSIDERED))
}

function isBetter(a: Scored, b: Scored): boolean {
  const difference = a.score - b.score
  // Equal by arithmetic, not always by the last bit.
  return Math.abs(difference) > 1e-12 ? difference > 0 : byCodeUnits(keyOf(a.candidate), keyOf(b.candidate)) < 0
}

function scoreOf({ surprise, papers, coverage }: Candidate, size: number): number {
  return surprise * (0.4 + (0.6 * Math.log(1 + papers)) / Math.log(1 + size)) * (0.5 + 0.5 * coverage)
}

function keyOf({ template, about }: Candidate): string {
  return [`brief:${template}`, ...about].join(' ')
}

function sentenceOf({ candidate, score }: Scored): BriefSentence {
  const { template, numbers } = candidate
  return {
    key: keyOf(candidate),
    label: candidate.label(),
    template,
    numbers,
    place: candidate.place(),
    score,
    evidence: candidate.evidence(),
  }
}
