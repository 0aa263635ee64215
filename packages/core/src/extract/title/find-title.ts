import { findAuthors, findByline, TWO_SURNAMES } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { namesPublication } from '../../recognise/venue-form.ts'
import type { Flat, Range } from '../fragment/flat.ts'
import { labelBefore, type ObjectReading } from '../fragment/objects.ts'
import { linkedTitles } from './linked-titles.ts'
import { markedTitles, quotedTitles } from './marked-titles.ts'
import { plainTitles } from './plain-titles.ts'
import { type Candidate, type FoundTitle, SENTENCE, withoutBracketed } from './title-candidate.ts'
import { titleCase } from './title-form.ts'

/**
 * The title in a fragment: words of a link, bold, in quotes, emphasised or plain. Each form is scored by what titles
 * look like (words, capitals, a paper's address); the best wins, the first of equals. `undefined` where nothing can be
 * a title.
 */
export function findTitle(
  flat: Flat,
  objects: readonly ObjectReading[],
  venues: VenueIndex,
  peopleFirst = false,
): FoundTitle | undefined {
  const all = [
    ...linkedTitles(flat, objects, venues),
    ...markedTitles(flat, venues),
    ...quotedTitles(flat, venues),
    ...plainTitles(flat, venues, peopleFirst),
  ]
  // `**Quist & Malik**. *Neurons for Nouns*`: two surnames in front of a marked title are people.
  const marked = all.filter(
    ({ form, text }) => form !== 'plain' && text.split(' ').length >= 3 && !TWO_SURNAMES.test(text),
  )
  const candidates = all.filter(
    ({ text, range, form }) =>
      !(TWO_SURNAMES.test(text) && marked.some((other) => other.range.from >= range.to)) &&
      !(
        form === 'plain' &&
        (isPersonInFront(flat.text, text, range, all) || opensWithSurnames(flat.text, range, all))
      ) &&
      !(form === 'strong' && isTagBehind(flat, text, range, all)),
  )
  // "Benchmarking **Potential Based Rewards** for Learning to Walk": a part of a title may be bold.
  const around = candidates.find(
    ({ form, text, range }) =>
      form === 'plain' &&
      titleCase(text) >= 0.6 &&
      !SENTENCE.test(text) &&
      candidates.some((part) => part.form === 'strong' && isPartOf(flat.text, part.range, range)),
  )
  if (around !== undefined) return around
  const collective = candidates.find(
    ({ form, range, text }) =>
      (form === 'strong' || form === 'emphasis') &&
      text.split(' ').length >= 3 &&
      COLLECTIVE_AND_YEAR.test(flat.text.slice(0, range.from)),
  )
  if (collective !== undefined) return collective
  // A bold or emphasised title at the start is not outdone by a link further on, such as the venue that leads to the paper.
  const best = highest(candidates)
  const opening = candidates.find(
    ({ form, text, range }) =>
      (form === 'strong' || (form === 'emphasis' && titleCase(text) >= 0.6)) &&
      text.split(' ').length >= 4 &&
      !/^[[(【]/.test(text) &&
      isLead(flat.text.slice(0, range.from)) &&
      !(leadsTo(flat.text, range) && best?.form === 'link' && best.text.split(' ').length >= 4),
  )
  if (opening !== undefined) {
    const called = calledPaper(flat, opening, candidates)
    if (called !== undefined) return called
    // "***Edit One for All:*** Interactive Image Editing [[paper](…)]": the bold words are the first part of a title.
    const whole = candidates.find(
      ({ form, range }) => form === 'plain' && range.from <= opening.range.from && range.to > opening.range.to,
    )
    return whole !== undefined && leadsTo(flat.text, opening.range) ? whole : opening
  }
  // `Tool. Data: [1847 harbours](…). Lee, A. “A Title of Words.” Tides, 2019`: what people stand in front of is the title.
  if (best?.form === 'link' && /[\p{L}\p{N}]/u.test(flat.text.slice(0, best.range.from))) {
    const cited = candidates.find(
      ({ form, text, range }) =>
        form === 'quoted' &&
        range.from >= best.range.to &&
        text.split(' ').length >= 4 &&
        findAuthors((flat.text.slice(best.range.to, range.from).split(LINES).at(-1) ?? '').replace(/[\s.,:]+$/, ''))
          .length > 0,
    )
    if (cited !== undefined) return cited
  }
  // The name of a publication that leads to the paper stands behind the title: `Title | *Authors* | [Nature](…)`.
  if (best?.form === 'link') {
    const ahead = highest(
      candidates.filter(
        ({ range, text }) => range.to <= best.range.from && text.split(' ').length >= 4 && !leadsTo(flat.text, range),
      ),
    )
    const between = ahead === undefined ? '' : flat.text.slice(ahead.range.to, best.range.from)
    if (ahead !== undefined && (isPublicationLike(best.text) || holdsPeople(between))) return ahead
  }
  return best
}

/**
 * `**GCN (Graph Convolution)** … Paper: [A Title of Many Words](https://arxiv.org/…)`: what is called the paper behind a
 * few bold words, and has more of them.
 */
function calledPaper(flat: Flat, opening: Candidate, all: readonly Candidate[]): Candidate | undefined {
  const count = opening.text.split(' ').length
  return count > MOST_NAME
    ? undefined
    : all.find(({ form, object, text, range }) => {
        const link = object === undefined ? undefined : flat.objects[object]
        if (form !== 'link' || link === undefined || range.from < opening.range.to) return false
        const words = text.split(' ').length
        if (words < Math.max(LEAST_TITLE, count) || titleCase(text) < 0.5) return false
        return labelRole(labelBefore(flat, link.at)) === 'paper'
      })
}

const MOST_NAME = 5

/** Whether words inside a range go on behind in small letters, and any in front lead up to them. */
function isPartOf(text: string, part: Range, { from, to }: Range): boolean {
  if (part.from < from || part.to >= to) return false
  const goesOn = /^\s+\p{Ll}+\s+\S/u.test(text.slice(part.to, to))
  return goesOn && (part.from === from || /\p{L}\s+$/u.test(text.slice(from, part.from)))
}
/** `The Event Horizon Team (2019). `: who wrote together, and when, in front of a marked title. */
const COLLECTIVE_AND_YEAR =
  /^[^()\uFFFC\u2028\n]{0,120}\b(?:Team|Collaboration|Consortium|Group|Committee|Society|Initiative|Network|Organi[sz]ation|Council|Agency)\s?\((?:19|20)\d{2}[a-z]?\)[.,:]?\s+[*_]*$/

/** `A Title of Words [paper](…) **Inference** | **Long Context**`: a few bold words behind the links of a plain title. */
function isTagBehind({ objects }: Flat, text: string, { from }: Range, all: readonly Candidate[]): boolean {
  const [first] = objects
  if (first === undefined || first.at > from || text.split(' ').length > MOST_TAG) return false
  return all.some(
    ({ form, text: title, range }) =>
      form === 'plain' && range.to <= first.at && title.split(' ').length >= LEAST_TITLE,
  )
}

const MOST_TAG = 3
const LEAST_TITLE = 4

/** `Bo Dahl. *Counterfactual Cats*`: one full name right in front of a marked title. */
function isPersonInFront(text: string, name: string, { to }: Range, all: readonly Candidate[]): boolean {
  const isNext = ({ form, range }: Candidate): boolean =>
    form !== 'plain' && range.from >= to && /^[\s.,:]*$/.test(text.slice(to, range.from))
  return findByline(name).length === 1 && all.some(isNext)
}

/** `Kempe, Dobra and Gehrke, *Aggregates by Gossip*`: surnames alone in front of an emphasised title. */
function opensWithSurnames(text: string, { from, to }: Range, all: readonly Candidate[]): boolean {
  return all.some(
    ({ form, text: title, range }) =>
      form === 'emphasis' &&
      range.from > from &&
      range.to <= to &&
      /^\p{Lu}\S*(?:\s\S+){2}/u.test(title) &&
      SURNAMES_AHEAD.test(text.slice(from, range.from)),
  )
}

const SURNAMES_AHEAD =
  /^\s*\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+){0,12}(?:,? (?:and|&) \p{Lu}[\p{L}'’-]+)?[,.:]\s+[*_]*$/u

const LINES = /[\n\u2028\uFFFC]/

function highest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || candidate.score > best.score) best = candidate
  }
  return best
}

/** `**Dynamic Vision Sensor (DVS)**: A. Author, [Title](…)`: bold words that say what the work behind them is about. */
function leadsTo(text: string, { to }: Range): boolean {
  return /^[\s*)\]]*[:：]/.test(text.slice(to))
}

/** Nothing in front of a title but bracketed words and a counter, `2.1`. */
function isLead(text: string): boolean {
  return /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*$/.test(withoutBracketed(text))
}

function holdsPeople(text: string): boolean {
  return text.split('|').some((part) => findAuthors(part.trim()).length > 0)
}

/** One or two words, or words that say that they name a journal or conference. */
function isPublicationLike(text: string): boolean {
  return text.split(' ').length <= 2 || namesPublication(text)
}
