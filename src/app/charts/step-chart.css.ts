import { css } from 'lit';

/** How a chart and its head look. */
export const chartStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .head button {
    padding-inline: 0;
  }
  :host([titled]) .head {
    position: absolute;
    right: 0;
    bottom: 100%;
    height: 28px;
  }
  button {
    min-height: 24px;
    padding-block: 0;
  }
  select {
    min-height: 24px;
    padding-block: 0;
    font-size: 12px;
  }
  .switch {
    display: flex;
    border: 0;
    margin: 0;
    padding: 0;
  }
  .switch label {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-left: 8px;
    cursor: pointer;
  }
  .switch input {
    width: 12px;
    height: 12px;
    margin: 0 2px 0 0;
    accent-color: var(--ink);
  }
  #plot {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  #plot > div {
    position: absolute;
    inset: 0;
  }
  .u-wrap,
  .uplot {
    font-family: inherit;
    line-height: 1;
  }
  .u-select {
    background: color-mix(in srgb, var(--ink) 10%, transparent);
  }
  .u-hz,
  .u-vt {
    border-color: var(--muted) !important;
  }
  .readout {
    height: 18px;
    line-height: 18px;
  }
  .readout > span {
    position: relative;
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  /* So many values that they need more lines lie over the plot. */
  .readout > .values {
    z-index: 1;
    white-space: normal;
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    pointer-events: none;
  }
  .readout b {
    font-weight: 400;
    color: var(--ink);
  }
  .value {
    display: inline-block;
    margin-left: 8px;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    margin-right: 3px;
  }
  #summary {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
