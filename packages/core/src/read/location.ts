import { basename, dirname, resolve } from 'node:path'
import { cloneRepository, isGitUrl, publicAddress, repositoryNameOf } from './clone.ts'
import { diskTree } from './disk-tree.ts'
import type { PathStatus } from './effects.ts'
import { type GitPlace, git, outputText } from './git.ts'
import { gitTree } from './git-tree.ts'
import { InputError } from './input-error.ts'
import { resolveRevision } from './revision.ts'
import type { SourceTree } from './source-tree.ts'

/** A location that was found and can be read. */
export interface OpenLocation {
  readonly tree: SourceTree
  /** Before paths where several locations are read: `owner/name`; a file given alone has none. */
  readonly label: string
  /** The file's name in the tree, and the name that it was given by, where the location is a file. */
  readonly file?: { readonly path: string; readonly name: string }
  /** The https address that the texts were read from. */
  readonly repository?: string
  /** The repository and the commit that the tree is of; none where files are read from disk. */
  readonly revision?: { readonly place: GitPlace; readonly commit: string }
}

export interface OpenOptions {
  readonly at?: string
  /** Several locations are read, so that their names matter. */
  readonly isOneOfMany: boolean
  /** A folder for clones, made when the first is needed. */
  readonly temporaryFolder: () => Promise<string>
}

/**
 * Opens a file, a folder, a repository or a git URL, at a revision where one is given.
 *
 * @throws InputError where nothing is there, it is no repository although a revision is asked for, or cloning fails
 */
export async function openLocation(place: GitPlace, location: string, options: OpenOptions): Promise<OpenLocation> {
  if (isGitUrl(location)) return openUrl(place, location, options)
  const path = resolve(place.cwd, location)
  const status = await statusOf(place, path, location)
  const real = await place.effects.realpath(path)
  const folder = status.kind === 'folder' ? real : dirname(real)
  const file = status.kind === 'folder' ? undefined : { path: basename(real), name: basename(path) }
  const repository = await findRepository({ ...place, cwd: folder }, options.at !== undefined)
  const name = basename(status.kind === 'folder' ? path : folder).replace(/(?<=.)\.git$/, '')
  const label =
    file === undefined && options.isOneOfMany ? await labelOf({ ...place, cwd: folder }, repository, name) : ''
  const opened = { label, ...(file && { file }) }
  if (options.at !== undefined || repository?.isBare) {
    if (repository === undefined) {
      throw new InputError(`${location} is not in a git repository`, 'leave --at out to read the files as they are')
    }
    const inRepository = { ...place, cwd: folder }
    const commit = await resolveRevision(inRepository, options.at ?? 'HEAD', location)
    const tree = gitTree(inRepository, { commit, name, prefix: repository.prefix })
    return { ...opened, tree, revision: { place: inRepository, commit } }
  }
  const prefix = repository?.prefix ?? ''
  return { ...opened, tree: diskTree(place, { folder, name, prefix, isTracked: repository !== undefined }) }
}

async function openUrl(place: GitPlace, url: string, options: OpenOptions): Promise<OpenLocation> {
  const cwd = await cloneRepository(place, url, options.at, await options.temporaryFolder())
  const clone = { ...place, cwd }
  const commit = await resolveRevision(clone, options.at ?? 'HEAD', publicAddress(url))
  const label = repositoryNameOf(url)
  const tree = gitTree(clone, { commit, name: label.slice(label.lastIndexOf('/') + 1), prefix: '' })
  const address = /^https:/i.test(url)
    ? publicAddress(url)
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
    : undefined
  return { tree, label, ...(address !== undefined && { repository: address }), revision: { place: clone, commit } }
}

async function statusOf({ effects }: GitPlace, path: string, location: string): Promise<PathStatus> {
  try {
    return await effects.stat(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') {
      throw new InputError(`${location} does not exist`, 'name a file, a folder, a git repository or its address')
    }
    throw new InputError(
      `${location} can't be read: ${error instanceof Error ? error.message : error}`,
      'check its permissions',
    )
  }
}

interface Repository {
  readonly isBare: boolean
  /** Where the folder stands in the repository, with a slash at the end. */
  readonly prefix: string
}

/** The repository that holds the folder, if any. Without need of one, a git that is missing or refuses is no obstacle. */
async function findRepository(place: GitPlace, isNeeded: boolean): Promise<Repository | undefined> {
  try {
    const outcome = await git(place, ['rev-parse', '--is-bare-repository', '--is-inside-git-dir', '--show-prefix'])
    if (outcome.code !== 0) {
      if (isNeeded && /dubious ownership/.test(outcome.stderr)) {
        const hint = `if you trust it, run: git config --global --add safe.directory ${JSON.stringify(place.cwd)}`
        throw new InputError(`git does not read ${place.cwd}: it belongs to another user`, hint)
      }
      return undefined
    }
    const [bare, insideGitDir, prefix = ''] = outputText(outcome).split('\n')
    if (bare === 'true') return { isBare: true, prefix: '' }
    return insideGitDir === 'true' ? undefined : { isBare: false, prefix }
  } catch (error) {
    if (error instanceof InputError && !isNeeded) return undefined
    throw error
  }
}

async function labelOf(place: GitPlace, repository: Repository | undefined, name: string): Promise<string> {
  if (repository === undefined) return name
  const origin = outputText(await git(place, ['config', '--get', 'remote.origin.url'])).trim()
  return origin === '' ? name : repositoryNameOf(origin)
}
