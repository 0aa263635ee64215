import type { Candidate } from './dataset-names.ts'

/** Characters either side of a name that are looked at. */
const WINDOW = 64

const NOUN = `data ?sets?|data ?bases?|corpus|corpora|benchmarks?|test set|training set|validation set|测试集|训练集|验证集|数据集|數據集|資料集|数据库|データセット|데이터셋`

/** "the FI image dataset", "FI (test set)", "FI数据集". */
const NOUN_AFTER = new RegExp(
  String.raw`^[\s"'*_)\]\x60-]*(?:(?!(?:an?|and|are|by|for|from|in|is|of|on|or|our|that|the|these|this|to|we|with|your)\b)\p{L}+[\s-]+){0,2}(?:${NOUN}|数据)`,
  'iu',
)
/** "dataset: FI", "the benchmarks such as FI". */
const NOUN_BEFORE = new RegExp(
  String.raw`(?:${NOUN})[\s"'*_:：=(（\[\x60-]*(?:(?:such as|like|including|namely|called|named|is|are|of|e\.g\.,?|i\.e\.,?|包括|如|为)[\s"'*_:(\[\x60]*)?$`,
  'iu',
)
/** "trained and evaluated on FI", "results on FI". */
const VERB_BEFORE =
  /(?:pre-?train|fine-?tun|train|test|evaluat|experiment|result|accurac|performan|validat|conducted|state-of-the-art|sota|annotat|download)\p{L}*[\s,]+(?:\p{L}+[\s,]+){0,3}?(?:on|using|over|from)[\s"'*_([`]+(?:the[\s"'*_([`]+)?(?:\p{L}+ )?$/iu
const VERB_BEFORE_CJK = /(?:在|使用|采用|利用|用)\s*$/u

/** What may stand between two names of one list of data sets. */
const BETWEEN = /^(?:[\s,;/|&+、，；()[\]"'*_`:•·>→-]|\band\b|\bor\b|\bthe\b|\bboth\b|以及|和|与|及|或|\b\d{4}\b)*$/iu

/**
 * Of names that could be other words those remain that have a word for data sets, training or testing beside them, or
 * stand in one list with a name that does. At most two passes over the candidates.
 */
export function settleAmbiguous(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const isSure = candidates.map((candidate) => candidate.isCertain || hasContext(text, candidate.start, candidate.end))
  const spread = (index: number, neighbor: number): void => {
    const [a, b] = [candidates[Math.min(index, neighbor)], candidates[Math.max(index, neighbor)]]
    if (isSure[index] === true || isSure[neighbor] !== true || a === undefined || b === undefined) return
    if (areListed(text, a.end, b.start)) isSure[index] = true
  }
  for (let index = 1; index < candidates.length; index++) spread(index, index - 1)
  for (let index = candidates.length - 2; index >= 0; index--) spread(index, index + 1)
  return candidates.filter((_, index) => isSure[index] === true)
}

function hasContext(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const after = text.slice(end, end + WINDOW)
  return NOUN_AFTER.test(after) || NOUN_BEFORE.test(before) || VERB_BEFORE.test(before) || VERB_BEFORE_CJK.test(before)
}

/** Only signs, "and" and the like between two names; addresses and citations of links do not count. */
function areListed(text: string, from: number, to: number): boolean {
  if (to - from > 200) return false
  const between = text
    .slice(from, to)
    .replace(/\]\([^)\s]*\)/g, '] ')
    .replace(/\[\d[\d,\s–-]*\]/g, ' ')
  return between.length <= WINDOW && BETWEEN.test(between)
}
