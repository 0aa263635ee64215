import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { diskEffects as coreEffects, git, type Memo, programDigest } from '@fieldmap/core'
import type { Effects } from './effects.ts'

/** Characters of the cache at most, about as many bytes: what was met in this run goes before all else. */
const LIMIT = 32 * 1024 * 1024

/** No file that was written here is larger: a character takes three bytes at most. */
const MOST_BYTES = 3 * LIMIT + 1000

/** A memo on disk, beside the repository that it is about. */
export interface PieceCache {
  /** Fills a memo. Whatever is damaged, or of another program, is as good as nothing. */
  readonly load: (memo: Memo) => Promise<void>
  /** Keeps a memo, where it learned anything. Whole or not at all; where that fails nothing is kept. */
  readonly store: (memo: Memo) => Promise<void>
}

/**
 * The cache of the repository that a location lies in: `fieldmap-cache/pieces` in its git directory, one for all its work
 * trees; safe to delete at any time. `undefined` outside a repository.
 */
export async function findPieceCache(location: string, effects: Effects): Promise<PieceCache | undefined> {
  const path = resolve(effects.cwd, location)
  const folder = (await lstat(path).catch(() => undefined))?.isFile() === true ? dirname(path) : path
  const call = { effects: coreEffects, cwd: folder, signal: effects.signal }
  const found = await git(call, ['rev-parse', '--git-common-dir']).catch(() => undefined)
  if (found === undefined || found.code !== 0) return undefined
  const common = resolve(folder, new TextDecoder().decode(found.stdout).replace(/\n$/, ''))
  const cache = join(common, 'fieldmap-cache')
  // A link would lead writing elsewhere.
  const status = await lstat(cache).catch(() => undefined)
  if (status !== undefined && !status.isDirectory()) return undefined
  return pieceCache(join(cache, 'pieces'), effects)
}

function pieceCache(path: string, effects: Effects): PieceCache {
  let program: string | undefined
  const headOf = (body: string): string => {
    program ??= programDigest()
    const sum = createHash('sha256').update(body).digest('hex')
    return `fieldmap-cache 1 ${program} ${sum}`
  }
  let stored = 0
  return {
    async load(memo) {
      try {
        if ((await lstat(path)).size > MOST_BYTES) return
        const text = new TextDecoder().decode(await effects.readFile(path))
        const end = text.indexOf('\n')
        const body = text.slice(end + 1)
        if (text.slice(0, end) === headOf(body)) memo.restore(body)
      } catch {
        // There is none, or none that can be used.
      }
    },
    async store(memo) {
      const { parsed } = memo.counts()
      if (parsed === stored) return
      stored = parsed
      const body = memo.save(LIMIT)
      await effects.writeFile(path, `${headOf(body)}\n${body}`).catch(() => undefined)
    },
  }
}
