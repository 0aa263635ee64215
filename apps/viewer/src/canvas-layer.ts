/** A 2D canvas that fills its parent at the screen's own resolution. Coordinates are CSS pixels. */
export class CanvasLayer {
  private readonly canvas = document.createElement('canvas')
  private readonly context: CanvasRenderingContext2D | null
  private width = 0
  private height = 0

  constructor(parent: HTMLElement) {
    Object.assign(this.canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' })
    this.context = this.canvas.getContext('2d')
    parent.append(this.canvas)
  }

  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio
    this.width = width
    this.height = height
    this.canvas.width = Math.max(1, Math.round(width * ratio))
    this.canvas.height = Math.max(1, Math.round(height * ratio))
    this.context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  /** Clears the layer and lets `paint` draw on it. */
  draw(paint: (context: CanvasRenderingContext2D) => void): void {
    if (this.context === null) return
    this.context.clearRect(0, 0, this.width, this.height)
    paint(this.context)
  }

  destroy(): void {
    this.canvas.width = 0
    this.canvas.height = 0
    this.canvas.remove()
  }
}
