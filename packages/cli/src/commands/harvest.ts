import { dirname, join, relative, resolve } from 'node:path'
import { FIELD_FILE, fetchRepository, type Harvest, harvest, readSources } from '@fieldmap/core'
import type { Finding } from '@fieldmap/graph'
import { cacheFolder } from '../cache-folder.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import { failOn } from '../fail-on.ts'
import type { Options } from '../flags.ts'
import { formatFinding, printable, reaches } from '../print-findings.ts'
import { sourcesOf } from '../sources.ts'

const FILES = { evidence: 'harvest.csv', bibliography: 'harvest.bib', proposed: 'proposed-datasets.csv' } as const

/** `fieldmap harvest`: evidence of data sets from the code repositories that the lists link. */
export async function harvestCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const threshold = failOn(options)
  const [source = '.', ...more] = sourcesOf(operands, effects)
  if (more.length > 0)
    throw new CliError('harvest takes one source.', 'Harvest the folder of each fieldmap.yml by itself.')
  const limits = {
    bytes: numberOf(options, 'max-mb', 50) * 1_000_000,
    milliseconds: numberOf(options, 'timeout', 120) * 1000,
  }
  const parallel = Math.min(numberOf(options, 'parallel', 3), 4)
  const folder = await folderOf(source, effects)
  const out = resolve(effects.cwd, options.value('out') ?? join(folder, 'evidence'))
  const at = options.value('at')
  const read = await readSources([source], {
    ...(at === undefined ? {} : { at }),
    ...(options.has('file') ? { file: options.values('file') } : {}),
    cwd: effects.cwd,
    signal: effects.signal,
  })
  const result = await harvest(read, {
    fetch: (target) =>
      fetchRepository(target, {
        cache: resolve(effects.cwd, options.value('cache') ?? cacheFolder(effects)),
        limits,
        allowFile: options.has('allow-file'),
        refresh: options.has('refresh'),
        signal: effects.signal,
      }),
    parallel,
    previous: {
      evidence: await textOf(join(out, FILES.evidence), effects),
      bibliography: await textOf(join(out, FILES.bibliography), effects),
      proposed: await textOf(join(out, FILES.proposed), effects),
    },
    onProgress: (done, total, id) => {
      if (effects.isTerminal)
        effects.stderr(`\r\u001b[K${done}/${total}  ${printable(id).slice(0, 60)}${done === total ? '\r\u001b[K' : ''}`)
    },
  })
  const written = await writeFiles(result, out, effects)
  const findings = findingsOf(
    result,
    read.sources.some(({ kind }) => kind === 'vocabulary'),
  )
  for (const finding of findings) effects.stderr(formatFinding(finding))
  if (options.has('json'))
    effects.stdout(`${JSON.stringify({ out, counts: result.counts, repositories: result.repositories, findings })}\n`)
  else effects.stdout(summary(result, written, await unlisted(folder, out, effects)))
  return threshold !== undefined && reaches(findings, threshold) ? 1 : 0
}

function numberOf(options: Options, name: string, standard: number): number {
  const value = options.value(name)
  if (value === undefined) return standard
  const number = Number(value)
  if (Number.isFinite(number) && number > 0) return number
  throw new CliError(`--${name} takes a number above 0, not "${value}".`, 'See fieldmap harvest --help.')
}

/** The folder that the source is or lies in; the working directory for an address. */
async function folderOf(source: string, { cwd, exists, readFile }: Effects): Promise<string> {
  const path = resolve(cwd, source)
  if (!exists(path)) return cwd
  const isFile = await readFile(path).then(
    () => true,
    () => false,
  )
  return isFile ? dirname(path) : path
}

async function textOf(path: string, { exists, readFile }: Effects): Promise<string> {
  return exists(path) ? new TextDecoder().decode(await readFile(path)) : ''
}

/** Writes the files whose text is new, and gives the paths of all that say something. */
async function writeFiles(result: Harvest, out: string, effects: Effects): Promise<readonly string[]> {
  const paths: string[] = []
  for (const [kind, text] of [
    ['evidence', result.evidence],
    ['bibliography', result.bibliography],
    ['proposed', result.proposed],
  ] as const) {
    const path = join(out, FILES[kind])
    if (text === '' && !effects.exists(path)) continue
    paths.push(path)
    if ((await textOf(path, effects)) !== text || !effects.exists(path)) await effects.writeFile(path, text)
  }
  return paths
}

function findingsOf({ repositories, counts }: Harvest, hasVocabulary: boolean): readonly Finding[] {
  const findings = repositories.flatMap(({ url, status, remarks }): Finding[] =>
    remarks.map((message) => ({
      rule: status === 'read' ? 'harvest/remark' : `harvest/${status}`,
      severity: status === 'read' ? 'info' : 'warning',
      source: url,
      line: 1,
      column: 1,
      message,
      hint:
        status === 'read'
          ? 'Nothing is wrong; look at it yourself if the paper matters.'
          : 'The others were read. Run it again later, mend the link in the list, or raise the limits.',
    })),
  )
  if (hasVocabulary || counts.repositories === 0) return findings
  const missing: Finding = {
    rule: 'harvest/no-vocabulary',
    severity: 'warning',
    source: FIELD_FILE,
    line: 1,
    column: 1,
    message: 'No vocabulary names data sets, so none can be recognised.',
    hint: 'Take names from proposed-datasets.csv into a datasets.csv, and list it under vocabulary.',
  }
  return [missing, ...findings]
}

/** Files of the harvest that `fieldmap.yml` does not list yet, relative to it. */
async function unlisted(folder: string, out: string, effects: Effects): Promise<readonly string[]> {
  const config = join(folder, FIELD_FILE)
  if (!effects.exists(config)) return []
  const text = await textOf(config, effects)
  return [FILES.evidence, FILES.bibliography]
    .map((name) => relative(folder, join(out, name)).replaceAll('\\', '/'))
    .filter((path) => !text.includes(path) && effects.exists(join(folder, path)))
}

function summary({ counts }: Harvest, written: readonly string[], missing: readonly string[]): string {
  const { repositories, read, papers, pairs, datasets, citations, proposed } = counts
  const lines = [
    `${read} of ${repositories} repositories read: ${pairs} pairs of paper and data set (${papers} papers, ${datasets} data sets), ${citations} BibTeX entries, ${proposed} names proposed`,
    ...written,
  ]
  if (missing.length > 0) {
    lines.push('', `Look through them, then list them in ${FIELD_FILE}:`, 'sources:')
    for (const path of missing)
      lines.push(`  - path: ${path}`, `    kind: ${path.endsWith('.bib') ? 'bibliography' : 'evidence'}`)
  }
  return `${lines.join('\n')}\n`
}
