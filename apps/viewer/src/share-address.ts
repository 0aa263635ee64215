import { escapeXml } from '@fieldmap/view'

/** Where a view is shared from. */
export interface SharePlace {
  /** Public address of the published map, as the graph states it. */
  readonly site?: string | undefined
  /** The address of the page that is open. */
  readonly page: string
  /** The view, without `#`. */
  readonly hash: string
}

/**
 * The address under which others see a view: the published map's, else that of the open page. `undefined` where others
 * would not reach it: this machine, a private network, a file.
 */
export function shareAddress({ site, page, hash }: SharePlace): string | undefined {
  const base = [site, page].map((address) => publicAddress(address)).find((address) => address !== undefined)
  if (base === undefined) return undefined
  return hash === '' ? base : `${base}#${hash}`
}

/** The parts of the page that an embedded map shows. */
const EMBEDDED_UI = ['zoom', 'legend']

/** HTML that shows a view in another page: {@link shareAddress} with the map alone in a frame. */
export function embedCode(place: SharePlace, title: string): string | undefined {
  const hash = [place.hash, 'embed', `ui=${EMBEDDED_UI.join(',')}`].filter(Boolean).join('&')
  const address = shareAddress({ ...place, hash })
  if (address === undefined) return undefined
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="560" loading="lazy" style="border: 0"></iframe>`
}

/** An address without its hash, if all the world may reach its host over http(s). */
function publicAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || !isPublicHost(url.hostname)) return undefined
  url.hash = ''
  url.username = ''
  url.password = ''
  return url.href
}

/** Names that never lead out of a machine or its network: RFC 6761, 6762, 8375, 9476, and those of common routers. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|alt)$/
/** Unspecified, private, shared, loopback and link-local networks: RFC 1122, 1918, 3927, 6598. */
const LOCAL_IPV4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./
/** The same in IPv6, with addresses of IPv4 written in it: RFC 4291, 4193. */
const LOCAL_IPV6 = /^\[(?:::|f[cd]|fe[89ab])/

/** Whether a host, as `URL` writes it, can be reached from elsewhere, as far as its name tells. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name.startsWith('[')) return !LOCAL_IPV6.test(name)
  if (!name.includes('.')) return false
  return !LOCAL_NAMES.test(name) && !LOCAL_IPV4.test(name)
}
