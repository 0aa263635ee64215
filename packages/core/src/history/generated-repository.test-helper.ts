import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRng } from '../analyse/rng.ts'
import {
  type Edit,
  EMPTY_FIELD,
  type MadeField,
  type MadeList,
  pick,
  randomEdit,
  renderList,
} from './generated-field.test-helper.ts'

/** A commit to be made: what it holds and who wrote it. */
interface MadeCommit {
  readonly field: MadeField
  readonly author: string
  /** Numbers of earlier commits. */
  readonly parents: readonly number[]
  readonly message: string
}

/** A commit of the first-parent line, as whoever made the field knows it. */
export interface KnownVersion {
  readonly commit: string
  readonly field: MadeField
  /** Who wrote a commit that it is, or that it brought: the last who edited a paper, else its own author. */
  readonly authorOf: (paper: number) => string
}

export interface MadeRepository {
  readonly folder: string
  /** The first-parent line, oldest first. */
  readonly known: readonly KnownVersion[]
  /** Names of the edits that were made. */
  readonly edits: ReadonlySet<string>
}

/** Names, messages and paths that programs trip over. */
const AUTHORS = [
  'Ada',
  'O\'Neil "the" $(id) `x`',
  '--end-of-options',
  'Łukasz 张伟',
  'N'.repeat(10_000),
  'caf\u00e9|\\',
]
const MESSAGES = [
  'Add a paper',
  '',
  '--all\n\n:100644 0 0 0 M',
  'M'.repeat(10_000),
  '"quoted" \'text\' $HOME;\n\tx',
  ':',
]
const PATHS = ['list.md', 'docs/other list.md', '--docs/"a"\nb.md', 'docs/ünï.md', `${'long/'.repeat(20)}list.md`]

/** Writes commits by `git fast-import`; `head` is the number of HEAD. Returns their ids. */
function writeRepository(
  folder: string,
  commits: readonly MadeCommit[],
  isBare: boolean,
  head: number = commits.length - 1,
): readonly string[] {
  git(folder, ['init', '-q', ...(isBare ? ['--bare'] : []), '--initial-branch=main', '.'])
  const marks = join(folder, isBare ? 'marks' : '.git/marks')
  const parts = commits.flatMap((commit, i) => commitStream(commit, i, i === head ? 'main' : 'made'))
  git(folder, ['fast-import', '--quiet', '--force', `--export-marks=${marks}`], Buffer.concat(parts))
  const ids = new Map(
    readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [mark = '', id = ''] = line.split(' ')
        return [Number(mark.slice(1)), id] as const
      }),
  )
  if (!isBare) git(folder, ['reset', '-q', '--hard'])
  return commits.map((_, i) => ids.get(i + 1) ?? '')
}

function commitStream({ field, author, parents, message }: MadeCommit, i: number, branch: string): Buffer[] {
  const seconds = 1_600_000_000 + i * 3600
  const [from, ...merged] = parents
  const sources = field.lists.map(({ path }) => ({ path, kind: 'list' }))
  const files: Readonly<Record<string, string>> = {
    'fieldmap.yml': JSON.stringify({ title: 'Made', sources }),
    'notes.txt': `${field.notes}\n`,
    ...Object.fromEntries(
      field.lists.flatMap((list, n) => {
        if (list.file === 'none') return []
        return [[list.file === 'link' ? storeOf(n) : list.path, renderList(list, field)] as const]
      }),
    ),
  }
  const links = field.lists.flatMap(({ path, file }, n) => {
    return file === 'link' ? [{ path, target: '../'.repeat(path.split('/').length - 1) + storeOf(n) }] : []
  })
  return [
    text(`${from === undefined ? 'reset' : 'commit'} refs/heads/${branch}\n`),
    text(from === undefined ? `commit refs/heads/${branch}\n` : ''),
    text(`mark :${i + 1}\n`),
    name(`author ${author} <a@example.org> ${seconds - 86_400} +0530\n`),
    text(`committer Host <h@example.org> ${seconds} -0800\n`),
    data(message),
    text(from === undefined ? '' : `from :${from + 1}\n`),
    text(merged.map((parent) => `merge :${parent + 1}\n`).join('')),
    text('deleteall\n'),
    ...Object.entries(files).flatMap(([path, content]) => [
      text(`M 100644 inline ${JSON.stringify(path)}\n`),
      data(content),
    ]),
    ...links.flatMap(({ path, target }) => [text(`M 120000 inline ${JSON.stringify(path)}\n`), data(target)]),
    text('\n'),
  ]
}

/** Where the file of a list is while a link stands in its place. */
function storeOf(list: number): string {
  return `store/file ${list}.md`
}

/** One of the names is written as Latin-1, which is not UTF-8. */
function name(line: string): Buffer {
  return Buffer.from(line, line.startsWith('author caf') ? 'latin1' : 'utf8')
}

function text(value: string): Buffer {
  return Buffer.from(value)
}

function data(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
}

function git(cwd: string, args: readonly string[], input?: Buffer): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  execFileSync('git', args, { cwd, env, stdio: 'pipe', ...(input === undefined ? {} : { input }) })
}

/**
 * A repository with a random history whose truth is known: edits of every kind by several people, work on branches
 * that lands later by merges of one or more of them, reverts, renamed files, commits that change no source.
 */
