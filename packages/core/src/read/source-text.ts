import type { Finding, SourceKind } from '@fieldmap/graph'

/** One text as the later stages see it: decoded, repaired, and still line for line the file as it is. */
export interface SourceText {
  /**
   * Relative to the folder of `fieldmap.yml`, else to the repository; a file given alone has its name; of several
   * repositories `owner/name:path`. `/` separates.
   */
  readonly path: string
  readonly kind: SourceKind
  /** A name whose ending says the markup, where that of `path` does not: of a version that had another. */
  readonly readAs?: string
  /** Decoded and repaired; line endings are those of the file. */
  readonly text: string
  /** Git's object id of the file's bytes (SHA-1 of `blob <length>\0<bytes>`), whether or not it is in a repository. */
  readonly blob: string
  /** The public address of the repository that holds it, as `fieldmap.yml` states it, or the https address it was read from. */
  readonly repository?: string
  /** Its path in that repository where `fieldmap.yml` says that it differs, and the branch. */
  readonly repositoryPath?: string
  readonly branch?: string
}

/** The Markdown of a tour. It states no facts, so it is no source of the graph. */
export interface TourText {
  /** As the path of a {@link SourceText}. */
  readonly path: string
  readonly text: string
}

/** Everything that one build reads, sorted by path. */
export interface ReadResult {
  /** The field's name: `title` of `fieldmap.yml`, else the first list's own heading, else the folder's or file's name. */
  readonly title: string
  /** Public address of the published map, where `fieldmap.yml` states it. */
  readonly site?: string
  readonly sources: readonly SourceText[]
  /** What `tour` of `fieldmap.yml` names, else `tour.md` beside it, if there is one. */
  readonly tour?: TourText
  /** Sorted by source, line, column and rule. */
  readonly findings: readonly Finding[]
}
