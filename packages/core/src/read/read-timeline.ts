import { byCodeUnits } from '@fieldmap/graph'
import { type Commit, commitLog } from './commit-log.ts'
import { diskEffects, type ReadEffects } from './effects.ts'
import {
  endingOf,
  followSources,
  type LinkTarget,
  type SourceBlob,
  type SourceBlobs,
  type SourceVersion,
} from './follow-sources.ts'
import { type GitPlace, git, outputText } from './git.ts'
import { listTree, readBlobs } from './git-tree.ts'
import { InputError } from './input-error.ts'
import { type Part, type ReadOptions, readParts } from './read-sources.ts'
import { readSource } from './read-tree.ts'
import type { SourceText } from './source-text.ts'
import { pathInside, type TreeFile } from './source-tree.ts'

/** One commit with every text of the field as it was then, under the paths of the newest version. */
export interface TimelineCommit {
  readonly commit: Commit
  /** Sorted by path. The same file has the same object in every commit that holds it. */
  readonly sources: readonly SourceText[]
}

/** A commit that a merge brought in. */
export interface LandedCommit extends TimelineCommit {
  /** The texts that each of its parents has. */
  readonly before: readonly (readonly SourceText[])[]
}

/** A version of the field, and the commits that a merge brought in with it, parents first. */
export interface TimelineVersion extends TimelineCommit {
  readonly landed: readonly LandedCommit[]
}

/** The versions of a field, oldest first. */
export interface Timeline {
  readonly versions: readonly TimelineVersion[]
  /** Paths of sources whose repository is a shallow clone: what their first version holds may be older. */
  readonly shallow: ReadonlySet<string>
}

/**
 * Reads every version of a field: the commits on the first-parent line of HEAD (or of `options.at`) that changed one of
 * its sources. The sources are those of the newest version, as its `fieldmap.yml` or `options.file` names them, each
 * followed back through its renames; what is not a source any more is not looked at. Versions of several repositories
 * are put in one row by date, each repository's in its own order.
 *
 * Per repository one `git log` and one reading of all blobs, whatever the number of versions. Work that a merge brings
 * in belongs to the merge; its own commits are told beside it.
 *
 * @throws InputError where a location is in no repository, or has no commit
 */
export async function readTimeline(
  locations: readonly string[],
  options: ReadOptions = {},
  effects: ReadEffects = diskEffects,
): Promise<Timeline> {
  const at = options.at ?? 'HEAD'
  return readParts(locations, { ...options, at }, effects, async (parts) => {
    const histories: PartHistory[] = []
    for (const part of parts) histories.push(await readHistory(part))
    return {
      versions: interleave(histories.map(({ versions }) => versions)),
      shallow: new Set(histories.flatMap(({ isShallow, paths }) => (isShallow ? paths : []))),
    }
  })
}

interface PartHistory {
  readonly versions: readonly TimelineVersion[]
  readonly paths: readonly string[]
  readonly isShallow: boolean
}

async function readHistory(part: Part): Promise<PartHistory> {
  const { revision } = part.open
  if (revision === undefined) throw new InputError(`${part.name} has no history`, 'name a git repository')
  const { place, commit } = revision
  const places = await placesOf(part, place, commit)
  const commits = await commitLog(place, commit)
  const versions = followSources(commits, commit, [...places.keys()], await readLinks(place, commits))
  const textOf = await readTexts(place, versions, places, part.label)
  const isShallow = await beginsLate(place, versions[0])
  return { versions: convert(versions, textOf), paths: part.sources.map(({ path }) => part.label + path), isShallow }
}

/** The sources by their paths in the repository. A source that is a link stands where its blob does. */
async function placesOf(
  { sources, paths, open }: Part,
  place: GitPlace,
  commit: string,
): Promise<ReadonlyMap<string, SourceText>> {
  const tree = await listTree(place, commit)
  const byBlob = new Map([...tree].toReversed().map(([path, { oid }]) => [oid, path]))
  return new Map(
    sources.map((source, i) => {
      const path = open.tree.prefix + (paths[i] ?? source.path)
      const isFile = tree.get(path)?.mode.startsWith('100') === true
      return [isFile ? path : (byBlob.get(source.blob) ?? path), source]
    }),
  )
}

/** Where the symbolic links lead that commits put up or took away. */
async function readLinks(place: GitPlace, commits: readonly Commit[]): Promise<LinkTarget> {
  const oids = commits.flatMap(({ changes }) =>
    changes.flatMap(({ linkBefore, linkAfter }) => [linkBefore, linkAfter].flatMap((oid) => oid ?? [])),
  )
  const links = await readBlobs(place, oids)
  return (path, oid) => {
    const link = links.get(oid)
    if (link?.kind !== 'file') return undefined
    const target = new TextDecoder().decode(link.bytes)
    return target.startsWith('/') ? undefined : pathInside(path.slice(0, path.lastIndexOf('/') + 1) + target)
  }
}

