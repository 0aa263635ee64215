import { type CSSResult, css } from 'lit'

/** What all panels share: four sizes of one typeface, space and weight instead of boxes. */
export const panelStyles: CSSResult = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 13.5px/1.45 Inter, 'Helvetica Neue', Arial, sans-serif;
    overflow-wrap: anywhere;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 19px;
    line-height: 1.28;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: pretty;
  }
  .label,
  h3 {
    letter-spacing: 0;
    font-size: 12px;
    line-height: 1.4;
    font-weight: 600;
    color: var(--quiet);
    margin-bottom: 6px;
  }
  section {
    margin-top: 26px;
  }
  .quiet {
    color: var(--quiet);
  }
  .small {
    font-size: 12px;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  a {
    color: var(--accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .says a,
  .coverage .link {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .rows > li + li {
    border-top: 1px solid var(--line);
  }
  .row {
    display: block;
    width: 100%;
    padding: 8px 0;
  }
  .row:hover .name,
  .word:hover {
    color: var(--accent);
  }
  .row .note {
    display: block;
    margin-top: 1px;
    font-size: 12px;
    color: var(--quiet);
  }
  .word {
    color: var(--ink);
  }
  select {
    height: 34px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ground);
    color: var(--ink);
    font: inherit;
    text-overflow: ellipsis;
  }
  .go {
    min-height: 34px;
    border-radius: 8px;
    text-align: center;
    background: var(--accent);
    color: var(--panel);
    font-weight: 600;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    padding: 2px 10px;
    border-radius: 13px;
    background: var(--soft);
  }
  .chip[aria-pressed='true'] {
    background: var(--chosen);
    color: var(--accent);
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .stars {
    color: var(--quiet);
    letter-spacing: 1px;
  }
  .dot {
    flex: none;
    display: inline-block;
    width: 9px;
    height: 9px;
    border-radius: 50%;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (hover: none) {
    .pointer {
      display: none;
    }
  }
  @media (max-width: 700px) {
    select,
    .go {
      min-height: 44px;
    }
    .chip {
      min-height: 34px;
      border-radius: 17px;
    }
    .row {
      padding: 11px 0;
    }
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
    .chip[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    .dot {
      border: 1px solid CanvasText;
    }
  }
`
