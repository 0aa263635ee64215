import { mentionsOf } from './answer.ts'
import { type BriefContext, type Candidate, countIn, evidenceOf, type Group, keysOf } from './brief-context.ts'
import { agreeing, counted, named, sentence } from './english.ts'
import { taskPairs } from './task-pairs.ts'

/** Tasks smaller than this are not spoken of: one paper more or less would change what is said. */
const TASK_MINIMUM = 5

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
  const { tasks, index } = context
  const authors = context.groups('author').filter(({ papers }) => papers.length > 1)
  return taskPairs(tasks, authors, index.papers.length).flatMap(({ a, b, both, met }): Candidate[] => {
    const [x, y] = [tasks[a], tasks[b]]
    if (x === undefined || y === undefined || met < 2) return []
    const smaller = Math.min(x.papers.length, y.papers.length)
    if (smaller < TASK_MINIMUM) return []
    const papers = both === 0 ? 'but no paper' : `on different papers, and ${counted(both, 'paper')}`
    return [
      {
        template: 'tasks-share-authors',
        id: `${x.key} ${y.key}`,
        label: `${named(x.label)} and ${named(y.label)} share ${counted(met, 'author')} ${papers}.`,
        numbers: { authors: met, bridging: both },
        surprise: Math.min(1, met / smaller) * (1 - both / smaller),
        papers: x.papers.length + y.papers.length - both,
        coverage: 1,
        place: { nodes: [x.key, y.key], grouping: 'task', regions: [x.key, y.key] },
        evidence: () => {
          const [first, second] = [new Set(x.papers), new Set(y.papers)]
          return authors.flatMap(({ key, papers: own }) => {
            const one = own.find((p) => first.has(p) && own.some((q) => q !== p && second.has(q)))
            const other = own.find((p) => p !== one && second.has(p))
            return one === undefined || other === undefined ? [] : evidenceOf(context, [one, other], [key])
          })
        },
      },
    ]
  })
}

/** "Six papers are under more than one task." Surprise: 1 − their share, halved. */
function bridgingPapers(context: BriefContext): readonly Candidate[] {
  const counts = new Map<number, number>()
  for (const { papers } of context.groups('task')) {
    for (const paper of papers) counts.set(paper, (counts.get(paper) ?? 0) + 1)
  }
  const bridging = [...counts].flatMap(([paper, tasks]) => (tasks > 1 ? [paper] : [])).sort((a, b) => a - b)
  const total = context.set.size
  if (bridging.length === 0 || context.tasks.length < 2) return []
  const verb = agreeing(bridging.length, 'is', 'are')
  return [
    {
      template: 'bridging-papers',
      id: '',
      label: sentence(`${counted(bridging.length, 'paper')} ${verb} under more than one task.`),
      numbers: { bridging: bridging.length, papers: total },
      surprise: (1 - bridging.length / total) / 2,
      papers: bridging.length,
      coverage: 1,
      place: { nodes: keysOf(context, bridging) },
      evidence: () =>
        evidenceOf(
          context,
          bridging,
          context.tasks.map(({ key }) => key),
        ),
    },
  ]
}

/** "In X 12 of 14 papers have code; in all it is 101 of 175." Surprise: distance of the shares. */
function codeShare(context: BriefContext): readonly Candidate[] {
  const { index, set } = context
  const all = index.papers.flatMap((_, paper) => (set.has[paper] === 1 ? [paper] : []))
  const inAll = countIn(all, index.withCode)
  return context.tasks.flatMap((task): Candidate[] => {
    const count = countIn(task.papers, index.withCode)
    const total = task.papers.length
    if (total < TASK_MINIMUM || total === set.size || inAll === 0) return []
    const withCode = task.papers.filter((paper) => index.withCode[paper] === 1)
    return [
      {
        template: 'code-share',
        id: task.key,
        label: `In ${named(task.label)} ${count} of ${total} papers ${count === 1 ? 'has' : 'have'} code; in all it is ${inAll} of ${set.size}.`,
        numbers: { code: count, papers: total, codeInAll: inAll, papersInAll: set.size },
        surprise: Math.abs(count / total - inAll / set.size),
        papers: total,
        coverage: 1,
        place: { nodes: [task.key, ...keysOf(context, withCode)], grouping: 'task', regions: [task.key] },
        evidence: () => {
          const code = withCode.flatMap((paper) => repositoriesOf(context, paper))
          const shown = code.length > 0 ? code : task.papers.map((paper) => ({ paper, repository: task.key }))
          return shown.slice(0, 6).flatMap(({ paper, repository }) => evidenceOf(context, [paper], [repository]))
        },
      },
    ]
  })
}

function repositoriesOf({ index }: BriefContext, paper: number): readonly { paper: number; repository: string }[] {
  const key = index.papers[paper] ?? ''
  const repositories = index.graph.filterOutNeighbors(key, (_, { kind }) => kind === 'repository')
  return repositories.sort().map((repository) => ({ paper, repository }))
}

