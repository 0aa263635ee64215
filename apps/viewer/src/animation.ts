/** Calls `frame` with eased progress 0–1 on animation frames until done or stopped; at once with 1 for no duration. */
export function animate(milliseconds: number, frame: (progress: number) => void): () => void {
  if (milliseconds <= 0) {
    frame(1)
    return () => {}
  }
  const start = performance.now()
  let request = requestAnimationFrame(function step(now) {
    const t = Math.min(1, Math.max(0, (now - start) / milliseconds))
    if (t < 1) request = requestAnimationFrame(step)
    frame(t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2)
  })
  return () => cancelAnimationFrame(request)
}

/** How long moves take: not at all where the reader asked for reduced motion. */
export function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds
}
