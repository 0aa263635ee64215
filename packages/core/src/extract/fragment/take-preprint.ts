import { paperAddress } from '../../recognise/identifiers.ts'
import { fromTwoDigits } from '../../recognise/year.ts'
import type { FileRange } from '../quote.ts'
import { type Reading, setVenue, setYear } from './reading.ts'

/** Whether a field says that the work is a preprint: `preprint'23`, `arXiv preprint`. */
export function isPreprint(text: string): boolean {
  return /^(?:arxiv )?preprints?\.?$/i.test(text.trim().replace(PREPRINT_YEAR, ''))
}

/** `*Preprint.*` names no server, but "arXiv preprint" and the links of the entry do. */
export function takePreprint(reading: Reading, text: string, place: FileRange): void {
  const [, full, short] = PREPRINT_YEAR.exec(text) ?? []
  if (full !== undefined || short !== undefined)
    setYear(reading, full === undefined ? fromTwoDigits(short ?? '') : Number(full), place)
  const onArxiv =
    /^\s*arxiv\b/i.test(text) ||
    [...reading.links, ...reading.others].some(({ url }) => paperAddress(url).identifiers.arxiv !== undefined)
  const name = onArxiv ? 'arXiv' : 'Preprint'
  setVenue(reading, { name, form: 'preprint', basis: onArxiv ? 'known' : 'form' }, place)
}

/** `preprint'23`, `Preprint 2023` */
const PREPRINT_YEAR = /[\s,'’]+((?:19|20)\d{2})$|['’](\d{2})$/
