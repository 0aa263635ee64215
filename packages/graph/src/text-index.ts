import { type TermDictionary, termDictionary } from './term-dictionary.ts'

/** One text of each document, folded. */
export interface TextField {
  readonly texts: readonly string[]
  /** How much a word counts here, > 0. */
  readonly boost: number
}

/** Documents that hold all words. */
export interface Matches {
  /** In no particular order. */
  readonly documents: Int32Array
  /** Relevance by document, > 0 for those that match; comparable within one search only. */
  readonly scores: Float64Array
}

export interface TextIndex {
  /** Documents that hold each of some folded words, or a term like it; none for no words. Linear in their postings. */
  readonly match: (words: readonly string[]) => Matches
}

/** Which documents have a term in a field, and how often. Those of term `t` stand from `offsets[t]` up to `offsets[t + 1]`. */
interface Postings {
  readonly boost: number
  readonly offsets: Int32Array
  /** Ascending within a term. */
  readonly documents: Int32Array
  readonly frequencies: Int32Array
  /** What the length of the text adds to a frequency in the denominator of BM25, by document. */
  readonly norms: Float64Array
}

/** A term that counts as a word, and how much. */
interface LikeTerm {
  readonly term: number
  /** 0..1 */
  readonly weight: number
}

/** Parameters of BM25+: saturation of frequency, influence of length, and what any occurrence counts at least. */
const [K, B, DELTA] = [1.2, 0.7, 0.5]
const PREFIX_WEIGHT = 0.375
const NEAR_WEIGHT = 0.45
/** Words longer than this may have a typing error in each five letters, six at most. */
const EXACT_LENGTH = 4
const ERRORS_PER_LETTER = 0.2
const MOST_ERRORS = 6

/**
 * An inverted index over folded texts in arrays of numbers, so that a word which stands in every text is found as fast as
 * others. A document's relevance is the sum over words, and over the terms like each, of BM25+ (Robertson & Zaragoza 2009;
 * Lv & Zhai 2011)
 *
 *     weight · boost · ln(1 + (N − n + ½) / (n + ½)) · (δ + f · (k + 1) / (f + k · (1 − b + b · length / mean length)))
 *
 * of each field, with f the term's frequency in it, n the documents that have the term there, N all documents, length the number of
 * different terms (at least 1). A term weighs 1 if it is the word, less if it only begins with it or is misspelled, the
 * less the more letters are between. Building is linear in the text, but for sorting its terms.
 *
 * @param fields texts of the same documents.
 */
export function createTextIndex(fields: readonly TextField[]): TextIndex {
  const numbers = new Map<string, number>()
  const read = fields.map((field) => readField(field, numbers))
  const terms = [...numbers.keys()].sort()
  const places = new Int32Array(terms.length)
  terms.forEach((term, place) => {
    places[numbers.get(term) ?? 0] = place
  })
  const postings = read.map((field) => postingsOf(field, places))
  const dictionary = termDictionary(terms)
  const documentCount = fields[0]?.texts.length ?? 0
  return {
    match: (words) =>
      matchAll(
        words.map((word) => termsLike(dictionary, word)),
        postings,
        documentCount,
      ),
  }
}

/** Occurrences in the order of documents: three lists of equal length. */
interface ReadField {
  readonly boost: number
  readonly documents: readonly number[]
  readonly terms: readonly number[]
  readonly frequencies: readonly number[]
  /** Number of different terms by document, at least 1. */
  readonly lengths: Int32Array
}

/** @param numbers of the terms; new ones are added. */
function readField({ texts, boost }: TextField, numbers: Map<string, number>): ReadField {
  const [documents, terms, frequencies]: [number[], number[], number[]] = [[], [], []]
  const lengths = new Int32Array(texts.length)
  /** By term, where it was last met. */
  const last: number[] = []
  texts.forEach((text, document) => {
    const start = documents.length
    for (const word of text.split(' ')) {
      if (word === '') continue
      const term = numbers.get(word) ?? numbers.size
      if (term === numbers.size) numbers.set(word, term)
      const met = last[term] ?? -1
      if (met >= start) frequencies[met] = (frequencies[met] ?? 0) + 1
      else {
        last[term] = documents.length
        documents.push(document)
        terms.push(term)
        frequencies.push(1)
      }
    }
    lengths[document] = Math.max(1, documents.length - start)
  })
  return { boost, documents, terms, frequencies, lengths }
}

