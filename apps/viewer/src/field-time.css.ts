import { type CSSResult, css } from 'lit'

/** The bar of the time line: as high at every version, so that the map stays where it is. */
export const timeStyles: CSSResult = css`
  .bar {
    display: grid;
    grid-template: 'buttons what counts' 40px 'line line line' auto / auto minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: center;
    margin: 0;
    padding: 8px 16px 6px;
    background: var(--panel);
    border-top: 1px solid var(--line);
    user-select: none;
  }
  .buttons {
    grid-area: buttons;
    display: flex;
    gap: 2px;
  }
  .buttons button {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 8px;
    color: var(--quiet);
  }
  .buttons .play {
    background: var(--accent);
    color: var(--panel);
    border-radius: 50%;
  }
  .buttons button:hover:not(.play):enabled {
    color: var(--accent);
  }
  .buttons button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .buttons svg {
    width: 15px;
    height: 15px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .buttons .play svg {
    fill: currentColor;
  }
  .what {
    grid-area: what;
    min-width: 0;
  }
  .what p {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .what b {
    margin-inline-end: 6px;
    font-weight: 600;
  }
  .counts {
    grid-area: counts;
    display: flex;
    align-items: center;
    gap: 14px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .today {
    min-height: 28px;
    padding: 0 10px;
    border-radius: 14px;
    background: var(--soft);
    color: var(--accent);
    font-weight: 600;
  }
  .line {
    grid-area: line;
    padding: 0 6px;
    border-radius: 6px;
    cursor: ew-resize;
    touch-action: none;
  }
  .track {
    position: relative;
    height: 54px;
  }
  .area,
  .bars {
    position: absolute;
    inset: 0 0 auto;
    width: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .area {
    height: 26px;
  }
  .bars {
    height: 36px;
  }
  .area .later {
    fill: var(--soft);
  }
  .area .then {
    fill: var(--chosen);
  }
  line {
    stroke: var(--line);
  }
  .bar-then {
    fill: var(--mark-none);
  }
  .bar-later {
    fill: var(--mark-none);
    opacity: 0.35;
  }
  .bar-now {
    fill: var(--accent);
  }
  .handle {
    position: absolute;
    top: -2px;
    width: 2px;
    height: 40px;
    margin-inline-start: -1px;
    background: var(--accent);
    pointer-events: none;
  }
  .handle::after {
    content: '';
    position: absolute;
    left: 50%;
    top: 28px;
    width: 14px;
    height: 14px;
    transform: translate(-50%, -50%);
    border: 2px solid var(--panel);
    border-radius: 50%;
    background: var(--accent);
  }
  .ticks {
    position: absolute;
    inset: 38px 0 0;
    font-size: 12px;
    line-height: 16px;
    color: var(--quiet);
    pointer-events: none;
  }
  .ticks span {
    position: absolute;
    transform: translateX(-50%);
    white-space: nowrap;
  }
  @media (max-width: 1100px) {
    .bar {
      padding-inline: 12px;
    }
  }
  @media (max-width: 700px) {
    .bar {
      grid-template: 'what buttons' auto 'counts counts' auto 'line line' auto / minmax(0, 1fr) auto;
      gap: 2px 8px;
      height: 142px;
      padding: 4px 14px;
    }
    .buttons button {
      width: 44px;
      height: 44px;
    }
    .counts {
      justify-content: space-between;
      font-size: 12px;
    }
    .today {
      position: relative;
    }
    .today::after {
      content: '';
      position: absolute;
      inset: -8px -6px;
    }
    .ticks span:nth-of-type(even) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .handle,
    .handle::after {
      forced-color-adjust: none;
      background: Highlight;
    }
    .bars rect {
      forced-color-adjust: none;
      fill: CanvasText;
    }
    .bars .bar-later {
      fill: GrayText;
    }
  }
`
