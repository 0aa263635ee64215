import { LINK_RELS, type NodeAttributes } from '@fieldmap/graph'
import { safeAddress } from './safe-link.ts'

/** Where a reader of a picture goes first: what says most about a paper, then what belongs to it. */
const ORDER: readonly string[] = [...new Set(['paper', 'project', 'code', ...LINK_RELS])]

/** Where the identifiers of a paper lead that stands without links, by scheme. */
const RESOLVERS: Readonly<Record<string, string>> = { doi: 'https://doi.org/', arxiv: 'https://arxiv.org/abs/' }

/**
 * The one web address that a node leads to: a dataset's or repository's own, a paper's page, else its project, code or
 * another link, else where its DOI or arXiv id leads. http and https only; `undefined` where there is none.
 */
export function bestLink(node: NodeAttributes): string | undefined {
  const own = 'url' in node && node.url !== undefined ? [node.url] : []
  const linked = 'links' in node ? node.links.toSorted((a, b) => ORDER.indexOf(a.rel) - ORDER.indexOf(b.rel)) : []
  const identified =
    node.kind === 'paper'
      ? Object.entries(RESOLVERS).flatMap(([scheme, base]) => {
          const identifier = node.identifiers[scheme]
          return identifier === undefined ? [] : [base + identifier]
        })
      : []
  return [...own, ...linked.map(({ url }) => url), ...identified].map(webAddress).find((url) => url !== undefined)
}

function webAddress(url: string): string | undefined {
  const address = safeAddress(url)
  return address !== undefined && address.protocol !== 'mailto:' ? address.href : undefined
}
