import { byCodeUnits } from '@fieldmap/graph'
import type { DatasetNames } from '../recognise/dataset-names.ts'
import { normalizeTitle } from '../resolve/normalize-title.ts'
import { titleLikeness } from '../resolve/title-likeness.ts'
import { type EvidenceRow, evidenceRows } from './evidence-rows.ts'
import { FetchProblem } from './fetch-problem.ts'
import { type BibtexEntry, findBibtex } from './find-bibtex.ts'
import { type HarvestTarget, type LinkingPaper, UNOFFICIAL } from './harvest-targets.ts'
import { type ProposedDataset, proposeDatasets } from './propose-datasets.ts'
import { readCode, readPaths, tellingFiles } from './read-code.ts'
import { bestUses, type DatasetUse, type RepositoryText, readReadme } from './read-readme.ts'

/** A repository as it was fetched. */
export interface RepositoryContents {
  readonly commit: string
  /** Paths of the plain files, without links and submodules, sorted. */
  readonly paths: readonly string[]
  /** The texts of some of them; those that are missing, binary or too large are left out. Rejects with FetchProblem. */
  readonly read: (paths: readonly string[]) => Promise<readonly RepositoryText[]>
}

/** The BibTeX entry of a linking paper, and where it stands. */
export interface FoundCitation {
  readonly paper: string
  readonly entry: BibtexEntry
  readonly source: string
  readonly path: string
  readonly commit: string
}

export interface ProposedRow extends ProposedDataset {
  readonly source: string
  readonly commit: string
}

/** What one repository gave. */
export interface RepositoryReading {
  readonly rows: readonly EvidenceRow[]
  readonly citations: readonly FoundCitation[]
  readonly proposed: readonly ProposedRow[]
  /** What a curator should know: no README, a collection of several papers. */
  readonly remarks: readonly string[]
}

/** A repository that so many papers link at one place is a collection: what it uses belongs to none of them alone. */
const COLLECTION = 3
/** READMEs of sub-folders that are read where the first says nothing. */
const MORE_READMES = 8

/** Reads what a repository says of the data sets of each paper that links it: its README, then names, then code. */
export async function readRepository(
  target: HarvestTarget,
  contents: RepositoryContents,
  names: DatasetNames,
): Promise<RepositoryReading> {
  const readings: RepositoryReading[] = []
  for (const folder of new Set(target.papers.map((paper) => paper.folder))) {
    const papers = target.papers.filter((paper) => paper.folder === folder)
    readings.push(await readFolder(target, papers, folder, contents, names))
  }
  return {
    rows: readings.flatMap((reading) => reading.rows),
    citations: readings.flatMap((reading) => reading.citations),
    proposed: readings.flatMap((reading) => reading.proposed),
    remarks: readings.flatMap((reading) => reading.remarks),
  }
}

async function readFolder(
  target: HarvestTarget,
  papers: readonly LinkingPaper[],
  folder: string,
  contents: RepositoryContents,
  names: DatasetNames,
): Promise<RepositoryReading> {
  const { commit, paths } = contents
  const where = { source: target.url, commit }
  const readmes = await contents.read(readmePaths(paths, folder))
  const citations = readmes.flatMap(({ path, text }) =>
    papers.flatMap(({ title }) => citationOf(title, text).map((entry) => ({ paper: title, entry, path, ...where }))),
  )
  if (new Set(papers.map((paper) => paper.title)).size >= COLLECTION)
    return { rows: [], citations, proposed: [], remarks: [`${papers.length} papers link it: a collection`] }
  let uses = bestUses(readmes.flatMap((readme) => readReadme(readme, names)))
  const alone = target.papers.every((paper) => paper.folder === folder)
  if (uses.length === 0 && alone) {
    const more = await contents.read(moreReadmes(paths, folder))
    uses = bestUses(more.flatMap((readme) => readReadme(readme, names)))
  }
  const files = await readOptional(contents, tellingFiles(paths, folder))
  const code = [...readPaths(paths, folder, names), ...readCode(files ?? [], names)]
  const all = joinUses(uses, code)
  const head = readmes.map(({ text }) => text.split('\n').slice(0, 12).join('\n')).join('\n')
  const proposed = readmes.flatMap((readme) => proposeDatasets(readme, names)).map((name) => ({ ...name, ...where }))
  const rows = papers.flatMap((paper) => evidenceRows(target, paper, commit, all, officialOf(paper, head)))
  const remarks = readmes.length === 0 ? [`no README in ${folder || 'it'}`] : []
  if (files === undefined) remarks.push('its configurations are too large, or not to be had')
  return { rows, citations, proposed, remarks }
}

