import type { Finding } from '@fieldmap/graph'
import type { Decision } from '../curated/decisions.ts'
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
  mentions.forEach(({ entry, title, identifiers }, i) => {
    put(`title ${title.text}`, i)
    for (let line = entry.line; line <= entry.endLine; line++) put(`line ${entry.source}:${line}`, i)
    for (const [scheme, value] of Object.entries(identifiers)) {
      put(`id ${value.toLowerCase()}`, i)
      put(`id ${identifierKey(scheme, value)}`, i)
    }
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
