import type { Scene, Theme } from '@fieldmap/view'
import type { Renderer } from './renderer.ts'
import { giveBack, SigmaRenderer, spareContext } from './sigma-renderer.ts'
import { SvgRenderer } from './svg-renderer.ts'
import { nextTask } from './tasks.ts'

/**
 * Keeps a renderer alive in an element: WebGL while the stage is live and there is such, else, or once it is lost, SVG. A
 * stage that is not live holds no WebGL context.
 */
export class Stage {
  private readonly container: HTMLElement
  private renderer: Renderer
  private readonly changed: () => void
  private last: { readonly scene: Scene; readonly theme: Theme } | undefined
  private size = { width: 0, height: 0 }
  private isLive = false

  /** @param changed called when another renderer took over. */
  constructor(container: HTMLElement, changed: () => void) {
    this.container = container
    this.changed = changed
    this.renderer = new SvgRenderer(container)
  }

  /** Becomes live in two tasks, as the first WebGL context of a page can take a browser long to give; stops at once. */
  async setLive(isLive: boolean): Promise<void> {
    if (isLive === this.isLive) return
    this.isLive = isLive
    if (!isLive) {
      if (this.renderer.kind === 'webgl') this.replace(() => new SvgRenderer(this.container))
      return
    }
    const context = spareContext()
    await nextTask()
    if (context === null) return
    if (this.isLive && this.renderer.kind === 'svg') this.replace(() => this.sigma(context))
    else giveBack(context)
  }

  get kind(): Renderer['kind'] {
    return this.renderer.kind
  }

  resize(width: number, height: number): void {
    this.size = { width, height }
    this.renderer.resize(width, height)
  }

  render(scene: Scene, theme: Theme): void {
    this.last = { scene, theme }
    this.renderer.render(scene, theme)
  }

  destroy(): void {
    this.isLive = false
    this.renderer.destroy()
  }

  private replace(create: () => Renderer): void {
    this.renderer.destroy()
    this.renderer = create()
    this.renderer.resize(this.size.width, this.size.height)
    this.changed()
    if (this.last !== undefined) this.renderer.render(this.last.scene, this.last.theme)
  }

  private sigma(context: WebGL2RenderingContext): Renderer {
    try {
      const renderer: Renderer = new SigmaRenderer(this.container, context, () => {
        // Told late: a context that was given back may belong to a renderer that has gone.
        if (this.renderer === renderer) this.replace(() => new SvgRenderer(this.container))
      })
      return renderer
    } catch {
      return new SvgRenderer(this.container) // a second context was refused: what follows needs none
    }
  }
}
