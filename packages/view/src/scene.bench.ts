import { bench, describe } from 'vitest'
import { stateWith } from '../test/fixture.ts'
import { randomField } from '../test/random-field.ts'
import { preparations, preparationsAhead, scene } from './scene.ts'

const VIEWPORT = { width: 792, height: 900 }
const FIELDS = [
  { name: '175 papers', field: randomField(1, 175, 19) },
  { name: '5,000 papers', field: randomField(2, 5000, 60) },
]

for (const {
  name,
  field: { graph, map },
} of FIELDS) {
  describe(`a scene of ${name}`, () => {
    const views = {
      'at home': stateWith({}),
      near: stateWith({ camera: { x: 0, y: 0, zoom: 6 } }),
      'round a paper': stateWith({ selection: ['paper:p3'] }),
      'round a dataset, two steps': stateWith({ selection: ['dataset:d0'], depth: 2 }),
    }
    const once = { iterations: 5, time: 500, warmupIterations: 1, warmupTime: 100 }
    for (const [view, state] of Object.entries(views)) {
      bench(
        `${view}, a frame`,
        () => {
          scene(graph, map, state, VIEWPORT)
        },
        once,
      )
    }
    let width = 700
    bench(
      'a stage of a new size, from the layout on',
      () => {
        width++ // so that nothing of it is known
        for (const step of preparations(graph, map, stateWith({}), { width, height: 900 })) step()
        for (const _ of preparationsAhead(graph, map, stateWith({}), { width, height: 900 }));
        scene(graph, map, stateWith({}), { width, height: 900 })
      },
      once,
    )
  })
}
