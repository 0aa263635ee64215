import { findAuthors, isInitialled } from '../../recognise/authors.ts'
import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { namesPublication } from '../../recognise/venue-form.ts'
import { wholeYear } from '../../recognise/year.ts'

/**
 * Whether some words can be the title of a work: not a label, date, venue or list of people.
 *
 * @param evenPeople where the place says that they are a title, though they read like names.
 */
export function isTitleForm(text: string, venues: VenueIndex, evenPeople = false): boolean {
  const plain = withoutEmoji(text)
  const folded = foldLabel(plain)
  if (folded.length < 3 || !/\p{L}{2}/u.test(plain)) return false
  if (labelRole(plain) !== undefined || wholeYear(plain) !== undefined) return false
  if (
    /^(?:https?:|www\.)/i.test(plain) ||
    isLabelled(plain) ||
    QUANTITY.test(plain) ||
    DAYS.test(plain) ||
    /^(?:maintained|curated|compiled) by\s\S/i.test(plain) ||
    THESIS.test(plain) ||
    /^(?:with|and|or|including) /.test(plain)
  )
    return false
  if (
    isInitialled(plain) ||
    /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\.\s?){0,2}\p{Lu}$/u.test(plain) ||
    (folded.endsWith('al') && ET_AL.test(plain)) ||
    UNAVAILABLE.test(plain) ||
    PLACE_IN_JOURNAL.test(plain) ||
    (JOURNAL.test(plain) && namesPublication(plain)) ||
    /\b[ei]\.g\.?$|\bi\.e\.?$/.test(plain)
  )
    return false
  const words = folded.split(' ').length
  if (words <= 8 && ABBREVIATED_NAME.test(plain)) return false
  if (words <= 8 && findVenue(plain, venues, 'text') !== undefined) return false
  // "Computer Vision: CVPR, ICCV": a topic with its venues.
  const listed = !/[:：]/.test(plain) ? undefined : /^[^:]{3,60}[:：]\s*(\p{Lu}{2}[\p{L}&-]{0,10})$/u.exec(plain)?.[1]
  if (listed !== undefined && findVenue(listed, venues, 'text')?.basis === 'known') return false
  // `RecSys 2021【recommending collections】`
  const bare = /[【(]/.test(plain) ? plain.replace(/[【(][^】)]*[】)]?/g, ' ').trim() : plain
  if (bare !== plain && /\d{2}/.test(bare) && findVenue(bare, venues, 'text')?.basis === 'known') return false
  return evenPeople || findAuthors(plain).length === 0
}

/** "Keyword: …", "Code: …": a field with its label; "TLDR: Extreme Summarization of Scientific Documents" is a title. */
function isLabelled(text: string): boolean {
  // "CoDe: …" is a name.
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(text)) return false
  // "DATE: Domain Adaptive Product Seeker": so is a word in capitals in front of a title.
  const [, named] = CAPITALS_AHEAD.exec(text) ?? []
  if (named !== undefined && titleCase(named) >= 0.8) return false
  return LABELLED.test(text) || (SUMMARY.test(text) && (/[.!]$/.test(text) || titleCase(text) < 0.8))
}

/** Capitals and a colon in front of four words or more, which are no list. */
const CAPITALS_AHEAD = /^\p{Lu}{3,}s?\s*[:：]\s*([^\s,;]+(?:\s+[^\s,;]+){3,})$/u

