import { css } from 'lit';

/** How a chart and its head look. */
export const chartStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  h2 {
    flex: 1;
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
    min-height: 18px;
    line-height: 18px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    margin: 0 2px 0 8px;
  }
`;
