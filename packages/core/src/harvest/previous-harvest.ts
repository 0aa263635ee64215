import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { EVIDENCE_COLUMNS, PROPOSED_COLUMNS } from './evidence-rows.ts'

/** The texts of the files that a harvest wrote before; empty where there are none. */
export interface PreviousHarvest {
  readonly evidence: string
  readonly bibliography: string
  readonly proposed: string
}

type Cells<Column extends string> = Readonly<Record<Column, string>>

/** What earlier files say of repositories. */
export interface KeptHarvest {
  readonly evidence: readonly Cells<(typeof EVIDENCE_COLUMNS)[number]>[]
  readonly proposed: readonly Cells<(typeof PROPOSED_COLUMNS)[number]>[]
  /** Entries with the comment above them. */
  readonly bibliography: readonly string[]
}

const records = v.array(v.record(v.string(), v.string()))

/**
 * What the files of the last harvest say of the repositories with these addresses: a host that fails today takes no
 * evidence away. Files that cannot be read give nothing.
 */
export function keepPrevious(previous: PreviousHarvest | undefined, urls: ReadonlySet<string>): KeptHarvest {
  if (previous === undefined || urls.size === 0) return { evidence: [], proposed: [], bibliography: [] }
  return {
    evidence: recordsOf(previous.evidence, EVIDENCE_COLUMNS, urls),
    proposed: recordsOf(previous.proposed, PROPOSED_COLUMNS, urls),
    bibliography: previous.bibliography
      .split(/^(?=% )/m)
      .filter((entry) => urls.has(/^% (\S+)/.exec(entry)?.[1] ?? ''))
      .map((entry) => `${entry.trim()}\n`),
  }
}

function recordsOf<Column extends string>(
  text: string,
  columns: readonly Column[],
  urls: ReadonlySet<string>,
): Cells<Column>[] {
  try {
    const parsed: unknown = parse(text, { bom: true, columns: true, relax_column_count: true })
    return v
      .parse(records, parsed)
      .filter(({ source }) => source !== undefined && urls.has(source))
      .map((record) => Object.fromEntries(columns.map((name) => [name, record[name] ?? ''])) as Cells<Column>)
  } catch {
    return []
  }
}
