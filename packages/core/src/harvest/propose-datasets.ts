import { byCodeUnits } from '@fieldmap/graph'
import type { DatasetNames } from '../recognise/dataset-names.ts'
import { quoteOf, type RepositoryText } from './read-readme.ts'
import { isCommand, type ReadmeLine, readmeLines } from './readme-lines.ts'
import { sectionUse } from './section-use.ts'

/** A name that stands where data sets stand, and that no vocabulary has. */
export interface ProposedDataset {
  readonly name: string
  readonly path: string
  readonly line: number
  readonly quote: string
}

/** Words that stand there too and are no names. */
const NO_NAME =
  /^(?:data ?sets?|data|train\w*|test\w*|val\w*|images?|videos?|labels?|annotations?|link|links?|here|download\w*|name|code|paper|baidu\w*|google ?drive|one ?drive|drive|github|model|method|readme|note|your\w*|my\w*|custom|none|all|path|root|config\w*|json|csv|zip|python|script\w*|step\w*|this|website|page|project page|official\w*|raw|aligned|features?|license|password|notes?|other\w*|new|website|form|email|true|false|example|e\.g|i\.e)$/i

/**
 * Names that a README puts where data sets stand: heads of list items and links in a section about data sets, "the
 * Foo dataset", values of `--dataset`. To be looked through by people and added to the vocabulary, or not.
 */
export function proposeDatasets({ path, text }: RepositoryText, names: DatasetNames): readonly ProposedDataset[] {
  const found = new Map<string, ProposedDataset>()
  for (const line of readmeLines(text, path)) {
    const use = sectionUse(line.sections)
    if (use === 'mention' || line.kind === 'bibtex' || line.kind === 'blank') continue
    for (const { name, start } of candidates(line)) {
      if (!isName(name) || names.find(name, 'value').length > 0 || found.has(name.toLowerCase())) continue
      const quote = quoteOf(line.raw, start, start + name.length)
      found.set(name.toLowerCase(), { name, path, line: line.number, quote })
    }
  }
  return [...found.values()].sort((a, b) => byCodeUnits(a.name, b.name))
}

interface Candidate {
  readonly name: string
  readonly start: number
}

function candidates(line: ReadmeLine): readonly Candidate[] {
  const { text } = line
  const matches: RegExpExecArray[] = []
  const collect = (pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) matches.push(match)
  }
  if (line.kind === 'code' || isCommand(text))
    collect(/--(?:dataset|data[-_]set|dataset[-_]name|corpus)[ =]+["']?(?<name>[A-Za-z][\w+.-]{1,30})/gi)
  else {
    collect(
      /(?<![\p{L}\p{N}])(?<name>[\p{Lu}\p{N}][\p{L}\p{N}+]*(?:[-_][\p{L}\p{N}+]+)*)(?:\]\([^)]*\)|[*_`\]]+)?\s+(?:data ?sets?|database|corpus)\b/gu,
    )
    const isData =
      sectionUse(line.sections) === 'data' && /data ?sets?|data ?bases?|corp|数据集/iu.test(line.sections.at(-1) ?? '')
    if (isData && line.isItem)
      collect(
        /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[ x]\]\s+)?[[*_`"]*(?<name>[\p{Lu}\p{N}][\p{L}\p{N}+-]{1,30}(?: \d+)?)(?=[\]*_`":：(]|\s*$)/giu,
      )
  }
  return matches.flatMap((match): Candidate[] => {
    const name = match.groups?.name ?? ''
    return [{ name, start: match.index + match[0].indexOf(name) }]
  })
}

/** A coined name: capitals inside, digits or a hyphen; not an ordinary word. */
function isName(name: string): boolean {
  if (NO_NAME.test(name) || name.length < 3 || /^\d+$/.test(name)) return false
  return /^\p{Lu}{3,}|\p{L}\p{Lu}|\p{L}\d|-\p{Lu}|^\p{Ll}[\w-]+$/u.test(name)
}
