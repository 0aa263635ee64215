import { byCodeUnits, QUOTE_LIMIT } from '@fieldmap/graph'
import type { DatasetName, DatasetNames } from '../recognise/dataset-names.ts'
import { isRemark, isTask, judgeUse, type LineContext, type Use } from './judge-use.ts'
import { type ReadmeLine, readmeLines } from './readme-lines.ts'
import { sectionUse } from './section-use.ts'

/** A text of a repository, at the commit that was read. */
export interface RepositoryText {
  readonly path: string
  readonly text: string
}

/** That a line of a repository's file says a data set to be used or introduced. */
export interface DatasetUse extends Use {
  /** Name in the vocabulary. */
  readonly dataset: string
  readonly kind: 'readme' | 'code'
  readonly path: string
  /** 1-based; absent where the file's name itself says it. */
  readonly line?: number
  /** Characters of that line, at most {@link QUOTE_LIMIT}. */
  readonly quote: string
  /** The name is part of a command, a path or a file's name, where people abbreviate. */
  readonly isInCode: boolean
}

/**
 * The data sets that a README says to be used or introduced: for each data set and role the line that says it most
 * plainly, the first of equals. Data sets that are only mentioned are left out. Linear in the text.
 */
export function readReadme({ path, text }: RepositoryText, names: DatasetNames): readonly DatasetUse[] {
  const lines = readmeLines(text, path)
  const uses: DatasetUse[] = []
  const context = createContext(lines, taskNames(lines, names))
  for (const [index, line] of lines.entries()) {
    const around = context(index)
    for (const name of firstOfEach(namesIn(line, around, names))) {
      const use = judgeUse(line, name, around)
      if (use !== undefined) uses.push({ ...use, ...place(path, line, name) })
    }
    uses.push(...badges(line, names).map((name) => ({ ...BADGE, ...place(path, line, name) })))
  }
  uses.push(...titleUse(lines, path, names))
  return bestUses(withoutAbbreviations(uses))
}

/** A line that repeats a name a thousand times says no more than at first. */
const REPETITIONS = 4

function firstOfEach(found: readonly DatasetName[]): readonly DatasetName[] {
  const seen = new Map<string, number>()
  return found.filter(({ term }) => {
    const count = (seen.get(term.id) ?? 0) + 1
    seen.set(term.id, count)
    return count <= REPETITIONS
  })
}

/** A leaderboard's badge: its address says on which data set the paper has a result. */
const BADGE: Use = { relation: 'uses', role: 'evaluate', strength: 3 }

function badges({ raw }: ReadmeLine, names: DatasetNames): DatasetName[] {
  return [...raw.matchAll(/paperswithcode\.com\/sota\/[\w%.-]*?-on-([\w%.-]+)/gi)].flatMap((match) => {
    const words = match[1] ?? ''
    const start = match.index + match[0].length - words.length
    return names
      .find(words, 'value')
      .filter((name) => name.start === 0)
      .map((name) => ({ ...name, start: start + name.start, end: start + name.end }))
  })
}

function namesIn(line: ReadmeLine, { leadIn }: LineContext, names: DatasetNames): readonly DatasetName[] {
  if (line.kind === 'code')
    return isRemark(line.text) ? names.find(line.text) : names.find(maskFlags(line.text), 'value')
  const isAmongData = sectionUse(line.sections) === 'data' && (line.isItem || line.isTable || line.kind === 'heading')
  const isTableHead = line.isTable && sectionUse(line.sections) === 'evaluate'
  const isList = isAmongData || isTableHead || /data ?sets?\b.*:\s*$/i.test(leadIn)
  const found = names.find(line.text, isList ? 'datasets' : 'prose')
  const apart = inBackticks(line.text, names).filter(
    ({ start, end }) => !found.some((name) => name.start < end && start < name.end),
  )
  return [...found, ...apart].sort((a, b) => a.start - b.start)
}

/** Values that prose sets in backticks: the name and nothing else, or what follows `--dataset`. */
function inBackticks(text: string, names: DatasetNames): readonly DatasetName[] {
  return [...text.matchAll(/(`{1,3})([^`]{2,200})\1/g)].flatMap((match) => {
    const [, ticks = '', code = ''] = match
    const option = /--?[\w-]*data[\w-]*[ =]+["']?([\w+.-]+)/i.exec(code)
    const value = option?.[1] ?? (/^[\w+.-]+$/.test(code) ? code : '')
    const before = option === null ? 0 : option.index + option[0].length - value.length
    const at = match.index + ticks.length + before
    return names
      .find(value, 'value')
      .filter((name) => name.start === 0 && name.end === value.length)
      .map((name) => ({ ...name, start: at, end: at + value.length }))
  })
}

/** The name of an option is no value: `--mead-weight`. Comments in code are prose, but short: they stay. */
function maskFlags(text: string): string {
  return text.replace(/(?<=^|\s)--?[\w-]+/g, (flag) => ' '.repeat(flag.length))
}

