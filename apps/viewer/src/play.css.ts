import { type CSSResult, css } from 'lit'

/** While a tour is played the map has all the room over the tour's bar; the card comes where something else is chosen. */
export const playStyles: CSSResult = css`
  field-tour {
    grid-area: tour;
    min-width: 0;
  }
  :host([no-tour]) field-tour,
  :host(:not([playing]):not([no-ask])) field-tour,
  :host([playing]) :is(.ask, .tabs, .zoom .time, .zoom button[aria-label='List']),
  :host([playing]:not([away])) .card {
    display: none !important;
  }
  :host([playing]) {
    grid-template: 'map' minmax(0, 1fr) 'tour' auto / minmax(0, 1fr) !important;
  }
  :host([playing][away]:not([no-card])) {
    grid-template: 'map card' minmax(0, 1fr) 'tour tour' auto / minmax(0, 1fr) 352px !important;
  }
  :host(:not([playing])) field-tour {
    grid-area: map;
    place-self: end start;
    z-index: 1;
    margin: 14px;
  }
  :host(:not([playing]):not([no-legend])) field-tour {
    margin-bottom: 40px;
  }
  @media (max-width: 900px) {
    :host([playing][away]:not([no-card])) {
      grid-template: 'map' minmax(0, 1fr) 'tour' auto / minmax(0, 1fr) !important;
    }
    :host([playing][away]) .card {
      grid-area: map;
      align-self: end;
      z-index: 2;
      max-height: 54%;
    }
  }
`
