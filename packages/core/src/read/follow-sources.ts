import type { Commit, PathChange } from './commit-log.ts'

/** A source as one commit has it. */
export interface SourceBlob {
  /** Object id. */
  readonly oid: string
  /** The ending of the name that it had then, `.md`, in lower case: it says how the text is to be read. */
  readonly ending: string
}

/** Sources by their paths in the newest commit; a source that a commit does not hold is missing. */
export type SourceBlobs = ReadonlyMap<string, SourceBlob>

/** The path to which a symbolic link leads that stands at `path`; undefined where it leads out of the repository. */
export type LinkTarget = (path: string, oid: string) => string | undefined

/** A commit with the sources as it holds them. */
export interface SourceCommit {
  readonly commit: Commit
  readonly blobs: SourceBlobs
  /** What each of its parents holds, as far as the log reaches. */
  readonly before: readonly SourceBlobs[]
}

/** A commit of the first-parent line that changed a source. */
export interface SourceVersion extends SourceCommit {
  /** What a merge brought in: commits that the line did not reach before, parents first. */
  readonly landed: readonly SourceCommit[]
}

/**
 * The versions of some files, oldest first: the commits on the first-parent line of `head` after which one of them is
 * another. Files go by their paths in `head`; older names are found by git's renames, and for a file that appears while
 * one of the same name in other letters or place is removed, that one; a README goes on from another of its folder, be it
 * beside it or removed before; a file that stands in the place of a link, or gave its place to one, from where that led. Linear in the
 * commits and their changes.
 */
export function followSources(
  commits: readonly Commit[],
  head: string,
  paths: readonly string[],
  linkTarget: LinkTarget = () => undefined,
): readonly SourceVersion[] {
  const byId = new Map(commits.map((commit) => [commit.id, commit]))
  const states = new Map<string, NamedCommit>()
  const versions: SourceVersion[] = []
  let before: SourceBlobs = new Map()
  for (const { commit, names } of withNames(firstParentLine(byId, head), paths, linkTarget).toReversed()) {
    const landed = landedBy(commit, byId, states).map((side) => {
      const state = stateOf(side, namesOnBranch(side, states, names), states)
      states.set(side.id, state)
      return state
    })
    const state = stateOf(commit, names, states)
    states.set(commit.id, state)
    if (!sameBlobs(state.blobs, before)) versions.push({ ...state, landed })
    before = state.blobs
  }
  return versions
}

/** Newest first; a shallow clone ends it early. */
function firstParentLine(byId: ReadonlyMap<string, Commit>, head: string): readonly Commit[] {
  const line: Commit[] = []
  for (let commit = byId.get(head); commit !== undefined; commit = byId.get(commit.parents[0] ?? '')) line.push(commit)
  return line
}

/** Sources by the path that they have in one commit. */
type Names = ReadonlyMap<string, readonly string[]>

interface NamedCommit extends SourceCommit {
  readonly names: Names
}

/** The first-parent line, newest first, with the names that the sources have after each commit. */
function withNames(
  line: readonly Commit[],
  paths: readonly string[],
  linkTarget: LinkTarget,
): readonly { readonly commit: Commit; readonly names: Names }[] {
  let names: Names = new Map(paths.map((path) => [path, [path]]))
  const readmes = readmesBefore(line)
  return line.map((commit) => {
    const after = names
    names = renamed(
      after,
      commit.changes.flatMap((change) => {
        const from = after.has(change.path)
          ? nameBefore(change, commit, readmes.get(commit.id) ?? [], linkTarget)
          : undefined
        return from === undefined ? [] : [{ from: change.path, to: from }]
      }),
    )
    return { commit, names: after }
  })
}

/** The names on a branch: those of the commit before, renamed as the commit does; of new files, those after the merge. */
function namesOnBranch({ parents, changes }: Commit, states: ReadonlyMap<string, NamedCommit>, merged: Names): Names {
  const before = states.get(parents[0] ?? '')?.names ?? new Map()
  const moved = renamed(
    before,
    changes.flatMap(({ path, from }) => (from !== undefined && before.has(from) ? [{ from, to: path }] : [])),
  )
  const added = changes.filter(({ path, isRemoved }) => !isRemoved && !moved.has(path) && merged.has(path))
  return added.length === 0
    ? moved
    : new Map([...moved, ...added.map(({ path }) => [path, merged.get(path) ?? []] as const)])
}

