import type { Identifiers } from '@fieldmap/graph'
import type { WebAddress } from './web-address.ts'

/** What an address says for certain about the paper behind it. */
export interface PaperAddress {
  /** One canonical string a scheme, without prefix: `{arxiv: '2204.04083'}`, `{doi: '10.1145/3581783.3612186'}`. */
  readonly identifiers: Identifiers
  /** Venue and year that the path of a published version proves. */
  readonly proves?: { readonly venue: string; readonly year: number }
}

/** Reads the addresses of one publisher or index; `undefined` for those of others. */
export type Scheme = (address: WebAddress) => PaperAddress | undefined

/** A paper's address; venue and year only together. */
export function found(identifiers: Identifiers, venue?: string, year?: number): PaperAddress {
  return venue === undefined || year === undefined ? { identifiers } : { identifiers, proves: { venue, year } }
}
