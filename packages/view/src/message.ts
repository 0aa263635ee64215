import * as v from 'valibot'
import { HASH_LIMIT } from './permalink.ts'

/** Version of the messages between a map in a frame and the page round it: the value of their field `fieldmap`. */
export const MESSAGE_VERSION = 1

const fieldmap = v.literal(MESSAGE_VERSION)
const hash = v.pipe(v.string(), v.maxLength(HASH_LIMIT))
/** Chosen by who asks, and given back with the answer. */
const id = v.exactOptional(v.pipe(v.string(), v.maxLength(64)))
const word = v.pipe(v.string(), v.maxLength(64))

const hostMessage = v.variant('type', [
  v.object({ fieldmap, type: v.literal('hello') }),
  v.object({ fieldmap, type: v.literal('get'), id }),
  v.object({ fieldmap, type: v.literal('set'), hash, id }),
  v.object({ fieldmap, type: v.literal('live') }),
  v.object({ fieldmap, type: v.literal('poster') }),
])

const sentKey = v.object({
  fieldmap,
  type: v.literal('key'),
  key: word,
  code: word,
  keyCode: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
  altKey: v.boolean(),
  ctrlKey: v.boolean(),
  metaKey: v.boolean(),
  shiftKey: v.boolean(),
})

const mapMessage = v.variant('type', [
  v.object({ fieldmap, type: v.literal('ready'), title: v.string(), hash }),
  v.object({ fieldmap, type: v.literal('state'), hash, id }),
  v.object({ fieldmap, type: v.literal('statechange'), hash }),
  v.object({ fieldmap, type: v.literal('select'), keys: v.array(v.string()) }),
  sentKey,
  v.object({ fieldmap, type: v.literal('leave') }),
  v.object({ fieldmap, type: v.literal('live') }),
  v.object({ fieldmap, type: v.literal('poster') }),
])

/** What the page round a map tells it. */
export type HostMessage = v.InferOutput<typeof hostMessage>
/** What a map in a frame tells the page round it. */
export type MapMessage = v.InferOutput<typeof mapMessage>
/** A key that the map has no use for, named as in a `KeyboardEvent`. */
export type SentKey = v.InferOutput<typeof sentKey>

/** The `data` of a message event as what a host says; `undefined` where it is anything else. Never throws. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  const read = v.safeParse(hostMessage, data)
  return read.success ? read.output : undefined
}

/** The `data` of a message event as what a map says; `undefined` where it is anything else. Never throws. */
export function readMapMessage(data: unknown): MapMessage | undefined {
  const read = v.safeParse(mapMessage, data)
  return read.success ? read.output : undefined
}
