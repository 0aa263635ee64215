import { stableLine, stableLines } from './stable-json.ts'

export type Severity = 'error' | 'warning' | 'info'

/**
 * What is wrong or doubtful in a text, and what to do about it. `line` and `column` are 1-based; both are 1 where the
 * finding is about the whole file.
 */
export interface Finding {
  /** `stage/name`, e.g. `resolve/year-conflict`. */
  readonly rule: string
  readonly severity: Severity
  readonly source: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint: string
}

/** `report.json`: what a build counted, found, and how long each stage took. */
export interface Report {
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  readonly stages: readonly { readonly name: string; readonly milliseconds: number }[]
}

/** Writes a report as `report.json`: one finding a line. */
export function writeReport(report: Report): string {
  return [
    '{',
    `"counts": ${stableLine(report.counts)},`,
    `"findings": ${stableLines(report.findings)},`,
    `"stages": ${stableLines(report.stages)}`,
    '}',
    '',
  ].join('\n')
}
