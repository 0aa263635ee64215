/** Whether this page is a frame of another. */
export function isFramed(): boolean {
  return window.parent !== window
}

/** The other frames of the page that this one is a frame of, whatever their origin; none for a page of its own. */
export function siblingFrames(): readonly Window[] {
  if (!isFramed()) return []
  const { parent } = window
  return Array.from({ length: parent.length }, (_, i) => parent[i]).filter(
    (frame): frame is Window => frame !== undefined && frame !== window,
  )
}