export function makeRepository(folder: string, rngSeed: number, length: number, isBare: boolean): MadeRepository {
  const rng = createRng(rngSeed)
  const commits: MadeCommit[] = []
  const line: { readonly number: number; readonly authorOf: (paper: number) => string }[] = []
  const edits = new Set<string>()
  let next = 0
  let gone: MadeField['lists'] | undefined
  let waiting: { readonly branch: Branch; readonly wait: number }[] = []
  const put = (commit: Omit<MadeCommit, 'message'>): number => {
    commits.push({ ...commit, message: pick(rng, MESSAGES) })
    return commits.length - 1
  }
  const head = (): { readonly parents: readonly number[]; readonly field: MadeField } => {
    const number = line.at(-1)?.number
    return { parents: number === undefined ? [] : [number], field: commits[number ?? -1]?.field ?? start }
  }
  const advance = (field: MadeField, author: string, merged: readonly Branch[] = []): void => {
    const number = put({ field, author, parents: [...head().parents, ...merged.map(({ tip }) => tip)] })
    const authors = new Map(merged.flatMap(({ authors: own }) => [...own]))
    line.push({ number, authorOf: (paper) => authors.get(paper) ?? author })
  }
  const lists = [0, 1].map((i) => ({ path: PATHS[i] ?? '', isTable: i === 1, order: 0, members: new Map() }))
  const start: MadeField = { ...EMPTY_FIELD, lists }
  const wasGone = (): boolean =>
    commits[line.at(-2)?.number ?? 0]?.field.lists.some(({ file }) => file === 'none') === true
  const isFree = (id: number): boolean => !waiting.some(({ branch }) => branch.touched.has(id))

  for (let i = 0; i < length; i++) {
    const { field } = head()
    const roll = rng()
    const landing = waiting.filter(({ wait }) => wait <= 0).map(({ branch }) => branch)
    waiting = waiting.flatMap(({ branch, wait }) => (wait <= 0 ? [] : [{ branch, wait: wait - 1 }]))
    if (gone !== undefined) {
      advance({ ...field, lists: gone }, pick(rng, AUTHORS))
      gone = undefined
    } else if (landing.length > 0) {
      edits.add(landing.length > 1 ? 'octopus' : 'merge')
      const merged = landing.reduce((before, branch) => applyAll(before, branch.edits), field)
      advance(merged, pick(rng, AUTHORS), landing)
    } else if (roll < 0.12 && i > 3) {
      const wait = Math.floor(rng() * 3)
      for (let count = rng() < 0.5 ? 1 : 2; count > 0; count--) waiting.push({ branch: grow(isFree), wait })
    } else if (roll < 0.16 && line.length > 2 && waiting.length === 0 && !wasGone()) {
      edits.add('revert')
      const before = commits[line.at(-2)?.number ?? 0]?.field ?? field
      advance(
        { ...before, lists: before.lists.map((list, n) => ({ ...list, path: field.lists[n]?.path ?? '' })) },
        'Reverter',
      )
    } else if (roll < 0.2) {
      edits.add('rename')
      const free = PATHS.filter((path) => !field.lists.some((list) => list.path === path))
      const path = pick(rng, free)
      const which = Math.floor(rng() * field.lists.length)
      advance(
        { ...field, lists: field.lists.map((list, n) => (n === which ? { ...list, path } : list)) },
        pick(rng, AUTHORS),
      )
    } else if (roll < 0.23 && waiting.length === 0 && i < length - 1) {
      edits.add('gap')
      gone = field.lists
      const which = Math.floor(rng() * field.lists.length)
      const none = { file: 'none', members: new Map<number, string>() } as const
      advance(
        { ...field, lists: field.lists.map((list, n) => (n === which ? { ...list, ...none } : list)) },
        pick(rng, AUTHORS),
      )
    } else if (roll < 0.27 && waiting.length === 0) {
      edits.add('link')
      const which = Math.floor(rng() * field.lists.length)
      const lists = field.lists.map(({ file, ...list }, n): MadeList => {
        const isLink = n === which ? file === undefined : file === 'link'
        return isLink ? { ...list, file: 'link' } : list
      })
      advance({ ...field, lists }, pick(rng, AUTHORS))
    } else {
      const edit = randomEdit(rng, field, () => next++, isFree)
      edits.add(edit.name)
      advance(edit.apply(field), pick(rng, AUTHORS))
    }
  }
  const ids = writeRepository(folder, commits, isBare, line.at(-1)?.number)
  return {
    folder,
    edits,
    known: line.map(({ number, authorOf }) => {
      return { commit: ids[number] ?? '', field: commits[number]?.field ?? start, authorOf }
    }),
  }

  /** Commits on a branch off HEAD, with edits of papers that nobody else edits meanwhile. */
  function grow(mayEdit: (id: number) => boolean): Branch {
    const base = head()
    let { field } = base
    let tip = base.parents[0] ?? 0
    const made: Edit[] = []
    const authors = new Map<number, string>()
    const touched = new Set<number>()
    for (let count = 1 + Math.floor(rng() * 3); count > 0; count--) {
      const edit = randomEdit(rng, field, () => next++, mayEdit)
      const author = authors.get(edit.paper ?? -1) ?? pick(rng, AUTHORS)
      const after = edit.apply(field)
      edits.add(`branch ${edit.name}`)
      made.push(edit)
      if (edit.paper !== undefined) {
        if (after !== field) authors.set(edit.paper, author)
        touched.add(edit.paper)
      }
      field = after
      tip = put({ field, author, parents: [tip] })
    }
    return { tip, edits: made, authors, touched }
  }
}

interface Branch {
  readonly tip: number
  readonly edits: readonly Edit[]
  readonly authors: ReadonlyMap<number, string>
  readonly touched: ReadonlySet<number>
}

function applyAll(field: MadeField, edits: readonly Edit[]): MadeField {
  return edits.reduce((before, edit) => edit.apply(before), field)
}