/** All renames at once: files may change their names among each other. */
function renamed(names: Names, moves: readonly { readonly from: string; readonly to: string }[]): Names {
  if (moves.length === 0) return names
  const next = new Map(names)
  for (const { from } of moves) next.delete(from)
  for (const { from, to } of moves) next.set(to, [...(next.get(to) ?? []), ...(names.get(from) ?? [])])
  return next
}

/** READMEs that were there before a commit, then those removed earlier, the last first, for each commit that adds one. */
function readmesBefore(line: readonly Commit[]): ReadonlyMap<string, readonly string[]> {
  const present = new Set<string>()
  let gone: readonly string[] = []
  const remove = (path: string): void => {
    if (present.delete(path)) gone = [path, ...gone.filter((other) => other !== path)]
  }
  const before = new Map<string, readonly string[]>()
  for (const { id, changes } of line.toReversed()) {
    const own = changes.filter(({ path, from }) => isReadme(path) || (from !== undefined && isReadme(from)))
    if (own.some(({ isAdded }) => isAdded)) before.set(id, [...present, ...gone])
    for (const { path, from, isRemoved } of own) {
      if (from !== undefined) remove(from)
      if (isRemoved) remove(path)
      else if (isReadme(path)) present.add(path)
    }
  }
  return before
}

/** The path that a file had before a commit; undefined where it is the same, or the file is new. */
function nameBefore(
  { path, from, isAdded, linkBefore }: PathChange,
  { changes }: Commit,
  readmes: readonly string[],
  linkTarget: LinkTarget,
): string | undefined {
  if (from !== undefined) return from
  if (!isAdded) return undefined
  const led = linkBefore === undefined ? undefined : linkTarget(path, linkBefore)
  if (led !== undefined) return led
  const removed = changes.filter((change) => change.isRemoved)
  const leading = removed.find(
    ({ path: other, linkAfter }) => linkAfter !== undefined && linkTarget(other, linkAfter) === path,
  )
  if (leading !== undefined) return leading.path
  const names = removed.map((change) => change.path)
  const sameName = names.find((other) => fileName(other) === fileName(path))
  if (sameName !== undefined || !isReadme(path)) return sameName
  // One that is written beside another takes its place, and the other goes later; or the other went some time before.
  const other = [...names, ...readmes].find((name) => isReadme(name) && folder(name) === folder(path))
  return other === path ? undefined : other
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

function folder(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** `.md` of `docs/List.MD`; empty where there is none. */
export function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? ''
}

function isReadme(path: string): boolean {
  return /^readme(?:\.\w+)?$/.test(fileName(path))
}

/** The commits that a merge adds to what the line reached before, parents first. */
function landedBy(
  merge: Commit,
  byId: ReadonlyMap<string, Commit>,
  reached: ReadonlyMap<string, unknown>,
): readonly Commit[] {
  const order: Commit[] = []
  const seen = new Set<string>([merge.id])
  const stack = merge.parents
    .slice(1)
    .toReversed()
    .map((id) => ({ id, isDone: false }))
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const commit = byId.get(top.id)
    if (commit === undefined || reached.has(top.id)) continue
    if (top.isDone) order.push(commit)
    else if (!seen.has(top.id)) {
      seen.add(top.id)
      stack.push({ id: top.id, isDone: true })
      for (const id of commit.parents.toReversed()) stack.push({ id, isDone: false })
    }
  }
  return order
}

/** What a commit's first parent holds, changed as the commit says. */
function stateOf(commit: Commit, names: Names, states: ReadonlyMap<string, NamedCommit>): NamedCommit {
  const before = commit.parents.flatMap((id) => states.get(id)?.blobs ?? [])
  const parent = states.get(commit.parents[0] ?? '')
  const changed = commit.changes.flatMap(({ path, blob }) =>
    (names.get(path) ?? []).map((source) => ({ source, path, blob })),
  )
  const first: SourceBlobs = parent?.blobs ?? new Map()
  if (changed.length === 0) return { commit, blobs: first, before, names }
  const blobs = new Map(first)
  for (const { source, path, blob } of changed) {
    if (blob === undefined) blobs.delete(source)
    else blobs.set(source, { oid: blob, ending: endingOf(path) })
  }
  return { commit, blobs, before, names }
}

function sameBlobs(a: SourceBlobs, b: SourceBlobs): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  for (const [source, { oid, ending }] of a) {
    const other = b.get(source)
    if (other?.oid !== oid || other.ending !== ending) return false
  }
  return true
}
