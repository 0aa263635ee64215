/**
 * Puts a text on the clipboard, also where the page is not secure; tells whether that worked.
 *
 * @param within an open dialog: outside of it nothing can be selected.
 */
export async function copyText(text: string, within: Element | null = document.body): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text, within ?? document.body)
  }
}

/** The way of older browsers and pages without TLS. */
function copySelected(text: string, within: Element): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position: fixed; opacity: 0'
  within.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
