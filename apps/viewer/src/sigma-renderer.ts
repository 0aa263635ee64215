import {
  colorOf,
  mixColors,
  PALETTES,
  type Palette,
  ringWidth,
  type Scene,
  type SceneNode,
  type Theme,
} from '@fieldmap/view'
import { createNodeBorderProgram } from '@sigma/node-border'
import { NodeSquareProgram } from '@sigma/node-square'
import Graph from 'graphology'
import Sigma from 'sigma'
import { CanvasLayer } from './canvas-layer.ts'
import { paintGround, paintNames } from './paint.ts'
import type { OnLost, Renderer } from './renderer.ts'

interface NodeLook {
  x: number
  y: number
  size: number
  color: string
  ring: string
  ringWidth: number
  type: 'circle' | 'square'
  zIndex: number
}

const nothing = (): void => undefined

/** A program of Sigma that draws nothing: for its edges and hovered nodes, so that no shader is compiled for them. */
class NoProgram {
  readonly drawLabel = undefined
  readonly drawHover = undefined
  readonly kill = nothing
  readonly reallocate = nothing
  readonly process = nothing
  readonly render = nothing
}

/**
 * A context that nothing is drawn into, also to see whether there are any. Sigma wants one for each layer, and each costs
 * a browser much time and one of its sixteen.
 */
export function spareContext(): WebGL2RenderingContext | null {
  return Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('webgl2')
}

/** Ends a context; without, it would count as one of the sixteen until its canvas is collected. */
export function giveBack(context: WebGL2RenderingContext): void {
  context.getExtension('WEBGL_lose_context')?.loseContext()
}

/** For the Sigma that is being made: its constructor asks for contexts before a field of it could be set. */
let spare: HTMLCanvasElement | undefined

/** Sigma with one context of its own, for marks; its layers for edges and hovered nodes, always empty, share the spare. */
class MarksSigma extends Sigma {
  override createWebGLContext(
    id: string,
    options?: Parameters<Sigma['createWebGLContext']>[1],
  ): ReturnType<Sigma['createWebGLContext']> {
    if (id === 'nodes' || spare === undefined) return super.createWebGLContext(id, options)
    this.createCanvas(id) // Sigma sizes and removes a canvas of each layer
    return super.createWebGLContext(id, { canvas: spare })
  }
}

/**
 * Draws the marks of a scene by Sigma.js (WebGL), what lies under them and the names over them each on one 2D canvas:
 * Sigma's thin lines come out dotted, and there are never many. Sigma's camera, layout, labels and events are off: a scene
 * comes in pixels and is drawn in pixels. Nothing of Sigma leaves this file.
 */
export class SigmaRenderer implements Renderer {
  readonly kind = 'webgl'
  private readonly ground: CanvasLayer
  private readonly names: CanvasLayer
  private readonly stage: HTMLElement
  private readonly graph = new Graph({ type: 'directed', multi: true })
  private readonly sigma: Sigma

  /**
   * @param context what {@link spareContext} gave; it is given back with the renderer.
   * @throws where the browser gives no further WebGL context.
   */
  constructor(container: HTMLElement, context: WebGL2RenderingContext, onLost: OnLost) {
    this.ground = new CanvasLayer(container)
    this.stage = container.appendChild(document.createElement('div'))
    Object.assign(this.stage.style, { position: 'absolute', inset: '0' })
    this.names = new CanvasLayer(container)
    try {
      spare = context.canvas instanceof HTMLCanvasElement ? context.canvas : undefined
      this.sigma = new MarksSigma(this.graph, this.stage, {
        allowInvalidContainer: true,
        autoCenter: false,
        defaultNodeType: 'circle',
        enableCameraPanning: false,
        enableCameraRotation: false,
        enableCameraZooming: false,
        edgeProgramClasses: { line: NoProgram, arrow: NoProgram },
        enableEdgeEvents: false,
        itemSizesReference: 'screen',
        minCameraRatio: 1,
        maxCameraRatio: 1,
        minEdgeThickness: 0.5,
        nodeProgramClasses: {
          circle: createNodeBorderProgram({
            borders: [
              { size: { attribute: 'ringWidth', defaultValue: 0, mode: 'pixels' }, color: { attribute: 'ring' } },
              { size: { fill: true }, color: { attribute: 'color' } },
            ],
          }),
          square: NodeSquareProgram,
        },
        nodeHoverProgramClasses: { circle: NoProgram, square: NoProgram },
        renderEdgeLabels: false,
        renderLabels: false,
        stagePadding: 0,
        zIndex: true,
        zoomToSizeRatioFunction: () => 1,
      })
    } catch (cause) {
      container.replaceChildren()
      giveBack(context)
      throw cause
    } finally {
      spare = undefined
    }
    for (const canvas of this.stage.querySelectorAll('canvas')) canvas.addEventListener('webglcontextlost', onLost)
  }

  render(scene: Scene, theme: Theme): void {
    const palette = PALETTES[theme]
    this.ground.draw((context) => paintGround(context, scene, palette))
    this.draw(scene, palette)
    this.names.draw((context) => paintNames(context, scene, palette))
  }

  resize(width: number, height: number): void {
    this.ground.resize(width, height)
    this.names.resize(width, height)
    this.sigma.resize(true)
  }

  destroy(): void {
    this.sigma.kill()
    this.ground.destroy()
    this.names.destroy()
    this.stage.remove()
  }

  private draw({ nodes, width, height }: Scene, palette: Palette): void {
    this.graph.clear()
    nodes.forEach((node, i) => {
      if (!isInView(node, width, height)) return
      const look: NodeLook = { ...lookOf(node, palette), y: height - node.y, zIndex: i }
      this.graph.addNode(node.key, look)
    })
    this.sigma.setCustomBBox({ x: [0, width], y: [0, height] })
    this.sigma.refresh()
  }
}

function isInView({ x, y, radius }: SceneNode, width: number, height: number): boolean {
  return x > -radius && y > -radius && x < width + radius && y < height + radius
}

/** Sigma blends no transparent marks; what fades is mixed with what lies under it. */
function lookOf(node: SceneNode, palette: Palette): Omit<NodeLook, 'zIndex'> {
  const { x, y, radius, shape, filled, opacity, came } = node
  const own = colorOf(palette, node.color)
  const tone = came === undefined ? own : mixColors(own, colorOf(palette, came.color), came.part)
  const under = shape === 'circle' ? palette.fills[Number(node.color.split('-')[1])] : undefined
  const color = mixColors(under ?? palette.ground, tone, opacity)
  const inside = filled ? color : mixColors(under ?? palette.ground, palette.panel, opacity)
  return { x, y, size: radius, color: inside, ring: color, ringWidth: 2 * ringWidth(radius), type: shape }
}
