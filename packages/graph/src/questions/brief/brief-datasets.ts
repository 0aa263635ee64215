import { byCodeUnits } from '../../keys.ts'
import { datasetPairs } from '../dataset-pairs.ts'
import { knownMask } from '../field-index/evidence-mark.ts'
import { firstSorted } from '../field-index/first-sorted.ts'
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
import { agreeing, counted, named, withArticle } from './english.ts'
import { taskPairs } from './task-pairs.ts'

/** Papers with evidence that a share must rest on. */
const KNOWN_MINIMUM = 3

/** Sentences that rest on dataset evidence; none without. */
export function datasetCandidates(context: BriefContext): readonly Candidate[] {
  if (context.groups('dataset').length === 0) return []
  return [
    ...tasksMeet(context),
    ...topicUse(context),
    ...mostUsed(context),
    ...usedOnce(context),
    ...usedTogether(context),
    ...evidenceKnown(context),
  ]
}

/**
 * "AU detection and valence–arousal meet in two datasets; one paper bridges them." A dataset is met as `betweenSets` says: by
 * two different papers. Surprise: the share of the smaller side's datasets that are met, times the share of the smaller
 * task's papers that are not under both.
 */
function tasksMeet(context: BriefContext): readonly Candidate[] {
  const { things } = taskPairs(context, 'dataset')
  const sure = context.knownOfTasks()
  return taskPairCandidates(context, {
    template: 'tasks-meet',
    channel: 'dataset',
    metMinimum: 1,
    taskMinimum: TASK_MINIMUM,
    label: ({ x, y, both, met }) => {
      const names = `${named(labelOf(context, x))} and ${named(labelOf(context, y))}`
      const bridge = `${counted(both, 'paper')} ${agreeing(both, 'bridges', 'bridge')} them`
      return `${names} meet in ${counted(met, 'dataset')}; ${bridge}.`
    },
    numbers: ({ x, y, both, met }) => ({ datasets: met, bridging: both, first: x.size, second: y.size }),
    surprise: ({ a, b, x, y, both, met }) =>
      (met / Math.max(1, Math.min(things[a] ?? 1, things[b] ?? 1))) * (1 - both / Math.min(x.size, y.size)),
    coverage: ({ a, b, x, y }) => ((sure[a] ?? 0) + (sure[b] ?? 0)) / (x.size + y.size),
  })
}

/**
 * "1 of 11 papers in Privacy is known to use an expression dataset." Topics are the vocabulary's. Surprise: how far
 * the share among the task's papers with evidence lies below the share among all papers with evidence, or half of how
 * far above: that a task uses datasets of its own topic goes without saying.
 */
function topicUse(context: BriefContext): readonly Candidate[] {
  const { index, knownPapers } = context
  const users = context.datasetUsers()
  const papers = context.taskPapers()
  const surePapers = context.knownOfTasks()
  return datasetsByTopic(context).flatMap(([topic, datasets]) => {
    const uses = context.arrays.bytes(index.papers.length)
    let inAll = 0
    for (const dataset of datasets) {
      const own = users[dataset.thing] ?? NO_PAPERS
      for (let at = 0; at < own.length; at++) {
        const paper = own[at] ?? 0
        if (uses[paper] === 0) inAll++
        uses[paper] = 1
      }
    }
    return context.tasks.flatMap((task, at): Candidate[] => {
      const own = papers[at] ?? NO_PAPERS
      const total = own.length
      const sure = surePapers[at] ?? 0
      if (total < TASK_MINIMUM || sure < KNOWN_MINIMUM || sure === knownPapers) return []
      const count = countIn(own, uses)
      const using = (): PaperNumbers => firstPapers(own, (paper) => uses[paper] === 1)
      return [
        {
          template: 'topic-use',
          about: [task.key, topic],
          label: () => {
            const rest = sure < total ? ` (${sure} of the ${total} have dataset evidence)` : ''
            const dataset = withArticle(`${topic} dataset`)
            return `${count} of ${total} papers in ${named(labelOf(context, task))} ${count === 1 ? 'is' : 'are'} known to use ${dataset}${rest}.`
          },
          numbers: { using: count, papers: total, known: sure, usingInAll: inAll, knownInAll: knownPapers },
          surprise: surpriseOfShare(count / sure, inAll / knownPapers),
          papers: total,
          coverage: sure / total,
          place: () => ({ nodes: placeOf(context, [task.key], using()), grouping: 'task', regions: [task.key] }),
          evidence: () => {
            const users = evidenceOf(
              context,
              using(),
              datasets.map(({ key }) => key),
            )
            return users.length > 0 ? users : evidenceOf(context, own, [task.key])
          },
        },
      ]
    })
  })
}

/** Datasets of the set by the vocabulary's topic; those without one left out. */
function datasetsByTopic({ index, groups }: BriefContext): readonly (readonly [string, readonly Group[]])[] {
  const topics = new Map<string, Group[]>()
  for (const dataset of groups('dataset')) {
    const node = index.graph.getNodeAttributes(dataset.key)
    const topic = node.kind === 'dataset' ? (node.topic ?? '') : ''
    if (topic === '') continue
    const own = topics.get(topic)
    if (own === undefined) topics.set(topic, [dataset])
    else own.push(dataset)
  }
  return [...topics].sort(([a], [b]) => byCodeUnits(a, b))
}

