import type { Camera } from '@fieldmap/view'

/** Where the camera stood before a choice, and where the choice led it. */
interface Kept {
  readonly before: Camera | null
  readonly after: Camera | null
}

/**
 * Where the reader looked from before something was chosen, so that clearing the choice leads back there, unless the reader
 * has moved the camera since. `null` is the camera of the whole map.
 */
export class Lookout {
  private kept: Kept | undefined

  /** Something is chosen, and the camera goes from `now` to `to`; gives `to`. Choices in a row keep the first place. */
  leave(now: Camera | null, to: Camera | null): Camera | null {
    const kept = this.keptAt(now)
    this.kept = { before: kept === undefined ? now : kept.before, after: to }
    return to
  }

  /** The page moves the camera by itself from `now` to `to`; gives `to`. */
  follow(now: Camera | null, to: Camera): Camera {
    const kept = this.keptAt(now)
    if (kept !== undefined) this.kept = { before: kept.before, after: to }
    return to
  }

  /** The choice is cleared at `now`: gives where to look. */
  back(now: Camera | null): Camera | null {
    const kept = this.keptAt(now)
    this.kept = undefined
    return kept === undefined ? now : kept.before
  }

  /** What is kept, if the camera still stands where the last choice led it. */
  private keptAt(now: Camera | null): Kept | undefined {
    return this.kept !== undefined && isSame(this.kept.after, now) ? this.kept : undefined
  }
}

function isSame(a: Camera | null, b: Camera | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.zoom === b.zoom)
}
