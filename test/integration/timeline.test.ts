import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, history, readSources, readTimeline } from '@fieldmap/core'
import { openHistory, slug, writeHistory } from '@fieldmap/graph'
import { DEFAULT_STATE, graphAt, momentOf, pastOf, scene, versionCardOf } from '@fieldmap/view'
import { afterAll, describe, expect, it } from 'vitest'
import { type KnownVersion, makeRepository } from '../../packages/core/src/history/generated-repository.test-helper.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-timeline-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const listed = ({ field }: KnownVersion): ReadonlySet<number> =>
  new Set(field.lists.flatMap(({ members }) => [...members.keys()]))

describe.each([3, 5, 8])('the time line of a made repository, seed %i', (rngSeed) => {
  it('shows at every version the papers that it held, and which of them it brought and took away', async () => {
    const folder = join(root, `made-${rngSeed}`)
    mkdirSync(folder)
    const { known } = makeRepository(folder, rngSeed, 50, false)
    const { graph, map } = build(await readSources([folder], {}), () => 0)
    const past = pastOf(openHistory(writeHistory(history(await readTimeline([folder])).file)), graph)
    const newest = known.at(-1)
    if (newest === undefined) throw new Error('no version')
    const keyOf = (id: number): string => `paper:${slug(newest.field.papers.get(id)?.title ?? '')}`
    const onMap = listed(newest)
    const keys = (ids: Iterable<number>): readonly string[] =>
      [...ids]
        .filter((id) => onMap.has(id))
        .map(keyOf)
        .sort()
    let before = new Set<number>()
    let steps = 0
    for (const version of known) {
      const moment = momentOf(past, version.commit)
      if (moment === undefined) continue // it changed no source
      const now = listed(version)
      const viewport = { width: 800, height: 700 }
      const drawn = scene(graph, map, { ...DEFAULT_STATE, at: version.commit }, viewport, { past })
      expect(drawn.nodes.map(({ key }) => key).sort()).toEqual(keys(now))
      expect(
        graphAt(moment)
          .filterNodes((_, { kind }) => kind === 'paper')
          .sort(),
      ).toEqual(keys(now))
      expect(moment.step.present + moment.step.gone).toBe(now.size)
      expect(versionCardOf(moment).gone).toHaveLength([...now].filter((id) => !onMap.has(id)).length)
      if (moment.step.commit === version.commit) {
        steps++
        const came = [...now].filter((id) => !before.has(id))
        expect(drawn.nodes.flatMap(({ key, isNew }) => (isNew ? [key] : [])).sort()).toEqual(keys(came))
        expect([moment.step.came, moment.step.went]).toEqual([
          came.length,
          [...before].filter((id) => !now.has(id)).length,
        ])
        before = new Set(now)
      }
    }
    expect(steps).toBe(past.steps.length)
  })
})
