import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Build, build, readSources } from '@fieldmap/core'

/** The folder of the seeds. */
export const SEEDS: string = fileURLToPath(new URL('../../seeds', import.meta.url))

/** The names of the two lists. */
export const LISTS = ['awesome-sota-fer', 'visual-affective-computing-survey'] as const

/** One entry of a list as a person read it. */
export interface ExpectedEntry {
  readonly kind: 'paper' | 'challenge' | 'tool'
  readonly line: number
  readonly title: string
  readonly year: number | null
  readonly years?: string
  readonly venue: string | null
  readonly importance: number
  readonly mandatory: boolean
  readonly authors: readonly string[]
  readonly organizations: readonly string[]
  readonly links: readonly { readonly rel: string; readonly url: string }[]
  readonly emptyLinks: number
  readonly repositories: readonly string[]
  readonly frameworks: readonly string[]
  readonly sections: readonly string[]
}

/** The expectations for a list, written by reading it. */
export function expectedEntries(list: string): readonly ExpectedEntry[] {
  return JSON.parse(readFileSync(new URL(`../seeds/expected/${list}.json`, import.meta.url), 'utf8'))
}

/** Builds the seeds as the command does. */
export async function buildSeeds(): Promise<Build> {
  return build(await readSources([SEEDS], {}), () => 0)
}
