import type { GitOutcome, ReadEffects } from './effects.ts'
import { InputError } from './input-error.ts'

/**
 * Settings that keep a foreign repository from running anything: no hooks, no file system monitor, no pager, no
 * maintenance. Reading goes through `ls-tree` and `cat-file`, which know neither filters nor textconv.
 */
export const HARMLESS: readonly string[] = [
  '--no-pager',
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.untrackedCache=false'].flatMap((set) => ['-c', set]),
  ...['submodule.recurse=false', 'gc.auto=0', 'maintenance.auto=false'].flatMap((set) => ['-c', set]),
]

/** Transports of a clone; a local repository needs none (`GIT_ALLOW_PROTOCOL` overrules what the repository says). */
const CLONE_PROTOCOLS = 'https:http:ssh:git:file'

/** Variables that tie git to another repository, as inside a hook. */
const REPOSITORY_VARIABLES: ReadonlySet<string> = new Set(
  (
    'DIR WORK_TREE INDEX_FILE OBJECT_DIRECTORY ALTERNATE_OBJECT_DIRECTORIES COMMON_DIR NAMESPACE PREFIX CONFIG ' +
    'CONFIG_PARAMETERS GRAFT_FILE SHALLOW_FILE REPLACE_REF_BASE LITERAL_PATHSPECS GLOB_PATHSPECS NOGLOB_PATHSPECS ' +
    'ICASE_PATHSPECS'
  )
    .split(' ')
    .map((name) => `GIT_${name}`),
)

/** What a git call needs besides its arguments. */
export interface GitPlace {
  readonly effects: ReadEffects
  /** The folder to run in: inside the repository, or the bare repository itself. */
  readonly cwd: string
  readonly signal?: AbortSignal
}

/**
 * Runs native git in a repository that need not be trusted. `args` hold revisions and paths only after
 * `--end-of-options` or `--`. Resolves with any exit code; throws `InputError` where git is not installed, and the
 * signal's reason after an abort.
 */
export async function git(
  { effects, cwd, signal }: GitPlace,
  args: readonly string[],
  { input, isClone = false }: { readonly input?: string; readonly isClone?: boolean } = {},
): Promise<GitOutcome> {
  signal?.throwIfAborted()
  const env = gitEnvironment(isClone ? CLONE_PROTOCOLS : 'none')
  const call = { cwd, env, ...(input !== undefined && { input }), ...(signal && { signal }) }
  const outcome = await effects.git([...HARMLESS, ...args], call)
  signal?.throwIfAborted()
  if (outcome.isMissing) throw new InputError('git was not found', 'install git and make sure that it is on the PATH')
  return outcome
}

/** Output as text without the last line end. */
export function outputText(outcome: GitOutcome): string {
  return new TextDecoder().decode(outcome.stdout).replace(/\n$/, '')
}

/** The environment without what ties git to another repository; no prompt, no lazy fetch, these protocols alone. */
export function gitEnvironment(protocols: string): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !REPOSITORY_VARIABLES.has(name)) env[name] = value
  }
  return {
    ...env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null', // as the objects that replace others: what a clone would not have
    GIT_ALLOW_PROTOCOL: protocols,
  }
}
