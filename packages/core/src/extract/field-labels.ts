/** What fields are called in front of their colon, folded to lower case. */
export const AUTHOR_LABELS: RegExp = /^(?:authors?|by|people|作者|著者|저자|autor(?:es|en)?|auteurs?)$/
export const VENUE_LABELS: RegExp =
  /^(?:venue|conference|conf|journal|published(?: in| at)?|publication|publisher|source|appeared in|where|会议|期刊|booktitle)$/
export const YEAR_LABELS: RegExp = /^(?:year|date|published on|publication date|年份|年)$/
export const INSTITUTION_LABELS: RegExp =
  /^(?:affiliations?|institutions?|institutes?|organi[sz]ations?|org|from|team|lab|group|university|机构)$/

/** Whether a label says what its field holds. */
export function isFieldLabel(label: string): boolean {
  return [AUTHOR_LABELS, VENUE_LABELS, YEAR_LABELS, INSTITUTION_LABELS].some((labels) => labels.test(label))
}
