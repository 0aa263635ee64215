import { slug } from '@fieldmap/graph'
import { memoise } from '../memo.ts'

/** {@link slug}, once for each name: lists repeat those of venues, people and datasets in every entry. */
export const slugOf: (name: string) => string = memoise(slug)
