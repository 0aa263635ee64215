import type { Finding, SourceKind } from '@fieldmap/graph'
import picomatch from 'picomatch'
import { memoise, oncePer } from '../memo.ts'
import { blobId } from './blob-id.ts'
import { decode } from './decode.ts'
import { FIELD_FILE, type FieldConfig, type ListedPath, type ListedSource, parseFieldConfig } from './field-config.ts'
import { contentFinding, repairFinding, treeFinding } from './findings.ts'
import { InputError } from './input-error.ts'
import { repairMojibake } from './mojibake.ts'
import { sourceKind } from './source-kind.ts'
import type { SourceText, TourText } from './source-text.ts'
import { pathInside, type SourceTree, type TreeFile } from './source-tree.ts'

/** What one location gives. */
export interface TreeContents {
  readonly title?: string
  readonly site?: string
  readonly sources: readonly SourceText[]
  /** Where each source stands in the tree, in the order of `sources`. */
  readonly paths: readonly string[]
  readonly tour?: TourText
  readonly findings: readonly Finding[]
}

/** A file to be read, and where `fieldmap.yml` asks for it. */
interface Wanted {
  readonly path: string
  readonly kind?: SourceKind
  readonly listed?: ListedPath & Partial<ListedSource>
}

/**
 * Reads what `fieldmap.yml` lists, else the files that match `globs`, else the README. With both, the globs say which
 * lists are read, and `fieldmap.yml` all else. `name` gives a path its public name.
 *
 * @throws InputError where there is nothing to read
 */
export async function readTree(
  tree: SourceTree,
  globs: readonly string[],
  name: (path: string, isField: boolean) => string,
): Promise<TreeContents> {
  const [fieldFile] = await tree.read([FIELD_FILE])
  if (fieldFile === undefined || fieldFile.kind === 'missing' || fieldFile.kind === 'folder') {
    const shown = (path: string) => name(path, false)
    const { paths, findings } = globs.length > 0 ? await matching(tree, globs, shown) : await readme(tree)
    const contents = await readFiles(tree, paths, shown)
    return { ...contents, findings: [...findings, ...contents.findings] }
  }
  const shown = (path: string) => name(path, true)
  const field = readFieldFile(fieldFile, shown(FIELD_FILE))
  const lists = globs.length > 0 ? await matching(tree, globs, shown) : undefined
  const wanted = [...(lists?.paths ?? []).map((path) => ({ path })), ...wantedBy(field.config, lists === undefined)]
  const { sources, paths, findings } = await readWanted(tree, wanted, shown)
  const tour = await readTour(tree, field.config.tour, shown)
  return {
    ...(field.config.title !== undefined && { title: field.config.title }),
    ...(field.config.site !== undefined && { site: field.config.site }),
    sources,
    paths,
    ...(tour.tour && { tour: tour.tour }),
    findings: [...field.findings, ...(lists?.findings ?? []), ...findings, ...tour.findings],
  }
}

/** Reads these files of a tree and nothing else. */
export function readFiles(
  tree: SourceTree,
  paths: readonly string[],
  name: (path: string) => string,
): Promise<TreeContents> {
  return readWanted(
    tree,
    paths.map((path) => ({ path })),
    name,
  )
}

/** The tour that `fieldmap.yml` names; without a name the one beside it, which need not be there. */
async function readTour(
  tree: SourceTree,
  listed: ListedPath | undefined,
  name: (path: string) => string,
): Promise<Pick<TreeContents, 'tour' | 'findings'>> {
  const asked = listed?.path ?? TOUR_FILE
  const [file = { kind: 'missing' }] = await tree.read([asked])
  const path = pathInside(asked) ?? asked
  if (file.kind === 'file') {
    const { text, findings } = readText(file.bytes, name(path))
    return text === undefined ? { findings } : { tour: { path: name(path), text }, findings }
  }
  if (listed === undefined && (file.kind === 'missing' || file.kind === 'folder')) return { findings: [] }
  const place = listed && { source: name(FIELD_FILE), line: listed.line, column: listed.column }
  return { findings: [treeFinding(file, place ? path : name(path), place)] }
}

/** The tour that need not be named. */
const TOUR_FILE = 'tour.md'

interface Selection {
  readonly paths: readonly string[]
  readonly findings: readonly Finding[]
}

const README = /^readme(\.(md|markdown|mdown|mkd|rst|org|txt))?$/i

async function readme(tree: SourceTree): Promise<Selection> {
  const top = await tree.top()
  const found = top.filter((path) => README.test(path))
  const order = ['.md', '.markdown', '.mdown', '.mkd', '.rst', '.org', '', '.txt']
  const rank = (path: string) => order.indexOf(/\.\w+$/.exec(path)?.[0].toLowerCase() ?? '')
  const [best] = found.toSorted((a, b) => rank(a) - rank(b))
  if (best !== undefined) return { paths: [best], findings: [] }
  const where = tree.prefix === '' ? tree.name : tree.prefix.replace(/\/$/, '')
  const other = top.find((path) => /^readme\.\w+$/i.test(path))
  if (other !== undefined) {
    throw new InputError(
      `${other} of ${where} is in a markup that is not read`,
      "lists are Markdown, reStructuredText, Org mode or plain text; name others with --file, for example --file 'docs/**/*.md'",
    )
  }
  throw new InputError(
    `${where} holds neither ${FIELD_FILE} nor a README`,
    "name the lists with --file, for example --file 'docs/**/*.md'",
  )
}

