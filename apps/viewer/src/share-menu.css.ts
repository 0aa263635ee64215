import { type CSSResult, css } from 'lit'

export const shareStyles: CSSResult = css`
  .open {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 26px;
    color: var(--quiet);
    font-size: 12px;
  }
  .open:hover {
    color: var(--accent);
  }
  .open svg {
    width: 15px;
    height: 15px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  dialog {
    width: min(528px, 100vw - 24px);
    max-height: calc(100dvh - 48px);
    padding: 26px 28px 22px;
    border: 0;
    border-radius: 16px;
    color: var(--ink);
    background: var(--panel);
    box-shadow: 0 0 0 1px var(--line), 0 24px 80px rgb(0 0 0 / 26%);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(20 20 20 / 34%);
  }
  .title {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 16px;
  }
  .close {
    color: var(--quiet);
    min-height: 26px;
  }
  .close:hover {
    color: var(--accent);
  }
  section {
    margin-top: 20px;
  }
  section + section {
    padding-top: 18px;
    border-top: 1px solid var(--line);
  }
  .address {
    width: 100%;
    height: 34px;
    margin-bottom: 10px;
    padding: 0 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ground);
    color: var(--quiet);
    text-overflow: ellipsis;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }
  .act {
    min-height: 34px;
    padding: 0 14px;
    border-radius: 8px;
    background: var(--soft);
    font-weight: 600;
  }
  .act:hover {
    background: var(--chosen);
    color: var(--accent);
  }
  .act.first {
    background: var(--accent);
    color: var(--panel);
  }
  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--soft);
    font: 12.5px/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }
  .slide {
    margin-bottom: 10px;
    border-radius: 6px;
    box-shadow: 0 0 0 1px var(--line);
    overflow: hidden;
    aspect-ratio: 16 / 9;
  }
  .slide svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    margin-top: 14px;
  }
  .said {
    min-height: 20px;
    margin-top: 14px;
    color: var(--accent);
  }
  .said:empty {
    min-height: 0;
    margin: 0;
  }
  @media (max-width: 700px) {
    .open span {
      display: none;
    }
    .open {
      min-width: 44px;
      min-height: 44px;
      justify-content: center;
    }
    dialog {
      width: 100%;
      max-width: none;
      max-height: 88dvh;
      margin: auto 0 0;
      padding: 22px 18px calc(18px + env(safe-area-inset-bottom));
      border-radius: 16px 16px 0 0;
    }
    .act,
    .address {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .act,
    dialog {
      border: 1px solid;
    }
  }
`
