import { CODE_HOSTS } from '../data/code-hosts.ts'
import { memoise } from '../memo.ts'

/** An address taken apart for recognition; the list's own spelling is kept elsewhere. */
export interface WebAddress {
  readonly protocol: 'http:' | 'https:'
  /** Lower case, without `www.`. */
  readonly host: string
  /** Decoded where possible, without trailing slash. */
  readonly path: string
  readonly query: URLSearchParams
  readonly hash: string
}

/** Takes an http(s) address apart; `undefined` for any other (mail, script, in-page, relative, none). */
export const webAddress: (url: string) => WebAddress | undefined = memoise((url) => {
  const trimmed = url.trim()
  const kept = ARCHIVED.exec(trimmed)?.[1]
  if (kept !== undefined) return webAddress(kept)
  const full = /^(?:www\.|doi\.org\/|arxiv\.org\/|github\.com\/)/i.test(trimmed) ? `https://${trimmed}` : trimmed
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return undefined
  const parsed = new URL(full)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined
  return {
    protocol: parsed.protocol,
    host: parsed.hostname.toLowerCase().replace(/^www\d?\./, ''),
    path: decodePart(parsed.pathname)
      .replace(/\/{2,}/g, '/')
      .replace(/\/+$/, ''),
    query: parsed.searchParams,
    hash: parsed.hash,
  }
})

/** `https://web.archive.org/web/2022…/https://…`: what an archive of the web keeps is what it was. */
const ARCHIVED = /^https?:\/\/(?:web\.)?archive\.org\/(?:web\/(?:\d{4,14}(?:[a-z]{2}_)?\/)?)?(https?:\/\/.*)$/i

/** A part of an address as it is read; as it is written where it is not encoded well. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A repository at a code host. */
export interface RepositoryAddress {
  /** `host/owner/name`, lower case: the identity. */
  readonly id: string
  /** `owner/name` as the address spells it. */
  readonly name: string
  readonly url: string
  /** The folder or file inside it that the address points to. */
  readonly path?: string
}

/** The repository that an address lies in; `undefined` for owners, site pages and other hosts. */
export const repositoryAddress: (url: string) => RepositoryAddress | undefined = memoise((url) => {
  const address = webAddress(url)
  if (address === undefined) return undefined
  const host = CODE_HOSTS.find((known) => known.host === address.host) ?? selfHosted(address.host)
  if (host === undefined) return undefined
  const segments = address.path.split('/').filter((segment) => segment !== '')
  if (host.repository === 'projects/name') {
    const at = segments[0] === 'projects' || segments[0] === 'p' ? segments[1] : undefined
    return at === undefined ? undefined : build(host.host, ['projects', at], [])
  }
  const separator = segments.indexOf('-')
  const whole = host.repository === 'groups' && separator > 1 ? segments.slice(0, separator) : segments.slice(0, 2)
  const [owner, name] = whole
  if (owner === undefined || name === undefined || host.reserved.includes(owner.toLowerCase())) return undefined
  // "github.com/owner/name/assets/1/2" is a picture, whatever repository it was put into.
  if (segments[2] === 'assets' && /^\d+$/.test(segments[3] ?? '')) return undefined
  const rest = segments.slice(separator > 1 && host.repository === 'groups' ? separator + 1 : whole.length)
  return build(host.host, whole, rest)
})

function selfHosted(host: string): (typeof CODE_HOSTS)[number] | undefined {
  return /^(?:git|gitlab|code)\.[^.]+\.[^.]/.test(host)
    ? { host, repository: 'groups', reserved: ['users', 'explore'] }
    : undefined
}

function build(host: string, parts: readonly string[], rest: readonly string[]): RepositoryAddress | undefined {
  const name = parts.map((part) => part.replace(/\.git$/i, '')).join('/')
  if (!/[\p{L}\p{N}]/u.test(name.split('/').at(-1) ?? '')) return undefined
  const inside = /^(?:tree|blob|raw|src)$/.test(rest[0] ?? '') ? rest.slice(2).join('/') : ''
  return {
    id: `${host}/${name}`.toLowerCase(),
    name,
    url: `https://${host}/${name}`,
    ...(inside === '' ? {} : { path: inside }),
  }
}
