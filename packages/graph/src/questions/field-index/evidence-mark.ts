import type { DatasetRole, Evidence, Tier } from '../../evidence.ts'
import type { EdgeAttributes } from '../../field-graph.ts'

/** Which dataset evidence counts. */
export interface EvidenceChoice {
  /** The worst tier that counts: `B` is B or better. All by default. */
  readonly tier?: Tier
  /** Counts pretraining too; by default only train, evaluate, introduce and unknown. */
  readonly pretraining?: boolean
}

const TIERS: readonly Tier[] = ['A', 'B', 'C']

/** Tier of an evidence; without one it is the paper's own entry in a list, hence A. */
export function tierOf(evidence: Evidence): Tier {
  return evidence.tier ?? 'A'
}

/** Role of an evidence; without one `introduce` on an edge `introduces`, else `unknown`. */
export function roleOf(evidence: Evidence, kind: EdgeAttributes['kind']): DatasetRole {
  return evidence.role ?? (kind === 'introduces' ? 'introduce' : 'unknown')
}

/** One bit for each tier, the same again for pretraining: what an edge's evidence is, in a byte. */
export function evidenceMark({ kind, evidence }: EdgeAttributes): number {
  return evidence.reduce((mark, one) => mark | bitOf(one, kind), 0)
}

function bitOf(evidence: Evidence, kind: EdgeAttributes['kind']): number {
  return 1 << (TIERS.indexOf(tierOf(evidence)) + (roleOf(evidence, kind) === 'pretrain' ? TIERS.length : 0))
}

/** The bits that a choice counts; an edge counts if its mark has one of them. */
export function choiceMask({ tier = 'C', pretraining = false }: EvidenceChoice): number {
  const tiers = (1 << (TIERS.indexOf(tier) + 1)) - 1
  return pretraining ? tiers | (tiers << TIERS.length) : tiers
}

/** The bits that say that something is known of a paper's datasets at all, whatever the role. */
export function knownMask(mask: number): number {
  return choiceMask({ tier: mask & 4 ? 'C' : mask & 2 ? 'B' : 'A', pretraining: true })
}

/** The evidence of an edge that a mask counts. */
export function countedEvidence({ kind, evidence }: EdgeAttributes, mask: number): readonly Evidence[] {
  return evidence.filter((one) => (bitOf(one, kind) & mask) !== 0)
}
