import type { Finding } from '@fieldmap/graph'
import type { Decision } from '../curated/decisions.ts'
import { oncePer } from '../memo.ts'
import type { PairDecisions, PairStatement } from './cluster.ts'
import type { PaperMention } from './mention.ts'
import { normalizeTitle } from './normalize-title.ts'
import { identifierKey, referenceKeys } from './reference-keys.ts'

/** Decisions about papers, found again among the mentions. */
export interface FoundDecisions extends PairDecisions {
  /** Titles that a paper had before, with a mention of the paper. */
  readonly former: readonly { readonly title: string; readonly mention: number }[]
  readonly findings: readonly Finding[]
}

/**
 * Finds the mentions that decisions about papers name, by identifier, title or `path:line`. A "same" whose first title
 * no entry has states a former name. What names nothing any more is stale: a finding.
 */
export function findDecisions(decisions: readonly Decision[], mentions: readonly PaperMention[]): FoundDecisions {
  const same: PairStatement[] = []
  const different: PairStatement[] = []
  const former: { title: string; mention: number }[] = []
  const findings: Finding[] = []
  const ofPapers = decisions.filter(({ kind }) => kind === 'paper')
  const lookUp = createLookUp(ofPapers.length === 0 ? [] : mentions)
  for (const decision of ofPapers) {
    const a = lookUp(decision.a)
    const b = lookUp(decision.b)
    const [firstA] = a
    const [firstB] = b
    if (firstA === undefined || firstB === undefined) {
      const known = firstA ?? firstB
      const lost = firstA === undefined ? decision.a : decision.b
      if (decision.verdict === 'same' && known !== undefined && isTitle(lost))
        former.push({ title: lost, mention: known })
      else findings.push(stale(decision, lost))
      continue
    }
    if (decision.verdict === 'same') for (const other of [...a.slice(1), ...b]) same.push({ a: firstA, b: other })
    else for (const i of a) for (const j of b) if (i !== j) different.push({ a: i, b: j })
  }
  return { same, different, former, findings }
}

function createLookUp(mentions: readonly PaperMention[]): (reference: string) => readonly number[] {
  const index = new Map<string, number[]>()
  const put = (key: string, i: number): void => {
    const known = index.get(key)
    if (known === undefined) index.set(key, [i])
    else if (known.at(-1) !== i) known.push(i)
  }
  mentions.forEach((mention, i) => {
    for (const name of namesOf(mention)) put(name, i)
  })
  return (reference) => {
    const identified = referenceKeys(reference).find((key) => index.has(`id ${key}`))
    return (
      index.get(`line ${reference}`) ??
      index.get(`id ${identified}`) ??
      index.get(`title ${normalizeTitle(reference).text}`) ??
      []
    )
  }
}

/** What a decision may call a mention by. */
const namesOf = oncePer(({ entry, title, identifiers }: PaperMention): readonly string[] => {
  const lines = Array.from({ length: entry.endLine - entry.line + 1 }, (_, i) => entry.line + i)
  return [
    `title ${title.text}`,
    ...lines.map((line) => `line ${entry.source}:${line}`),
    ...Object.entries(identifiers).flatMap(([scheme, value]) => [
      `id ${value.toLowerCase()}`,
      `id ${identifierKey(scheme, value)}`,
    ]),
  ]
})

function isTitle(reference: string): boolean {
  return (
    normalizeTitle(reference).tokens.length >= 2 &&
    !/:\d+$/.test(reference) &&
    !/^https?:/i.test(reference) &&
    !/^10\.\d{4}/.test(reference)
  )
}

function stale(decision: Decision, lost: string): Finding {
  return {
    rule: 'resolve/stale-decision',
    severity: 'warning',
    source: decision.source,
    line: decision.line,
    column: 1,
    message: `This decision names "${lost}", which no entry is any more.`,
    hint: 'Correct it, or remove the decision.',
  }
}
