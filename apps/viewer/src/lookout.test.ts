import type { Camera } from '@fieldmap/view'
import { describe, expect, it } from 'vitest'
import { Lookout } from './lookout.ts'

const at = (x: number, zoom = 1): Camera => ({ x, y: 0, zoom })

describe('Lookout', () => {
  it('leads back to where the reader looked from before a choice', () => {
    const lookout = new Lookout()
    expect(lookout.leave(null, at(10))).toEqual(at(10))
    expect(lookout.back(at(10))).toBeNull()
  })

  it('leads back to before the first of several choices, and of moves that the page made', () => {
    const lookout = new Lookout()
    lookout.leave(at(1, 3), at(10))
    lookout.follow(at(10), at(11))
    lookout.leave(at(11), at(20))
    expect(lookout.back(at(20))).toEqual(at(1, 3))
  })

  it('stays where the reader went since', () => {
    const lookout = new Lookout()
    lookout.leave(null, at(10))
    expect(lookout.back(at(12))).toEqual(at(12))
    lookout.leave(null, at(10))
    lookout.leave(at(12), at(30)) // from where the reader went
    expect(lookout.back(at(30))).toEqual(at(12))
  })

  it('stays where nothing led away', () => {
    const lookout = new Lookout()
    expect(lookout.back(at(5))).toEqual(at(5))
    lookout.leave(at(5), at(5))
    expect(lookout.back(at(5))).toEqual(at(5))
    expect(lookout.back(null)).toBeNull()
  })
})
