/** Resolves in a task of its own, so that what waits does not lengthen the present one. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
