import type { Scene, Theme } from '@fieldmap/view'

/**
 * Draws scenes into an element and nothing else: it knows neither graph nor state. What lies under a pointer is asked of
 * the scene (`hitTest`), not of the renderer, so that every renderer answers alike; see `gestures.ts`.
 */
export interface Renderer {
  readonly kind: 'webgl' | 'svg'
  render(scene: Scene, theme: Theme): void
  /** The element has another size, in CSS pixels; the next scene will have it too. */
  resize(width: number, height: number): void
  /** Gives back everything: elements, listeners, WebGL contexts. */
  destroy(): void
}

/** Told when a renderer can draw no more, e.g. because its WebGL context was taken away. */
export type OnLost = () => void
