const TEXT_TYPES: readonly string[] = ['text', 'search', 'url', 'email', 'number', 'tel', 'password']

/** Whether what has the focus, in whatever shadow tree, is a field of text. */
export function isText(event: Event): boolean {
  const [target] = event.composedPath()
  if (target instanceof HTMLInputElement) return TEXT_TYPES.includes(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

const CONTROLS = 'button, a[href], summary, select, input, [role="slider"]'
const CONTROL_KEYS: readonly string[] = ['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

/**
 * Whether a key belongs to the part of the page that has the focus: letters to a field of text, Enter and space to a
 * button. The page round a shadow tree sees only its host, so it cannot know.
 */
export function isOwnKey(event: KeyboardEvent): boolean {
  if (isText(event)) return !event.metaKey && !event.ctrlKey
  const [target] = event.composedPath()
  if (!(target instanceof Element) || !target.matches(CONTROLS)) return false
  const keys = target.matches('input, select, [role="slider"]') ? CONTROL_KEYS : CONTROL_KEYS.slice(0, 2)
  return keys.includes(event.key)
}
