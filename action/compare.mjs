// Compares the graph before and after a pull request (or push) and writes what changed to the job summary. Everything it
// needs is in the event and the checkout; nothing is run through a shell, and no secret is asked for.
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'

/** A host takes a summary of a megabyte at most. */
const LONGEST = 900_000
const { env } = process

process.exitCode = main()

function main() {
  const range = rangeOf(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8')))
  if (range === undefined) {
    console.log('Neither a pull request nor a push: nothing to compare.')
    return 0
  }
  const [program = 'npx', ...words] = (env.FIELDMAP_COMMAND ?? 'npx --yes fieldmap').split(/\s+/).filter(Boolean)
  const files = (env.FIELDMAP_FILE ?? '').split('\n').filter((glob) => glob.trim() !== '')
  const args = [
    'diff',
    range.base,
    range.head,
    env.FIELDMAP_SOURCE || '.',
    ...files.flatMap((glob) => ['--file', glob.trim()]),
  ]
  const { status, stdout, stderr, error } = run(program, [...words, ...args, '--markdown'])
  if (status !== 0) {
    console.error(error?.message ?? stderr)
    summarise('The graphs could not be compared; the log of the job says why.\n')
    return 1
  }
  if (stderr !== '') console.error(stderr)
  summarise(stdout)
  output('changed', String(!stdout.startsWith('**Nothing changed')))
  return 0
}

/** The commits before and after; both are in the checkout afterwards. */
function rangeOf({ pull_request: pull, before, after }) {
  if (pull === undefined) {
    const isBranchNew = /^0+$/.test(before ?? '0')
    return isCommitId(after) && isCommitId(before) && !isBranchNew
      ? { base: present(before), head: present(after) }
      : undefined
  }
  if (!isCommitId(pull?.base?.sha) || !isCommitId(pull?.head?.sha)) return undefined
  const head = git('rev-parse', 'HEAD')
  // A pull request is checked out as it would be merged: its first parent is the base as it is now.
  const merge = parentsOf(head)
  if (merge[1] === pull.head.sha) return { base: present(merge[0]), head }
  const base = present(pull.base.sha)
  const fork = git('merge-base', '--end-of-options', base, present(pull.head.sha))
  return { base: fork === '' ? base : fork, head: pull.head.sha }
}

/** A shallow clone hides parents from the log, not from the commit itself. */
function parentsOf(commit) {
  const [headers = ''] = git('cat-file', 'commit', commit).split('\n\n')
  return [...headers.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, id]) => id)
}

function isCommitId(value) {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}

/** Fetches a commit alone where the checkout does not hold it. */
function present(commit) {
  if (run('git', ['cat-file', '-e', `${commit}^{commit}`]).status !== 0) {
    const { status, stderr } = run('git', ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit])
    if (status !== 0) console.error(stderr)
  }
  return commit
}

function git(...args) {
  const { status, stdout } = run('git', args)
  return status === 0 ? stdout.trim() : ''
}

function run(program, args) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
}

function summarise(markdown) {
  const text = `## What changes in the graph\n\n${markdown}`
  const end = text.length <= LONGEST ? text.length : text.lastIndexOf('\n', LONGEST)
  const shown = end === text.length ? text : `${text.slice(0, end)}\n\n… and more.\n`
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, shown)
  else console.log(shown)
}

function output(name, value) {
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`)
}
