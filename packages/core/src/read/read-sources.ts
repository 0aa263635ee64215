import { byCodeUnits, type Finding } from '@fieldmap/graph'
import { diskEffects, type ReadEffects } from './effects.ts'
import { InputError } from './input-error.ts'
import { listTitle } from './list-title.ts'
import { type OpenLocation, openLocation } from './location.ts'
import { readFiles, readTree, type TreeContents } from './read-tree.ts'
import type { ReadResult, SourceText } from './source-text.ts'

export interface ReadOptions {
  /** A commit, tag, branch, `HEAD~3`, or a day (`2023-06-01`: the last commit until its end in UTC). Default: as it is. */
  readonly at?: string
  /** Globs over the paths of each folder or repository, for lists other than its README (`docs/*.md`). */
  readonly file?: readonly string[]
  readonly signal?: AbortSignal
  /** The folder that relative locations start from. Default: the working directory of the process. */
  readonly cwd?: string
}

/**
 * Reads every text of a field: of a folder with `fieldmap.yml` what that lists, of another folder, repository (bare or
 * not) or git URL its README or the files that match `options.file`, and single files. Without `at` a work tree is read
 * from disk, a bare repository and a URL at HEAD. URLs are cloned into a temporary folder, removed in any case.
 *
 * The result does not depend on the order of `locations` nor on where they lie. Paths of one location are relative to
 * the folder of `fieldmap.yml`, else to the repository; of several `owner/name:path`, distinct.
 *
 * @throws InputError where a location can't be used at all; whatever else is wrong is a finding. The reason of `signal`
 * after an abort.
 */
export async function readSources(
  locations: readonly string[],
  options: ReadOptions = {},
  effects: ReadEffects = diskEffects,
): Promise<ReadResult> {
  return readParts(locations, options, effects, combine)
}

/**
 * Opens locations as {@link readSources} does and hands what they hold to `work`, sorted and with labels that keep
 * their paths apart. Temporary clones are there until `work` is done.
 */
export async function readParts<T>(
  locations: readonly string[],
  options: ReadOptions,
  effects: ReadEffects,
  work: (parts: readonly Part[]) => T | Promise<T>,
): Promise<T> {
  const wanted = [...new Set(locations)]
  if (wanted.length === 0)
    throw new InputError('nothing to read', 'name a file, a folder, a git repository or its address')
  let temporary: Promise<string> | undefined
  const temporaryFolder = () => {
    temporary ??= effects.makeTemporaryFolder()
    return temporary
  }
  try {
    const parts: Part[] = []
    for (const location of wanted) {
      const place = { effects, cwd: options.cwd ?? process.cwd(), ...(options.signal && { signal: options.signal }) }
      const isOneOfMany = wanted.length > 1
      const revision = options.at === undefined ? {} : { at: options.at }
      const open = await openLocation(place, location, { ...revision, isOneOfMany, temporaryFolder })
      parts.push(await readPart(open, options.file ?? [], isOneOfMany))
    }
    options.signal?.throwIfAborted()
    return await work(distinctLabels(parts))
  } finally {
    if (temporary !== undefined) await temporary.then(effects.removeFolder, () => {})
  }
}

/** What one location gave. */
export interface Part extends TreeContents {
  /** Before its paths, with a colon at the end; empty for a single location. */
  readonly label: string
  readonly name: string
  readonly open: OpenLocation
}

async function readPart(open: OpenLocation, globs: readonly string[], isOneOfMany: boolean): Promise<Part> {
  const { tree, file, repository } = open
  const label = isOneOfMany && open.label !== '' ? `${open.label}:` : ''
  if (file !== undefined) {
    const contents = await readFiles(tree, [file.path], () => file.name)
    if (contents.sources.length === 0 && contents.findings.some(({ rule }) => rule === 'read/missing-file')) {
      throw new InputError(
        `${file.name} is not in that revision`,
        'name a revision that holds it; `git log -- FILE` shows them',
      )
    }
    return { ...contents, label, name: file.name, open }
  }
  const contents = await readTree(tree, globs, (path, isField) => (isField ? path : tree.prefix + path))
  const sources = contents.sources.map((source) => {
    return repository !== undefined && source.repository === undefined && source.kind === 'list'
      ? { ...source, repository }
      : source
  })
  return { ...contents, sources, label, name: tree.name, open }
}

function combine(parts: readonly Part[]): ReadResult {
  const named = parts.map((part) => ({
    ...part,
    sources: part.sources.map((source) => ({ ...source, path: part.label + source.path })),
    findings: part.findings.map((finding) => ({ ...finding, source: part.label + finding.source })),
    ...(part.tour && { tour: { ...part.tour, path: part.label + part.tour.path } }),
  }))
  const sources = named.flatMap((part) => part.sources).sort((a, b) => byCodeUnits(a.path, b.path))
  const findings = named.flatMap((part) => part.findings).sort(byPlace)
  const site = named.find((part) => part.site !== undefined)?.site
  const tour = named.find((part) => part.tour !== undefined)?.tour
  return {
    title: titleOf(named, sources),
    ...(site !== undefined && { site }),
    sources,
    ...(tour && { tour }),
    findings,
  }
}

function titleOf(parts: readonly Part[], sources: readonly SourceText[]): string {
  for (const { title } of parts) if (title !== undefined) return title
  for (const { kind, text } of sources) {
    const title = kind === 'list' ? listTitle(text) : undefined
    if (title !== undefined) return title
  }
  return parts[0]?.name ?? ''
}

/**
 * Sorts the parts by what they hold, leaves out what was read twice, and gives parts that share a path a label of their
 * own, `owner/name-2:`, or for single files `2:`; all of it free of the order in which they were named.
 */
function distinctLabels(parts: readonly Part[]): readonly Part[] {
  const keyed = parts.map((part) => ({ part, key: contentKey(part) }))
  keyed.sort((a, b) => byCodeUnits(a.key, b.key))
  const distinct = keyed.filter(({ key }, index) => index === 0 || key !== keyed[index - 1]?.key)
  const taken = new Set<string>()
  return distinct.map(({ part }) => {
    let { label } = part
    const clashes = () => part.sources.some(({ path }) => taken.has(label + path))
    for (let number = 2; clashes(); number += 1) {
      label = part.label === '' ? `${number}:` : part.label.replace(/:$/, `-${number}:`)
    }
    for (const { path } of part.sources) taken.add(label + path)
    return { ...part, label }
  })
}

function contentKey({ label, name, title, sources, findings }: Part): string {
  const texts = sources.map(({ path, blob, kind }) => [path, blob, kind])
  return JSON.stringify([label, texts.sort(([a = ''], [b = '']) => byCodeUnits(a, b)), name, title ?? '', findings])
}

function byPlace(a: Finding, b: Finding): number {
  return byCodeUnits(a.source, b.source) || a.line - b.line || a.column - b.column || byCodeUnits(a.rule, b.rule)
}
