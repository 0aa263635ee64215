import { execFileSync } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchRepository } from '@fieldmap/core'
import { expect, it } from 'vitest'

it('cuts a repository of 200 MB off at 50 MB, and leaves nothing of it behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldmap-long-'))
  const kept = process.env.GIT_CONFIG_GLOBAL
  try {
    const path = join(folder, 'big')
    mkdirSync(path)
    const git = (...args: readonly string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'core.compression=0', ...args],
        { cwd: path },
      )
    git('init', '-q')
    const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16, 2))
    for (let part = 0; part < 20; part++)
      writeFileSync(join(path, `data-${part}.bin`), cipher.update(Buffer.alloc(10_000_000)))
    writeFileSync(join(path, 'README.md'), '# Big\n')
    git('add', '-A')
    git('commit', '-q', '-m', 'x')
    writeFileSync(join(folder, 'gitconfig'), `[url "${path}"]\n  insteadOf = https://github.com/o/big\n`)
    process.env.GIT_CONFIG_GLOBAL = join(folder, 'gitconfig')
    const fetched = await fetchRepository(
      { id: 'github.com/o/big', url: 'https://github.com/o/big' },
      {
        cache: join(folder, 'cache'),
        limits: { bytes: 50_000_000, milliseconds: 120_000 },
        allowFile: true,
        refresh: false,
      },
    )
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'too-large' })
    const left = execFileSync('du', ['-sk', join(folder, 'cache')]).toString()
    expect(Number.parseInt(left, 10)).toBeLessThan(1000)
  } finally {
    if (kept === undefined) delete process.env.GIT_CONFIG_GLOBAL
    else process.env.GIT_CONFIG_GLOBAL = kept
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
})
