import { mentionsOf } from '../answer.ts'
import type { Channel } from '../field-index/field-index.ts'
import { rowLength } from '../field-index/rows.ts'
import { thingNode } from '../thing-node.ts'
import {
  type BriefContext,
  type Candidate,
  countIn,
  evidenceOf,
  firstPapers,
  type Group,
  labelOf,
  NO_PAPERS,
  type PaperNumbers,
  papersOf,
  placeOf,
  TASK_MINIMUM,
} from './brief-context.ts'
import { taskPairCandidates } from './brief-task-pairs.ts'
import { agreeing, counted, named, sentence } from './english.ts'

/** Sentences that need no dataset evidence: tasks, people, code, years, venues. */
export function listCandidates(context: BriefContext): readonly Candidate[] {
  return [
    ...tasksShareAuthors(context),
    ...bridgingPapers(context),
    ...codeShare(context),
    ...youngTask(context),
    ...recentPapers(context),
    ...biggestVenue(context),
    ...busiestAuthor(context),
  ]
}

/**
 * "X and Y share five authors but no paper." As in `betweenSets` a name counts where it stands on two different papers.
 * Surprise: shared names over papers of the smaller task, at most 1, times the share of its papers that are not under both.
 */
function tasksShareAuthors(context: BriefContext): readonly Candidate[] {
  return taskPairCandidates(context, {
    template: 'tasks-share-authors',
    channel: 'author',
    metMinimum: 2,
    taskMinimum: TASK_MINIMUM,
    label: ({ x, y, both, met }) => {
      const papers = both === 0 ? 'but no paper' : `on different papers, and ${counted(both, 'paper')}`
      return `${named(labelOf(context, x))} and ${named(labelOf(context, y))} share ${counted(met, 'author')} ${papers}.`
    },
    numbers: ({ both, met }) => ({ authors: met, bridging: both }),
    surprise: ({ x, y, both, met }) => {
      const smaller = Math.min(x.size, y.size)
      return Math.min(1, met / smaller) * (1 - both / smaller)
    },
    coverage: () => 1,
  })
}

/** "Six papers are under more than one task." Surprise: a quarter of 1 − their share. */
function bridgingPapers(context: BriefContext): readonly Candidate[] {
  const { index, set, tasks } = context
  const { things } = index.incidence('task')
  let count = 0
  for (let at = 0; at < context.papers.length; at++) if (rowLength(things, context.papers[at] ?? 0) > 1) count++
  if (count === 0 || tasks.length < 2) return []
  const bridging = (): PaperNumbers => firstPapers(context.papers, (paper) => rowLength(things, paper) > 1)
  return [
    {
      template: 'bridging-papers',
      about: [],
      label: () => sentence(`${counted(count, 'paper')} ${agreeing(count, 'is', 'are')} under more than one task.`),
      numbers: { bridging: count, papers: set.size },
      surprise: (1 - count / set.size) / 4,
      papers: count,
      coverage: 1,
      place: () => ({ nodes: placeOf(context, [], bridging()) }),
      evidence: () =>
        evidenceOf(
          context,
          bridging(),
          tasks.map(({ key }) => key),
        ),
    },
  ]
}

/** "In X 12 of 14 papers have code; in all it is 101 of 175." Surprise: distance of the shares. */
function codeShare(context: BriefContext): readonly Candidate[] {
  const { index, set } = context
  const inAll = countIn(context.papers, index.withCode)
  const taskPapers = context.taskPapers()
  return context.tasks.flatMap((task, at): Candidate[] => {
    const papers = taskPapers[at] ?? NO_PAPERS
    const total = papers.length
    if (total < TASK_MINIMUM || total === set.size || inAll === 0) return []
    const count = countIn(papers, index.withCode)
    const withCode = (): PaperNumbers => firstPapers(papers, (paper) => index.withCode[paper] === 1)
    return [
      {
        template: 'code-share',
        about: [task.key],
        label: () =>
          `In ${named(labelOf(context, task))} ${count} of ${total} papers ${count === 1 ? 'has' : 'have'} code; in all it is ${inAll} of ${set.size}.`,
        numbers: { code: count, papers: total, codeInAll: inAll, papersInAll: set.size },
        surprise: Math.abs(count / total - inAll / set.size),
        papers: total,
        coverage: 1,
        place: () => ({ nodes: placeOf(context, [task.key], withCode()), grouping: 'task', regions: [task.key] }),
        evidence: () => {
          const code = firstRepositories(context, papers)
          const shown =
            code.length > 0 ? code : Array.from(papers.slice(0, 6), (paper) => ({ paper, repository: task.key }))
          return shown.flatMap(({ paper, repository }) => evidenceOf(context, [paper], [repository]))
        },
      },
    ]
  })
}

/** The first few repositories of papers with code. */
function firstRepositories(
  { index }: BriefContext,
  papers: Int32Array,
): readonly { readonly paper: number; readonly repository: string }[] {
  const { things } = index.incidence('repository')
  const found: { readonly paper: number; readonly repository: string }[] = []
  for (let at = 0; at < papers.length && found.length < EVIDENCE; at++) {
    const paper = papers[at] ?? 0
    if (index.withCode[paper] === 0 || rowLength(things, paper) === 0) continue
    const key = index.papers[paper] ?? ''
    const repositories = index.graph.filterOutNeighbors(key, (_, { kind }) => kind === 'repository')
    for (const repository of repositories.sort()) found.push({ paper, repository })
  }
  return found.slice(0, EVIDENCE)
}

const EVIDENCE = 6