/** Years of papers, ascending; papers without year left out. */
function yearsOf({ index }: BriefContext, papers: readonly number[]): readonly number[] {
  return papers.flatMap((paper) => index.years[paper] || []).sort((a, b) => a - b)
}

/** The latest year in or after which at least half of them are. */
function halfYear(years: readonly number[]): number {
  return years[Math.floor(years.length / 2)] ?? 0
}

/**
 * "At least half of the papers in X are from 2022 or later; of all papers, from 2020 or later." Median years. Surprise: the distance in
 * years over five, at most 1.
 */
function youngTask(context: BriefContext): readonly Candidate[] {
  const { index, set } = context
  const all = yearsOf(
    context,
    index.papers.flatMap((_, paper) => (set.has[paper] === 1 ? [paper] : [])),
  )
  const half = halfYear(all)
  return context.tasks.flatMap((task): Candidate[] => {
    const years = yearsOf(context, task.papers)
    const own = halfYear(years)
    if (years.length < TASK_MINIMUM || own === half) return []
    return [
      {
        template: 'young-task',
        id: task.key,
        label: `At least half of the papers in ${named(task.label)} are from ${own} or later; of all papers, from ${half} or later.`,
        numbers: { year: own, yearInAll: half, papers: years.length, papersInAll: all.length },
        surprise: Math.min(1, Math.abs(own - half) / 5),
        papers: years.length,
        coverage: years.length / task.papers.length,
        place: { nodes: [task.key], grouping: 'task', regions: [task.key] },
        evidence: () => evidenceOf(context, task.papers, [task.key]),
      },
    ]
  })
}

/** "88 of 175 papers are from 2022 or later." Surprise: half of the share of the span of years that lies before. */
function recentPapers(context: BriefContext): readonly Candidate[] {
  const { index, set } = context
  const papers = index.papers.flatMap((_, paper) => (set.has[paper] === 1 && index.years[paper] ? [paper] : []))
  const years = yearsOf(context, papers)
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  if (first === last) return []
  const half = halfYear(years)
  const recent = papers.filter((paper) => (index.years[paper] ?? 0) >= half)
  const dated = years.length < set.size ? `${years.length} papers with a year` : `${years.length} papers`
  return [
    {
      template: 'recent-papers',
      id: String(half),
      label: `${recent.length} of ${dated} ${agreeing(recent.length, 'is', 'are')} from ${half} or later; the oldest is from ${first}, the newest from ${last}.`,
      numbers: { recent: recent.length, papers: years.length, year: half, first, last },
      surprise: (half - first) / (last - first) / 2,
      papers: recent.length,
      coverage: years.length / set.size,
      place: { nodes: keysOf(context, recent), grouping: 'year' },
      evidence: () => recent.slice(0, 6).flatMap((paper) => mentionsOf(index, index.papers[paper] ?? '')),
    },
  ]
}

/** "CVPR is the biggest venue: 44 of 175 papers." Surprise: its lead over the second. */
function biggestVenue(context: BriefContext): readonly Candidate[] {
  return leader(context, context.groups('venue'), (venue, second) => ({
    template: 'biggest-venue',
    label: `${named(venue.label)} is the biggest venue: ${venue.papers.length} of ${context.set.size} papers.`,
    numbers: { papers: venue.papers.length, second: second, all: context.set.size },
    place: { nodes: [venue.key], grouping: 'venue', regions: [venue.key] },
  }))
}

/** "The name A. Author stands on nine papers, more than any other." Surprise: its lead over the second. */
function busiestAuthor(context: BriefContext): readonly Candidate[] {
  return leader(context, context.groups('author'), (author, second) => ({
    template: 'busiest-author',
    label: `The name ${named(author.label)} stands on ${counted(author.papers.length, 'paper')}, more than any other.`,
    numbers: { papers: author.papers.length, second },
    place: { nodes: [author.key, ...keysOf(context, author.papers)] },
  }))
}

/** A sentence about the largest of some groups; none where two are equally large, or it has fewer than three papers. */
function leader(
  context: BriefContext,
  groups: readonly Group[],
  say: (top: Group, second: number) => Pick<Candidate, 'template' | 'label' | 'numbers' | 'place'>,
): readonly Candidate[] {
  const [top, next] = groups.toSorted((a, b) => b.papers.length - a.papers.length)
  const second = next?.papers.length ?? 0
  if (top === undefined || top.papers.length < 3 || top.papers.length === second || second === 0) return []
  return [
    {
      ...say(top, second),
      id: top.key,
      surprise: (top.papers.length - second) / top.papers.length,
      papers: top.papers.length,
      coverage: 1,
      evidence: () => evidenceOf(context, top.papers, [top.key]),
    },
  ]
}