/** The README stands without the code; a host that fails altogether does not. */
async function readOptional(
  contents: RepositoryContents,
  paths: readonly string[],
): Promise<readonly RepositoryText[] | undefined> {
  try {
    return await contents.read(paths)
  } catch (error) {
    if (error instanceof FetchProblem && (error.reason === 'too-large' || error.reason === 'incomplete'))
      return undefined
    throw error
  }
}

/** What the README says counts; code adds the data sets that it does not name, and of which none is a shorter name. */
function joinUses(readme: readonly DatasetUse[], code: readonly DatasetUse[]): readonly DatasetUse[] {
  const stated = [...new Set(readme.map((use) => use.dataset))]
  const isStated = (dataset: string) => stated.some((name) => name === dataset || name.startsWith(dataset))
  return [...readme, ...bestUses(code.filter((use) => !isStated(use.dataset)))]
}

function officialOf(paper: LinkingPaper, head: string): EvidenceRow['official'] {
  if (paper.isUnofficial || UNOFFICIAL.test(head)) return 'no'
  return /\bofficial\b/i.test(head) || /官方/u.test(head) ? 'yes' : ''
}

/** The README of a folder; for the whole repository the one at its root, else in `docs/` or `.github/`. */
export function readmePaths(paths: readonly string[], folder: string): readonly string[] {
  const folders = folder === '' ? ['', 'docs/', 'doc/', '.github/'] : [folder]
  for (const place of folders) {
    const found = paths
      .filter((path) => path.startsWith(place) && /^readme(?:[._-][^/]*)?$/i.test(path.slice(place.length)))
      .filter((path) => !/\.(?:png|jpe?g|gif|svg|pdf|html?|docx?|zip)$/i.test(path))
      .sort((a, b) => rank(a) - rank(b) || a.length - b.length || byCodeUnits(a, b))
    const [first] = found
    if (first !== undefined) return [first]
  }
  return []
}

function rank(path: string): number {
  if (/(?:^|\/)readme\.(?:md|markdown)$/i.test(path)) return 0
  if (/(?:^|\/)readme\.(?:rst|txt|org)$/i.test(path)) return 1
  return /(?:^|\/)readme$/i.test(path) ? 2 : 3
}

function moreReadmes(paths: readonly string[], folder: string): readonly string[] {
  const depth = (path: string) => path.split('/').length
  return paths
    .filter((path) => path.startsWith(folder) && /\/readme(?:\.(?:md|markdown|rst|txt))?$/i.test(path))
    .filter(
      (path) =>
        depth(path) <= 4 && !/(?:^|\/)(?:third[-_]?part\w*|external\w*|vendor\w*|node_modules|\.[^/]+)\//i.test(path),
    )
    .sort((a, b) => depth(a) - depth(b) || byCodeUnits(a, b))
    .slice(0, MORE_READMES)
}

function citationOf(title: string, text: string): readonly BibtexEntry[] {
  const wanted = normalizeTitle(title)
  const found = findBibtex(text).find(({ fields }) => {
    const stated = fields.get('title')
    if (stated === undefined) return false
    const likeness = titleLikeness(normalizeTitle(stated.replace(/[{}]/g, '')), wanted)
    return likeness === 'equal' || likeness === 'respelled' || likeness === 'shortened'
  })
  return found === undefined ? [] : [found]
}