/** The same occurrences by term (counting sort). */
function postingsOf({ boost, documents, terms, frequencies, lengths }: ReadField, places: Int32Array): Postings {
  const offsets = new Int32Array(places.length + 1)
  for (const term of terms) {
    const place = (places[term] ?? 0) + 1
    offsets[place] = (offsets[place] ?? 0) + 1
  }
  for (let place = 1; place < offsets.length; place++)
    offsets[place] = (offsets[place] ?? 0) + (offsets[place - 1] ?? 0)
  const next = offsets.slice()
  const sorted = { documents: new Int32Array(documents.length), frequencies: new Int32Array(documents.length) }
  terms.forEach((term, i) => {
    const place = places[term] ?? 0
    const at = next[place] ?? 0
    sorted.documents[at] = documents[i] ?? 0
    sorted.frequencies[at] = frequencies[i] ?? 0
    next[place] = at + 1
  })
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length
  const norms = Float64Array.from(lengths, (length) => K * (1 - B + (B * length) / mean))
  return { boost, offsets, ...sorted, norms }
}

/** The word itself, terms that begin with it, and terms that are it but for typing errors. */
function termsLike({ terms, withPrefix, near }: TermDictionary, word: string): readonly LikeTerm[] {
  const [from, to] = withPrefix(word)
  const like: LikeTerm[] = []
  for (let term = from; term < to; term++) {
    const length = terms[term]?.length ?? 0
    const rest = length - word.length
    like.push({ term, weight: rest === 0 ? 1 : (PREFIX_WEIGHT * length) / (length + 0.3 * rest) })
  }
  if (word.length <= EXACT_LENGTH) return like
  for (const { term, distance } of near(word, Math.min(MOST_ERRORS, Math.round(word.length * ERRORS_PER_LETTER)))) {
    if (term >= from && term < to) continue
    const length = terms[term]?.length ?? 0
    like.push({ term, weight: (NEAR_WEIGHT * length) / (length + distance) })
  }
  return like
}

function matchAll(
  words: readonly (readonly LikeTerm[])[],
  fields: readonly Postings[],
  documentCount: number,
): Matches {
  const scores = new Float64Array(documentCount)
  /** Number of words that a document is known to hold; what lacks one is not looked at again. */
  const held = new Int32Array(documentCount)
  let found = new Int32Array(0)
  // The rarest first, so that few documents are scored for the commoner ones.
  const rarest = words.map((like) => ({ like, size: postingCount(like, fields) })).sort((a, b) => a.size - b.size)
  rarest.forEach(({ like, size }, before) => {
    const met = before === 0 ? new Int32Array(Math.min(size, documentCount)) : found
    let number = 0
    for (const { term, weight } of like) {
      for (const { boost, offsets, documents, frequencies, norms } of fields) {
        const [start, end] = [offsets[term] ?? 0, offsets[term + 1] ?? 0]
        const rarity = Math.log(1 + (documentCount - (end - start) + 0.5) / (end - start + 0.5))
        const factor = weight * boost * rarity
        for (let at = start; at < end; at++) {
          const document = documents[at] ?? 0
          const own = held[document] ?? 0
          if (own < before) continue
          if (own === before) {
            held[document] = before + 1
            if (before === 0) met[number++] = document
          }
          const frequency = frequencies[at] ?? 0
          const score = factor * (DELTA + (frequency * (K + 1)) / (frequency + (norms[document] ?? 0)))
          scores[document] = (scores[document] ?? 0) + score
        }
      }
    }
    if (before === 0) found = met.subarray(0, number)
  })
  return { documents: found.filter((document) => held[document] === words.length), scores }
}

function postingCount(like: readonly LikeTerm[], fields: readonly Postings[]): number {
  let count = 0
  for (const { term } of like) {
    for (const { offsets } of fields) count += (offsets[term + 1] ?? 0) - (offsets[term] ?? 0)
  }
  return count
}
