import * as v from 'valibot'
import { EDGE_KINDS, LINK_RELS, VENUE_FORMS } from './kinds.ts'

/** Version of `graph.json`; it grows when a reader of the earlier format could go wrong. */
export const GRAPH_VERSION = 1
export const GRAPH_FORMAT = 'fieldmap-graph'

const citation = v.object({
  url: v.string(),
  path: v.exactOptional(v.string()),
  commit: v.exactOptional(v.string()),
  line: v.exactOptional(v.number()),
})

const evidenceEntries = {
  source: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  endLine: v.exactOptional(v.number()),
  quote: v.string(),
  rule: v.string(),
  tier: v.exactOptional(v.picklist(['A', 'B', 'C'])),
  role: v.exactOptional(v.picklist(['train', 'evaluate', 'pretrain', 'introduce', 'unknown'])),
  /** Part or edition of the dataset, as the evidence says it: `7 classes`. */
  variant: v.exactOptional(v.string()),
  cites: v.exactOptional(citation),
}

const evidence = v.array(v.object(evidenceEntries))
const mention = v.object({ ...evidenceEntries, section: v.exactOptional(v.array(v.string())) })

const link = v.object({ rel: v.picklist(LINK_RELS), label: v.string(), url: v.string() })
const identifiers = v.record(v.string(), v.string())

const common = {
  label: v.string(),
  formerKeys: v.exactOptional(v.array(v.string())),
  mentions: v.pipe(v.array(mention), v.minLength(1)),
}

const nodeAttributes = v.variant('kind', [
  v.object({
    kind: v.literal('paper'),
    ...common,
    year: v.exactOptional(v.pipe(v.number(), v.integer())),
    yearBasis: v.exactOptional(v.picklist(['proved', 'stated'])),
    venue: v.exactOptional(v.string()),
    authors: v.array(v.string()),
    importance: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3))),
    mandatory: v.exactOptional(v.boolean()),
    abstract: v.exactOptional(v.string()),
    identifiers,
    links: v.array(link),
    versions: v.array(
      v.object({
        identifiers,
        venue: v.exactOptional(v.string()),
        year: v.exactOptional(v.number()),
        label: v.string(),
      }),
    ),
  }),
  v.object({ kind: v.literal('venue'), ...common, name: v.string(), form: v.picklist(VENUE_FORMS) }),
  v.object({ kind: v.literal('task'), ...common }),
  v.object({
    kind: v.literal('dataset'),
    ...common,
    fullName: v.exactOptional(v.string()),
    aliases: v.exactOptional(v.array(v.string())),
    modality: v.exactOptional(v.string()),
    topic: v.exactOptional(v.string()),
    url: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal('repository'), ...common, url: v.string(), framework: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal('author'), ...common }),
  v.object({ kind: v.literal('organization'), ...common }),
  v.object({
    kind: v.literal('challenge'),
    ...common,
    years: v.exactOptional(v.string()),
    edition: v.exactOptional(v.string()),
    links: v.array(link),
  }),
  v.object({ kind: v.literal('tool'), ...common, years: v.exactOptional(v.string()), links: v.array(link) }),
])

const edgeAttributes = v.object({
  kind: v.picklist(EDGE_KINDS),
  evidence: v.pipe(evidence, v.minLength(1)),
  /** `implemented_in`: the link's words, and the sub-folder it points into. */
  label: v.exactOptional(v.string()),
  path: v.exactOptional(v.string()),
})

const sourceFile = v.object({
  path: v.string(),
  kind: v.picklist(['list', 'evidence', 'relations', 'authors', 'bibliography', 'vocabulary', 'decisions']),
  blob: v.string(),
  repository: v.exactOptional(v.string()),
  /** Its path in that repository where it differs, and the branch. */
  repositoryPath: v.exactOptional(v.string()),
  branch: v.exactOptional(v.string()),
})

/** The schema of `graph.json`: graphology's serialisation with typed attributes. */
export const graphFile = v.object({
  attributes: v.object({
    format: v.literal(GRAPH_FORMAT),
    version: v.literal(GRAPH_VERSION),
    title: v.string(),
    /** Public address of the published map, http or https. */
    site: v.exactOptional(v.string()),
    sources: v.array(sourceFile),
  }),
  options: v.object({ type: v.literal('directed'), multi: v.literal(true), allowSelfLoops: v.literal(false) }),
  nodes: v.array(v.object({ key: v.string(), attributes: nodeAttributes })),
  edges: v.array(v.object({ key: v.string(), source: v.string(), target: v.string(), attributes: edgeAttributes })),
})
