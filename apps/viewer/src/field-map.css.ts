import { type CSSResult, css } from 'lit'

export const mapStyles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    min-height: 240px;
    background: var(--ground);
    color: var(--ink);
    font: 400 13.5px/1.45 Inter, 'Helvetica Neue', Arial, sans-serif;
  }
  .stage {
    position: absolute;
    inset: 0;
    touch-action: none;
    cursor: grab;
    outline: none;
    user-select: none;
    -webkit-user-select: none;
  }
  :host([embed]) .stage {
    touch-action: pan-y;
  }
  .stage.over {
    cursor: pointer;
  }
  .stage:active {
    cursor: grabbing;
  }
  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 3px;
    border: 2px solid var(--accent);
    border-radius: 6px;
    pointer-events: none;
  }
  .canvas {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .hint {
    position: absolute;
    inset: auto 0 12%;
    width: max-content;
    max-width: 90%;
    margin: auto;
    padding: 6px 14px;
    border-radius: 8px;
    background: var(--panel);
    box-shadow: 0 0 0 1px var(--line);
    opacity: 0;
    pointer-events: none;
    transition: opacity 150ms;
  }
  .hint[data-shown] {
    opacity: 1;
  }
  .message {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    gap: 6px;
    padding: 32px;
    max-width: 46ch;
    margin: auto;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .message h2 {
    margin: 0;
    font-size: 19px;
    line-height: 1.3;
    font-weight: 600;
  }
  .message p {
    margin: 0;
  }
  .message .quiet {
    color: var(--quiet);
  }
  .aside {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
