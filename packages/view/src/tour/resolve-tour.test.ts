import { type FieldGraph, type FieldMap, readGraph, type ScriptStep, type TourView, writeGraph } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { graph, map, stateWith } from '../../test/fixture.ts'
import { NO_FILTERS, type ViewState } from '../state.ts'
import { resolveTour } from './resolve-tour.ts'
import { stepState } from './step-state.ts'

/** A question as the reader takes it apart; quoting is the reader's matter. */
function question(
  command: string,
  operands: readonly string[] = [],
  flags: Record<string, readonly string[]> = {},
): TourView {
  return { kind: 'question', command, operands, flags, words: `${command}: ${operands.join(' ')}` }
}

function resolve(view: TourView, of: FieldGraph = graph, on: FieldMap = map) {
  const step: ScriptStep = { id: 'a', title: 'A', view, caption: '', notes: '', source: 'tour.md', line: 3 }
  const { tour, findings } = resolveTour(of, on, { title: '', steps: [step] })
  return { tour, findings, state: stepState(of, tour, 0) }
}

/** The state of a step that nothing is wrong with. */
function shown(view: TourView): ViewState | undefined {
  const { state, findings } = resolve(view)
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  return state
}

/** The graph with other nodes; a node that becomes none is left out with its edges. */
function changed(change: (key: string) => string | undefined): FieldGraph {
  const file = JSON.parse(writeGraph(graph))
  const nodes = file.nodes.flatMap((node: { key: string }) => {
    const key = change(node.key)
    return key === undefined ? [] : [{ ...node, key }]
  })
  const edges = file.edges.flatMap((edge: { source: string; target: string }) => {
    const [source, target] = [change(edge.source), change(edge.target)]
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }]
  })
  return readGraph(JSON.stringify({ ...file, nodes, edges }))
}

const step0 = (patch: Partial<ViewState>): ViewState => stateWith({ step: 0, ...patch })

describe('a question of a tour', () => {
  it.each<[string, TourView, Partial<ViewState>]>([
    ['show', question('show', ['ALPHA']), { selection: ['paper:alpha'] }],
    ['neighbors', question('neighbors', ['RAF-DB'], { depth: ['2'] }), { selection: ['dataset:raf-db'], depth: 2 }],
    ['shared by a paper', question('shared', ['arxiv:2301.00001']), { selection: ['paper:alpha'], lens: 'shared' }],
    [
      'shared by datasets',
      question('shared', ['RAF-DB', 'AffectNet'], { any: [] }),
      { selection: ['dataset:raf-db', 'dataset:affectnet'], lens: 'shared', match: 'any' },
    ],
    [
      'shared without',
      question('shared', ['RAF-DB'], { not: ['AffectNet'], pretraining: [] }),
      { selection: ['dataset:raf-db'], lens: 'shared', not: ['dataset:affectnet'], pretraining: true },
    ],
    ['between tasks', question('between', ['face', 'Voice reading']), { selection: ['task:faces', 'task:voices'] }],
    [
      'between venues',
      question('between', ['CVPR', 'TAC']),
      { grouping: 'venue', selection: ['venue:cvpr', 'venue:tac'] },
    ],
    ['path', question('path', ['ALPHA', 'BETA']), { selection: ['paper:alpha', 'author:ada-adams', 'paper:beta'] }],
    ['brief of all', question('brief'), {}],
    ['brief of a task', question('brief', ['Voice', 'reading']), { selection: ['task:voices'] }],
    [
      'datasets of a task',
      question('datasets', ['Voice reading']),
      {
        selection: ['dataset:affectnet'],
        lens: 'shared',
        match: 'any',
        filters: { ...NO_FILTERS, tasks: ['task:voices'] },
      },
    ],
    [
      'filters',
      question('brief', [], { task: ['Face reading'], year: ['2021..'], 'with-code': [], tier: ['B'] }),
      { filters: { ...NO_FILTERS, tasks: ['task:faces'], from: 2021, code: true, tier: 'B' } },
    ],
  ])('is shown: %s', (_, view, patch) => {
    expect(shown(view)).toEqual(step0(patch))
  })

  it('shows papers to begin with by themselves', () => {
    const state = shown(question('start', [], { limit: ['2'] }))
    expect(state?.selection).toHaveLength(2)
    expect(state?.selection.every((key) => key.startsWith('paper:'))).toBe(true)
    expect(state?.filters.hidden).toContain('dataset')
  })

  it('takes communities by id and name, and years that are regions', () => {
    const community = { id: 'c1', label: 'Small voices', terms: [], size: 1, stability: 1, members: ['paper:epsilon'] }
    for (const name of ['community:c1', 'community:small voices']) {
      const { state, findings } = resolve(question('brief', [name]), graph, { ...map, communities: [community] })
      expect(findings).toEqual([])
      expect(state).toEqual(step0({ grouping: 'community', selection: ['c1'] }))
    }
    const year = map.groupings.year.regions.find(({ id }) => /^year:\d{4}$/.test(id))
    expect(shown(question('brief', [year?.id ?? '']))).toEqual(step0({ grouping: 'year', selection: [year?.id ?? ''] }))
  })

  it.each<[string, TourView, string]>([
    ['a name that is nowhere', question('show', ['Nobody knows it']), 'tour/missing-node'],
    ['a name of several', question('show', ['face']), 'tour/ambiguous-node'],
    ['no name', question('show'), 'tour/question'],
    ['three sets', question('between', ['a', 'b', 'c']), 'tour/question'],
    ['two papers', question('shared', ['ALPHA', 'BETA']), 'tour/question'],
    ['a depth out of range', question('neighbors', ['ALPHA'], { depth: ['9'] }), 'tour/question'],
    ['a year that is none', question('brief', [], { year: ['soon'] }), 'tour/question'],
    ['a list', question('brief', ['list:list.md']), 'tour/not-shown'],
    ['a filter that no map has', question('brief', [], { community: ['c1'] }), 'tour/not-shown'],
    ['several years at once', question('between', ['year:1990..1991', 'CVPR']), 'tour/not-shown'],
    [
      'what nothing connects',
      question('path', ['Kappa, a paper of no section', 'Zeta waves in speech']),
      'tour/missing-node',
    ],
    ['an unknown question', question('ask', ['x']), 'tour/question'],
  ])('is a finding at its line, and no step, for %s', (_, view, rule) => {
    const { tour, findings } = resolve(view)
    expect(tour.steps).toEqual([])
    expect(findings).toMatchObject([
      { rule, severity: 'error', source: 'tour.md', line: 3, step: 'a', message: expect.stringContaining('step “A”') },
    ])
  })

  it('warns of a paper that only words of its title find', () => {
    const { tour, findings } = resolve(question('show', ['smile twins']))
    expect(tour.steps).toHaveLength(1)
    expect(findings).toMatchObject([{ rule: 'tour/loose-name', candidates: ['paper:delta'] }])
  })
})

