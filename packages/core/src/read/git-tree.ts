import { byCodeUnits } from '@fieldmap/graph'
import { type GitPlace, git, outputText } from './git.ts'
import { FILE_LIMIT } from './limits.ts'
import { pathInside, type SourceTree, type TreeFile } from './source-tree.ts'

/** A folder of a commit. */
export interface GitFolder {
  /** Full object id. */
  readonly commit: string
  readonly name: string
  /** `''` for the whole tree, else with a slash at the end. */
  readonly prefix: string
}

/** What stands at a path of a tree. */
export interface TreeEntry {
  readonly mode: string
  readonly oid: string
}

/** As many links as Linux follows before it gives up. */
const MAX_LINKS = 40

/** Reads a folder as a commit holds it, without a work tree: one `ls-tree`, and one `cat-file --batch` per reading. */
export function gitTree(place: GitPlace, { commit, name, prefix }: GitFolder): SourceTree {
  let entries: Promise<ReadonlyMap<string, TreeEntry>> | undefined
  const load = () => {
    entries ??= listTree(place, commit)
    return entries
  }
  return {
    name,
    prefix,
    async top() {
      return (await inFolder(load, prefix, false)).filter((path) => !path.includes('/'))
    },
    async list() {
      return { files: await inFolder(load, prefix, false), submodules: await inFolder(load, prefix, true) }
    },
    async read(paths) {
      const all = await load()
      const found = await Promise.all(paths.map((path) => follow(place, all, prefix, path)))
      const oids = found.flatMap((file) => ('oid' in file ? [file.oid] : []))
      const blobs = await readBlobs(place, oids)
      return found.map((file) => ('oid' in file ? (blobs.get(file.oid) ?? { kind: 'missing' }) : file))
    },
  }
}

/** Every file, link and submodule of a commit, by path. */
export async function listTree(place: GitPlace, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const outcome = await git(place, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit])
  const entries = new Map<string, TreeEntry>()
  for (const record of outputText(outcome).split('\0')) {
    const [, mode, oid, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(record) ?? []
    if (mode !== undefined && oid !== undefined && path !== undefined) entries.set(path, { mode, oid })
  }
  return entries
}

async function inFolder(
  load: () => Promise<ReadonlyMap<string, TreeEntry>>,
  prefix: string,
  isSubmodule: boolean,
): Promise<readonly string[]> {
  const paths = [...(await load())].flatMap(([path, { mode }]) => {
    return path.startsWith(prefix) && (mode === '160000') === isSubmodule ? [path.slice(prefix.length)] : []
  })
  return paths.sort(byCodeUnits)
}

/** The blob at a path, links followed within the folder; a part of the path may be a link, too. */
async function follow(
  place: GitPlace,
  entries: ReadonlyMap<string, TreeEntry>,
  prefix: string,
  wanted: string,
): Promise<{ readonly oid: string } | TreeFile> {
  const inside = pathInside(wanted)
  let path = inside === undefined ? undefined : prefix + inside
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (path === undefined || !`${path}/`.startsWith(prefix)) return { kind: 'outside' }
    const [head, tail] = splitAtEntry(entries, path)
    const entry = entries.get(head)
    if (entry === undefined) {
      if (isFolder(entries, path)) return { kind: 'folder' }
      return { kind: links > 0 ? 'outside' : 'missing' }
    }
    if (entry.mode === '160000') return { kind: 'submodule' }
    if (entry.mode !== '120000') return tail === '' ? { oid: entry.oid } : { kind: 'missing' }
    const target = (await readBlobs(place, [entry.oid])).get(entry.oid)
    if (target?.kind !== 'file') return { kind: 'outside' }
    const link = new TextDecoder().decode(target.bytes)
    const parent = head.slice(0, head.lastIndexOf('/') + 1)
    path = link.startsWith('/') ? undefined : pathInside(parent + link + tail)
  }
  return { kind: 'outside' }
}

/** The shortest beginning of the path that is an entry (a file, a link or a submodule), and what follows it. */
function splitAtEntry(entries: ReadonlyMap<string, TreeEntry>, path: string): readonly [string, string] {
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
    if (entries.has(path.slice(0, slash))) return [path.slice(0, slash), path.slice(slash)]
  }
  return [path, '']
}

function isFolder(entries: ReadonlyMap<string, TreeEntry>, path: string): boolean {
  if (path === '') return true
  for (const other of entries.keys()) if (other.startsWith(`${path}/`)) return true
  return false
}

/** Blobs by object id, in two processes whatever their number; what is too large or missing says so. */
export async function readBlobs(place: GitPlace, oids: readonly string[]): Promise<ReadonlyMap<string, TreeFile>> {
  const files = new Map<string, TreeFile>()
  const wanted = [...new Set(oids)]
  if (wanted.length === 0) return files
  const sizes = await git(place, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], { input: lines(wanted) })
  const small: string[] = []
  for (const line of outputText(sizes).split('\n')) {
    const [oid = '', size = ''] = line.split(' ')
    if (!/^\d+$/.test(size)) continue
    if (Number(size) > FILE_LIMIT) files.set(oid, { kind: 'too-large', bytes: Number(size) })
    else small.push(oid)
  }
  const batch = small.length === 0 ? undefined : await git(place, ['cat-file', '--batch'], { input: lines(small) })
  for (const [oid, bytes] of parseBatch(batch?.stdout ?? new Uint8Array())) files.set(oid, { kind: 'file', bytes })
  for (const oid of wanted) {
    if (!files.has(oid)) files.set(oid, { kind: 'unreadable', reason: `object ${oid} is not in the repository` })
  }
  return files
}

function lines(oids: readonly string[]): string {
  return oids.map((oid) => `${oid}\n`).join('')
}

/** `<oid> blob <size>\n<bytes>\n`, again and again. */
function* parseBatch(output: Uint8Array): Generator<readonly [string, Uint8Array]> {
  let offset = 0
  while (offset < output.length) {
    const end = output.indexOf(0x0a, offset)
    if (end < 0) return
    const [oid = '', , size = ''] = new TextDecoder().decode(output.subarray(offset, end)).split(' ')
    offset = end + 1
    if (!/^\d+$/.test(size)) continue // `<oid> missing`
    yield [oid, output.subarray(offset, offset + Number(size))]
    offset += Number(size) + 1
  }
}
