import { type CSSResult, css } from 'lit'

export const pageStyles: CSSResult = css`
  :host {
    display: grid;
    grid-template: 'ask map card' minmax(0, 1fr) / 296px minmax(0, 1fr) 352px;
    height: 100dvh;
    background: var(--ground);
    overflow: hidden;
  }
  .ask,
  .card {
    background: var(--panel);
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .ask {
    grid-area: ask;
    display: flex;
    flex-direction: column;
    padding: 26px 24px 20px;
    border-inline-end: 1px solid var(--line);
  }
  .card {
    grid-area: card;
    border-inline-start: 1px solid var(--line);
  }
  .list {
    grid-area: list;
    min-height: 0;
    margin: 0;
    border-top: 1px solid var(--line);
  }
  :host([list]) {
    grid-template: 'ask map card' minmax(0, 11fr) 'ask list card' minmax(0, 9fr) / 296px minmax(0, 1fr) 352px;
  }
  .map {
    grid-area: map;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .stage {
    flex: 1;
    position: relative;
    min-height: 0;
  }
  ::slotted(field-map) {
    position: absolute !important;
    inset: 0;
  }
  header h1 {
    margin: 0 0 5px;
    font-size: 19px;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .counts {
    line-height: 1.45;
  }
  .clear {
    min-height: 24px;
    margin-inline-start: 8px;
    color: var(--accent);
  }
  field-search {
    margin-top: 18px;
  }
  .foot {
    margin-top: auto;
    padding-top: 26px;
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  .legend {
    position: absolute;
    left: 14px;
    bottom: 17px;
    max-width: calc(100% - 180px);
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 3px 8px;
    border-radius: 7px;
    background: color-mix(in srgb, var(--ground) 88%, transparent);
    font-size: 12px;
    color: var(--quiet);
    pointer-events: none;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  :host([then]) .legend {
    max-width: calc(100% - 212px);
  }
  .legend svg {
    display: block;
    overflow: visible;
  }
  .zoom {
    position: absolute;
    right: 16px;
    bottom: 14px;
    display: flex;
    gap: 2px;
    border-radius: 9px;
    background: var(--panel);
    box-shadow: 0 0 0 1px var(--line);
  }
  .zoom button {
    width: 30px;
    height: 30px;
    display: grid;
    place-items: center;
    color: var(--quiet);
    border-radius: 8px;
  }
  .zoom button:hover {
    color: var(--accent);
  }
  .zoom svg,
  .icon svg {
    width: 15px;
    height: 15px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 26px;
    color: var(--quiet);
    font-size: 12px;
  }
  .icon:hover {
    color: var(--accent);
  }
  .tabs,
  .grip {
    display: none;
  }
  .zoom button[aria-pressed='true'] {
    color: var(--accent);
  }
  @media (max-width: 1360px) {
    :host([then]) .legend .long {
      display: none;
    }
  }
  @media (max-width: 1100px) {
    :host,
    :host([list]) {
      grid-template-columns: 256px minmax(0, 1fr) 300px;
    }
    .ask {
      padding-inline: 18px;
    }
  }
  @media (max-width: 900px) {
    :host {
      grid-template: 'map map' minmax(0, 3fr) 'ask card' minmax(0, 2fr) / 1fr 1fr;
    }
    :host([list]) {
      grid-template: 'map map' minmax(0, 3fr) 'list list' minmax(0, 2fr) / 1fr 1fr;
    }
    :host([list]) :is(.ask, .card) {
      display: none;
    }
    .ask,
    .card {
      border-top: 1px solid var(--line);
    }
  }
  @media (max-width: 700px) {
    :host {
      grid-template: 'head' auto 'map' minmax(0, 1fr) 'tabs' auto / minmax(0, 1fr);
    }
    :host([list]) {
      grid-template: 'head' auto 'map' 240px 'list' minmax(0, 1fr) 'tabs' auto / minmax(0, 1fr);
    }
    .ask,
    :host([list]) .ask {
      display: contents;
    }
    header {
      grid-area: head;
      padding: 12px 16px 10px;
      background: var(--panel);
      border-bottom: 1px solid var(--line);
    }
    header h1 {
      margin-bottom: 1px;
    }
    .counts {
      font-size: 12px;
    }
    .counts .more {
      display: none;
    }
    field-search {
      margin-top: 10px;
    }
    .foot {
      display: none;
    }
    .sheet {
      grid-area: map;
      align-self: end;
      z-index: 2;
      max-height: 54%;
      display: flex;
      flex-direction: column;
      overflow: hidden;
      background: var(--panel);
      border: 0;
      border-top: 1px solid var(--line);
      border-radius: 16px 16px 0 0;
      box-shadow: 0 -8px 30px rgb(0 0 0 / 10%);
    }
    .sheet > :is(field-ask, field-card) {
      min-height: 0;
      overflow: auto;
      overscroll-behavior: contain;
      padding: 6px 16px 24px;
    }
    .sheet:not([data-open]) {
      display: none;
    }
    :host([then]) .sheet {
      margin-bottom: 142px; /* of the time line, which stays in view */
      max-height: 46%;
    }
    .card.sheet {
      padding: 0;
    }
    .grip {
      display: block;
      flex: none;
      width: 100%;
      height: 26px;
      background: none;
    }
    .grip::after {
      content: '';
      display: block;
      width: 36px;
      height: 4px;
      margin: 8px auto 0;
      border-radius: 2px;
      background: var(--line);
    }
    .tabs {
      grid-area: tabs;
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      background: var(--panel);
      border-top: 1px solid var(--line);
      padding-bottom: env(safe-area-inset-bottom);
    }
    .tabs button {
      min-height: 46px;
      text-align: center;
      color: var(--quiet);
    }
    .tabs button[aria-pressed='true'] {
      color: var(--accent);
      font-weight: 600;
    }
    .legend {
      left: 8px;
      bottom: 8px;
      max-width: calc(100% - 160px);
      gap: 2px 12px;
    }
    .legend .long {
      display: none;
    }
    :host([list]) .legend {
      display: none;
    }
    .zoom {
      right: 10px;
      bottom: 8px;
    }
    .zoom button {
      width: 44px;
      height: 44px;
    }
    .zoom button:first-child,
    :host([list]) .zoom {
      display: none;
    }
  }
`
