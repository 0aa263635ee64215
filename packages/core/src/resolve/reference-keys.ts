import { paperAddress } from '../recognise/identifiers.ts'

/**
 * The identifiers that a reference to a paper may mean: an identifier by itself (`2204.04083`), with its scheme
 * (`arxiv:2204.04083`), or an address. Lower case; the surest first. Never empty: what is no identifier finds none.
 */
export function referenceKeys(reference: string): readonly string[] {
  const address = Object.entries(paperAddress(reference).identifiers).map(([scheme, id]) => identifierKey(scheme, id))
  return [reference.toLowerCase(), ...address]
}

/** How an identifier is indexed: with its scheme, lower case. */
export function identifierKey(scheme: string, id: string): string {
  return `${scheme}:${id}`.toLowerCase()
}
