import type { CitedEvidence, Coverage, Hint } from '@fieldmap/graph'
import type { Effects } from './effects.ts'
import { formatEvidence } from './format-node.ts'
import { printable } from './print-findings.ts'

/** Evidence that a terminal shows for one answer. */
const SHOWN = 3

/** Prints lines of text, control characters as their codes. */
export function printLines(effects: Effects, lines: readonly string[]): void {
  for (const line of lines) effects.stdout(`${printable(line)}\n`)
}

/** One answer: its line, then its evidence below. */
export function answerLines(line: string, evidence: readonly CitedEvidence[]): readonly string[] {
  const more = evidence.length - SHOWN
  return [
    line,
    ...evidence.slice(0, SHOWN).map((one) => `  ${formatEvidence(one)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ]
}

/** The end of every answer: how many more there are, what is missing, and how much is known. */
export function endLines(
  shown: number,
  { total, coverage, hints }: { readonly total: number; readonly coverage: Coverage; readonly hints: readonly Hint[] },
  where = 'papers',
): readonly string[] {
  return [
    ...(total > shown ? [`… and ${total - shown} more (--limit)`] : []),
    ...hints.flatMap(({ message, how }) => ['', message, ...how.split('\n').map((line) => `  ${line}`)]),
    '',
    coverageLine(coverage, where),
  ]
}

/** "Of 31 papers in Faces 26 have dataset evidence; of the others nothing is known." */
export function coverageLine({ known, total }: Coverage, where = 'papers'): string {
  const papers = total === 1 ? where.replace(/^papers\b/, 'paper') : where
  const rest = known < total ? '; no evidence means not known, never no' : ''
  return `Of ${total} ${papers} ${known} ${known === 1 ? 'has' : 'have'} dataset evidence${rest}.`
}
