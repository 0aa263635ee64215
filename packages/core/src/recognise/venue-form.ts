import type { VenueForm } from '@fieldmap/graph'
import { type FoundVenue, withYear } from './found-venue.ts'
import { DECORATION, tidy } from './venue-text.ts'

/** Words that say of a name that it is a venue's. */
export const FORM_WORDS: RegExp =
  /\b(?:conference|conf\.|symposium|workshops?|proceedings|proc\.|transactions?(?= (?:on|of)\b)|(?<=^(?:\S{2,20} )?)transactions|trans\.|journal|letters|magazine|annals|archives|reviews?|bulletin|congress|colloquium|advances in|international joint|preprint|arxiv)\b/i
/** Titles of reviews, which are no journals called so. */
const REVIEWS = /[:?!].*\breview\b|(?<!\bannual )\breview of\b|\b(?:systematic|literature|exploratory) review\b/i
const ACRONYM =
  /^(?:(?:IEEE|ACM|AAAI|USENIX)[ /-])?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ -](?:[A-Z]{1,4}|W|Workshops?|Asia|Security|Findings|Companion|Letters))?$/

/** `自动化学报`, `電子情報通信学会論文誌`, `정보과학회논문지`: what journals and societies are called. */
const CJK_JOURNAL =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}\s]{1,20}(?:学报|學報|学刊|通报|杂志|論文誌|学会誌|学会|研究会|논문지|학회지|학회|학술대회)$/u

/** `Revista de Biología Tropical`, `Вестник МГУ`, `Informatik-Zeitschrift`, `Gazi Dergisi` */
const FOREIGN_JOURNAL =
  /^(?:Acta|Actas|Actes|Anais|Anuario|Archivos|Atti|Jurnal|Prosiding|Quaderni|Tidskrift|Tidsskrift|Tijdschrift|Tạp chí|Kỷ yếu|Przegląd|Rocznik|Roczniki|Zeszyty|Časopis|Sborník|Revista|Revue|Rivista|Zeitschrift|Cahiers|Cuadernos|Cadernos|Boletín|Boletim|Annales|Annali|Anales|Jahrbuch|Вестник|Журнал|Известия|Труды|Успехи|Доклады)\s[^:.?!\d]{3,60}$|^[^:.,?!]{3,50}(?:zeitschrift|tidskrift|tidsskrift|tijdschrift| Dergisi| Bülteni| Szemle)$/u

/** What {@link namesJournal} needs: a word of another language or script. Without a year running text has no other form of venue. */
export const FOREIGN_WORDS: RegExp =
  /[^ -~]|Act(?:a|as|es)\s|Anais|Anuario|Archivos|Atti\s|Dergisi|Jurnal|Prosiding|Quaderni|Szemle|[Tt]ids?skrift|[Tt]ijdschrift|Zeszyty|Revista|Revue|Rivista|[Zz]eitschrift|Cahiers|Cuadernos|Cadernos|Annales|Annali|Anales|Jahrbuch/

/** Whether some words are a journal's or society's name by words of their own language. */
export function namesJournal(name: string): boolean {
  return CJK_JOURNAL.test(name) || FOREIGN_JOURNAL.test(name)
}

/** "IEEE Transactions on …": there the publisher is part of the name. */
const OWN_PUBLISHER = /^(?:IEEE|ACM)(?:\/\w+)? (?:transactions?|trans|journal|j|conference|conf|international|int)\b/i

/** An unknown venue by its form: an acronym with a year or in a venue's place, or a name that says what it is. */
export function byForm(
  text: string,
  year: number | undefined,
  place: 'field' | 'text',
  glued: boolean,
): FoundVenue | undefined {
  const name =
    tidy(
      text
        .replace(/\s*[([][^()[\]]*[)\]]/g, ' ')
        .replace(/,\s\d+\s?[-–]\s?\d+[\s.]*$/, '')
        .replace(place === 'field' || OWN_PUBLISHER.test(text) || namesPublication(text) ? /^$/ : DECORATION, ' '),
    ) || text
  const dated = year !== undefined
  if (/^(?:n\/?a|none|tba|unknown|-+|\?+|year|paper|code|link|pdf)$/i.test(name)) return undefined
  // "Ann Lee et al. 2020. arXiv preprint": who, when and where.
  if (SEVERAL_PARTS.test(name)) return undefined
  if (namesJournal(name)) return withYear({ name, form: 'journal', basis: 'form' }, year)
  // "Micro'16": one word with a short year glued to it.
  if (glued && ONE_WORD.test(name) && !SEASON.test(name))
    return withYear({ name, form: formOf(name), basis: 'form' }, year)
  if (ACRONYM.test(name) && name.length <= 20 && (dated || place === 'field')) {
    // "GitHub 2019" is no venue, "HotInfra'24" is one.
    if (place === 'text' && !glued && (name.match(/[A-Z]/g)?.length ?? 0) * 2 < name.length) return undefined
    return withYear({ name, form: formOf(name), basis: 'form' }, year)
  }
  if (
    FORM_WORDS.test(name) &&
    !REVIEWS.test(name) &&
    !IN_VENUE.test(name) &&
    !isTitleAndJournal(name) &&
    /^(?!An?\s)[\p{Lu}\d]/u.test(name) &&
    name.split(' ').length <= 16 &&
    (dated || place === 'field')
  ) {
    return withYear({ name: withoutLead(name), form: formOf(name), basis: 'form' }, year)
  }
  return undefined
}