/** Years of some papers; those without a year are not counted. */
interface Years {
  readonly count: number
  /** 0 where no paper has a year. */
  readonly first: number
  readonly last: number
  /** The latest year in or after which at least half of them are. */
  readonly half: number
  /** Papers from that year or later. */
  readonly recent: number
}

/** Counts year by year, since sorting those of a large field would take longer than all else. */
function yearsOf({ index }: BriefContext, papers: Int32Array): Years {
  const { years } = index
  let [first, last, count] = [0, 0, 0]
  for (let at = 0; at < papers.length; at++) {
    const year = years[papers[at] ?? 0] ?? 0
    if (year === 0) continue
    if (year < first || count === 0) first = year
    if (year > last) last = year
    count++
  }
  if (count === 0) return { count, first, last, half: 0, recent: 0 }
  const counts = new Uint32Array(last - first + 1)
  for (let at = 0; at < papers.length; at++) {
    const year = years[papers[at] ?? 0] ?? 0
    if (year !== 0) counts[year - first] = (counts[year - first] ?? 0) + 1
  }
  let recent = count
  const half = counts.findIndex((own) => {
    const later = recent - own
    if (count - later > Math.floor(count / 2)) return true
    recent = later
    return false
  })
  return { count, first, last, half: first + half, recent }
}

/**
 * "At least half of the papers in X are from 2022 or later; of all papers, from 2020 or later." Median years. Surprise: the
 * distance in years over five, at most 1.
 */
function youngTask(context: BriefContext): readonly Candidate[] {
  const all = yearsOf(context, context.papers)
  const taskPapers = context.taskPapers()
  return context.tasks.flatMap((task, at): Candidate[] => {
    const papers = taskPapers[at] ?? NO_PAPERS
    const { count, half } = yearsOf(context, papers)
    if (count < TASK_MINIMUM || half === all.half) return []
    return [
      {
        template: 'young-task',
        about: [task.key],
        label: () =>
          `At least half of the papers in ${named(labelOf(context, task))} are from ${half} or later; of all papers, from ${all.half} or later.`,
        numbers: { year: half, yearInAll: all.half, papers: count, papersInAll: all.count },
        surprise: Math.min(1, Math.abs(half - all.half) / 5),
        papers: count,
        coverage: count / papers.length,
        place: () => ({ nodes: [task.key], grouping: 'task', regions: [task.key] }),
        evidence: () => evidenceOf(context, papers, [task.key]),
      },
    ]
  })
}

/** "88 of 175 papers are from 2022 or later …" Surprise: a quarter of the share of the span of years that lies before. */
function recentPapers(context: BriefContext): readonly Candidate[] {
  const { index, set } = context
  const { count, first, last, half, recent } = yearsOf(context, context.papers)
  if (first === last) return []
  const own = (): readonly number[] => firstPapers(context.papers, (paper) => (index.years[paper] ?? 0) >= half)
  const dated = count < set.size ? `${count} papers with a year` : `${count} papers`
  return [
    {
      template: 'recent-papers',
      about: [],
      label: () =>
        `${recent} of ${dated} ${recent === 1 ? 'is' : 'are'} from ${half} or later; the oldest is from ${first}, the newest from ${last}.`,
      numbers: { recent, papers: count, year: half, first, last },
      surprise: (half - first) / (last - first) / 4,
      papers: recent,
      coverage: count / set.size,
      place: () => ({ nodes: placeOf(context, [], own()), grouping: 'year' }),
      evidence: () =>
        own()
          .slice(0, 6)
          .flatMap((paper) => mentionsOf(index, index.papers[paper] ?? '')),
    },
  ]
}

/** "CVPR is the biggest venue: 44 of 175 papers." Surprise: its lead over the second. */
function biggestVenue(context: BriefContext): readonly Candidate[] {
  return leader(context, 'venue', (venue, second) => ({
    label: () => `${named(labelOf(context, venue))} is the biggest venue: ${venue.size} of ${context.set.size} papers.`,
    template: 'biggest-venue',
    numbers: { papers: venue.size, second, all: context.set.size },
    place: () => ({ nodes: [venue.key], grouping: 'venue', regions: [venue.key] }),
  }))
}

/** "The name A. Author stands on nine papers, more than any other." Surprise: its lead over the second. */
function busiestAuthor(context: BriefContext): readonly Candidate[] {
  return leader(context, 'author', (author, second) => ({
    label: () =>
      `The name ${named(labelOf(context, author))} stands on ${counted(author.size, 'paper')}, more than any other.`,
    template: 'busiest-author',
    numbers: { papers: author.size, second },
    place: () => ({ nodes: placeOf(context, [author.key], papersOf(context, 'author', author)) }),
  }))
}

/** A sentence about the largest thing of a channel; none where two are equally large, or it has fewer than three papers. */
function leader(
  context: BriefContext,
  channel: Channel,
  say: (top: Group, second: number) => Pick<Candidate, 'template' | 'label' | 'numbers' | 'place'>,
): readonly Candidate[] {
  const sizes = context.sizes(channel)
  let [top, size, second] = [0, 0, 0]
  for (let thing = 0; thing < sizes.length; thing++) {
    const own = sizes[thing] ?? 0
    if (own <= second) continue
    second = Math.min(own, size)
    if (own > size) [top, size] = [thing, own]
  }
  if (size < 3 || second === 0 || size === second) return []
  const leading: Group = { key: thingNode(context.index.incidence(channel).keys[top] ?? ''), thing: top, size }
  return [
    {
      ...say(leading, second),
      about: [leading.key],
      surprise: (leading.size - second) / leading.size,
      papers: leading.size,
      coverage: 1,
      evidence: () => evidenceOf(context, papersOf(context, channel, leading), [leading.key]),
    },
  ]
}
