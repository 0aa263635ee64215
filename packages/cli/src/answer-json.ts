import type { Coverage } from '@fieldmap/graph'

/** The documented shape of every answer: `{question, answers: [{key, label, evidence, …}], coverage: {known, total}}`. */
export function answerJson(
  question: Readonly<Record<string, unknown>>,
  answers: readonly Readonly<Record<string, unknown>>[],
  coverage: Coverage,
): string {
  return printJson({ question, answers, coverage })
}

/** An object as `--json` prints it. */
export function printJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
