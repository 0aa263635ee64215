import type { VenueForm } from '@fieldmap/graph'

/** A publication venue that any field may meet. The tables hold spellings only; matching them is the resolver's. */
export interface VenueRecord {
  /** Canonical short name as the field writes it, e.g. `CVPR`, `TAC`. */
  readonly name: string
  /** Official long name without year, ordinal, publisher or "Proceedings of the". */
  readonly fullName: string
  readonly form: VenueForm
  /**
   * Other spellings. Matching ignores case and punctuation and strips years, "(oral)", "Proceedings of", a leading
   * IEEE, ACM or IEEE/CVF: such variants are not listed.
   */
  readonly aliases: readonly string[]
  /**
   * The name is an ordinary word or at most three letters and digits: it is a venue only where the whole field is this
   * name with this case.
   */
  readonly ordinary?: true
  /** A series in which many conferences appear: where one of these is named, that is the venue. */
  readonly series?: true
}
