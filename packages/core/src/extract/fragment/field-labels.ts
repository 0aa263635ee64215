import type { Range } from './flat.ts'

/** What fields are called in front of their colon, folded to lower case. */
export const TITLE_LABELS: RegExp =
  /^(?:(?:paper |article )?(?:titles?|name)|标题|题目|論文名|论文标题|论文名称|论文题目|タイトル|제목|título|titre|titel|название|العنوان)$/
export const AUTHOR_LABELS: RegExp = /^(?:authors?|by|people|作者|著者|저자|autor(?:es|en)?|auteurs?|авторы?|المؤلفون)$/
export const VENUE_LABELS: RegExp =
  /^(?:venue|conference|conf|journal(?: info(?:rmation)?)?|published(?: in| at)?|publication|publisher|source|appeared in|where|会议|期刊|发表|会議|학회|revue|конференция|журнал|booktitle)$/
export const YEAR_LABELS: RegExp = /^(?:year|date|published on|publication date|年份|年|时间|연도|année|jahr|año|год)$/
export const INSTITUTION_LABELS: RegExp =
  /^(?:affiliations?|institutions?|institutes?|organi[sz]ations?|org|from|team|lab|group|university|机构)$/

/** A building stands for the place of publication or for an institution. */
export const BUILDING = 'building'

/** What emoji in front of a field say that it holds, as labels do. */
export const ICONS: ReadonlyMap<string, string> = new Map([
  ['👤', 'authors'],
  ['👥', 'authors'],
  ['📅', 'date'],
  ['📆', 'date'],
  ['🗓', 'date'],
  ['📰', 'venue'],
  ['🗞', 'venue'],
  ['🏛', BUILDING],
])

/** What is said of the work, not of where, when and by whom it appeared. */
export const TELLING_LABELS: RegExp =
  /^(?:abstract|digest|summary|description|tl ?dr|key|key ?(?:words?|ideas?|points?)|tags?|topics?|tasks?|data ?sets?|methods?|contributions?|highlights?|摘要|简介|关键词)$/

/**
 * The lines of a text that say of themselves what they tell: `Abstract: …`, each to the next paragraph or labelled line.
 * Linear.
 */
export function tellingLines(text: string): readonly Range[] {
  return linesBehindFirst(text, TELLING_LINE)
}

const TELLING_LINE =
  /(?<=[\n\u2028])[ \t]*(?:abstract|digest|summary|description|tl;?dr|key ?words?|摘要|简介|关键词)\s?[:：](?:[^\n\u2028\uFFFC]|\n(?!\s*(?:\p{L}{2,20}\s?[:：]|$)))*/giu

/** The lines of a text that begin with what they hold: `Author: A. Author | University`. Linear. */
export function labelledLines(text: string): readonly Range[] {
  return linesBehindFirst(text, LABELLED_LINE)
}

const LABELLED_LINE =
  /(?<=[\n\u2028])[ \t]*(?:authors?|affiliations?|institutions?|abstract|digest|summary|description|tl;?dr|key ?words?|venue|published(?: in)?|year|date|作者|机构|摘要|简介|关键词)\s?[:：][^\n\u2028]*/giu

/** The lines of a form that begin behind a line end. */
function linesBehindFirst(text: string, form: RegExp): readonly Range[] {
  if (!LINE_END.test(text)) return []
  return [...text.matchAll(form)].map(({ 0: line, index }) => ({ from: index, to: index + line.length }))
}

const LINE_END = /[\n\u2028]/

/** Whether a label says what its field holds. */
export function isFieldLabel(label: string): boolean {
  return [AUTHOR_LABELS, VENUE_LABELS, YEAR_LABELS, INSTITUTION_LABELS].some((labels) => labels.test(label))
}
