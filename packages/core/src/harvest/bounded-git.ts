import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gitEnvironment, HARMLESS } from '../read/git.ts'

/** How far a fetch may go. */
export interface FetchLimits {
  /** Bytes on the disk of one repository. */
  readonly bytes: number
  /** Milliseconds of one call of git. */
  readonly milliseconds: number
}

export type FetchOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'no-git' }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Settings of a fetch from a repository that nobody vouches for: no credentials, no submodules, packs kept as they come
 * (their growth is watched), and hosts that send next to nothing are given up.
 */
const FETCHING: readonly string[] = [
  'credential.helper=',
  'core.askPass=',
  'fetch.recurseSubmodules=false',
  'fetch.unpackLimit=1',
  'fetch.writeCommitGraph=false',
  'fetch.negotiationAlgorithm=noop',
  'fetch.fsckObjects=false',
  'transfer.bundleURI=false',
  'http.lowSpeedLimit=500',
  'http.lowSpeedTime=30',
].flatMap((set) => ['-c', set])

/** Between two looks at the size of the folder. */
const WATCH = 100
/** What git says on standard error is kept so far. */
const MAX_MESSAGE = 16_384

/**
 * Runs one `git fetch` in a bare repository within limits: the process and all that it started are ended when the folder
 * grows or the time runs out, and when `signal` aborts. Protocols are https, and file where that is allowed. git's own
 * settings (`url.<base>.insteadOf`, proxies) hold; hooks, credentials and prompts do not.
 *
 * @throws the reason of `signal` after an abort.
 */
export async function boundedFetch(
  folder: string,
  args: readonly string[],
  {
    limits,
    allowFile,
    input = '',
    signal,
  }: {
    readonly limits: FetchLimits
    readonly allowFile: boolean
    readonly input?: string
    readonly signal?: AbortSignal
  },
): Promise<FetchOutcome> {
  signal?.throwIfAborted()
  const env = {
    ...gitEnvironment(allowFile ? 'https:file' : 'https'),
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
  }
  const outcome = await new Promise<FetchOutcome>((resolve) => {
    // A group of its own, so that git's helpers end with it.
    const child = spawn('git', [...HARMLESS, ...FETCHING, 'fetch', ...args], {
      cwd: folder,
      env,
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let message = ''
    let ended: FetchOutcome | undefined
    const end = (reason: FetchOutcome): void => {
      ended ??= reason
      endGroup(child.pid)
      child.kill('SIGKILL')
    }
    const stop = (): void => end({ kind: 'failed', message: 'stopped' })
    const timeout = setTimeout(() => end({ kind: 'too-slow' }), limits.milliseconds)
    const watch = setInterval(() => {
      void sizeOf(folder).then((size) => size > limits.bytes && end({ kind: 'too-large' }))
    }, WATCH)
    signal?.addEventListener('abort', stop, { once: true })
    const finish = (result: FetchOutcome): void => {
      clearTimeout(timeout)
      clearInterval(watch)
      signal?.removeEventListener('abort', stop)
      resolve(ended ?? result)
    }
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      if (message.length < MAX_MESSAGE) message += text
    })
    child.stdin.on('error', () => {}) // git may end before it has read all
    child.stdin.end(input)
    child.on('error', (error) => {
      finish(
        'code' in error && error.code === 'ENOENT' ? { kind: 'no-git' } : { kind: 'failed', message: error.message },
      )
    })
    child.on('close', (code) => finish(code === 0 ? { kind: 'done' } : { kind: 'failed', message: lastWord(message) }))
  })
  signal?.throwIfAborted()
  if (outcome.kind === 'done' && (await sizeOf(folder)) > limits.bytes) return { kind: 'too-large' }
  return outcome
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined || process.platform === 'win32') return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended already
  }
}

/** Bytes of the files in a folder and those below; what vanishes meanwhile counts nothing. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  let size = 0
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) size += await sizeOf(path)
    else if (entry.isFile())
      size += await stat(path).then(
        (status) => status.size,
        () => 0,
      )
  }
  return size
}

function lastWord(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /^(?:fatal|error|remote):/.test(line))
  return (lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? 'git gave no reason')
    .replace(/^\w+: /, '')
    .slice(0, 300)
}
