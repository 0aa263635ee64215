import { byCodeUnits } from '../keys.ts'
import { type BriefContext, type Candidate, countIn, evidenceOf, type Group, keysOf } from './brief-context.ts'
import { datasetUse } from './dataset-use.ts'
import { agreeing, counted, named, withArticle } from './english.ts'
import type { PaperFilter } from './paper-filter.ts'
import { taskPairs } from './task-pairs.ts'

/** Tasks smaller than this are not spoken of: one paper more or less would change what is said. */
const TASK_MINIMUM = 5
/** Papers with evidence that a share must rest on. */
const KNOWN_MINIMUM = 3

/** Sentences that rest on dataset evidence; none without. */
export function datasetCandidates(context: BriefContext, filter: PaperFilter): readonly Candidate[] {
  if (context.groups('dataset').length === 0) return []
  return [
    ...tasksMeet(context),
    ...topicUse(context),
    ...mostUsed(context),
    ...usedOnce(context),
    ...usedTogether(context, filter),
    ...evidenceKnown(context),
  ]
}

/**
 * "AU detection and valence–arousal meet in two datasets; one paper bridges them." A dataset is met as `betweenSets` says: by
 * two different papers. Surprise: the share of the smaller side's datasets that are met, times the share of the smaller
 * task's papers that are not under both.
 */
function tasksMeet(context: BriefContext): readonly Candidate[] {
  const { tasks, index } = context
  const datasets = context.groups('dataset')
  const used = tasks.map(({ papers }) => {
    const members = new Set(papers)
    return datasets.filter((dataset) => dataset.papers.some((paper) => members.has(paper))).length
  })
  return taskPairs(tasks, datasets, index.papers.length).flatMap(({ a, b, both, met }): Candidate[] => {
    const [x, y] = [tasks[a], tasks[b]]
    if (x === undefined || y === undefined || met === 0) return []
    if (Math.min(x.papers.length, y.papers.length) < TASK_MINIMUM) return []
    const papers = new Set([...x.papers, ...y.papers])
    const smaller = Math.min(x.papers.length, y.papers.length)
    const bridge = `${counted(both, 'paper')} ${agreeing(both, 'bridges', 'bridge')} them`
    return [
      {
        template: 'tasks-meet',
        id: `${x.key} ${y.key}`,
        label: `${named(x.label)} and ${named(y.label)} meet in ${counted(met, 'dataset')}; ${bridge}.`,
        numbers: { datasets: met, bridging: both, first: x.papers.length, second: y.papers.length },
        surprise: (met / Math.max(1, Math.min(used[a] ?? 1, used[b] ?? 1))) * (1 - both / smaller),
        papers: papers.size,
        coverage: countIn([...papers], context.known) / papers.size,
        place: { nodes: [x.key, y.key], grouping: 'task', regions: [x.key, y.key] },
        evidence: () => meetingEvidence(context, x, y),
      },
    ]
  })
}

/** One paper of each task for each dataset that they meet in. */
function meetingEvidence(context: BriefContext, x: Group, y: Group): ReturnType<Candidate['evidence']> {
  const [first, second] = [new Set(x.papers), new Set(y.papers)]
  return context.groups('dataset').flatMap(({ key, papers }) => {
    const a = papers.find((paper) => first.has(paper) && papers.some((other) => other !== paper && second.has(other)))
    const b = papers.find((paper) => paper !== a && second.has(paper))
    return a === undefined || b === undefined ? [] : evidenceOf(context, [a, b], [key])
  })
}

/**
 * "1 of 11 papers in Privacy is known to use an expression dataset." Topics are the vocabulary's. Surprise: how far
 * the share among the task's papers with evidence lies below the share among all papers with evidence, or half of how
 * far above: that a task uses datasets of its own topic goes without saying.
 */
function topicUse(context: BriefContext): readonly Candidate[] {
  const { index, known, knownPapers } = context
  const topics = new Map<string, Group[]>()
  for (const dataset of context.groups('dataset')) {
    const node = index.graph.getNodeAttributes(dataset.key)
    const topic = node.kind === 'dataset' ? node.topic : undefined
    if (topic !== undefined && topic !== '') topics.set(topic, [...(topics.get(topic) ?? []), dataset])
  }
  return [...topics]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([topic, datasets]) => {
      const users = new Set(datasets.flatMap(({ papers }) => papers))
      return context.tasks.flatMap((task): Candidate[] => {
        const total = task.papers.length
        const sure = countIn(task.papers, known)
        if (total < TASK_MINIMUM || sure < KNOWN_MINIMUM || sure === knownPapers) return []
        const using = task.papers.filter((paper) => users.has(paper))
        const count = using.length
        const rest = sure < total ? ` (${sure} of the ${total} have dataset evidence)` : ''
        return [
          {
            template: 'topic-use',
            id: `${task.key} ${topic}`,
            label: `${count} of ${total} papers in ${named(task.label)} ${count === 1 ? 'is' : 'are'} known to use ${withArticle(`${topic} dataset`)}${rest}.`,
            numbers: { using: count, papers: total, known: sure, usingInAll: users.size, knownInAll: knownPapers },
            surprise: surpriseOfShare(count / sure, users.size / knownPapers),
            papers: total,
            coverage: sure / total,
            place: { nodes: [task.key, ...keysOf(context, using)], grouping: 'task', regions: [task.key] },
            evidence: () => {
              const own =
                using.length > 0
                  ? evidenceOf(
                      context,
                      using,
                      datasets.map(({ key }) => key),
                    )
                  : []
              return own.length > 0 ? own : evidenceOf(context, task.papers, [task.key])
            },
          },
        ]
      })
    })
}

