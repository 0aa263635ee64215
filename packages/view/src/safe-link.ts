/** Every runtime has it; no library of the compiler that fits all of them declares it. */
declare const URL: {
  new (url: string): { readonly protocol: string; readonly href: string }
  canParse(url: string): boolean
}

/** An address that may be opened, as `URL` writes it; `undefined` for any scheme but http, https and mailto. */
export function safeLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined
}
