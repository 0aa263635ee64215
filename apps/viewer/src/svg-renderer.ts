import { type Scene, svg, type Theme } from '@fieldmap/view'
import type { Renderer } from './renderer.ts'

/** Draws a scene as the SVG of the exports: where there is no WebGL, or it was lost. */
export class SvgRenderer implements Renderer {
  readonly kind = 'svg'
  private readonly container: HTMLElement

  constructor(container: HTMLElement) {
    this.container = container
  }

  render(scene: Scene, theme: Theme): void {
    const parsed = new DOMParser().parseFromString(svg(scene, { theme, transparent: true }), 'image/svg+xml')
    const picture = document.importNode(parsed.documentElement, true)
    picture.setAttribute('aria-hidden', 'true') // the stage round it has the name, the lists beside it the content
    this.container.replaceChildren(picture)
  }

  resize(): void {
    // each scene brings its size
  }

  destroy(): void {
    this.container.replaceChildren()
  }
}