const ONE_WORD = /^\p{Lu}\p{Ll}{3,11}$/u
const SEASON =
  /^(?:Spring|Summer|Autumn|Fall|Winter|January|February|March|April|June|July|Sept|August|September|October|November|December|Class|Since)$/

/** People, a full stop where a year was between two others, or the rest of a date. */
const SEVERAL_PARTS = /\bet\.? al\b|\.\s\.|^\d{1,2}[-./]\d{1,2}[\s,]/

/** "Progress, and Prospects, in arXiv": the end of a title in front of where it appeared. */
const IN_VENUE = /,\sin\s(?!(?:conjunction|association|co-?operation|collaboration|co-?location)\b)/

/** "Theory and Algorithms of Tides, ACM Transactions on Harbours": a title, and where it appeared. */
function isTitleAndJournal(name: string): boolean {
  const at = name.search(/,\s(?:(?:ACM|IEEE|IEEE\/ACM|International)\s)?(?:Transactions|Journal)\s(?:on|of)\b/)
  const ahead = at < 0 ? '' : name.slice(0, at)
  return ahead.split(' ').length >= LEAST_TITLE && !FORM_WORDS.test(ahead)
}

/** Fewer words in front of a journal may be the society that prints it. */
const LEAST_TITLE = 4

/** "Presented at the Foo Conference" and "In Proceedings of the Foo Conference" are the Foo Conference, "Foo Reviews, 93" the Foo Reviews. */
export function withoutLead(name: string): string {
  return (
    name.replace(
      /^(?:(?:presented (?:at|in)|published in|appeared in|accepted (?:to|by|at)|to appear (?:in|at)|in)\s+)?(?:the\s+){0,2}(?:proc(?:eedings|\.)?\s+(?:of\s+)?(?:the\s+)?)?|,\s+\d{1,3}$/gi,
      '',
    ) || name
  )
}

/** The form that a name says itself. */
export function formOf(name: string): VenueForm {
  if ((/workshop/i.test(name) || /(?:^|\s)\S+W$/.test(name)) && !/\bWWW\b/.test(name)) return 'workshop'
  if (/arxiv|preprint|rxiv/i.test(name)) return 'preprint'
  if (/report|thesis|dissertation/i.test(name)) return 'report'
  if (
    /journal|transactions|trans\.|letters|magazine|annals|archives|reviews?\b|bulletin|sciences?$|frontiers|nature|psycholog|quarterly/i.test(
      name,
    )
  )
    return 'journal'
  return 'conference'
}

/** Whether some words can be the name of a publication: few, mostly capitalised, without a comma. */
export function isPublicationName(name: string): boolean {
  const words = name.trim().split(/\s+/)
  const capital = words.filter((word) => /^[\p{Lu}&]/u.test(word)).length
  // "aiDM", "iConference"
  if (words.length === 1 && /^\p{Ll}{1,4}\p{Lu}\p{L}+$/u.test(name)) return true
  return !/[,:;?!]/.test(name) && words.length <= 10 && /^\p{Lu}/u.test(name) && capital * 2 >= words.length
}

/** Whether some words name a journal, conference or proceedings by what they say of themselves. */
export function namesPublication(name: string): boolean {
  const bare = name.replace(/\s*\([^()]*\)|[{}]|^\s*\d+(?:st|nd|rd|th)\s/g, '').trim()
  return PUBLICATION.test(name) && isPublicationName(bare)
}

const PUBLICATION =
  /\b(?:(?:conference|symposium|workshop|transactions?|journal|letters|annals|archives|congress|colloquium) (?:on|of|in|for|at)\b|proceedings of\b)|\bjournal$/i
