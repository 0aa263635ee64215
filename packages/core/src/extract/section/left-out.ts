import type { Finding } from '@fieldmap/graph'
import { blockContents } from '../../parse/block-contents.ts'
import type { Block } from '../../parse/document.ts'
import { isProceedingsAddress } from '../../recognise/address-kind.ts'
import type { Section } from '../entry.ts'

/** So many that a section is not one which names a paper by the way. */
const MOST_BY_THE_WAY = 4

/**
 * What is doubtful about a section that is not read because of its name, "News" or "Related lists": it links several
 * papers where these are published. Linear in the blocks.
 */
export function leftOut({ title, evidence }: Section, blocks: readonly Block[]): readonly Finding[] {
  const urls = new Set(
    blocks
      .flatMap((block) => blockContents(withoutHeader(block)))
      .flatMap((content) => content.flatMap((span) => (span.kind === 'link' ? [span.url] : []))),
  )
  const papers = [...urls].filter(isProceedingsAddress).length
  if (papers <= MOST_BY_THE_WAY) return []
  return [
    {
      rule: 'extract/section-left-out',
      severity: 'info',
      source: evidence.source,
      line: evidence.line,
      column: 1,
      message: `The section "${title}" links ${papers} papers and is not read: sections called so list none.`,
      hint: 'If it is a list of papers, give it another heading.',
    },
  ]
}

/** Names of columns list nothing. */
function withoutHeader(block: Block): Block {
  if (block.kind !== 'table') return block
  const { header: _, ...rows } = block
  return rows
}
