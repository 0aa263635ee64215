export { bibtex } from './bibtex.ts'
export type { Citation, DatasetRole, Evidence, Mention, Tier } from './evidence.ts'
export { QUOTE_LIMIT } from './evidence.ts'
export type {
  AttributesOf,
  EdgeAttributes,
  FieldGraph,
  GraphAttributes,
  GraphFile,
  GraphSource,
  Identifiers,
  NodeAttributes,
  PaperAttributes,
  PaperLink,
  PaperVersion,
  SourceKind,
} from './field-graph.ts'
export { createFieldGraph } from './field-graph.ts'
export type { FoundNode, NodeFinder } from './find-node.ts'
export { createNodeFinder, findNode, preferKinds } from './find-node.ts'
export { fold } from './fold.ts'
export { FormatError, graphFromJson, readGraph } from './graph-file.ts'
export type { GrowthNode, GrowthStep } from './growth.ts'
export { growth } from './growth.ts'
export { hasCode } from './has-code.ts'
export type {
  HistoryChange,
  HistoryFile,
  HistoryInterval,
  HistoryPoint,
  HistoryVersion,
  OpenHistory,
  RemovedNode,
} from './history-file.ts'
export {
  HISTORY_FORMAT,
  HISTORY_VERSION,
  historyFromJson,
  openHistory,
  readHistory,
  writeHistory,
} from './history-file.ts'
export type { VersionSpan } from './history-spans.ts'
export type { EdgeKey, NodeKey } from './keys.ts'
export { byCodeUnits, edgeKey, nodeKey } from './keys.ts'
export type { EdgeKind, LinkRel, NodeKind, VenueForm } from './kinds.ts'
export { EDGE_ENDS, EDGE_KINDS, LINK_RELS, NODE_KINDS, VENUE_FORMS } from './kinds.ts'
export type { Community, CommunityProof, FieldMap, Grouping, GroupingName, Region } from './map-file.ts'
export { GROUPINGS, MAP_FORMAT, MAP_VERSION, mapFromJson, readMap, writeMap } from './map-file.ts'
export type { Neighborhood, NeighborhoodNode } from './neighborhood.ts'
export { neighborhood } from './neighborhood.ts'
export type { PackedField } from './packed-field.ts'
export { packField, unpackField } from './packed-field.ts'
export * from './questions/index.ts'
export type { Finding, Report, Severity } from './report.ts'
export { writeReport } from './report.ts'
export { GRAPH_FORMAT, GRAPH_VERSION } from './schema.ts'
export type { SearchHit, SearchIndex } from './search.ts'
export { createSearchIndex } from './search.ts'
export { slug } from './slug.ts'
export { LIST_WORDS, STOP_WORDS } from './stop-words.ts'
export type { TitleTerm } from './title-terms.ts'
export { stems, titleTerms } from './title-terms.ts'
export * from './tour/index.ts'
export { createGraphWriter, encodeGraph, writeGraph } from './write-graph.ts'
