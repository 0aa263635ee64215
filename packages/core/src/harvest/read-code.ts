import type { DatasetNames } from '../recognise/dataset-names.ts'
import { bestUses, type DatasetUse, quoteOf, type RepositoryText } from './read-readme.ts'

/** Folders of other people's code. */
const FOREIGN =
  /(?:^|\/)(?:third[-_]?part\w*|external\w*|vendor\w*|submodules?|node_modules|site-packages|libs?|deps|docs?|[^/]*official[^/]*|\.[^/]+)\//i
/** Files that say what a program is trained on: configurations, loaders, scripts that start it. */
const TELLING =
  /(?:config\w*|cfg|opts?|options?|args?|arguments|settings|params|hparams|data\w*|dataset\w*|loader\w*|train\w*|main|test\w*|eval\w*|run\w*)\w*\.(?:py|ya?ml|json|toml|ini|cfg|sh|m|lua|txt)$/i
const CONFIG_FOLDER =
  /(?:^|\/)(?:configs?|cfgs?|options?|experiments?|scripts?|datasets?|data|dataloaders?|loaders?)\/[^/]+\.(?:py|ya?ml|json|toml|sh)$/i
/** Folders and files whose own name may be a data set's. */
const NAMED =
  /(?:^|\/)(?:(?:configs?|cfgs?|options?|experiments?|scripts?|datasets?|data|dataloaders?|loaders?|splits?|annotations?|labels?|lists?)\/[^/]+|[^/]*(?:dataset|loader|config)[^/]*\.py)(?:\/|$)/i

/** A line that sets, chooses or opens a data set. */
const SETTING =
  /(?:data\w*|db|corpus|root|path|dir|folder|file|csv|list|choices|default|benchmark)["']?\s*[\])]*\s*(?:==?|:|,)|\b(?:load|read|import|class|from)\b|--data\w*|add_argument/i

/** At most so many files of one repository are read for what they set. */
export const CODE_FILES = 40

/**
 * The files worth reading in a repository, the likeliest first: configurations, loaders and start scripts near the
 * root, not other people's code.
 */
export function tellingFiles(paths: readonly string[], folder: string): readonly string[] {
  return paths
    .filter((path) => path.startsWith(folder) && !FOREIGN.test(path))
    .filter((path) => TELLING.test(path) || CONFIG_FOLDER.test(path))
    .map((path) => ({ path, depth: path.split('/').length }))
    .sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1))
    .slice(0, CODE_FILES)
    .map(({ path }) => path)
}

/** Data sets in the names of loaders, configurations and data folders. */
export function readPaths(paths: readonly string[], folder: string, names: DatasetNames): readonly DatasetUse[] {
  const uses: DatasetUse[] = []
  for (const path of paths) {
    const inside = path.slice(folder.length)
    if (!path.startsWith(folder) || FOREIGN.test(inside) || !NAMED.test(inside) || inside.length > 200) continue
    for (const name of names.find(inside, 'value')) {
      if (name.isAmbiguous) continue
      const quote = quoteOf(path, folder.length + name.start, folder.length + name.end)
      uses.push({ ...FOUND, dataset: name.term.name, path, quote, strength: 1 })
    }
  }
  return bestUses(uses)
}

const FOUND = { relation: 'uses', role: 'unknown', kind: 'code', isInCode: true } as const

/** Data sets that configurations and loaders set or open: options, their choices, paths, classes. */
export function readCode(files: readonly RepositoryText[], names: DatasetNames): readonly DatasetUse[] {
  const uses: DatasetUse[] = []
  for (const { path, text } of files) {
    for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
      if (raw.length > 2000 || !SETTING.test(raw)) continue
      for (const name of names.find(raw, 'value')) {
        if (name.isAmbiguous || !isValue(path, raw, name.start, name.end)) continue
        const role = /train/i.test(raw) ? 'train' : /test|eval|valid/i.test(raw) ? 'evaluate' : 'unknown'
        const quote = quoteOf(raw, name.start, name.end)
        uses.push({ ...FOUND, role, dataset: name.term.name, path, line: index + 1, quote, strength: 2 })
      }
    }
  }
  return bestUses(uses)
}

/** In quotes, or the plain value of a setting; not in a remark, a message, a key to look up, or a call of something else. */
function isValue(path: string, raw: string, start: number, end: number): boolean {
  const before = raw.slice(0, start)
  if (/(?:^|\s)(?:#|\/\/)/.test(before) || /https?:\S*$/i.test(before) || /^\s*(?:"""|''')/.test(raw)) return false
  if (/\b(?:print|log\w*|warn\w*|raise|echo|assert\w*)\b/i.test(before) || /\[\s*["'][\w-]*$/.test(before)) return false
  if (/\.(?:pth|pt|ckpt|pkl|h5|onnx|tar)\b/i.test(raw.slice(end, end + 80).split(/["'\s]/)[0] ?? '')) return false
  if (/^[\w-]*[-_](?:dir|path|root|file|folder)\b/i.test(raw.slice(end))) return false // an option's own name
  if (/^["']\s+in\b/.test(raw.slice(end))) return false // one of many that a loader can tell apart
  const isQuoted = (before.match(/["']/g)?.length ?? 0) % 2 === 1
  if (isQuoted || /^\s*class\s+\w*$/.test(before)) return true
  return !/\.(?:py|m|lua)$/i.test(path) && /[:=]\s*[\w./-]*$/.test(before)
}
