/** What stands at a path of a tree. */
export type TreeFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'submodule' }
  /** A symbolic link that leads out of the tree, to nothing, or in a circle. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Paths of a tree, sorted by code units. */
export interface TreeListing {
  readonly files: readonly string[]
  readonly submodules: readonly string[]
}

/** A folder of text files: on disk, or as a revision of a repository holds it. Paths are relative to it, with `/`. */
export interface SourceTree {
  /** The folder's name, for a title where nothing better is known. */
  readonly name: string
  /** Before a path: where the folder stands in its repository, `''` or `docs/`. */
  readonly prefix: string
  /** Names of the files directly in the folder, sorted by code units. */
  readonly top: () => Promise<readonly string[]>
  /** Every file: of a repository what it tracks, else what stands in folders that are not hidden. */
  readonly list: () => Promise<TreeListing>
  /** Files in the order of `paths`. */
  readonly read: (paths: readonly string[]) => Promise<readonly TreeFile[]>
}

/** `path` without `.` and `..`, or undefined where it is absolute or leaves the folder. Empty for the folder itself. */
export function pathInside(path: string): string | undefined {
  if (/^([/\\]|[A-Za-z]:[/\\])/.test(path)) return undefined
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}
