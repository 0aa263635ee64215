import { type Points, type Relations, smoothPoints, whitenPoints } from './anchored-smoothing.ts'
import { hashPoint } from './rng.ts'
import { separateDiscs } from './separate-discs.ts'

/** Where the members of one region are to stand. */
export interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Radius of the room of one paper: `radius = unit · √papers`. */
  readonly unit: number
}

/** Share of the hashed start that a paper keeps against the pull of its relations in the region. */
const ANCHOR = 0.7
/** How far a paper leans to the regions it is related to, against its hashed start. */
const LEAN = 0.6
/** Distance that papers keep from the rim of their disc, in units. */
const RIM = 0.55
/** Half the distance that papers keep from each other, in units. */
const ROOM = 0.6
const ROUNDS = 200
/** Papers beyond which a region's members stand in rows: separation would cost more than it shows. */
const ROWS_FROM = 1000

/**
 * Places the papers of a region inside its disc, evenly: starts hashed from their keys, leaning towards the regions they
 * are related to, smoothed along the relations inside the region, spread to fill the disc (each keeps its direction, its
 * distance becomes its rank's), pushed apart. No two are nearer than a unit. Regions of more than 1,000 papers
 * are laid out in rows instead, which keeps the order of heights and, in a row, of sides. Cost: 200 rounds × n √n, in
 * rows n log n.
 *
 * @param relations among the members, by index. @param leans of each member: towards related regions, length 0..1.
 */
export function placeMembers(keys: readonly string[], relations: Relations, leans: Points, disc: Disc): Points {
  if (keys.length === 1) return { x: Float64Array.of(disc.x), y: Float64Array.of(disc.y) }
  const hashed = keys.map(hashPoint)
  const anchors = {
    x: Float64Array.from(hashed, ([x], i) => x + LEAN * (leans.x[i] ?? 0)),
    y: Float64Array.from(hashed, ([, y], i) => y + LEAN * (leans.y[i] ?? 0)),
  }
  const spread = whitenPoints(smoothPoints(anchors, relations, ANCHOR), new Float64Array(keys.length).fill(1))
  const inner = disc.radius - RIM * disc.unit
  const points = keys.length > ROWS_FROM ? inRows(spread, inner) : fillDisc(spread, inner)
  if (keys.length <= ROWS_FROM) {
    const room = new Float64Array(keys.length).fill(ROOM * disc.unit)
    separateDiscs(points, room, ROUNDS, (moved) => confineToDisc(moved, inner), room)
  }
  return { x: points.x.map((x) => disc.x + x), y: points.y.map((y) => disc.y + y) }
}

/** Indices by a value, then by index. Values are rounded first, so that no last bit decides. */
function ranked(values: Float64Array, indices: readonly number[] = [...values.keys()]): readonly number[] {
  const rounded = values.map((value) => Math.round(value * 1e6))
  return indices.toSorted((i, j) => (rounded[i] ?? 0) - (rounded[j] ?? 0) || i - j)
}

/** Uniform over a disc round the origin: the k-th from the middle goes to radius √((k + ½) / n). */
function fillDisc({ x, y }: Points, radius: number): Points {
  const distance = x.map((value, i) => Math.sqrt(value * value + (y[i] ?? 0) * (y[i] ?? 0)))
  const points = { x: new Float64Array(x.length), y: new Float64Array(x.length) }
  ranked(distance).forEach((i, rank) => {
    const wanted = (radius * Math.sqrt((rank + 0.5) / x.length)) / Math.max(1e-9, distance[i] ?? 0)
    points.x[i] = (x[i] ?? 0) * wanted
    points.y[i] = (y[i] ?? 0) * wanted
  })
  return points
}

/** Rows of equal distance filled from below, each as long as its chord of the disc. */
function inRows({ x, y }: Points, radius: number): Points {
  const n = x.length
  const rows = Math.ceil(Math.sqrt((n * 4) / Math.PI))
  const heights = Array.from({ length: rows }, (_, row) => radius * ((2 * row + 1) / rows - 1))
  const halfChords = heights.map((height) => Math.sqrt(radius * radius - height * height))
  const total = halfChords.reduce((sum, half) => sum + half, 0)
  const points = { x: new Float64Array(n), y: new Float64Array(n) }
  const upwards = ranked(y)
  let chords = 0
  let placed = 0
  heights.forEach((height, row) => {
    const half = halfChords[row] ?? 0
    chords += half
    const end = row === rows - 1 ? n : Math.round((n * chords) / total)
    const members = ranked(x, upwards.slice(placed, end))
    members.forEach((i, place) => {
      points.x[i] = half * ((2 * place + 1) / members.length - 1)
      points.y[i] = height
    })
    placed = end
  })
  return points
}

function confineToDisc({ x, y }: Points, radius: number): void {
  for (let i = 0; i < x.length; i++) {
    const distance = Math.sqrt((x[i] ?? 0) * (x[i] ?? 0) + (y[i] ?? 0) * (y[i] ?? 0))
    if (distance <= radius) continue
    x[i] = ((x[i] ?? 0) * radius) / distance
    y[i] = ((y[i] ?? 0) * radius) / distance
  }
}
