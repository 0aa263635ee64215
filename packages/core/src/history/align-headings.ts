import { alignNames } from './align-names.ts'

/** Between the headings of a path, outermost first. */
const BELOW = ' › '

type Members = ReadonlyMap<string, ReadonlySet<string>>

/** Headings that have other names now. */
export interface AlignedHeadings {
  /** What the headings above a member are called now, by what they were called; only those that changed. */
  readonly names: ReadonlyMap<string, string>
  /** The headings that were renamed themselves, by their old paths. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * {@link alignNames} of headings in headings, from the outermost inwards: a heading has the members of all below it, and
 * what is below a renamed one was not renamed itself. Then headings that are deeper or less deep than they were. Linear
 * in what the headings hold for each level.
 *
 * @param before members directly below each path of headings
 * @param least members that must be shared, ≥ 1
 */
export function alignHeadings(before: Members, after: Members, least: number): AlignedHeadings {
  if ([...before.keys()].every((path) => after.has(path))) return { names: new Map(), renamed: new Map() }
  const [old, now] = [withAbove(before), withAbove(after)]
  const renamed = new Map<string, string>()
  const called = (path: string): string => {
    const [above, last] = splitLast(path)
    return renamed.get(path) ?? (above === undefined ? last : called(above) + BELOW + last)
  }
  for (let depth = 1; ; depth++) {
    const level = atDepth(old, depth)
    if (level.size === 0) break
    const asCalled = joined([...level].map(([path, members]) => [called(path), members]))
    const aligned = alignNames(asCalled, atDepth(now, depth), least)
    for (const path of level.keys()) {
      const to = aligned.get(called(path))
      if (to !== undefined) renamed.set(path, to)
    }
  }
  const names = new Map([...before.keys()].map((path) => [path, called(path)]))
  const asCalled = joined([...before].map(([path, members]) => [called(path), members]))
  const left = alignNames(new Map([...asCalled].filter(([path]) => !now.has(path))), without(after, asCalled), least)
  for (const [path, name] of names) {
    const to = left.get(name)
    if (to === undefined) continue
    names.set(path, to)
    renamed.set(path, to)
  }
  return { names: new Map([...names].filter(([path, name]) => path !== name)), renamed }
}

/** Every heading with the members of all below it. */
function withAbove(members: Members): Members {
  return joined(
    [...members].flatMap(([path, own]) => {
      const titles = path.split(BELOW)
      return titles.map((_, i) => [titles.slice(0, i + 1).join(BELOW), own] as const)
    }),
  )
}

function joined(pairs: readonly (readonly [string, ReadonlySet<string>])[]): Members {
  const all = new Map<string, Set<string>>()
  for (const [name, members] of pairs) {
    const known = all.get(name)
    if (known === undefined) all.set(name, new Set(members))
    else for (const member of members) known.add(member)
  }
  return all
}

function splitLast(path: string): readonly [above: string | undefined, last: string] {
  const end = path.lastIndexOf(BELOW)
  return end < 0 ? [undefined, path] : [path.slice(0, end), path.slice(end + BELOW.length)]
}

function atDepth(members: Members, depth: number): Members {
  return new Map([...members].filter(([path]) => path.split(BELOW).length === depth))
}

function without(members: Members, others: Members): Members {
  return new Map([...members].filter(([path]) => !others.has(path)))
}