describe('a permalink of a tour', () => {
  const permalink = (hash: string): TourView => ({ kind: 'permalink', hash })

  it('gives its state, without the step and the theme of another page', () => {
    expect(shown(permalink('s=task:faces,task:voices&n=7'))).toEqual(
      step0({ selection: ['task:faces', 'task:voices'] }),
    )
  })

  it('follows a renamed paper by a former key and by its identifier, and says where it went', () => {
    expect(resolve(permalink('s=paper:alfa'))).toMatchObject({
      state: { selection: ['paper:alpha'] },
      findings: [{ rule: 'tour/renamed', severity: 'info', candidates: ['paper:alpha'] }],
    })
    const renamed = changed((key) => (key === 'paper:alpha' ? 'paper:a-new-name' : key))
    expect(resolve(permalink('s=paper:alpha;arxiv:2301.00001'), renamed)).toMatchObject({
      state: { selection: ['paper:a-new-name'] },
      findings: [{ rule: 'tour/renamed' }],
    })
  })

  it('names what is gone and the nearest that is left', () => {
    const without = changed((key) => (key === 'paper:gamma' ? undefined : key))
    expect(resolve(permalink('s=paper:gamma'), without)).toMatchObject({
      state: undefined,
      findings: [{ rule: 'tour/missing-node', severity: 'error', line: 3 }],
    })
    expect(resolve(permalink('s=paper:gamma-rays-of-a-face'))).toMatchObject({
      findings: [{ candidates: ['paper:gamma'], hint: expect.stringContaining('Gamma rays of the face') }],
    })
  })

  it('shows what is left of several, and says what is not', () => {
    expect(resolve(permalink('s=paper:beta,paper:none&task=task:none'))).toMatchObject({
      state: { selection: ['paper:beta'] },
      findings: [{ rule: 'tour/missing-node' }, { rule: 'tour/missing-node' }],
    })
  })

  it('warns of fields that the map does not know', () => {
    expect(resolve(permalink('x=1')).findings).toMatchObject([{ rule: 'tour/permalink', severity: 'warning' }])
  })
})

describe('a resolved tour', () => {
  it('has permalinks that carry identifiers, and the title of the field where it has none', () => {
    const { tour } = resolve(question('show', ['ALPHA']))
    expect(tour).toMatchObject({
      title: 'Reading faces',
      steps: [{ hash: 's=paper:alpha;arxiv:2301.00001', question: 'show: ALPHA' }],
    })
  })

  it('gives the first and the last step beyond its ends, and none where it is empty', () => {
    const { tour } = resolve(question('show', ['ALPHA']))
    expect(stepState(graph, tour, 9)).toEqual(stepState(graph, tour, 0))
    expect(stepState(graph, { ...tour, steps: [] }, 0)).toBeUndefined()
  })
})
