import { foldLabel } from '../../recognise/label.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'

/**
 * The work of an item that only names it, `- **Nickname** [[paper](…)]`, above the one item that cites it,
 * `- A. Author, The Title, KDD 2019`, and others that hold nothing but links: the citation's reading with the links of
 * all. `undefined` where the item has a title of its own or more than one work below it. Linear.
 */
export function namedWork(own: Reading, children: readonly Reading[]): Reading | undefined {
  const cited = children.filter(isCited)
  const [work] = cited
  if (work?.title === undefined || cited.length !== 1) return undefined
  const others = children.filter((child) => child !== work)
  if (others.some(({ title, links }) => title !== undefined && (links.length === 0 || title.form === 'link')))
    return undefined
  const linking = [own, ...others]
  if (!linking.some(({ links }) => links.some(({ rel }) => rel === 'paper'))) return undefined
  const name = foldLabel(own.title?.text ?? '')
  const repeated = name.split(' ').length >= LEAST_TITLE && foldLabel(work.title.text).endsWith(name)
  if (own.title?.form === 'link' || (!repeated && !isName(own.title?.text ?? ''))) return undefined
  const merged: Reading = { ...emptyReading(), title: repeated && own.title !== undefined ? own.title : work.title }
  for (const reading of [work, own, ...others]) mergeReading(merged, reading)
  return merged
}

/** A title without links, and where, when or by whom. */
function isCited({ title, venue, year, authors, links, others }: Reading): boolean {
  if (title === undefined || title.text.split(' ').length < LEAST_TITLE || links.length + others.length > 0)
    return false
  return venue !== undefined || year !== undefined || authors.length > 0
}

/** A nickname, or one and whose it is: "VGG-Net", "R-CNN, UC Berkeley". */
function isName(text: string): boolean {
  const [name = '', ...owner] = text.split(',')
  return name.split(' ').length <= MOST_NAME && owner.join(' ').split(' ').length <= MOST_OWNER
}

const LEAST_TITLE = 3
/** Words. */
const MOST_NAME = 3
const MOST_OWNER = 5
