import type { CitedEvidence } from '../answer.ts'
import type { Channel } from '../field-index/field-index.ts'
import { type BriefContext, type BriefPlace, type Candidate, type Group, meetingEvidence } from './brief-context.ts'
import { type TaskPair, taskPairs } from './task-pairs.ts'

/** Two tasks and what they have in common. */
export interface MeetingTasks extends TaskPair {
  readonly x: Group
  readonly y: Group
}

/** A template for sentences about two tasks whose papers share things of a channel. */
export interface TaskPairTemplate {
  readonly template: string
  readonly channel: Channel
  /** Shared things that it takes, integer ≥ 1. */
  readonly metMinimum: number
  /** Papers that the smaller task must have. */
  readonly taskMinimum: number
  readonly label: (pair: MeetingTasks) => string
  readonly numbers: (pair: MeetingTasks) => Readonly<Record<string, number>>
  readonly surprise: (pair: MeetingTasks) => number
  readonly coverage: (pair: MeetingTasks) => number
}

/** What a template says of all pairs of the context's tasks. */
export function taskPairCandidates(context: BriefContext, template: TaskPairTemplate): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (const { a, b, both, met } of taskPairs(context, template.channel).pairs) {
    const x = context.tasks[a]
    const y = context.tasks[b]
    if (x === undefined || y === undefined || met < template.metMinimum) continue
    if (Math.min(x.size, y.size) < template.taskMinimum) continue
    candidates.push(new TaskPairCandidate(context, template, { a, b, both, met, x, y }))
  }
  return candidates
}

/** There are tens of thousands in a large field, of which a few are said: none holds more than its pair and its rank. */
class TaskPairCandidate implements Candidate {
  readonly template: string
  readonly surprise: number
  readonly papers: number
  readonly coverage: number
  private readonly context: BriefContext
  private readonly words: TaskPairTemplate
  private readonly pair: MeetingTasks

  constructor(context: BriefContext, words: TaskPairTemplate, pair: MeetingTasks) {
    this.template = words.template
    this.surprise = words.surprise(pair)
    this.papers = pair.x.size + pair.y.size - pair.both
    this.coverage = words.coverage(pair)
    this.context = context
    this.words = words
    this.pair = pair
  }

  get about(): readonly string[] {
    return [this.pair.x.key, this.pair.y.key]
  }

  get numbers(): Readonly<Record<string, number>> {
    return this.words.numbers(this.pair)
  }

  label(): string {
    return this.words.label(this.pair)
  }

  place(): BriefPlace {
    return { nodes: this.about, grouping: 'task', regions: this.about }
  }

  evidence(): readonly CitedEvidence[] {
    return meetingEvidence(this.context, this.words.channel, this.pair.x, this.pair.y)
  }
}
