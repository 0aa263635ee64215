import type { Citation, Evidence, FieldGraph } from '@fieldmap/graph'
import { safeAddress, safeLink } from './safe-link.ts'

/** Where a line can be read, and edited, at the host of its repository; absent where the graph does not know. */
export interface SourceLinks {
  readonly read?: string
  readonly edit?: string
}

/**
 * The addresses of a quoted line at the host of its list, where `fieldmap.yml` or the place that it was read from says
 * which repository that is. Without a stated branch the address means the default one, and there is none to edit.
 */
export function sourceLinks(graph: FieldGraph, { source, line }: Evidence): SourceLinks {
  const file = graph.getAttribute('sources').find(({ path }) => path === source)
  if (file?.repository === undefined) return {}
  const host = hostOf(file.repository)
  if (host === undefined) return {}
  const place = { path: file.repositoryPath ?? source.replace(/^[^/:]+\/[^/:]+:/, ''), line }
  return {
    read: host.read({ ...place, revision: file.branch ?? 'HEAD' }),
    ...(file.branch === undefined ? {} : { edit: host.edit({ ...place, revision: file.branch }) }),
  }
}

/** The address of the public place that evidence refers to: the line at its commit where the host is known. */
export function citationLink({ url, path, commit, line }: Citation): string | undefined {
  const address = safeLink(url)
  if (address === undefined || path === undefined) return address
  const host = hostOf(url)
  return host?.read({ path, revision: commit ?? 'HEAD', ...(line === undefined ? {} : { line }) }) ?? address
}

/**
 * The address of a commit at the host of its repository. Only where all sources are of one repository whose host is
 * known: of several, a history does not say which one a commit is of.
 */
export function commitLink(graph: FieldGraph, commit: string): string | undefined {
  const [first, ...others] = graph.getAttribute('sources').map(({ repository }) => repository)
  if (first === undefined || others.some((other) => other !== first) || !COMMIT.test(commit)) return undefined
  return hostOf(first)?.commit(commit)
}

const COMMIT = /^[0-9a-f]{7,64}$/

interface Place {
  readonly path: string
  readonly revision: string
  readonly line?: number
}

interface Host {
  readonly read: (place: Place) => string
  readonly edit: (place: Place) => string
  readonly commit: (id: string) => string
}

/** How a code host spells the address of a line. Undefined for a host that is not known. */
function hostOf(repository: string): Host | undefined {
  const address = safeAddress(repository)
  if (address === undefined) return undefined
  const { protocol, host, pathname } = address
  const [owner, name] = pathname.split('/').filter(Boolean)
  if (!protocol.startsWith('http') || owner === undefined || name === undefined) return undefined
  const base = `${protocol}//${host}${pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`
  const file = ({ path, revision }: Place): string =>
    [...revision.split('/'), ...path.split('/')].map((part) => encodeURIComponent(part)).join('/')
  const behind = (mark: string, { line }: Place): string => (line === undefined ? '' : `${mark}${line}`)
  // Rendered Markdown has no lines: hosts show them in the plain text.
  const plain = ({ path }: Place): string => (/\.(?:md|markdown|rst)$/i.test(path) ? '?plain=1' : '')
  if (host === 'github.com') {
    return {
      read: (place) => `${base}/blob/${file(place)}${plain(place)}${behind('#L', place)}`,
      edit: (place) => `${base}/edit/${file(place)}${behind('#L', place)}`,
      commit: (id) => `${base}/commit/${id}`,
    }
  }
  if (/^gitlab\./.test(host)) {
    return {
      read: (place) => `${base}/-/blob/${file(place)}${plain(place)}${behind('#L', place)}`,
      edit: (place) => `${base}/-/edit/${file(place)}${behind('#L', place)}`,
      commit: (id) => `${base}/-/commit/${id}`,
    }
  }
  if (host === 'codeberg.org' || host === 'gitea.com') {
    const kind = (revision: string): string => (COMMIT.test(revision) ? 'commit' : 'branch')
    return {
      read: (place) => `${base}/src/${kind(place.revision)}/${file(place)}${behind('#L', place)}`,
      edit: (place) => `${base}/_edit/${file(place)}`,
      commit: (id) => `${base}/commit/${id}`,
    }
  }
  if (host === 'bitbucket.org') {
    return {
      read: (place) => `${base}/src/${file(place)}${behind('#lines-', place)}`,
      edit: (place) => `${base}/src/${file(place)}?mode=edit`,
      commit: (id) => `${base}/commits/${id}`,
    }
  }
  return undefined
}
