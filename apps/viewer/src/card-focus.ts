import type { Panel } from '@fieldmap/view'

/** Where the keyboard was when it left for the card. */
interface Origin {
  readonly element: HTMLElement
  /** Finds the element again where it was drawn anew. */
  readonly key: string | undefined
  readonly root: Node
  readonly panel: Panel
}

/**
 * Leads the keyboard to the heading of the card when it chose something in a panel, and back to where it was. Pointers and
 * the map itself are left alone: there the reader goes on where they are.
 */
export class CardFocus {
  private byKeys = false
  private origin: Origin | undefined

  constructor(signal: AbortSignal) {
    const options = { signal, capture: true }
    window.addEventListener('keydown', () => this.pressed(true), options)
    window.addEventListener('pointerdown', () => this.pressed(false), options)
  }

  /** Remembers where the keyboard is before it chooses; from within the card, where it came from stays. */
  leave(card: HTMLElement, panel: Panel): void {
    const element = this.byKeys ? focused() : undefined
    if (element === undefined) this.origin = undefined
    else if (element.getRootNode() !== card.shadowRoot || this.origin === undefined) {
      this.origin = { element, key: element.dataset.key, root: element.getRootNode(), panel }
    }
  }

  /** Goes to the heading of a card that is drawn, if the keyboard chose it. */
  arrive(card: HTMLElement): void {
    if (!this.byKeys) return
    const heading = card.shadowRoot?.querySelector('h2')
    if (!(heading instanceof HTMLElement)) return
    heading.tabIndex = -1
    heading.focus()
  }

  /** The panel that was in front when the keyboard left for the card that it is in now. */
  panelBefore(card: HTMLElement): Panel | undefined {
    return focused()?.getRootNode() === card.shadowRoot ? this.origin?.panel : undefined
  }

  /** Goes back to where the keyboard came from, or else to `otherwise`. */
  back(otherwise: HTMLElement | null): void {
    const { element, key, root } = this.origin ?? {}
    this.origin = undefined
    const again =
      key !== undefined && root instanceof ShadowRoot
        ? root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
        : null
    const target = [again, element, otherwise].find((one) => one?.isConnected === true && one.checkVisibility())
    target?.focus()
  }

  private pressed(byKeys: boolean): void {
    this.byKeys = byKeys
  }
}

/** The element that has the focus, also inside of shadow trees. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : undefined
}
