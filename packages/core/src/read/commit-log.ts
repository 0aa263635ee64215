import { decode } from './decode.ts'
import { type GitPlace, git } from './git.ts'
import { InputError } from './input-error.ts'

/** What a commit did to one path, compared with its first parent. */
export interface PathChange {
  readonly path: string
  /** Its path before, where the commit renamed it. */
  readonly from?: string
  /** Object id of the file; none where the path is removed, a link or a submodule. */
  readonly blob?: string
  /** Object ids of the symbolic links that stood there before and stand there after. */
  readonly linkBefore?: string
  readonly linkAfter?: string
  /** A file is there that was none before: nothing, a link or a submodule. */
  readonly isAdded: boolean
  readonly isRemoved: boolean
}

/** A commit as the log has it. */
export interface Commit {
  readonly id: string
  readonly parents: readonly string[]
  /** The committer's date in UTC, `2023-06-01T12:00:00Z`. */
  readonly date: string
  readonly author: string
  /** First line of the message. */
  readonly subject: string
  readonly changes: readonly PathChange[]
}

/** Settings of a repository or user that would change what the log says, or run something. */
const PLAIN_LOG = [
  'log.showRoot=true',
  'log.showSignature=false',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
  'diff.renameLimit=1000',
].flatMap((setting) => ['-c', setting])

const FORMAT = '%H%x00%P%x00%ct%x00%an%x00%s'

/**
 * Every commit that a commit can reach, newest first, each with its changes against its first parent, renames found
 * by git (half of the lines are the same). One process, whatever the number of commits; cost is git's own for comparing
 * all of them.
 *
 * @throws InputError where git cannot tell, as an old git (before 2.31) or a damaged repository
 */
export async function commitLog(place: GitPlace, head: string): Promise<readonly Commit[]> {
  const outcome = await git(place, [
    ...PLAIN_LOG,
    ...['log', '-z', '--raw', '-M', '--no-abbrev', '--diff-merges=first-parent', '--no-ext-diff', '--no-textconv'],
    ...['--no-notes', '--no-color', '--no-show-signature', `--format=${FORMAT}`, '--end-of-options', head],
  ])
  if (outcome.code !== 0) {
    const reason = /^(?:fatal|error): (.*)$/m.exec(outcome.stderr)?.[1] ?? 'git gave no reason'
    throw new InputError(
      `the history cannot be read: ${reason}`,
      'check the repository by `git fsck`; git 2.31 or later is needed',
    )
  }
  return [...parseLog(outcome.stdout)]
}

/** Five fields of a commit, then its changes: `:<mode> <mode> <oid> <oid> <status>`, and a path or two. */
function* parseLog(output: Uint8Array): Generator<Commit> {
  const tokens = splitAtNul(output)
  let next = 0
  const bytes = (): Uint8Array => tokens[next++] ?? new Uint8Array()
  const take = (): string => textOf(bytes())
  const takePath = (): string => new TextDecoder().decode(bytes()) // as the listing of a tree has it
  while (next + 5 <= tokens.length) {
    const id = take().trim()
    const parents = take().split(' ')
    const seconds = Number(take())
    const author = take()
    const subject = take()
    const changes: PathChange[] = []
    while (isChange(tokens[next])) {
      const [modeBefore = '', mode = '', blobBefore = '', blob = '', status = ''] = take().trim().slice(1).split(' ')
      const first = takePath()
      const isRenamed = status.startsWith('R')
      changes.push({
        path: isRenamed ? takePath() : first,
        ...(isRenamed ? { from: first } : {}),
        ...(isFile(mode) ? { blob } : {}),
        ...(modeBefore === LINK ? { linkBefore: blobBefore } : {}),
        ...(mode === LINK ? { linkAfter: blob } : {}),
        isAdded: isFile(mode) && !isFile(modeBefore),
        isRemoved: isFile(modeBefore) && !isFile(mode),
      })
    }
    yield { id, parents: parents.filter((parent) => parent !== ''), date: utc(seconds), author, subject, changes }
  }
}

const LINK = '120000'

/** A regular file, executable or not. */
function isFile(mode: string): boolean {
  return mode.startsWith('100')
}

function splitAtNul(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
    parts.push(bytes.subarray(from, end))
    from = end + 1
  }
  return parts
}

/** The first change of a commit stands on a line of its own. */
function isChange(token: Uint8Array | undefined): boolean {
  const start = token?.[0] === 0x0a ? 1 : 0
  return token?.[start] === 0x3a
}

/** Names and messages need not be UTF-8. */
function textOf(bytes: Uint8Array): string {
  return decode(bytes).text ?? new TextDecoder().decode(bytes)
}

const LAST_SECOND = 253_402_300_799 // the last second of the year 9999: what has more digits sorts wrongly

/** A committer's time as `2023-06-01T12:00:00Z`, within 1970 and 9999. */
export function utc(seconds: number): string {
  const bounded = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LAST_SECOND) : 0
  return new Date(bounded * 1000).toISOString().replace('.000Z', 'Z')
}
