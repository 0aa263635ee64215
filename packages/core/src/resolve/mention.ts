import type { Identifiers } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import { originOfEntry } from '../extract/move-section.ts'
import { oncePer } from '../memo.ts'
import { type PaperAddress, paperAddress } from '../recognise/identifiers.ts'
import { repositoryAddress } from '../recognise/web-address.ts'
import { type NormalTitle, normalizeTitle } from './normalize-title.ts'
import { type PersonName, personName } from './people.ts'

/** An entry with what resolution compares. */
export interface PaperMention {
  readonly entry: Entry
  readonly title: NormalTitle
  readonly identifiers: Identifiers
  /** Venues and years that its addresses prove. */
  readonly proofs: readonly NonNullable<PaperAddress['proves']>[]
  readonly people: readonly PersonName[]
  readonly repositories: ReadonlySet<string>
}

/** The title of an entry as it is compared, wherever it was moved. */
export function entryTitle(entry: Entry): NormalTitle {
  return titleOfOrigin(originOfEntry(entry))
}

const titleOfOrigin = oncePer(({ title }: Entry) => normalizeTitle(title.value))

/** Prepares an entry for comparison. Only addresses of the paper itself identify it, not those of its code or data. */
export const paperMention: (entry: Entry) => PaperMention = oncePer((entry) => {
  const origin = originOfEntry(entry)
  return origin === entry ? mentionOf(entry) : { ...paperMention(origin), entry }
})

/** The same for a comparison, which asks what entries say, not where: one mention for all entries that only moved. */
export function comparedMention({ entry }: PaperMention): PaperMention {
  return paperMention(originOfEntry(entry))
}

function mentionOf(entry: Entry): PaperMention {
  const identifiers: Record<string, string> = {}
  const proofs: NonNullable<PaperAddress['proves']>[] = []
  for (const { rel, url } of entry.links) {
    if (rel !== 'paper') continue
    const address = paperAddress(url)
    for (const [scheme, value] of Object.entries(address.identifiers)) identifiers[scheme] ??= value
    if (address.proves !== undefined) proofs.push(address.proves)
  }
  return {
    entry,
    title: entryTitle(entry),
    identifiers,
    proofs,
    people: entry.authors.map(({ value }) => personName(value)),
    repositories: repositoriesOf(entry),
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Most entries link no code; those share one empty set. */
function repositoriesOf({ links }: Entry): ReadonlySet<string> {
  const found = links.flatMap(({ url }) => repositoryAddress(url)?.id ?? [])
  return found.length === 0 ? NONE : new Set(found)
}