/** The title that names what it presents: "FERV39k: A Large-Scale Multi-Scene Dataset …", or the name alone. */
function titleUse(lines: readonly ReadmeLine[], path: string, names: DatasetNames): DatasetUse[] {
  const title = lines.find((line) => line.kind === 'heading')
  if (title === undefined) return []
  const words = title.sections.at(-1) ?? ''
  const own = /^[^\p{L}\p{N}]*([^:：]{2,40})[:：].*\b(?:data ?sets?|data ?base|corpus|benchmark)\b/iu.exec(words)?.[1]
  const head = lines
    .slice(0, 40)
    .map((line) => line.text)
    .join('\n')
  return names.find(title.text, 'datasets').flatMap((name): DatasetUse[] => {
    const isNamed = own?.includes(name.words) === true
    const rest = words.replace(name.words, '').replace(/\b(?:the|data ?set|data ?base|benchmark)\b/giu, '')
    const isAlone = !/[\p{L}\p{N}]/u.test(rest) && /data ?sets?|data ?base|corpus|benchmark|数据集/iu.test(head)
    if (!isNamed && !isAlone) return []
    return [{ relation: 'introduces', role: 'introduce', strength: 5, ...place(path, title, name) }]
  })
}

/** Names that stand for a task somewhere in the file, as the file writes them. */
function taskNames(lines: readonly ReadmeLine[], names: DatasetNames): ReadonlySet<string> {
  const tasks = new Set<string>()
  for (const [index, { text, kind }] of lines.entries()) {
    if (kind !== 'text') continue
    const below = lines[index + 1]?.text ?? ''
    for (const { end, words } of names.find(text, 'datasets'))
      if (isTask(`${text.slice(end)} ${below}`)) tasks.add(words)
  }
  return tasks
}

/** Commands shorten names: where the text says CelebA-HQ, `celeba` in a file's name is no data set of its own. */
function withoutAbbreviations(uses: readonly DatasetUse[]): readonly DatasetUse[] {
  const stated = new Set(uses.filter((use) => !use.isInCode).map((use) => use.dataset))
  const isLonger = (dataset: string) => [...stated].some((other) => other !== dataset && other.startsWith(dataset))
  return uses.filter((use) => stated.has(use.dataset) || !isLonger(use.dataset))
}

function createContext(lines: readonly ReadmeLine[], tasks: ReadonlySet<string>): (index: number) => LineContext {
  // The line above the list or table that a line stands in; blank lines between items do not end a list.
  const leadIns: string[] = []
  let leadIn = ''
  for (const line of lines) {
    leadIns.push(leadIn)
    const opensList = !line.isItem || /(?:\bon|[:：])\s*$/.test(line.text)
    if (line.kind === 'text' && opensList && !line.isTable) leadIn = line.text
    if (line.kind === 'heading') leadIn = line.sections.at(-1) ?? ''
  }
  const isProse = (line: ReadmeLine | undefined): line is ReadmeLine => line?.kind === 'text' && !line.isTable
  return (index) => {
    const [line, above, below] = [lines[index], lines[index - 1], lines[index + 1]]
    return {
      leadIn: leadIns[index] ?? '',
      previous: isProse(above) && line?.isItem !== true ? above.text.slice(-240) : '',
      next: isProse(below) && !below.isItem ? below.text.slice(0, 240) : '',
      tasks,
    }
  }
}

function place(path: string, line: ReadmeLine, name: DatasetName): Omit<DatasetUse, keyof Use> {
  const isInCode =
    line.kind === 'code' || /[_/\\]$/.test(line.raw.slice(0, name.start)) || /^[_/\\]/.test(line.raw.slice(name.end))
  const quote = quoteOf(line.raw, name.start, name.end)
  return { dataset: name.term.name, kind: 'readme', path, line: line.number, quote, isInCode }
}

/** Words of the line round a place, whole words where it can be, at most {@link QUOTE_LIMIT} characters. */
export function quoteOf(raw: string, start: number, end: number): string {
  const whole = raw.trim()
  if (whole.length <= QUOTE_LIMIT) return whole
  const room = QUOTE_LIMIT - Math.min(QUOTE_LIMIT, end - start)
  let from = Math.max(0, start - Math.floor(room / 2))
  let to = Math.min(raw.length, from + QUOTE_LIMIT)
  from = Math.max(0, Math.min(from, to - QUOTE_LIMIT))
  const blank = raw.slice(from, start).search(/\s/)
  if (from > 0 && blank >= 0) from += blank + 1
  const last = raw.slice(end, to).search(/\s\S*$/)
  if (to < raw.length && last >= 0) to = end + last
  return raw
    .slice(from, to)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .trim()
}

/**
 * For each data set and role the plainest line. A role that is not stated is left out where another is; a file's name
 * is left out where a line says it.
 */
export function bestUses(uses: readonly DatasetUse[]): readonly DatasetUse[] {
  const best = new Map<string, DatasetUse>()
  const known = new Set<string>()
  for (const use of uses) {
    if (use.role !== 'unknown') known.add(use.dataset)
    const key = `${use.dataset}\n${use.relation}\n${use.role}`
    const other = best.get(key)
    if (other === undefined || use.strength > other.strength) best.set(key, use)
  }
  return [...best.values()]
    .filter((use) => use.role !== 'unknown' || !known.has(use.dataset))
    .sort(
      (a, b) => byCodeUnits(a.dataset, b.dataset) || byCodeUnits(a.relation, b.relation) || byCodeUnits(a.role, b.role),
    )
}
