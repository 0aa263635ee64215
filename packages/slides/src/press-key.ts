import type { SentKey } from '@fieldmap/view'

/**
 * Presses a key in this document as if the map's frame had never had the focus. Decks look at different fields: reveal.js
 * at `keyCode`, Marp at `which`, Slidev at `key`, and at the release too.
 */
export function pressKey({ key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey }: SentKey): void {
  const told = {
    key,
    code,
    keyCode,
    which: keyCode,
    altKey,
    ctrlKey,
    metaKey,
    shiftKey,
    bubbles: true,
    cancelable: true,
  }
  const target = document.body ?? document
  target.dispatchEvent(new KeyboardEvent('keydown', told))
  target.dispatchEvent(new KeyboardEvent('keyup', told))
}
