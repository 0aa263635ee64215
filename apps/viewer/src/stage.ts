import type { Scene, Theme } from '@fieldmap/view'
import type { Renderer } from './renderer.ts'
import { SigmaRenderer, spareContext } from './sigma-renderer.ts'
import { SvgRenderer } from './svg-renderer.ts'
import { nextTask } from './tasks.ts'

/** Keeps a renderer alive in an element: WebGL where there is, else, or once it is lost, SVG. */
export class Stage {
  private readonly container: HTMLElement
  private renderer: Renderer
  private readonly changed: () => void
  private last: { readonly scene: Scene; readonly theme: Theme } | undefined

  /** @param changed called when another renderer took over. */
  private constructor(container: HTMLElement, changed: () => void, context: WebGL2RenderingContext | null) {
    this.container = container
    this.changed = changed
    this.renderer = this.create(context)
  }

  /** Sets a stage up in two tasks, as the first WebGL context of a page can take a browser long to give. */
  static async open(container: HTMLElement, changed: () => void): Promise<Stage> {
    const context = spareContext()
    await nextTask()
    return new Stage(container, changed, context)
  }

  get kind(): Renderer['kind'] {
    return this.renderer.kind
  }

  resize(width: number, height: number): void {
    this.renderer.resize(width, height)
  }

  render(scene: Scene, theme: Theme): void {
    this.last = { scene, theme }
    this.renderer.render(scene, theme)
  }

  destroy(): void {
    this.renderer.destroy()
  }

  private create(context: WebGL2RenderingContext | null): Renderer {
    try {
      if (context !== null) return new SigmaRenderer(this.container, context, () => this.fallBack())
    } catch {
      // A second context was refused: what follows needs none.
    }
    return new SvgRenderer(this.container)
  }

  private fallBack(): void {
    if (this.renderer.kind === 'svg') return
    this.renderer.destroy()
    this.renderer = new SvgRenderer(this.container)
    this.changed()
    if (this.last !== undefined) this.renderer.render(this.last.scene, this.last.theme)
  }
}
