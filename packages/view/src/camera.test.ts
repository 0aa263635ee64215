import { describe, expect, it } from 'vitest'
import { cameraAt, middleOf, projectionOf, zoomAt } from './camera.ts'

const frame = { bounds: { x: -1000, y: -600, width: 2000, height: 1200 }, stretch: { x: 1, y: 1.5 } }
const viewport = { width: 800, height: 600 }

describe('projectionOf', () => {
  it('fits all of the map, y upwards, without a camera', () => {
    const { toPixels } = projectionOf(null, frame, viewport)
    const [low, high] = [toPixels({ x: -1000, y: -600 }), toPixels({ x: 1000, y: 600 })]
    expect(low.x).toBeGreaterThan(0)
    expect(high.x).toBeLessThan(800)
    expect(high.y).toBeLessThan(low.y)
    expect(high.y).toBeGreaterThan(0)
    expect(low.y).toBeLessThan(600)
  })

  it('goes to the map and back', () => {
    const { toMap, toPixels } = projectionOf({ x: 120, y: -80, zoom: 3 }, frame, viewport)
    const there = toMap({ x: 17, y: 23 })
    expect(toPixels(there).x).toBeCloseTo(17)
    expect(toPixels(there).y).toBeCloseTo(23)
  })

  it('looks at the camera’s place, stretched with the map', () => {
    const { toPixels } = projectionOf({ x: 100, y: 200, zoom: 2 }, frame, viewport)
    expect(toPixels({ x: 100, y: 300 })).toEqual(middleOf(viewport))
    expect(cameraAt({ x: 100, y: 300 }, 2, frame.stretch)).toEqual({ x: 100, y: 200, zoom: 2 })
  })
})

describe('zoomAt', () => {
  it('keeps what is under the pointer where it is', () => {
    const before = projectionOf({ x: 50, y: 50, zoom: 2 }, frame, viewport)
    const at = { x: 700, y: 90 }
    const after = projectionOf(zoomAt(before, 1.7, at, viewport), frame, viewport)
    const moved = after.toPixels(before.toMap(at))
    expect(Math.hypot(moved.x - at.x, moved.y - at.y)).toBeLessThan(0.5) // cameras are rounded
  })

  it('stops at the ends', () => {
    const before = projectionOf(null, frame, viewport)
    expect(zoomAt(before, 1000, { x: 0, y: 0 }, viewport).zoom).toBe(24)
    expect(zoomAt(before, 0.001, { x: 0, y: 0 }, viewport).zoom).toBe(0.5)
  })
})
