import type { Finding } from '@fieldmap/graph'
import type { Entry, EntryLink } from './entry.ts'

/** Findings about the links of entries: empty ones, and addresses that expire or carry a session. */
export function linkFindings(entries: readonly Entry[]): Finding[] {
  return entries.flatMap((entry) => entry.links.flatMap((link) => findingOf(link) ?? []))
}

const SIGNED = /[?&](?:X-Amz-Signature|X-Amz-Security-Token|Signature|Key-Pair-Id|Expires|AWSAccessKeyId)=/i
const SESSION = /[?&](?:casa_token|token|sessionid|session|jsessionid|auth|authkey|__hstc|sid)=|;jsessionid=/i

function findingOf(link: EntryLink): Finding | undefined {
  const { source, line } = link.evidence
  const at = { source, line, column: 1 } as const
  if (link.url === '') {
    return {
      rule: 'extract/empty-link',
      severity: 'warning',
      ...at,
      message: `The link "${shown(link.label)}" has no address.`,
      hint: 'Add the address, or remove the link.',
    }
  }
  if (/^(?:javascript|data|vbscript|file):/i.test(link.url)) {
    return {
      rule: 'extract/unsafe-link',
      severity: 'warning',
      ...at,
      message: `The link "${shown(link.label)}" is not a web address and is left out.`,
      hint: 'Use an http or https address.',
    }
  }
  if (SIGNED.test(link.url)) {
    return {
      rule: 'extract/signed-link',
      severity: 'warning',
      ...at,
      message: `The address of "${shown(link.label)}" is signed and expires.`,
      hint: 'Link the page of the paper: its DOI, publisher or preprint.',
    }
  }
  if (SESSION.test(link.url)) {
    return {
      rule: 'extract/session-link',
      severity: 'info',
      ...at,
      message: `The address of "${shown(link.label)}" carries somebody's session.`,
      hint: 'Remove what follows the question mark.',
    }
  }
  return undefined
}

function shown(label: string): string {
  const plain = label.replace(/\p{Cc}+/gu, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}
