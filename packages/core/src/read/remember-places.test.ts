import { expect, it } from 'vitest'
import { diskEffects, type GitCall, type GitOutcome } from './effects.ts'
import { rememberPlaces } from './remember-places.ts'

const CALL: GitCall = { cwd: '/a', env: {} }

function counting(code: number) {
  const calls: string[] = []
  const git = async (args: readonly string[], { cwd }: GitCall): Promise<GitOutcome> => {
    calls.push(`${cwd} ${args.join(' ')}`)
    return { code, stdout: new Uint8Array(), stderr: '' }
  }
  return { calls, effects: rememberPlaces({ ...diskEffects, git }) }
}

it('asks git once where a folder stands, also where that is in no repository', async () => {
  for (const code of [0, 128]) {
    const { calls, effects } = counting(code)
    for (const cwd of ['/a', '/b', '/a']) await effects.git(['rev-parse', '--show-prefix'], { ...CALL, cwd })
    expect(calls).toEqual(['/a rev-parse --show-prefix', '/b rev-parse --show-prefix'])
  }
})

it('asks anew what may have changed, and after git was stopped', async () => {
  const { calls, effects } = counting(0)
  for (let i = 0; i < 2; i++) await effects.git(['ls-files', '-z'], CALL)
  expect(calls).toHaveLength(2)
  const stopped = counting(-1)
  for (let i = 0; i < 2; i++) await stopped.effects.git(['rev-parse', '--show-prefix'], CALL)
  expect(stopped.calls).toHaveLength(2)
})

it('gives the same bytes for a file that is as it was', async () => {
  let text = 'one'
  const effects = rememberPlaces({ ...diskEffects, readFile: async () => new TextEncoder().encode(text) })
  expect(effects.hasRead('/a')).toBe(false)
  const first = await effects.readFile('/a')
  expect(effects.hasRead('/a')).toBe(true)
  expect(await effects.readFile('/a')).toBe(first)
  expect(await effects.readFile('/b')).not.toBe(first)
  text = 'two'
  const second = await effects.readFile('/a')
  expect(new TextDecoder().decode(second)).toBe('two')
  text = 'one'
  expect(new TextDecoder().decode(await effects.readFile('/a'))).toBe('one')
})