type TextOf = (place: string, blob: SourceBlob) => SourceText | undefined

/** Every text of the versions, decoded when first asked for. */
async function readTexts(
  place: GitPlace,
  versions: readonly SourceVersion[],
  places: ReadonlyMap<string, SourceText>,
  label: string,
): Promise<TextOf> {
  const all = versions.flatMap((version) => [version, ...version.landed])
  const files: ReadonlyMap<string, TreeFile> = await readBlobs(
    place,
    all.flatMap(({ blobs }) => [...blobs.values()].map(({ oid }) => oid)),
  )
  if ([...files.values()].some(({ kind }) => kind === 'unreadable')) await refuseGaps(place)
  const texts = new Map<string, SourceText | undefined>()
  return (path, { oid, ending }) => {
    const id = `${oid} ${ending} ${path}`
    if (!texts.has(id)) texts.set(id, textOf(files.get(oid), ending, places.get(path), label))
    return texts.get(id)
  }
}

/** A version whose text is missing would be told as if it held nothing. Only a clone without its huge files may go on. */
async function refuseGaps(place: GitPlace): Promise<void> {
  const filters = await git(place, ['config', '--get-regexp', '^remote\\..*\\.partialclonefilter$'])
  if (/ blob:limit=/.test(outputText(filters))) return
  throw new InputError(
    'the history cannot be read: texts of older versions are not in the repository',
    'a partial clone gets them by `git fetch --refetch --no-filter`; `git fsck` shows other damage',
  )
}

/** A blob as the source that it is in the newest version, in the markup that its name then told. */
function textOf(
  file: TreeFile | undefined,
  ending: string,
  now: SourceText | undefined,
  label: string,
): SourceText | undefined {
  if (file?.kind !== 'file' || now === undefined) return undefined
  const { source } = readSource(file.bytes, label + now.path, { kind: now.kind })
  if (source === undefined) return undefined
  const other = endingOf(now.path) === ending ? {} : { readAs: `README${ending}` }
  return { ...now, path: source.path, text: source.text, blob: source.blob, ...other }
}

function convert(versions: readonly SourceVersion[], textOf: TextOf): readonly TimelineVersion[] {
  const textsOf = (blobs: SourceBlobs): readonly SourceText[] => {
    const sources = [...blobs].flatMap(([path, blob]) => textOf(path, blob) ?? [])
    return sources.sort((a, b) => byCodeUnits(a.path, b.path))
  }
  return versions.map(({ commit, blobs, landed }) => ({
    commit,
    sources: textsOf(blobs),
    landed: landed.map((side) => ({
      commit: side.commit,
      sources: textsOf(side.blobs),
      before: side.before.map(textsOf),
    })),
  }))
}

/** What the first version holds was there already where a shallow clone begins with it. */
async function beginsLate(place: GitPlace, first: SourceVersion | undefined): Promise<boolean> {
  if (first === undefined || first.commit.parents.length > 0) return false
  return outputText(await git(place, ['rev-parse', '--is-shallow-repository'])) === 'true'
}

/** Puts the versions of several repositories in one row: each adds its own sources to what the others hold. */
function interleave(histories: readonly (readonly TimelineVersion[])[]): readonly TimelineVersion[] {
  const [only] = histories
  if (only !== undefined && histories.length === 1) return only
  const next = histories.map(() => 0)
  const row: TimelineVersion[] = []
  for (;;) {
    const heads = histories.flatMap((versions, i) => {
      const version = versions[next[i] ?? 0]
      return version === undefined ? [] : [{ version, i }]
    })
    const [first] = heads.toSorted((a, b) => byCodeUnits(a.version.commit.date, b.version.commit.date) || a.i - b.i)
    if (first === undefined) return row
    const others = histories.flatMap((versions, i) =>
      i === first.i ? [] : (versions[(next[i] ?? 0) - 1]?.sources ?? []),
    )
    const beside = (sources: readonly SourceText[]): readonly SourceText[] =>
      [...sources, ...others].sort((a, b) => byCodeUnits(a.path, b.path))
    row.push({
      commit: first.version.commit,
      sources: beside(first.version.sources),
      landed: first.version.landed.map((side) => ({
        commit: side.commit,
        sources: beside(side.sources),
        before: side.before.map(beside),
      })),
    })
    next[first.i] = (next[first.i] ?? 0) + 1
  }
}
