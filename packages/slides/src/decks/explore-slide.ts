/** What of reveal.js and of `<field-map>` the page needs. */
interface LiveMap extends HTMLElement {
  hash: string
  state: Readonly<Record<string, unknown>>
}
declare const Reveal: {
  readonly getCurrentSlide: () => HTMLElement | undefined
  readonly on: (type: string, listener: () => void) => void
  readonly addKeyBinding: (
    key: { readonly keyCode: number; readonly key: string; readonly description: string },
    act: () => void,
  ) => void
}

/**
 * Lets the speaker put the live map in the place of a slide's picture, by its button or the key M, and back: one map for
 * the whole deck, so that there is never more than one drawn by WebGL. It lies over the deck, not in it, so the scale of
 * the deck does not move the pointer. The next slide, M, or Escape in the map shows the picture again.
 *
 * It runs in the page, as text: it may use nothing but its argument and what is declared here.
 *
 * @param theme of the deck: what the map shows has its colours, whatever the reader's system prefers
 */
export function exploreSlide(theme: 'light' | 'dark'): void {
  const isMap = (element: Element | null): element is LiveMap => element !== null && 'hash' in element
  const map = document.querySelector('field-map')
  if (!isMap(map)) return
  const place = (): void => {
    const box = Reveal.getCurrentSlide()?.querySelector('.map')?.getBoundingClientRect()
    if (box === undefined) return
    const { left, top, width, height } = box
    Object.assign(map.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  }
  const tell = (isOpen: boolean): void => {
    for (const button of document.querySelectorAll('button.explore')) {
      button.setAttribute('aria-pressed', String(isOpen))
      button.textContent = isOpen ? 'Back to the picture' : 'Explore'
    }
  }
  const close = (): void => {
    map.hidden = true
    tell(false)
  }
  const toggle = (): void => {
    if (!map.hidden) {
      close()
      return
    }
    map.hash = Reveal.getCurrentSlide()?.dataset.stateHash ?? ''
    map.state = { ...map.state, theme }
    place()
    map.hidden = false
    tell(true)
  }
  for (const button of document.querySelectorAll('button.explore')) button.addEventListener('click', toggle)
  map.addEventListener('leave', close)
  for (const type of ['slidechanged', 'overviewshown']) Reveal.on(type, close)
  Reveal.on('resize', place)
  Reveal.addKeyBinding({ keyCode: 77, key: 'M', description: 'Explore the map, or back to its picture' }, toggle)
}
