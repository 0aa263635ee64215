import * as v from 'valibot'
import { HASH_LIMIT } from './permalink.ts'

/** Version of the messages between a map in a frame and the page round it: the value of their field `fieldmap`. */
export const MESSAGE_VERSION = 1

/** What the page round a map tells it. `id` is chosen by who asks, and given back with the answer. */
export type HostMessage =
  | { readonly fieldmap: 1; readonly type: 'hello' | 'live' | 'poster' }
  | { readonly fieldmap: 1; readonly type: 'get'; readonly id?: string }
  | { readonly fieldmap: 1; readonly type: 'set'; readonly hash: string; readonly id?: string }

/** What a map in a frame tells the page round it. */
export type MapMessage =
  | { readonly fieldmap: 1; readonly type: 'leave' | 'live' | 'poster' }
  | { readonly fieldmap: 1; readonly type: 'ready'; readonly title: string; readonly hash: string }
  | { readonly fieldmap: 1; readonly type: 'state'; readonly hash: string; readonly id?: string }
  | { readonly fieldmap: 1; readonly type: 'statechange'; readonly hash: string }
  | { readonly fieldmap: 1; readonly type: 'select'; readonly keys: readonly string[] }
  | SentKey

/** A key that the map has no use for, named as in a `KeyboardEvent`. */
export interface SentKey {
  readonly fieldmap: 1
  readonly type: 'key'
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

const fieldmap = v.literal(MESSAGE_VERSION)
const hash = v.pipe(v.string(), v.maxLength(HASH_LIMIT))
const id = v.exactOptional(v.pipe(v.string(), v.maxLength(64)))
const word = v.pipe(v.string(), v.maxLength(64))

const hostMessage: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ fieldmap, type: v.literal('get'), id }),
  v.object({ fieldmap, type: v.literal('set'), hash, id }),
  v.object({ fieldmap, type: v.picklist(['hello', 'live', 'poster']) }),
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

const mapMessage: v.GenericSchema<unknown, MapMessage> = v.variant('type', [
  v.object({ fieldmap, type: v.literal('ready'), title: v.string(), hash }),
  v.object({ fieldmap, type: v.literal('state'), hash, id }),
  v.object({ fieldmap, type: v.literal('statechange'), hash }),
  v.object({ fieldmap, type: v.literal('select'), keys: v.array(v.string()) }),
  sentKey,
  v.object({ fieldmap, type: v.picklist(['leave', 'live', 'poster']) }),
])

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