async function matching(
  tree: SourceTree,
  globs: readonly string[],
  name: (path: string) => string,
): Promise<Selection> {
  const { files, submodules } = await tree.list()
  const patterns = globs.map((glob) => pathInside(glob) ?? glob)
  const isWanted = picomatch(patterns)
  const paths = files.filter((path) => isWanted(path) || patterns.includes(path))
  const reached = submodules.filter((path) => {
    return patterns.some(
      (glob) => glob.startsWith('**') || glob.startsWith(`${path}/`) || picomatch.scan(glob).base === path,
    )
  })
  if (paths.length === 0) {
    throw new InputError(
      `no file of ${JSON.stringify(tree.name)} matches ${globs.map((glob) => JSON.stringify(glob)).join(', ')}`,
      reached.length > 0
        ? `${reached[0]} is a submodule: read its own repository`
        : 'check the pattern; quote it in a shell',
    )
  }
  return { paths, findings: reached.map((path) => treeFinding({ kind: 'submodule' }, name(path))) }
}

function readFieldFile(file: TreeFile, name: string): { config: FieldConfig; findings: readonly Finding[] } {
  const nothing = { sources: [], vocabulary: [] }
  return file.kind === 'file' ? fieldBytes(file.bytes)(name) : { config: nothing, findings: [treeFinding(file, name)] }
}

const fieldBytes = oncePer((bytes: Uint8Array) =>
  memoise((name) => {
    const { text, problem } = decode(bytes)
    const findings = problem === undefined ? [] : [contentFinding(problem, name)]
    const parsed = parseFieldConfig(text ?? '', name)
    return { config: parsed.config, findings: [...findings, ...parsed.findings] }
  }),
)

function wantedBy(config: FieldConfig, withLists: boolean): readonly Wanted[] {
  const sources = config.sources.map((listed) => ({
    path: listed.path,
    ...(listed.kind && { kind: listed.kind }),
    listed,
  }))
  const lists = sources.filter(({ path, kind }) => withLists || (kind ?? sourceKind(path, '')) !== 'list')
  const vocabulary = config.vocabulary.map((listed) => ({ path: listed.path, kind: 'vocabulary' as const, listed }))
  const decisions = config.decisions && {
    path: config.decisions.path,
    kind: 'decisions' as const,
    listed: config.decisions,
  }
  return [...lists, ...vocabulary, ...(decisions ? [decisions] : [])]
}

async function readWanted(
  tree: SourceTree,
  wanted: readonly Wanted[],
  name: (path: string) => string,
): Promise<TreeContents> {
  const sources: SourceText[] = []
  const paths: string[] = []
  const findings: Finding[] = []
  const seen = new Set<string>()
  const files = await tree.read(wanted.map(({ path }) => path))
  for (const [index, item] of wanted.entries()) {
    const file = files[index] ?? { kind: 'missing' }
    const path = pathInside(item.path) ?? item.path
    const asked = item.listed && { source: name(FIELD_FILE), line: item.listed.line, column: item.listed.column }
    if (seen.has(path)) findings.push(treeFinding({ kind: 'twice' }, path, asked))
    else if (file.kind !== 'file') findings.push(treeFinding(file, asked ? path : name(path), asked))
    else {
      const read = readSource(file.bytes, name(path), item)
      if (read.source) {
        sources.push(read.source)
        paths.push(path)
      }
      findings.push(...read.findings)
    }
    seen.add(path)
  }
  return { sources, paths, findings }
}

/** Decodes, repairs and describes a file. */
export function readSource(
  bytes: Uint8Array,
  path: string,
  item: Pick<Wanted, 'kind' | 'listed'>,
): { readonly source?: SourceText; readonly findings: readonly Finding[] } {
  const { text, findings } = readText(bytes, path)
  if (text === undefined) return { findings }
  const kind = item.kind ?? sourceKind(path, text)
  if (kind === undefined) return { findings: [...findings, contentFinding({ kind: 'unknown-columns' }, path)] }
  const { repository, repositoryPath, branch } = item.listed ?? {}
  const stated = {
    ...(repository && { repository }),
    ...(repositoryPath && { repositoryPath }),
    ...(branch && { branch }),
  }
  return { source: { path, kind, text, blob: blobOf(bytes), ...stated }, findings }
}

/** Bytes decoded and repaired; no text where they hold none. */
function readText(bytes: Uint8Array, path: string): { readonly text?: string; readonly findings: readonly Finding[] } {
  const { problem, text, repairs } = repairedText(bytes)
  const findings = problem === undefined ? [] : [contentFinding(problem, path)]
  if (text === undefined) return { findings }
  if (repairs.length > 0) findings.push(repairFinding(repairs, path))
  return { text, findings }
}

const repairedText = oncePer((bytes: Uint8Array) => {
  const { problem, text: decoded } = decode(bytes)
  if (decoded === undefined) return { problem, text: undefined, repairs: [] }
  const { text: repaired, repairs } = repairMojibake(decoded)
  // A byte order mark may have been misread with the rest.
  return { problem, text: repaired.replace(/^\ufeff/, ''), repairs }
})

const blobOf = oncePer((bytes: Uint8Array) => blobId(bytes))
