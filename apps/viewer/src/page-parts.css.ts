import { type CSSResult, css } from 'lit'

/** Which parts stand round the map (`embed`, `ui=`), sentences over it, and what is reached otherwise on a phone. */
export const partStyles: CSSResult = css`
  :host([no-legend]) .legend,
  :host([no-zoom]) .zoom button:not([aria-label='List']),
  :host([no-list]) .zoom button[aria-label='List'],
  :host([no-time]) .zoom .time,
  :host([no-zoom][no-list]) .zoom,
  :host([no-search]) field-search,
  :host([no-card]) .card,
  :host([embed]) .tabs,
  :host([embed]) .foot {
    display: none;
  }
  .ask {
    padding-bottom: 0;
  }
  .foot {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin-inline: -24px;
    padding: 8px 24px 10px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  :host([no-ask]) .ask {
    display: block;
    padding: 10px 14px;
    border: 0;
    border-bottom: 1px solid var(--line);
    overflow: visible;
  }
  :host([no-ask]) .ask > .sheet,
  :host([no-ask]) .ask > .foot,
  :host([no-ask]) header > :not(field-search),
  :host([no-ask][no-search]) .ask {
    display: none;
  }
  :host([no-ask]) header {
    padding: 0;
    border: 0;
  }
  :host([no-ask]) field-search {
    max-width: 420px;
    margin: 0;
  }
  :host([no-ask]) {
    grid-template: 'ask card' auto 'map card' minmax(0, 1fr) / minmax(0, 1fr) 320px;
  }
  :host([no-ask][list]) {
    grid-template: 'ask card' auto 'map card' minmax(0, 11fr) 'list card' minmax(0, 9fr) / minmax(0, 1fr) 320px;
  }
  :host([no-card]) {
    grid-template: 'ask map' minmax(0, 1fr) / 272px minmax(0, 1fr);
  }
  :host([no-card][list]) {
    grid-template: 'ask map' minmax(0, 11fr) 'ask list' minmax(0, 9fr) / 272px minmax(0, 1fr);
  }
  :host([no-ask][no-card]) {
    grid-template: 'ask' auto 'map' minmax(0, 1fr) / minmax(0, 1fr);
  }
  :host([no-ask][no-card][list]) {
    grid-template: 'ask' auto 'map' minmax(0, 11fr) 'list' minmax(0, 9fr) / minmax(0, 1fr);
  }
  .notices {
    position: absolute;
    top: 14px;
    left: 50%;
    transform: translateX(-50%);
    display: grid;
    gap: 6px;
    width: max-content;
    max-width: min(520px, 100% - 32px);
    padding: 9px 16px;
    border-radius: 9px;
    background: var(--panel);
    box-shadow: 0 0 0 1px var(--line);
    text-wrap: pretty;
  }
  .notices button {
    color: var(--accent);
    font-weight: 600;
    min-height: 26px;
  }
  @media (max-width: 1100px) {
    .foot {
      margin-inline: -18px;
      padding-inline: 18px;
    }
  }
  @media (max-width: 900px) {
    :host([no-ask]:not([no-card])) {
      grid-template: 'ask' auto 'map' minmax(0, 1fr) / minmax(0, 1fr);
    }
    :host([no-ask]:not([no-card])[list]) {
      grid-template: 'ask' auto 'map' minmax(0, 3fr) 'list' minmax(0, 2fr) / minmax(0, 1fr);
    }
    :host([no-card]:not([no-ask])) {
      grid-template: 'map' minmax(0, 3fr) 'ask' minmax(0, 2fr) / minmax(0, 1fr);
    }
    :host([no-ask]) .card.sheet {
      grid-area: map;
      align-self: end;
      z-index: 2;
      max-height: 54%;
      border: 0;
      border-top: 1px solid var(--line);
    }
    :host([no-ask]) .card.sheet:not([data-open]) {
      display: none;
    }
  }
  @media (max-width: 700px) {
    :host(:not([no-ask])),
    :host([no-card]:not([no-ask])) {
      grid-template: 'head' auto 'map' minmax(0, 1fr) 'tabs' auto / minmax(0, 1fr);
    }
    :host(:not([no-ask])[list]),
    :host([no-card]:not([no-ask])[list]) {
      grid-template: 'head' auto 'map' minmax(0, 1fr) 'list' minmax(0, 2fr) 'tabs' auto / minmax(0, 1fr);
    }
    :host(:not([embed]):not([no-ask])) .foot {
      grid-area: head;
      position: static;
      align-self: start;
      justify-self: end;
      display: flex;
      margin: 0;
      padding: 4px 6px 0 0;
      border: 0;
      background: none;
    }
    .foot .icon {
      font-size: 0;
      gap: 0;
      min-width: 44px;
      min-height: 44px;
      justify-content: center;
    }
    :host(:not([embed]):not([no-ask])) header > :not(field-search) {
      margin-inline-end: 92px;
    }
  }
`
