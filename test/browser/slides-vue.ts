import { FieldMap } from '@fieldmap/slides/vue'
import { createApp, defineComponent, h, onMounted, onUnmounted, ref } from 'vue'

const STATES = ['s=paper:alpha', 's=paper:beta', 'g=venue']

/** A deck as Slidev makes one: all slides in the page, one shown, arrow keys heard on the window. */
const Deck = defineComponent(() => {
  const slide = ref(0)
  const heard = ref('')
  const key = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowRight' || key === ' ' || key === 'n') slide.value = Math.min(STATES.length - 1, slide.value + 1)
    if (key === 'ArrowLeft' || key === 'p') slide.value = Math.max(0, slide.value - 1)
  }
  onMounted(() => window.addEventListener('keydown', key))
  onUnmounted(() => window.removeEventListener('keydown', key))
  return () => [
    ...STATES.map((state, i) =>
      h(
        'section',
        { id: `slide${i}`, style: { display: slide.value === i ? 'block' : 'none', width: '900px', height: '560px' } },
        h(FieldMap, {
          page: 'map.html',
          state,
          ui: 'search',
          onStatechange: (hash: string) => {
            heard.value = hash
          },
        }),
      ),
    ),
    h('output', { id: 'slide' }, String(slide.value)),
    h('output', { id: 'heard' }, heard.value),
  ]
})

createApp(Deck).mount('#deck')
