let loading: Promise<unknown> | undefined

/**
 * In place of `fonts.ts` where the page itself declares the shipped font: resolves when plain and semibold can be drawn,
 * or could not be had.
 */
export function loadFont(): Promise<unknown> {
  loading ??= Promise.allSettled([document.fonts.load('400 12px Inter'), document.fonts.load('600 12px Inter')])
  return loading
}