/** `May 19th`, `Oct 30-Nov 1`, `Jan 24 '22`: days of a meeting, or until when papers are due. */
const DAYS =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? )?\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s(?:['’]\d{2}|(?:19|20)\d{2}))?$/i

/** `Digital Discovery 2022, 1, 91–97. doi:10.1039/…`: where, not what. */
const PLACE_IN_JOURNAL = /\bdoi:\s?10\.\d{4}|,\s?\d{1,4},\s?\d+[–-]\d+/i

/** `Journal of Tides (Natural Science)` behind people: where, not what. */
const JOURNAL = /^(?:International )?(?:Journal|Transactions|Annals)\b/

/** `Comput. Mater. Sci. 2013`: the name of a journal, each word cut short. */
const ABBREVIATED_NAME = /^(?:\p{Lu}\p{L}{1,8}\.\s?){2,6}(?:\p{Lu}\p{L}{0,8}\.?\s?)?(?:(?:19|20)\d{2})?$/u

/** `Quist et al.`: who, not what. */
const ET_AL = /^(?:\P{N}{2,40}\b)?et\.? al\b[.,\s]*$/iu

/** "実装なし", "暂未开源", "코드 없음": that there is no code or paper yet. */
const UNAVAILABLE =
  /^[\p{L}\s\p{P}]{0,8}(?:なし|準備中|未公開|公開予定|未开源|未開源|暂无|无代码|待开源|待更新|없음|준비 ?중|미공개)$/u

/** "PhD thesis; Ann Lee": what kind of a work it is, and whose. */
const THESIS =
  /^(?:(?:19|20)\d{2} )?(?:ph\.? ?d\.?|doctoral|master(?:['’]?s)?|m\.? ?sc\.?|b\.? ?sc\.?)(?: thes[ie]s| dissertation)(?:[;,:.(]|$)/i

/** "42618 training images and 9837 test images" */
const QUANTITY = /^\d[\d,.]{2,}k?\s+\p{Ll}/u

const SMALL_WORDS = new Set(
  'a an the of for with from via by to in on at and or as is are be its into using towards toward over under through without within between vs versus not'.split(
    ' ',
  ),
)

const SUMMARY = /^(?:tl;?dr|summary|abstract)\s*[:：]/i
const LABELLED =
  /^(?:key ?words?|tags?|topics?|(?:selected |main |top |major |related )?(?:conferences?|journals?|venues?)(?: info(?:rmation)?)?|codes?|papers?|links?|projects?|authors?|notes?|comments?|publisher|venue|conference|journal|year|date|datasets?|tasks?|methods?|contributions?|highlights?|affiliations?|institutions?|website|demo|video|blog|公众号|论文|代码|数据集|关键词|作者|机构|单位|备注|解读|项目|主页)\s*[:：]/i

/** The share of significant words that begin with a capital or digit, 0..1; 1 for scripts without capitals. */
export function titleCase(text: string): number {
  const words = text
    .split(/[\s/:–—-]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()))
  if (words.length === 0) return 0
  const capital = words.filter((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(word)).length
  return capital / words.length
}

/** A title as it is shown: blanks single, emoji at its ends and trailing separators gone; `?`, `!` and `…` stay. */
export function cleanTitle(text: string): string {
  let title = text.replace(/[\s\uFFFC]+/gu, ' ').trim()
  // Each pattern is kept for what has its mark: most titles are plain words.
  if (!/^[ -~]*$/.test(title))
    title = title.replace(
      /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+|(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+$/gu,
      '',
    )
  // `（12）Title`: the number of an entry.
  if (/^[（(]\d/.test(title)) title = title.replace(/^[（(]\d{1,3}[)）]\s*(?=\p{L})/u, '')
  // `Forests of Forests #trees`: tags as note-taking programs have them.
  if (title.includes('#')) title = title.replace(/(?: #\p{Ll}[\p{L}\p{N}_/-]*)+$/u, '')
  // `[[Lee 2019 - Harbours]]`: what is left of a link between notes.
  if (title.endsWith(']]') && !title.includes('[[')) title = title.slice(0, -2)
  title = withoutQuotes(title)
  if (title.startsWith('[') && !title.includes(']')) title = title.slice(1)
  if (title.startsWith('[')) title = title.replace(/^\[([^[\]]+)\]$/, '$1')
  // `AM-SORT: AM-SORT: Adaptable …`: a nickname in front of a title that begins with it.
  if (title.includes(':')) title = title.replace(/^(\S{2,30})\s*:\s+(?=\1\s*:)/u, '')
  title = title
    .replace(/^[\s:：,;|*–—\])】}-]+/, '')
    .replace(ENDS_IN_STAR.test(title) ? /[\s:：,;|–—-]+$/ : /[\s:：,;|*–—-]+$/, '')
  return (title.endsWith('.') ? title.replace(/(?<!\.\.)(?<!\b(?:et al|vs|etc))\.$/, '') : title).trim()
}

/** `D*`, `RRT*:`, what algorithms are called; elsewhere a mark of a footnote or of emphasis. */
const ENDS_IN_STAR = /(?:^|[\s-])\p{Lu}{1,4}\*[\s:：,;|–—-]*$/u

const QUOTES = '"“”«»„‟\'‘’《》'

/** Without the quotes that enclose the whole title. */
function withoutQuotes(title: string): string {
  const bare = title.replace(/[.,;]$/, '')
  // "Learning to Rotate”, in KDD": a quote that was closed, not opened.
  if (bare.endsWith('”') && !/[“„"]/.test(bare)) return bare.slice(0, -1)
  if (bare.length < 3 || !QUOTES.includes(bare.charAt(0)) || !QUOTES.includes(bare.charAt(bare.length - 1)))
    return title
  return bare.slice(1, -1).trim()
}

/** `A. Author, B. Author. "`, `Nickname: A. Author, B. Author "`, `Nickname: "`: what stands in front of a short title. */
export function followsPeople(before: string): boolean {
  const nickname = /^\s*[\p{L}\p{N}+-]{2,30}\s?:\s*/u.exec(before)?.[0] ?? ''
  const people = before.slice(nickname.length).replace(/[\s,:.]+$/, '')
  return people === '' ? nickname !== '' : findAuthors(people).length > 0
}
