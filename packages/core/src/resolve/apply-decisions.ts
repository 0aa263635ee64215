import type { Finding } from '@fieldmap/graph'
import type { Decision } from '../curated/decisions.ts'
import { oncePer } from '../memo.ts'
import type { PairDecisions, PairStatement } from './cluster.ts'
import { comparedMention, type PaperMention } from './mention.ts'
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
  const byName = indexBy(mentions, (mention) => namesOf(comparedMention(mention)))
  let byLine: ReadonlyMap<string, readonly number[]> | undefined
  return (reference) => {
    if (isPlace(reference)) {
      byLine ??= indexBy(mentions, linesOf)
      const found = byLine.get(reference)
      if (found !== undefined) return found
    }
    const identified = referenceKeys(reference).find((key) => byName.has(`id ${key}`))
    return byName.get(`id ${identified}`) ?? byName.get(`title ${normalizeTitle(reference).text}`) ?? []
  }
}

/** Numbers of mentions by each of their names, ascending. */
function indexBy(
  mentions: readonly PaperMention[],
  namesOf: (mention: PaperMention) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  mentions.forEach((mention, i) => {
    for (const name of namesOf(mention)) {
      const known = index.get(name)
      if (known === undefined) index.set(name, [i])
      else if (known.at(-1) !== i) known.push(i)
    }
  })
  return index
}

/** What a decision may call a mention by, wherever it stands. */
const namesOf = oncePer(({ title, identifiers }: PaperMention): readonly string[] => [
  `title ${title.text}`,
  ...Object.entries(identifiers).flatMap(([scheme, value]) => [
    `id ${value.toLowerCase()}`,
    `id ${identifierKey(scheme, value)}`,
  ]),
])

function linesOf({ entry }: PaperMention): readonly string[] {
  return Array.from({ length: entry.endLine - entry.line + 1 }, (_, i) => `${entry.source}:${entry.line + i}`)
}

function isPlace(reference: string): boolean {
  return /:\d+$/.test(reference)
}

function isTitle(reference: string): boolean {
  return (
    normalizeTitle(reference).tokens.length >= 2 &&
    !isPlace(reference) &&
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
