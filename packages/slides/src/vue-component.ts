import { type DefineSetupFnComponent, defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { type MapHandle, mapHandle } from './map-handle.ts'

export interface FieldMapProps {
  /** Address of the page with the map, without `#`: one file, or a published map. */
  readonly page: string
  /** The hash of a permalink. */
  readonly state?: string
  /** Parts of the page to show: `search,legend`. */
  readonly ui?: string
  /** Whether the map is live; left out, it is while it is seen. */
  readonly live?: boolean
  /** What the frame is called for those who do not see it. */
  readonly title?: string
}

/** `ready` and `statechange` with the hash, `select` with the keys. */
export type FieldMapEmits = {
  ready: (hash: string) => boolean
  statechange: (hash: string) => boolean
  select: (keys: readonly string[]) => boolean
}

/** A map for a deck in Vue, as Slidev's: `<FieldMap page="map.html" :state="states[$clicks]" />`. */
export const FieldMap: DefineSetupFnComponent<FieldMapProps, FieldMapEmits> = defineComponent(
  (props: FieldMapProps, { emit }) => {
    const frame = ref<HTMLIFrameElement>()
    const life = new AbortController()
    let map: MapHandle | undefined
    // A new address would load the page anew: later states go to the map by message.
    const parts = [props.state, 'embed', props.ui && `ui=${props.ui}`].filter(Boolean)
    const address = `${props.page}#${parts.join('&')}`
    onMounted(() => {
      if (frame.value === undefined) return
      map = mapHandle(frame.value, life.signal, {
        ready: (hash) => emit('ready', hash),
        changed: (hash) => emit('statechange', hash),
        selected: (keys) => emit('select', keys),
      })
      if (props.live !== undefined) map.setLive(props.live)
    })
    onBeforeUnmount(() => life.abort())
    watch(
      () => props.state,
      (state = '') => map?.show(state),
    )
    watch(
      () => props.live,
      (isLive) => isLive !== undefined && map?.setLive(isLive),
    )
    const style = 'width: 100%; height: 100%; border: 0'
    return () => h('iframe', { ref: frame, src: address, title: props.title ?? 'Map', style })
  },
  {
    name: 'FieldMap',
    props: {
      page: { type: String, required: true },
      state: String,
      ui: String,
      live: { type: Boolean, default: undefined }, // else Vue reads a missing one as false
      title: String,
    },
    emits: {
      ready: (hash: string) => typeof hash === 'string',
      statechange: (hash: string) => typeof hash === 'string',
      select: (keys: readonly string[]) => Array.isArray(keys),
    },
  },
)
