import type { DatasetRole } from '@fieldmap/graph'
import type { DatasetName } from '../recognise/dataset-names.ts'
import type { ReadmeLine } from './readme-lines.ts'
import { sectionUse } from './section-use.ts'

/** A data set that a line says to be used or introduced. */
export interface Use {
  readonly relation: 'uses' | 'introduces'
  readonly role: DatasetRole
  /** How plainly it says so, 1 (a file's name) to 4 (a sentence or a table). */
  readonly strength: number
}

/** So many characters either side of a name say what it is there for. */
const REACH = 600

/** What stands round a line. */
export interface LineContext {
  /** The text line before a list or table, or before this line: "The data sets used are:". */
  readonly leadIn: string
  /** The line before, for sentences that go on. */
  readonly previous: string
  readonly next: string
  /** Names that the file gives to a task: "context-aware emotion recognition (CAER) is a task". */
  readonly tasks: ReadonlySet<string>
}

const OTHERS =
  /\b(?:inspired by|similar to (?:the|that|those)|borrow\w*|adapted from|code (?:is|are) (?:mainly )?(?:based|built|from)|based on the (?:\W*source )?\W*code|thanks? to|unlike|in contrast to|other (?:work|paper|project|repo)\w*|refer to (?:the|this) paper|articles?)\b|借鉴|感谢|基于.{0,12}代码/iu
const DATA_USED =
  /\bdata ?(?:sets?|bases?)\b[^.]{0,40}\b(?:used|as follows|below|following|support\w*)\b|\b(?:used|following|support\w*|download|we use|our)\b[^.]{0,40}\bdata ?(?:sets?|bases?)\b|\b(?:performance|results?|evaluated|trained|tested) on\W*$|数据集/iu
const USE =
  /\b(?:pre-?train\w*|train\w*|evaluat\w*|test\w*|experiment\w*|validat\w*|fine-?tun\w*|perform\w*|achiev\w*|accurac\w*|results?|reach\w*|state-of-the-art|sota|outperform\w*|surpass\w*|improv\w*|benchmarks?|annotat\w*|collect\w*|construct\w*|contain\w*|download\w*|use[ds]?|using|run|access|demo|downlod\w*|released?|available|introduc\w*|propos\w*|implementation|recognition in|data ?sets?|data ?bases?|demonstrat\w*|verif\w*|generaliz\w*|samples?|videos|images from|built|build|provided?)\b|训练|测试|评估|实验|使用|采用|数据集|下载|准确率|结果|性能|预训练/iu
