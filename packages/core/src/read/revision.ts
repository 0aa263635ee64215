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
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const outcome = await git(place, args)
  const commit = outputText(outcome).trim()
  return outcome.code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

async function lastCommitOf(place: GitPlace, day: string): Promise<string | undefined> {
  const seconds = Date.parse(`${day}T23:59:59Z`) / 1000
  // With `@` and zone it is a time stamp for certain; a bare number below 10⁸ is not.
  const args = ['rev-list', '--max-count=1', '--first-parent', `--before=@${seconds} +0000`, '--end-of-options', 'HEAD']
  const outcome = await git(place, args)
  const commit = outputText(outcome).trim()
  return outcome.code === 0 && commit !== '' ? commit : undefined
}
