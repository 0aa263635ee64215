import type { Finding, Report, Severity } from '@fieldmap/graph'
import type { Effects } from './effects.ts'

/** One finding as compilers print theirs: place, severity, message, rule; the hint below. */
export function formatFinding({ source, line, column, severity, message, rule, hint }: Finding): string {
  return `${printable(source)}:${line}:${column}  ${severity}  ${printable(message)}  ${rule}\n  hint: ${printable(hint)}\n`
}

/** List text on a terminal: control characters, which could drive it, are shown as their code. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === '\u200D' || character === '\uFE0F'
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** Prints errors and, with `verbose`, all findings and the stages' times; else how many of each rule there are. */
export function printReport(report: Report, verbose: boolean, effects: Effects): void {
  for (const finding of report.findings)
    if (verbose || finding.severity === 'error') effects.stderr(formatFinding(finding))
  const rules = new Map<string, number>()
  for (const { rule, severity } of report.findings)
    if (severity !== 'error') rules.set(rule, (rules.get(rule) ?? 0) + 1)
  if (!verbose && rules.size > 0) {
    const most = [...rules]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([rule, count]) => `${count} ${rule}`)
    effects.stderr(`Findings: ${most.join(', ')} (--verbose shows them).\n`)
  }
  if (verbose)
    for (const { name, milliseconds } of report.stages)
      effects.stderr(`${name.padEnd(10)}${milliseconds.toFixed(1).padStart(10)} ms\n`)
}

/** Whether the findings reach the severity that `--fail-on` names. */
export function reaches(findings: readonly Finding[], threshold: Severity): boolean {
  return findings.some(({ severity }) => RANK[severity] >= RANK[threshold])
}