const INTRODUCING =
  /\b(?:introduc\w*|propos\w*|present\w*|construct\w*|collect\w*|creat\w*|establish\w*|contribut\w*|releas\w*|build|built)\s+(?:(?!(?:on|for|of|from|with|using|by|in|to|and|codes?|models?|weights|results?|pre-?trained|checkpoints?|that|files?)\b)[\p{L}\p{N}/-]+[\s,:]+){0,9}["'*_([`\s]*$/iu
const INTRODUCED_LATER =
  /\b(?:introduc|propos|present|construct|collect|creat)\w*\s+(?:an?|the|our)\s[^.]{0,60}\b(?:data ?set|data ?base|benchmark|corpus)\b[^.]{0,160}\(\s*\W*$/iu
/** "X is a subset of Y" says what X is, not that Y is used. */
const IS_PART = /\b(?:is|are) (?:an?|the) [^.;]{0,40}\b(?:subset|part|extension|version|superset) of\s*\W*$/iu
const DATASET_NOUN = /\b(?:data ?sets?|data ?bases?|corpus|benchmarks?)\b|数据集|数据库/iu
const PRETRAIN_BEFORE =
  /(?:pre-?train\w*|initiali[sz]\w*)(?:(?!\b(?:train|fine-?tun|evaluat|test)\w*)[^.;|]){0,90}$|预训练[^。；|]{0,30}$/iu
const PRETRAIN_AFTER = /^[^.;|,]{0,30}\bpre-?train|^[^。；|]{0,8}预训练/iu
const TRAIN = /\b(?:train\w*|fine-?tun\w*)\b|训练|微调/giu
const EVALUATE =
  /\b(?:evaluat\w*|test\w*|results?|accurac\w*|acc|perform\w*|achiev\w*|reach\w*|state-of-the-art|sota|benchmarks?|validat\w*|outperform\w*|surpass\w*|experiment\w*|leaderboard|score\w*)\b|\d\d\.\d+ ?%|测试|评估|结果|准确率|实验|性能/giu
const MODEL_FILE = /^\S*\.(?:pth|pt|ckpt|pkl|h5|hdf5|onnx|tar|bin|npy|npz|png|jpe?g|gif|pdf|mp4)\b/i

/**
 * Whether a name in a README line says that the repository uses (or introduces) the data set, or only mentions it.
 * The section decides first: nothing under news, citation, related work counts; among data, training and results all
 * does. Elsewhere the sentence must say it. Commands count wherever they stand.
 *
 * @returns undefined for a mere mention.
 */
export function judgeUse(line: ReadmeLine, name: DatasetName, context: LineContext): Use | undefined {
  const section = sectionUse(line.sections)
  const before = line.text.slice(Math.max(0, name.start - REACH), name.start)
  const after = line.text.slice(name.end, name.end + REACH)
  if (line.kind === 'bibtex' || line.kind === 'blank') return undefined
  const isListed = (line.isItem || line.isTable) && DATA_USED.test(context.leadIn)
  if (section === 'mention' && !isListed) return undefined
  if (line.kind === 'code') return inCommand(line, name)
  const sentence = `${context.previous} ${line.text} ${context.next}`
  const own = sentenceOf(before, after)
  if (OTHERS.test(own) && !DATA_USED.test(own)) return undefined
  if (isTask(after) || (context.tasks.has(name.words) && !saysDataset(before, after))) return undefined
  if (IS_PART.test(before) || isScriptName(before, after)) return undefined
  const introduced = introduces(`${context.previous} ${before}`, before, after)
  if (introduced) return { relation: 'introduces', role: 'introduce', strength: 4 }
  const role = roleOf(line, before, after, section)
  if (line.isTable || line.kind === 'heading') return { relation: 'uses', role, strength: line.isTable ? 4 : 3 }
  if (section === 'data' || section === 'train' || section === 'evaluate' || isListed)
    return { relation: 'uses', role, strength: 4 }
  if (MODEL_FILE.test(line.text.slice(name.start))) return { relation: 'uses', role, strength: 1 }
  return USE.test(sentence) ? { relation: 'uses', role, strength: section === 'run' ? 3 : 2 } : undefined
}

/** The sentence that the name stands in, as far as the line holds it. */
function sentenceOf(before: string, after: string): string {
  const start = Math.max(...['. ', '! ', '? ', '。'].map((end) => before.lastIndexOf(end)))
  const end = after.search(/[.!?]\s|。/)
  return `${before.slice(start + 1)} ${end < 0 ? after : after.slice(0, end)}`
}

/** "Context-aware emotion recognition (CAER) is a task": the letters mean something else here. */
export function isTask(after: string): boolean {
  return /^["'*_)\]\s]*(?:tasks?\b|is an? [^.]{0,50}\btask\b|任务)/iu.test(after)
}

function saysDataset(before: string, after: string): boolean {
  return DATASET_NOUN.test(after.slice(0, 24)) || /\bdata ?(?:sets?|bases?)\b\W{0,8}$/iu.test(before)
}

function introduces(sentence: string, before: string, after: string): boolean {
  const isNear = DATASET_NOUN.test(after.slice(0, 40)) || DATASET_NOUN.test(before.slice(-60))
  if (isNear && INTRODUCING.test(sentence)) return true
  if (INTRODUCED_LATER.test(sentence)) return true
  return /\bour\s+(?:new |own |proposed )?[[*_`"'\s]*$/iu.test(before) && DATASET_NOUN.test(after.slice(0, 24))
}

function inCommand(line: ReadmeLine, name: DatasetName): Use | undefined {
  const isOption = /--?[\w-]*(?:data|db|corpus|task|root|path|dir|benchmark)[\w-]*[ =]+["']?[^\s"']*$/i.test(
    line.text.slice(0, name.start),
  )
  if (name.isAmbiguous && !isOption && !isRemark(line.text)) return undefined
  const rest = line.text.slice(name.start)
  const role = /\b\w*train\w*\.(?:py|sh|m|lua)|^\s*#.*\btrain/i.test(line.text)
    ? 'train'
    : /\b\w*(?:test|eval|valid)\w*\.(?:py|sh|m|lua)|^\s*#.*\b(?:test|eval)/i.test(line.text)
      ? 'evaluate'
      : 'unknown'
  const pretrained = MODEL_FILE.test(rest) && /pre-?train/i.test(line.text)
  return {
    relation: 'uses',
    role: pretrained && !isOption ? 'pretrain' : role,
    strength: isOption ? 4 : MODEL_FILE.test(rest) ? 1 : 2,
  }
}

function roleOf(line: ReadmeLine, before: string, after: string, section: ReturnType<typeof sectionUse>): DatasetRole {
  if (PRETRAIN_BEFORE.test(before) || PRETRAIN_AFTER.test(after)) return 'pretrain'
  const nearest = Math.max(lastEnd(TRAIN, before), -1)
  const evaluated = Math.max(lastEnd(EVALUATE, before), -1)
  if (nearest >= 0 || evaluated >= 0) return nearest >= evaluated ? 'train' : 'evaluate'
  if (/^[^.;|]{0,60}\b(?:train\w*)\b/iu.test(after)) return 'train'
  if (/^[^.;|]{0,60}\b(?:test\w*|evaluat\w*|acc\w*)\b/iu.test(after)) return 'evaluate'
  if (section === 'evaluate') return 'evaluate'
  if (section === 'train') return 'train'
  return line.isTable && /\d\d\.\d/.test(line.text) ? 'evaluate' : 'unknown'
}

function lastEnd(pattern: RegExp, text: string): number {
  let end = -1
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/** Scripts keep the names that they had in the project they came from. */
function isScriptName(before: string, after: string): boolean {
  return /[\w]$/.test(before) && /^[\w-]*\.(?:py|sh|m|lua|ipynb|bat)\b/.test(after)
}

/** A remark among commands is prose: its names were judged as such. */
export function isRemark(text: string): boolean {
  return /^\s*(?:#|\/\/|%|--\s)/.test(text)
}
