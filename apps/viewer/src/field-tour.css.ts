import { type CSSResult, css } from 'lit'

/** The bar of a tour: as high at every step, so that the map stays where it is. */
export const tourStyles: CSSResult = css`
  .bar {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 32px;
    height: 132px;
    margin: 0;
    padding: 20px 24px 12px;
    background: var(--panel);
    border-top: 1px solid var(--line);
  }
  .bar[data-notes] {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    height: 212px;
  }
  .line {
    position: absolute;
    inset: -1px 0 auto;
    display: flex;
    gap: 2px;
    height: 3px;
  }
  .line i {
    flex: 1;
    background: var(--line);
  }
  .line i[data-done] {
    background: var(--accent);
  }
  .text,
  .notes {
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .text p {
    max-width: 76ch;
    margin-top: 6px;
    font-size: 16px;
    line-height: 1.45;
    text-wrap: pretty;
    white-space: pre-line;
  }
  .notes {
    padding-inline-start: 24px;
    border-inline-start: 1px solid var(--line);
  }
  .notes p {
    max-width: 70ch;
    white-space: pre-line;
  }
  .notes p + p {
    margin-top: 8px;
  }
  .controls {
    display: grid;
    grid-template: 'count buttons' auto 'words words' 1fr / 1fr auto;
    gap: 8px 16px;
    align-items: center;
    min-width: 196px;
  }
  .count {
    grid-area: count;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .count b {
    font-size: 19px;
    font-weight: 600;
    color: var(--ink);
  }
  .buttons {
    grid-area: buttons;
    display: flex;
    gap: 6px;
  }
  .buttons button {
    display: grid;
    place-items: center;
    width: 48px;
    height: 40px;
    border-radius: 8px;
    background: var(--soft);
  }
  .buttons .on:enabled {
    background: var(--accent);
    color: var(--panel);
  }
  .buttons button:disabled {
    color: var(--quiet);
    opacity: 0.5;
    cursor: default;
  }
  svg {
    display: block;
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .words {
    grid-area: words;
    align-self: start;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 16px;
  }
  .words button {
    min-height: 28px;
    color: var(--quiet);
  }
  .words button:hover,
  .words button[aria-expanded='true'] {
    color: var(--accent);
  }
  .words .again {
    width: 100%;
    text-align: end;
    color: var(--accent);
  }
  .invitation {
    display: block;
    height: auto;
    padding: 2px 16px;
    border: 0;
    border-radius: 9px;
    box-shadow: 0 0 0 1px var(--line);
  }
  .play {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
  }
  .play .name {
    font-weight: 600;
  }
  .play:hover {
    color: var(--accent);
  }
  @media (max-width: 700px) {
    .bar:not(.invitation),
    .bar[data-notes] {
      grid-template: 'text' minmax(0, 1fr) 'controls' auto / minmax(0, 1fr);
      gap: 8px;
      height: 232px;
      padding: 16px 16px calc(8px + env(safe-area-inset-bottom));
    }
    .bar[data-notes] {
      grid-template-rows: minmax(0, 1fr) minmax(0, 1fr) auto;
      grid-template-areas: 'text' 'notes' 'controls';
      height: 340px;
    }
    .notes {
      grid-area: notes;
      padding: 8px 0 0;
      border: 0;
      border-top: 1px solid var(--line);
    }
    .controls {
      grid-template: 'count words buttons' auto / auto minmax(0, 1fr) auto;
      gap: 12px;
    }
    .words {
      align-self: center;
    }
    .words button {
      min-height: 44px;
      white-space: nowrap;
    }
    .buttons button {
      width: 52px;
      height: 44px;
    }
  }
  @media (forced-colors: active) {
    .line i[data-done] {
      background: Highlight;
    }
    .buttons button {
      border: 1px solid;
    }
  }
`
