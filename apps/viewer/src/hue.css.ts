import { HUES } from '@fieldmap/view'
import { type CSSResult, unsafeCSS } from 'lit'

/** `.hue-0` … and `.hue-none`: grounds in the colours of the regions. */
export const hueStyles: CSSResult = unsafeCSS(
  [...Array.from({ length: HUES }, (_, i) => i), 'none']
    .map((i) => `.hue-${i} { background: var(--mark-${i}) }`)
    .join('\n'),
)
