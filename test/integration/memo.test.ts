import { buildFacts, createMemo, type Memo, parse, type ReadResult } from '@fieldmap/core'
import { createGraphWriter, type Evidence, type FieldGraph, writeGraph } from '@fieldmap/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutate, seedTexts } from '../fuzz/mutate.ts'
import { editLines, LINE_EDITS, type LineEdit } from './line-edits.ts'
import { type Edit, edit, type FieldModel, read, START } from './versions.ts'

/** All that a build reads and states, as text. */
function facts(version: ReadResult, memo?: Memo, write = writeGraph): string {
  const documents = version.sources.filter(({ kind }) => kind === 'list').map((list) => parse(list, memo?.pieces))
  const { graph, report } = buildFacts(version, () => 0, memo)
  return `${JSON.stringify(documents)}\n${write(graph)}\n${JSON.stringify({ ...report, stages: [] })}`
}

/** The versions, by number, that are another build with what is remembered of the others than by themselves. */
function differing(versions: readonly ReadResult[], memo: Memo): readonly number[] {
  const fresh = versions.map((version) => facts(version))
  const bytes = createGraphWriter((text) => Buffer.from(text))
  const write = (graph: FieldGraph): string => Buffer.from(bytes(graph)).toString()
  const there = versions.map((version) => facts(version, memo, write))
  const back = versions
    .toReversed()
    .map((version) => facts(version, memo, write))
    .toReversed()
  return versions.map((_, i) => i).filter((i) => fresh[i] !== there[i] || fresh[i] !== back[i])
}

/** A history: each step edits the last version, goes back to an earlier one, or merges two lines of edits. */
const histories = fc
  .array(fc.tuple(fc.nat(11), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 10 })
  .map((steps) => {
    const versions: { readonly field: FieldModel; readonly edits: readonly Edit[] }[] = [{ field: START, edits: [] }]
    for (const [what, list, where, which] of steps) {
      const last = versions.at(-1) ?? { field: START, edits: [] }
      const earlier = versions[which % versions.length] ?? last
      const edits: readonly Edit[] =
        what < 10 ? [...last.edits, [what, list, where, which]] : [...earlier.edits, ...last.edits]
      versions.push(what === 11 ? earlier : { edits, field: edits.reduce(edit, START) })
    }
    return versions.map(({ field }) => read(field))
  })

describe('a build with what earlier builds met', () => {
  it('is the same as one without, through any edits, in both directions', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        expect(differing(versions, createMemo())).toEqual([])
      }),
      { numRuns: 30, seed: 7 },
    )
  })

  it('is the same for broken lists', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...seedTexts()), edits, edits, (text, one, two) => {
        const texts = [text, mutate(text, one), mutate(mutate(text, one), two)]
        const versions = texts.map((version): ReadResult => {
          return { title: 'T', findings: [], sources: [{ path: 'list.md', kind: 'list', text: version, blob: '' }] }
        })
        expect(differing(versions, createMemo())).toEqual([])
      }),
      { numRuns: 8, seed: 7 },
    )
  })

  const texts = [
    ...seedTexts().slice(1),
    ...read(START).sources.flatMap(({ kind, text }) => (kind === 'list' ? [text] : [])),
  ]
  const asRead = (text: string): ReadResult => {
    return { title: 'T', findings: [], sources: [{ path: 'list.md', kind: 'list', text, blob: '' }] }
  }

  it('is the same after each kind of save', () => {
    for (let what = 0; what < LINE_EDITS; what++) {
      for (const text of texts) {
        const half = Math.floor(text.split('\n').length / 2)
        expect([what, ...differing([text, editLines(text, [[what, half]])].map(asRead), createMemo())]).toEqual([what])
      }
    }
  })

  it('is the same after any saves of a list', () => {
    const edits = fc.array(fc.tuple(fc.nat(LINE_EDITS - 1), fc.nat()), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (text, made: readonly LineEdit[]) => {
        const versions = made.map((_, i) => asRead(editLines(text, made.slice(0, i + 1))))
        expect(differing([asRead(text), ...versions], createMemo())).toEqual([])
      }),
      { numRuns: 8, seed: 7 },
    )
  })

  it('meets every piece of a version that it has seen, wherever it now stands', () => {
    const memo = createMemo()
    facts(read(START), memo)
    const { parsed } = memo.counts()
    const turned = [0, 1].reduce<FieldModel>(
      (field, list) => edit(edit(field, [7, list, 0, 0]), [6, list, 0, 2]),
      START,
    )
    const { met } = memo.counts()
    facts(read({ ...turned, lists: turned.lists.toReversed() }), memo)
    // The anchor in front of the second section now stands in front of another heading.
    expect(memo.counts().parsed - parsed).toBeLessThanOrEqual(2)
    expect(memo.counts().met - met).toBeGreaterThanOrEqual(parsed - 2)
  })

  it('parses one piece after an edit of one row', () => {
    const memo = createMemo()
    facts(read(START), memo)
    const { parsed } = memo.counts()
    facts(read(edit(START, [0, 0, 1, 15])), memo)
    expect(memo.counts().parsed).toBe(parsed + 1)
  })
})

