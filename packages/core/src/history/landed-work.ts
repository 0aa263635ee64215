import type { LandedCommit, TimelineVersion } from '../read/read-timeline.ts'
import type { SourceText } from '../read/source-text.ts'

/**
 * Of the commits that merges brought, those that tell who wrote what: only they changed a source. Where one person wrote
 * them all, on the version before, and the merge holds just what the last of them holds, one commit stands for all, so that
 * the texts in between need not be read. Linear.
 */
export function landedWork(versions: readonly TimelineVersion[]): readonly TimelineVersion[] {
  return versions.map((version, i) => {
    const changing = version.landed.filter(({ sources, before }) => !before.some((other) => isSame(other, sources)))
    return { ...version, landed: joined(changing, version.sources, versions[i - 1]?.sources ?? []) }
  })
}

function joined(
  landed: readonly LandedCommit[],
  sources: readonly SourceText[],
  previous: readonly SourceText[],
): readonly LandedCommit[] {
  const [first] = landed
  if (first === undefined || landed.some(({ commit }) => commit.author !== first.commit.author)) return landed
  const isPlain = first.before.some((other) => isSame(other, previous)) && isSame(landed.at(-1)?.sources ?? [], sources)
  return isPlain ? [{ commit: first.commit, sources, before: [previous] }] : landed
}

/** The same file has the same object in every commit. */
function isSame(a: readonly SourceText[], b: readonly SourceText[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
