import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHostMessage, readMapMessage } from './message.ts'
import { HASH_LIMIT } from './permalink.ts'

describe('messages', () => {
  it('are read as they were sent, without what does not belong to them', () => {
    expect(readHostMessage({ fieldmap: 1, type: 'set', hash: 's=task:au', id: 'a', more: () => 0 })).toEqual({
      fieldmap: 1,
      type: 'set',
      hash: 's=task:au',
      id: 'a',
    })
    expect(readMapMessage({ fieldmap: 1, type: 'select', keys: ['task:au'] })).toEqual({
      fieldmap: 1,
      type: 'select',
      keys: ['task:au'],
    })
  })

  it.each([
    ['of another version', { fieldmap: 2, type: 'get' }],
    ['of another program', { type: 'set', hash: '' }],
    ['of an unknown type', { fieldmap: 1, type: 'eval' }],
    ['without its content', { fieldmap: 1, type: 'set' }],
    ['with a state that is none', { fieldmap: 1, type: 'set', hash: ['s=task:au'] }],
    ['longer than any address', { fieldmap: 1, type: 'set', hash: 's'.repeat(HASH_LIMIT + 1) }],
    ['with an id that would fill memory', { fieldmap: 1, type: 'get', id: 'x'.repeat(1000) }],
    ['in a string', JSON.stringify({ fieldmap: 1, type: 'get' })],
  ])('%s are none', (_, data) => {
    expect(readHostMessage(data)).toBeUndefined()
  })

  it('that anyone may send do no harm', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readHostMessage(data)
        readMapMessage(data)
      }),
    )
  })

  it('of a key that no keyboard has are none', () => {
    const key = { key: 'x', code: 'KeyX', keyCode: 88, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }
    expect(readMapMessage({ fieldmap: 1, type: 'key', ...key })).toBeDefined()
    expect(readMapMessage({ fieldmap: 1, type: 'key', ...key, keyCode: 1.5 })).toBeUndefined()
  })
})