/** What nodes and edges say, by key; the objects are those that the statements were joined into. */
function saidBy(graph: FieldGraph): ReadonlyMap<string, readonly Evidence[]> {
  return new Map<string, readonly Evidence[]>([
    ...graph.mapNodes((key, { mentions }) => [key, mentions] as const),
    ...graph.mapEdges((key, { evidence }) => [key, evidence] as const),
  ])
}

describe('after an edit of one row', () => {
  const memo = createMemo()
  const build = (version: ReadResult) => buildFacts(version, () => 0, memo)
  const rows = Array.from(
    { length: 300 },
    (_, i) => `- [A Study of Topic ${i} in Depth](https://arxiv.org/abs/2001.${10_000 + i}) (CVPR 2020)`,
  )
  const version = (lines: readonly string[]): ReadResult => {
    const text = `# T\n\n## Faces\n\n${lines.join('\n')}\n`
    return { title: 'T', findings: [], sources: [{ path: 'list.md', kind: 'list', text, blob: '' }] }
  }
  const before = build(version(rows))
  const after = build(
    version(rows.with(150, '- [Another Study of Its Own](https://arxiv.org/abs/2002.20000) (CVPR 2020)')),
  )

  it('one paper is resolved and linked anew', () => {
    const known = new Set(before.papers)
    expect(before.papers).toHaveLength(300)
    expect(after.papers.filter((paper) => !known.has(paper)).map(({ key }) => key)).toEqual([
      'paper:another-study-of-its-own',
    ])
  })

  it('only what its statements are about is joined anew', () => {
    const known = saidBy(before.graph)
    const anew = [...saidBy(after.graph)].filter(([key, said]) => known.get(key) !== said).map(([key]) => key)
    expect(known.size).toBeGreaterThan(600)
    expect(anew).toEqual([
      'paper:another-study-of-its-own',
      'venue:cvpr',
      'paper:another-study-of-its-own|addresses|task:faces',
      'paper:another-study-of-its-own|published_in|venue:cvpr',
    ])
  })
})

describe('nothing is made anew of', () => {
  it('a field that is built again: what lists, curated files, titles and headings say stays the same objects', () => {
    const memo = createMemo()
    const text = `# More\n\n## Challenges\n\n| Challenge | Paper | Year | Site |\n| --- | --- | --- | --- |\n| Zebra Challenge | [A Challenge of Zebra Crossings in the Wild](https://arxiv.org/abs/2101.20000) | 2021 | [Site](https://zebra.example/) |\n`
    const field = (): ReadResult => {
      const version = read(START)
      return { ...version, sources: [...version.sources, { path: 'z.md', kind: 'list', text, blob: '' }] }
    }
    const before = buildFacts(field(), () => 0, memo)
    const after = buildFacts(field(), () => 0, memo)
    const known = saidBy(before.graph)
    const kinds = new Set(before.graph.mapNodes((_, { kind }) => kind))
    expect([...kinds].sort()).toEqual(['author', 'challenge', 'dataset', 'paper', 'repository', 'task', 'venue'])
    const edges = new Set(before.graph.mapEdges((_, { kind }) => kind))
    expect([...edges].sort().join(' ')).toBe(
      'addresses broader derived_from described_in implemented_in introduces published_in uses written_by',
    )
    expect([...saidBy(after.graph)].filter(([key, said]) => known.get(key) !== said).map(([key]) => key)).toEqual([])
  })

  it('a list that moved: what only other files say stays the same objects', () => {
    const lists = read(START).sources.flatMap(({ kind, path }) => (kind === 'list' ? [path] : []))
    const kinds = new Set<string | undefined>()
    for (const list of lists) {
      const field = (lines: number): ReadResult => {
        const version = read(START)
        const sources = version.sources.map((source) =>
          source.path === list ? { ...source, text: '\n'.repeat(lines) + source.text } : source,
        )
        return { ...version, sources }
      }
      const memo = createMemo()
      const known = saidBy(buildFacts(field(0), () => 0, memo).graph)
      for (const [key, said] of saidBy(buildFacts(field(2), () => 0, memo).graph)) {
        if (said.some(({ source }) => source === list)) continue
        kinds.add(key.split(':')[0])
        expect([key, known.get(key) === said]).toEqual([key, true])
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['author', 'paper', 'venue']))
  })
})

