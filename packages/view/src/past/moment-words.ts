import { shortCommit } from '../lifetime.ts'
import { counted, groupDigits } from '../words.ts'
import type { Moment } from './moment.ts'
import type { TimeStep } from './past.ts'

/** @example asOfWords(moment) // 'as of 2021-03-04' */
export function asOfWords({ step }: Moment): string {
  return `as of ${step.day}`
}

/** How much of the map was there, what was new, and what is there no more: `139 of 175 papers; 12 new; 3 since removed`. */
export function momentWords(moment: Moment): string {
  const { step } = moment
  const parts = [ofAll(moment), `${groupDigits(newPapers(moment))} new`]
  if (step.gone > 0) parts.push(`${groupDigits(step.gone)} since removed`)
  return parts.join('; ')
}

/** @example ofAll(moment) // '139 of 175 papers' */
export function ofAll({ step, past }: Moment): string {
  const all = past.steps.at(-1)?.present ?? 0
  return `${groupDigits(step.present)} of ${counted('paper', Math.max(all, step.present))}`
}

/** What a version did, in words: `12 papers came, 3 went, 4 changed`. */
export function stepWords({ came, went, changed, others }: TimeStep): string {
  const parts = [
    came > 0 ? `${counted('paper', came)} came` : '',
    went > 0 ? (came > 0 ? `${groupDigits(went)} went` : `${counted('paper', went)} went`) : '',
    changed > 0 ? `${groupDigits(changed)} changed` : '',
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(', ')
  return others > 0 ? 'No paper came or went' : 'Nothing of the map changed'
}

/** A step for those who do not see the time line: `2021-03-04, 0123abcdef: 12 papers came. 139 of 175 papers.` */
export function momentSentence(moment: Moment): string {
  const { day, commit } = moment.step
  return `${day}, ${shortCommit(commit)}: ${stepWords(moment.step)}. ${momentWords(moment)}.`
}

/** Papers that came with the version; none where they may be older than the clone. */
function newPapers({ past, step }: Moment): number {
  return past.isOlder && step.version === 0 ? 0 : step.came
}