function surpriseOfShare(own: number, all: number): number {
  return own < all ? all - own : (own - all) / 2
}

/** "AffectNet is the dataset used most: by 25 of 117 papers with dataset evidence." Surprise: its lead over the second. */
function mostUsed(context: BriefContext): readonly Candidate[] {
  const [top, second] = firstSorted(context.groups('dataset'), (a, b) => b.size - a.size, 2)
  const lead = (top?.size ?? 0) - (second?.size ?? 0)
  if (top === undefined || lead === 0 || top.size < KNOWN_MINIMUM) return []
  return [
    {
      template: 'most-used',
      about: [top.key],
      label: () =>
        `${named(labelOf(context, top))} is the dataset used most: by ${top.size} of ${context.knownPapers} papers with dataset evidence.`,
      numbers: { using: top.size, known: context.knownPapers, second: second?.size ?? 0 },
      surprise: lead / top.size,
      papers: top.size,
      coverage: context.knownPapers / context.set.size,
      place: () => ({ nodes: [top.key] }),
      evidence: () => evidenceOf(context, papersOf(context, 'dataset', top), [top.key]),
    },
  ]
}

/**
 * "95 of the 146 datasets that papers use or introduce, pretraining aside, are known from one paper only." Surprise: half of
 * that share, since rare sets are the rule.
 */
function usedOnce(context: BriefContext): readonly Candidate[] {
  const datasets = context.groups('dataset')
  const once = datasets.filter(({ size }) => size === 1)
  if (once.length === 0 || datasets.length < TASK_MINIMUM) return []
  const aside = context.mask === knownMask(context.mask) ? '' : ', pretraining aside,' // as a mask of all roles has it
  return [
    {
      template: 'used-once',
      about: [],
      label: () =>
        `${once.length} of the ${datasets.length} datasets that papers use or introduce${aside} ${once.length === 1 ? 'is' : 'are'} known from one paper only.`,
      numbers: { once: once.length, datasets: datasets.length },
      surprise: once.length / datasets.length / 2,
      papers: new Set(once.flatMap((dataset) => papersOf(context, 'dataset', dataset))).size,
      coverage: context.knownPapers / context.set.size,
      place: () => ({
        nodes: placeOf(
          context,
          once.map(({ key }) => key),
        ),
      }),
      evidence: () =>
        once
          .slice(0, 6)
          .flatMap((dataset) => evidenceOf(context, papersOf(context, 'dataset', dataset), [dataset.key])),
    },
  ]
}

/** Pairs of datasets that are spoken of: the most frequent ones. */
const PAIRS = 50
/** Below this lift two datasets are together about as often as chance would have it. */
const LIFT_MINIMUM = 1.5

/** "RAF-DB and FERPlus are used together by 7 papers, 4.1 times what chance would give." Surprise: 1 − 1 / lift. */
function usedTogether(context: BriefContext): readonly Candidate[] {
  const { index, set, mask, knownPapers } = context
  const { keys } = index.incidence('dataset')
  const users = context.datasetUsers()
  return datasetPairs(index, set, users, knownPapers, mask, PAIRS)
    .pairs.filter(({ count, lift }) => count >= KNOWN_MINIMUM && lift > LIFT_MINIMUM)
    .map(({ a, b, count, lift }): Candidate => {
      const about = [keys[a] ?? '', keys[b] ?? '']
      const times = lift.toFixed(1)
      return {
        template: 'used-together',
        about,
        label: () => {
          const names = about.map((key) => named(labelOf(context, { key }))).join(' and ')
          return `${names} are used together by ${counted(count, 'paper')}, ${times} times what chance would give.`
        },
        numbers: { papers: count, lift: Number(times) },
        surprise: 1 - 1 / lift,
        papers: count,
        coverage: knownPapers / set.size,
        place: () => ({ nodes: about }),
        evidence: () => {
          const others = new Set(users[b])
          return evidenceOf(
            context,
            firstPapers(users[a] ?? NO_PAPERS, (paper) => others.has(paper)),
            about,
          )
        },
      }
    })
}

/** "Of 175 papers 117 have dataset evidence." Surprise: a fifth of what is not known; a sentence about the map, not the field. */
function evidenceKnown(context: BriefContext): readonly Candidate[] {
  const { knownPapers, set, known } = context
  if (knownPapers === 0 || knownPapers === set.size) return []
  return [
    {
      template: 'evidence-known',
      about: [],
      label: () => `Of ${set.size} papers ${knownPapers} ${knownPapers === 1 ? 'has' : 'have'} dataset evidence.`,
      numbers: { known: knownPapers, papers: set.size },
      surprise: (1 - knownPapers / set.size) / 5,
      papers: set.size,
      coverage: 1,
      place: () => ({ nodes: [] }),
      evidence: () => {
        const sure = firstPapers(context.papers, (paper) => known[paper] === 1).slice(0, 6)
        return sure.flatMap((paper) => {
          const own = context.index.graph.filterOutNeighbors(
            context.index.papers[paper] ?? '',
            (_, { kind }) => kind === 'dataset',
          )
          return evidenceOf(context, [paper], own.sort())
        })
      },
    },
  ]
}
