import { join } from 'node:path'
import { type GitPlace, git } from './git.ts'
import { InputError } from './input-error.ts'

/** Is it an address that git clones (https, http, ssh, git, file, `git@host:path`), and not a path? */
export function isGitUrl(location: string): boolean {
  return /^(https?|ssh|git|file):\/\//i.test(location) || /^[\w.-]+@[\w.-]+:(?!\/\/)/.test(location)
}

/** `owner/name` from the address of a repository; only the name where there is no owner. */
export function repositoryNameOf(url: string): string {
  const path = url.replace(/^[a-z+]+:\/\/[^/]*/i, '').replace(/^[^/:]*@[^/:]*:/, '')
  const parts = path.split(/[/\\]+/).filter((part) => part !== '')
  const name = parts.at(-1)?.replace(/(?<=.)\.git$/, '') ?? 'repository'
  const owner = parts.at(-2)
  return owner === undefined ? name : `${owner}/${name}`
}

/** The address without user name and password, which belong in no output. */
export function publicAddress(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1')
}

/**
 * Clones a repository bare into `parent`: the newest commit alone, or all of the history where a revision is wanted.
 * Nothing of it runs, and no submodule is fetched.
 *
 * @returns the folder of the clone
 * @throws InputError where that fails
 */
export async function cloneRepository(
  place: GitPlace,
  url: string,
  revision: string | undefined,
  parent: string,
): Promise<string> {
  const extent = revision === undefined ? ['--depth=1', '--single-branch', '--no-tags'] : []
  const name = `clone-${encodeURIComponent(repositoryNameOf(url)).slice(-60)}-${revision === undefined ? 'tip' : 'all'}`
  const attempts = [
    { folder: join(parent, await unused(place, parent, name)), args: [...extent, '--filter=blob:limit=64m'] },
    { folder: join(parent, await unused(place, parent, `${name}-whole`)), args: [] }, // for servers that know only whole clones
  ]
  let reason = ''
  for (const { folder, args } of attempts) {
    const call = ['clone', '--bare', '--quiet', '--template=', ...args, '--', url, folder]
    const outcome = await git({ ...place, cwd: parent }, call, { isClone: true })
    if (outcome.code === 0) return folder
    reason = publicText(outcome.stderr, url)
    if (!/shallow|dumb|filter/i.test(outcome.stderr)) break
  }
  throw new InputError(
    `${publicAddress(url)} could not be cloned: ${reason}`,
    /^file:/i.test(url)
      ? 'a file:// address names a repository; a file or folder is given by its path'
      : 'check the address, the network and your access; `git clone` of the same address shows more',
  )
}

/** Two addresses can end in the same name. */
async function unused({ effects }: GitPlace, parent: string, name: string): Promise<string> {
  const taken = new Set((await effects.list(parent)).map((entry) => entry.name))
  let candidate = name
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${name}-${number}`
  return candidate
}

/** The last thing that git said, without secrets. */
function publicText(stderr: string, url: string): string {
  const lines = stderr.replaceAll(url, publicAddress(url)).split('\n')
  const telling = lines
    .filter((line) => /^(fatal|error|remote):/.test(line))
    .map((line) => line.replace(/^\w+: /, '').trim())
  return telling.find((line) => line !== '') ?? 'git gave no reason'
}
