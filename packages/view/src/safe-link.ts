interface WebAddress {
  readonly protocol: string
  readonly host: string
  readonly pathname: string
  readonly href: string
}

/** Every runtime has it; no library of the compiler that fits all of them declares it. */
declare const URL: {
  new (url: string): WebAddress
  canParse(url: string): boolean
}

/** An address that may be opened, as `URL` writes it; `undefined` for any scheme but http, https and mailto. */
export function safeLink(url: string): string | undefined {
  return safeAddress(url)?.href
}

/** The parts of an address that may be opened. */
export function safeAddress(url: string): WebAddress | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed : undefined
}
