import { byCodeUnits } from '@fieldmap/graph'
import { buildFacts } from '../build.ts'
import { readVocabulary } from '../curated/vocabulary.ts'
import type { ReadResult } from '../read/source-text.ts'
import { createDatasetNames, type DatasetNames } from '../recognise/dataset-names.ts'
import { writeBibliography } from './bibliography.ts'
import { EVIDENCE_COLUMNS, PROPOSED_COLUMNS, writeCsv } from './evidence-rows.ts'
import { type FetchFailure, FetchProblem } from './fetch-problem.ts'
import type { FetchedRepository } from './fetch-repository.ts'
import { type HarvestTarget, harvestTargets } from './harvest-targets.ts'
import { keepPrevious, type PreviousHarvest } from './previous-harvest.ts'
import { type RepositoryReading, readRepository } from './read-repository.ts'

/** What became of one repository. */
export interface HarvestedRepository {
  readonly id: string
  readonly url: string
  readonly status: 'read' | FetchFailure
  readonly commit?: string
  /** Pairs of paper and data set that it gave, ≥ 0. */
  readonly pairs: number
  /** Why it could not be read, or what a curator should know. */
  readonly remarks: readonly string[]
}

/** What a harvest gives: the texts of its files, and a line for each repository, sorted by id. */
export interface Harvest {
  /** `evidence/harvest.csv`: one record a paper, data set and role. */
  readonly evidence: string
  /** `evidence/harvest.bib`. */
  readonly bibliography: string
  /** `evidence/proposed-datasets.csv`: names for the vocabulary, to be looked through. */
  readonly proposed: string
  readonly repositories: readonly HarvestedRepository[]
  readonly counts: Readonly<
    Record<'repositories' | 'read' | 'papers' | 'pairs' | 'datasets' | 'citations' | 'proposed', number>
  >
}

export interface HarvestOptions {
  /** Brings a repository here; see `fetchRepository`. */
  readonly fetch: (target: HarvestTarget) => Promise<FetchedRepository>
  /** Repositories that are fetched at a time, ≥ 1. */
  readonly parallel: number
  /** The files of the last harvest: what they say of repositories that cannot be had this time is kept. */
  readonly previous?: PreviousHarvest
  readonly onProgress?: (done: number, total: number, id: string) => void
}

/**
 * Reads the code repositories that the papers of some lists link, and gives what they say of data sets as evidence.
 * The result is a function of the texts and of the commits alone, whatever the order in which they arrive. A
 * repository that cannot be had is a line of the report. Rejects only where `fetch` does.
 */
export async function harvest(
  read: ReadResult,
  { fetch, parallel, previous, onProgress }: HarvestOptions,
): Promise<Harvest> {
  const targets = harvestTargets(buildFacts(read, () => 0).papers)
  const names = createDatasetNames(readVocabulary(read.sources).datasets.all)
  const results: (Result & { readonly target: HarvestTarget })[] = []
  const queue = [...targets]
  const work = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      results.push({ target, ...(await readTarget(target, fetch, names)) })
      onProgress?.(results.length, targets.length, target.id)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, work))
  results.sort((a, b) => byCodeUnits(a.target.id, b.target.id))
  const lost = new Set(results.flatMap(({ target, fetched }) => (fetched.kind === 'failed' ? [target.url] : [])))
  const kept = keepPrevious(previous, lost)
  const rows = results.flatMap(({ reading }) => reading?.rows ?? [])
  const citations = results.flatMap(({ reading }) => reading?.citations ?? [])
  const proposed = results.flatMap(({ reading }) => reading?.proposed ?? [])
  const repositories = results.map(({ target, fetched, reading }): HarvestedRepository => {
    const { id, url } = target
    if (fetched.kind === 'failed') return { id, url, status: fetched.reason, pairs: 0, remarks: [fetched.message] }
    const remarks = [...new Set(reading?.remarks ?? [])]
    return {
      id,
      url,
      status: 'read',
      commit: fetched.contents.commit,
      pairs: pairsOf(reading?.rows ?? []).size,
      remarks,
    }
  })
  return {
    evidence: writeCsv(EVIDENCE_COLUMNS, [...rows, ...kept.evidence]),
    bibliography: [writeBibliography(citations), ...kept.bibliography].filter((text) => text !== '').join('\n'),
    proposed: writeCsv(PROPOSED_COLUMNS, [
      ...proposed.map((row) => ({ ...row, line: String(row.line) })),
      ...kept.proposed,
    ]),
    repositories,
    counts: {
      repositories: repositories.length,
      read: repositories.filter(({ status }) => status === 'read').length,
      papers: new Set(rows.map(({ paper }) => paper)).size,
      pairs: pairsOf(rows).size,
      datasets: new Set(rows.map(({ dataset }) => dataset)).size,
      citations: new Set(citations.map(({ paper }) => paper)).size,
      proposed: proposed.length,
    },
  }
}

interface Result {
  readonly fetched: FetchedRepository
  /** Absent where it could not be read. */
  readonly reading?: RepositoryReading
}

async function readTarget(target: HarvestTarget, fetch: HarvestOptions['fetch'], names: DatasetNames): Promise<Result> {
  const fetched = await fetch(target)
  if (fetched.kind === 'failed') return { fetched }
  try {
    return { fetched, reading: await readRepository(target, fetched.contents, names) }
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    return { fetched: { kind: 'failed', reason: error.reason, message: error.message } }
  }
}

function pairsOf(rows: RepositoryReading['rows']): Set<string> {
  return new Set(rows.map(({ paper, dataset }) => `${paper}\n${dataset}`))
}