function surpriseOfShare(own: number, all: number): number {
  return own < all ? all - own : (own - all) / 2
}

/** "AffectNet is the dataset used most: by 25 of 117 papers with dataset evidence." Surprise: its lead over the second. */
function mostUsed(context: BriefContext): readonly Candidate[] {
  const [top, second] = context.groups('dataset').toSorted((a, b) => b.papers.length - a.papers.length)
  const lead = (top?.papers.length ?? 0) - (second?.papers.length ?? 0)
  if (top === undefined || lead === 0 || top.papers.length < KNOWN_MINIMUM) return []
  const users = top.papers.length
  return [
    {
      template: 'most-used',
      id: top.key,
      label: `${named(top.label)} is the dataset used most: by ${users} of ${context.knownPapers} papers with dataset evidence.`,
      numbers: { using: users, known: context.knownPapers, second: second?.papers.length ?? 0 },
      surprise: lead / users,
      papers: users,
      coverage: context.knownPapers / context.set.size,
      place: { nodes: [top.key] },
      evidence: () => evidenceOf(context, top.papers, [top.key]),
    },
  ]
}

/** "90 of 155 datasets are known from one paper only." Surprise: half of that share, since rare sets are the rule. */
function usedOnce(context: BriefContext): readonly Candidate[] {
  const datasets = context.groups('dataset')
  const once = datasets.filter(({ papers }) => papers.length === 1)
  if (once.length === 0 || datasets.length < TASK_MINIMUM) return []
  return [
    {
      template: 'used-once',
      id: '',
      label: `${once.length} of ${datasets.length} datasets ${agreeing(once.length, 'is', 'are')} known from one paper only.`,
      numbers: { once: once.length, datasets: datasets.length },
      surprise: once.length / datasets.length / 2,
      papers: new Set(once.flatMap(({ papers }) => papers)).size,
      coverage: context.knownPapers / context.set.size,
      place: { nodes: once.map(({ key }) => key) },
      evidence: () => once.slice(0, 6).flatMap(({ key, papers }) => evidenceOf(context, papers, [key])),
    },
  ]
}

/** "RAF-DB and FERPlus are used together by 7 papers, 4.1 times what chance would give." Surprise: 1 − 1 / lift. */
function usedTogether({ index, knownPapers, ...context }: BriefContext, filter: PaperFilter): readonly Candidate[] {
  const { pairs } = datasetUse(index, { filter, limit: 20 })
  const datasets = context.groups('dataset')
  return pairs
    .filter(({ papers, lift }) => papers >= KNOWN_MINIMUM && lift > 1.5)
    .map(({ a, b, papers: count, lift }): Candidate => {
      const others = new Set(datasets.find(({ key }) => key === b.key)?.papers)
      const users = datasets.find(({ key }) => key === a.key)?.papers.filter((paper) => others.has(paper)) ?? []
      const times = lift.toFixed(1)
      return {
        template: 'used-together',
        id: `${a.key} ${b.key}`,
        label: `${named(a.label)} and ${named(b.label)} are used together by ${count} papers, ${times} times what chance would give.`,
        numbers: { papers: count, lift: Number(times) },
        surprise: 1 - 1 / lift,
        papers: count,
        coverage: knownPapers / context.set.size,
        place: { nodes: [a.key, b.key] },
        evidence: () => evidenceOf({ index, knownPapers, ...context }, users, [a.key, b.key]),
      }
    })
}

/** "Of 175 papers 117 have dataset evidence." Surprise: a fifth of what is not known; a sentence about the map, not the field. */
function evidenceKnown(context: BriefContext): readonly Candidate[] {
  const { knownPapers, set } = context
  if (knownPapers === 0 || knownPapers === set.size) return []
  const papers = context.index.papers.flatMap((_, i) => (set.has[i] === 1 && context.known[i] === 1 ? [i] : []))
  const things = context.groups('dataset').map(({ key }) => key)
  return [
    {
      template: 'evidence-known',
      id: '',
      label: `Of ${counted(set.size, 'paper')} ${knownPapers} ${agreeing(knownPapers, 'has', 'have')} dataset evidence.`,
      numbers: { known: knownPapers, papers: set.size },
      surprise: (1 - knownPapers / set.size) / 5,
      papers: set.size,
      coverage: 1,
      place: { nodes: [] },
      evidence: () => evidenceOf(context, papers, things),
    },
  ]
}
