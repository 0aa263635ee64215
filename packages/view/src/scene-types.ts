import type { EdgeKind, NodeKind } from '@fieldmap/graph'
import type { Box, Point } from './geometry.ts'
import type { ColorToken } from './palette.ts'
import type { FontWeight } from './text-width.ts'

/** How much something matters now: chosen, next to it, as always, or out of the question. */
export type Emphasis = 'chosen' | 'near' | 'normal' | 'faded'

/** A mark. Papers are circles, all else squares; `filled` means has code, or (not a paper) always. */
export interface SceneNode {
  readonly key: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly shape: 'circle' | 'square'
  readonly filled: boolean
  readonly color: ColorToken
  readonly emphasis: Emphasis
  /** 0–1. */
  readonly opacity: number
  /** It came with the version that is shown: a second ring stands round it. */
  readonly isNew?: true
  /** On its way from another scene: the colour that it had there, and how much of that is left, 0–1. */
  readonly came?: { readonly color: ColorToken; readonly part: number }
  /** The whole name. */
  readonly label: string
  readonly box: Box
}

/** A line: a `relation` between two nodes, or a `band` between two regions. */
export interface SceneEdge {
  readonly key: string
  readonly kind: 'relation' | 'band'
  /** Of a relation. */
  readonly relation?: EdgeKind
  /** Keys of two nodes, or of two regions. */
  readonly source: string
  readonly target: string
  /** Straight from point to point. */
  readonly line: readonly Point[]
  /** What it carries or states, in words, e.g. `6 datasets, 4 authors`. */
  readonly words: string
  readonly width: number
  readonly color: ColorToken
  readonly opacity: number
  readonly emphasis: Emphasis
}

export interface SceneRegion {
  readonly key: string
  readonly label: string
  /** Papers in it, before filters; of a field as it was, those that were there. */
  readonly count: number
  /** Corners of the closed quadratic B-spline that is its border; see `closedPath`. */
  readonly outline: readonly Point[]
  readonly color: ColorToken
  readonly stroke: ColorToken
  /** Of its name. */
  readonly ink: ColorToken
  readonly emphasis: Emphasis
  readonly opacity: number
  readonly box: Box
}

export interface LabelLine {
  readonly text: string
  readonly size: number
  readonly weight: FontWeight
  readonly color: ColorToken
  /** Where the text is anchored, on its baseline. */
  readonly x: number
  readonly y: number
}

export interface SceneLabel {
  /** The key of what it names. */
  readonly key: string
  readonly of: 'node' | 'region' | 'edge'
  readonly lines: readonly LabelLine[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly opacity: number
  readonly box: Box
  /** A straight line to what it names, where it does not stand beside it. */
  readonly leader?: readonly [Point, Point]
}

/** All that a renderer draws, in pixels of the stage, back to front: bands, regions, relations, nodes, labels. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly zoom: number
  /** How many pixels what is one pixel wide on screen has here, > 0; 1 where it is left out. */
  readonly unit?: number
  readonly nodes: readonly SceneNode[]
  readonly edges: readonly SceneEdge[]
  readonly regions: readonly SceneRegion[]
  readonly labels: readonly SceneLabel[]
  /** The box of the whole map in pixels, in view or not. */
  readonly bounds: Box
  /** The key of what is pointed at. */
  readonly pointed: string | undefined
  /** Of a field as it was: when, e.g. `as of 2021-03-04`, for what stands round the picture. */
  readonly asOf?: string
  /** What the picture says, in a sentence. */
  readonly title: string
  /** Chosen keys that the graph does not hold. */
  readonly missing: readonly string[]
  /** Neighbours beyond those that there was room to place. */
  readonly omitted: number
}
