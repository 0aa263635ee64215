export type { Frame, Projection, Viewport } from './camera.ts'
export { cameraAt, middleOf, projectionOf, roundCamera, ZOOM_RANGE, zoomAt } from './camera.ts'
export type { Card, CardGroup, CardItem, Statement } from './card.ts'
export { cardOf, kindTitle, noteText } from './card.ts'
export type { Connection } from './connections.ts'
export { bandKey, connectionsOf } from './connections.ts'
export { contrast } from './contrast.ts'
export { countsOf, newestYear } from './counts.ts'
export { placeOf } from './entities.ts'
export type { Facet, YearCount } from './filters.ts'
export { countPassing, facetsOf, isFiltered, isNarrowed, yearCounts } from './filters.ts'
export { currentKey } from './focus.ts'
export { followKeys, identifiersOf } from './follow.ts'
export type { Box, Point } from './geometry.ts'
export { boxesOverlap, centerOf, distance } from './geometry.ts'
export type { Hit } from './hit-test.ts'
export { hitTest, TOLERANCE } from './hit-test.ts'
export type { LaidRegion, Layout } from './layout.ts'
export { layoutOf, NOT_PLACED } from './layout.ts'
export { mixColors } from './mix-colors.ts'
export type { ColorToken, Palette, Theme } from './palette.ts'
export { colorOf, HUES, PALETTES, regionColor } from './palette.ts'
export type { PaperRow } from './paper-list.ts'
export { listBibtex, listCsv, paperList } from './paper-list.ts'
export { openPath } from './paths.ts'
export type { HashContent, HashProblem, IdentifierOf } from './permalink.ts'
export { HASH_LIMIT, readHash, SHARED_LIMIT, writeHash } from './permalink.ts'
export { questionFilter, regionSet } from './questions.ts'
export type { RegionCard, RegionConnection, RegionPaper } from './region-card.ts'
export { regionCardOf, sharedOf } from './region-card.ts'
export { safeLink } from './safe-link.ts'
export type { Pointer } from './scene.ts'
export { preparations, preparationsAhead, scene } from './scene.ts'
export type { Emphasis, LabelLine, Scene, SceneEdge, SceneLabel, SceneNode, SceneRegion } from './scene-types.ts'
export type { SourceLinks } from './source-link.ts'
export { citationLink, sourceLinks } from './source-link.ts'
export type { Camera, Depth, Filters, Lens, Match, Panel, SortColumn, ThemeChoice, ViewState } from './state.ts'
export {
  DEFAULT_STATE,
  DEPTHS,
  HIDEABLE_KINDS,
  LENSES,
  MATCHES,
  NO_FILTERS,
  PANELS,
  SORT_COLUMNS,
  THEMES,
  VIEW_VERSION,
} from './state.ts'
export type { Stretch } from './stretch.ts'
export { aspectOf } from './stretch.ts'
export type { SvgOptions } from './svg.ts'
export { escapeXml, FONT_FAMILY, ringWidth, svg } from './svg.ts'
export type { FontWeight } from './text-width.ts'
export { shorten, textWidth, wrap, wrapEvenly } from './text-width.ts'
export { between } from './tween.ts'
export type { Direction } from './walk.ts'
export { stepTowards } from './walk.ts'
export { counted, GROUPING_WORDS, groupDigits, kindWord, shortTitle } from './words.ts'
