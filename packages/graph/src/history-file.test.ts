import { describe, expect, it } from 'vitest'
import { FormatError } from './graph-file.ts'
import {
  HISTORY_FORMAT,
  HISTORY_VERSION,
  type HistoryFile,
  openHistory,
  readHistory,
  writeHistory,
} from './history-file.ts'

const at = { commit: 'a'.repeat(40), date: '2023-06-01T12:00:00Z', author: 'Ada' }
const file: HistoryFile = {
  format: HISTORY_FORMAT,
  version: HISTORY_VERSION,
  versions: [{ ...at, subject: 'first' }],
  nodes: { 'paper:x': [{ from: { ...at, olderThanClone: true } }] },
  edges: { 'paper:x|uses|dataset:y': [{ from: at, to: at }] },
  changes: { 'paper:x': [{ at, field: 'year', from: 2020, to: 2021 }] },
  removed: {},
}

describe('openHistory', () => {
  it('knows of each node and edge what reading the whole file gives', () => {
    const text = writeHistory(file)
    const [open, whole] = [openHistory(text), readHistory(text)]
    expect(open.versions).toEqual(whole.versions)
    expect(open.nodeIntervals('paper:x')).toEqual(whole.nodes['paper:x'])
    expect(open.edgeIntervals('paper:x|uses|dataset:y')).toEqual(whole.edges['paper:x|uses|dataset:y'])
    expect(open.changes('paper:x')).toEqual(whole.changes['paper:x'])
  })

  it('knows nothing of what the file does not hold, or holds damaged', () => {
    const open = openHistory(writeHistory(file).replace('"olderThanClone":true', '"olderThanClone":7'))
    expect(open.nodeIntervals('paper:x')).toEqual([])
    expect(open.edgeIntervals('paper:x')).toEqual([])
    expect(open.changes('constructor')).toEqual([])
  })

  it.each(['{', '[]', '{}', '{"format":"fieldmap-history","version":2}', '{"format":"fieldmap-history","version":1}'])(
    'refuses %s',
    (text) => expect(() => openHistory(text)).toThrow(FormatError),
  )
})
