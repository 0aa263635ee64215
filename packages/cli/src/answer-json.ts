/** The documented shape of every answer: `{question, answers: [{key, label, evidence, …}], coverage: {known, total}}`. */
export function answerJson(
  question: Readonly<Record<string, unknown>>,
  answers: readonly Readonly<Record<string, unknown>>[],
  total: number,
): string {
  return `${JSON.stringify({ question, answers, coverage: { known: answers.length, total } }, undefined, 2)}\n`
}
