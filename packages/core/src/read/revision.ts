import { utc } from './commit-log.ts'
import { type GitPlace, git, outputText } from './git.ts'
import { InputError } from './input-error.ts'

/**
 * The commit that a revision names: a hash, tag, branch or anything that git understands (`HEAD~3`); or a day
 * (`2023-06-01`), which stands for the last commit on the first-parent line of HEAD until its end in UTC, unless a
 * branch or tag has that name. `where` is how messages call the repository.
 *
 * @returns the full object id
 * @throws InputError where there is no such commit
 */
export async function resolveRevision(place: GitPlace, revision: string, where: string): Promise<string> {
  const commit = await verify(place, revision)
  if (commit !== undefined) return commit
  if (isDay(revision)) {
    const ofDay = await lastCommitOf(place, revision)
    if (ofDay !== undefined) return ofDay
    throw new InputError(
      `${where} has no commit until ${revision}`,
      'name a later day; `git log --reverse` shows the first commit',
    )
  }
  if (revision === 'HEAD')
    throw new InputError(`${where} has no commit yet`, 'commit the list first, or read the file itself')
  throw new InputError(
    `${where} has no revision ${JSON.stringify(revision)}`,
    'name a commit, branch or tag that `git log` shows, or a day such as 2023-06-01',
  )
}

async function verify(place: GitPlace, revision: string): Promise<string | undefined> {
  if (revision === '' || /[\0\n]/.test(revision)) return undefined // would not arrive as one argument, or as any
  // `:/words` takes all that follows for words.
  const object = revision.startsWith(':/') ? await parse(place, revision) : revision
  return object === undefined ? undefined : parse(place, `${object}^{commit}`)
}

async function parse(place: GitPlace, revision: string): Promise<string | undefined> {
  const outcome = await git(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision])
  const oid = outputText(outcome).trim()
  return outcome.code === 0 && /^[0-9a-f]{40,64}$/.test(oid) ? oid : undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** By the same dates as a history has, which `--before` does not read: it takes those before 1970 for today. */
async function lastCommitOf(place: GitPlace, day: string): Promise<string | undefined> {
  const outcome = await git(place, ['log', '--first-parent', '--format=%H %ct', '--no-show-signature', 'HEAD', '--'])
  if (outcome.code !== 0) return undefined
  for (const line of outputText(outcome).split('\n')) {
    const [commit, seconds] = line.split(' ')
    if (commit !== undefined && seconds !== undefined && utc(Number(seconds)).slice(0, 10) <= day) return commit
  }
  return undefined
}
