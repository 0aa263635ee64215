import { foldLabel } from '../../recognise/label.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'

/**
 * The work of an item that only names it, `- **Nickname** [[paper](…)]`, above the one item that cites it,
 * `- A. Author, The Title, KDD 2019`, and others that hold nothing but links: the citation's reading with the links of
 * all. `undefined` where the item has a title of its own or more than one work below it. Linear.
 */
export function namedWork(own: Reading, children: readonly Reading[]): Reading | undefined {
  const citations = children.filter(isCited)
  const cited = citations.length > 0 ? citations : onlyTitle(own, children)
  const [work] = cited
  if (work?.title === undefined || cited.length !== 1) return undefined
  const others = children.filter((child) => child !== work)
  if (others.some(({ title, links }) => title !== undefined && (links.length === 0 || title.form === 'link')))
    return undefined
  const linking = [own, ...others]
  if (!linking.some(({ links }) => links.some(({ rel }) => rel === 'paper'))) return undefined
  if (
    own.title?.form === 'link' ||
    (!isName(own.title?.text ?? '') && !repeats(work.title.text, own.title?.text ?? ''))
  )
    return undefined
  const merged: Reading = {
    ...emptyReading(),
    title: own.title !== undefined && hasPeopleAhead(work, own.title.text) ? own.title : work.title,
  }
  // A title's own link comes first; an identifier in a citation is none of its links.
  const links = work.title.form === 'link' ? work.links : []
  for (const reading of [{ ...work, links }, own, ...others]) mergeReading(merged, reading)
  return merged
}

/** The one title below a bold name without links, `**Nickname**`, where all else below is links: linked or plain, dated or not. */
function onlyTitle({ title: name, links }: Reading, children: readonly Reading[]): readonly Reading[] {
  if (name?.form !== 'strong' || links.length > 0) return []
  const titled = children.filter(({ title }) => title !== undefined)
  const [work] = titled
  const others = children.filter((child) => child !== work)
  if (titled.length !== 1 || work === undefined || others.length === 0) return []
  if (others.some((other) => other.links.length === 0 || other.others.length > 0)) return []
  const isWork = work.title?.form === 'link' ? work.links.every(({ isTitle }) => isTitle) : work.links.length === 0
  return isWork && work.others.length === 0 && wordsOf(work.title?.text ?? '') >= LEAST_TITLE ? [work] : []
}

/** A title without a link, and where, when or by whom. */
function isCited({ title, venue, year, authors, links, others }: Reading): boolean {
  if (title === undefined || title.text.split(' ').length < LEAST_TITLE) return false
  if (others.length > 0 || links.some(({ isIdentifier }) => isIdentifier !== true)) return false
  return venue !== undefined || year !== undefined || authors.length > 0
}

/** A nickname, or one and whose it is: "VGG-Net", "R-CNN, UC Berkeley", "CMU / Microsoft Research", "VDSR (Super-Resolution)". */
function isName(text: string): boolean {
  const [name = '', ...owner] = text.replace(/\s*\([^()]*\)$/, '').split(',')
  return wordsOf(name) <= MOST_NAME && wordsOf(owner.join(' ')) <= MOST_OWNER
}

function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s/+&]*/gu)?.length ?? 0
}

/** Whether a citation's title begins or ends with that of the item above it. */
function repeats(cited: string, above: string): boolean {
  const name = foldLabel(above)
  return name.split(' ').length >= LEAST_TITLE && (foldLabel(cited).startsWith(name) || foldLabel(cited).endsWith(name))
}

/** Whether the people of a citation were read as the beginning of its title, which the item above has without them. */
function hasPeopleAhead({ title, authors }: Reading, above: string): boolean {
  const cited = foldLabel(title?.text ?? '')
  const name = foldLabel(above)
  return authors.length === 0 && cited !== name && repeats(cited, above) && cited.endsWith(name)
}

const LEAST_TITLE = 3
/** Words. */
const MOST_NAME = 3
const MOST_OWNER = 5