describe('a memo that was saved', () => {
  const version = read(START)
  const memo = createMemo()
  const plain = facts(version, memo)
  const restored = (text: string): Memo => {
    const other = createMemo()
    other.restore(text)
    return other
  }

  it('makes another know all that it knew', () => {
    const other = restored(memo.save(1e9))
    expect(facts(version, other)).toBe(plain)
    expect(other.counts().parsed).toBe(0)
    expect(other.save(1e9)).toBe(memo.save(1e9))
  })

  it('is believed, so that a wrong one is found', () => {
    const wrong = memo.save(1e9).replaceAll('"form":"strong"', '"form":"quoted"')
    expect(facts(version, restored(wrong))).not.toBe(plain)
  })

  it('keeps to its size, and is refused where it is damaged', () => {
    const short = memo.save(5000)
    expect(short.length).toBeLessThan(5200)
    expect(facts(version, restored(short))).toBe(plain)
    const other = createMemo()
    expect(() => other.restore(`${memo.save(1e9)}{`)).toThrow()
    facts(version, other)
    expect(other.counts()).toEqual(memo.counts())
  })
})

type PieceKey = Parameters<Memo['pieces']['set']>[0]

describe('the comparison finds a memo that', () => {
  const versions = [0, 8, 9, 4, 5].map((what) => read(edit(edit(START, [0, 0, 0, 15]), [what, 0, 0, 1])))

  it('takes one piece for another', () => {
    const memo = createMemo()
    const blur = (key: PieceKey): PieceKey => ({ ...key, text: String(key.text.length) })
    const pieces: Memo['pieces'] = {
      ...memo.pieces,
      get: (key, definitions) => memo.pieces.get(blur(key), definitions),
      set: (key, piece) => memo.pieces.set(blur(key), piece),
    }
    expect(differing(versions, { ...memo, pieces })).not.toEqual([])
  })

  it('forgets that definitions matter', () => {
    const memo = createMemo()
    const nothing = new Map<string, string>()
    const pieces: Memo['pieces'] = {
      ...memo.pieces,
      get: (key) => memo.pieces.get(key, nothing),
      set: (key, piece) => memo.pieces.set(key, { ...piece, labels: nothing }),
    }
    expect(differing(versions, { ...memo, pieces })).not.toEqual([])
  })

  it('knows a list by its name alone', () => {
    const memo = createMemo()
    const known = new Map<string, ReturnType<Memo['lists']>>()
    const lists: Memo['lists'] = (source, ...rest) => {
      const read = known.get(source.path) ?? memo.lists(source, ...rest)
      known.set(source.path, read)
      return read
    }
    expect(differing(versions, { ...memo, lists })).not.toEqual([])
  })

  it('forgets that ids wait in front of a heading', () => {
    const memo = createMemo()
    const bare = { anchors: [] }
    const pieces: Memo['pieces'] = {
      ...memo.pieces,
      get: (key, definitions) => memo.pieces.get({ ...key, ...bare }, definitions),
      set: (key, piece) => memo.pieces.set({ ...key, ...bare }, piece),
    }
    const turned = [read(START), read(edit(START, [7, 1, 0, 0]))]
    expect(differing(turned, { ...memo, pieces })).not.toEqual([])
  })

  it('takes the curated files of an earlier version', () => {
    const memo = createMemo()
    let first: ReturnType<Memo['curated']> | undefined
    const curated: Memo['curated'] = (sources) => {
      first ??= memo.curated(sources)
      return first
    }
    expect(differing(versions, { ...memo, curated })).not.toEqual([])
  })

  it('forgets that venues matter', () => {
    const memo = createMemo()
    let first: ReturnType<Memo['venues']> | undefined
    const venues: Memo['venues'] = (records) => {
      first ??= memo.venues(records)
      return first
    }
    expect(differing(versions, { ...memo, venues })).not.toEqual([])
  })
})
