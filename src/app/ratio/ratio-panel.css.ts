import { css } from 'lit';

/** How the panel lays out the plot and what is told of it. */
export const ratioPanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 16px 16px;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .intro {
    max-width: 88ch;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .bar label,
  fieldset label {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  fieldset {
    display: flex;
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset input {
    margin: 0;
    accent-color: var(--ink);
  }
  .progress {
    display: flex;
    flex: 1 1 200px;
    align-items: center;
    gap: 8px;
    white-space: nowrap;
  }
  progress {
    flex: 1;
    min-width: 64px;
    height: 4px;
    accent-color: var(--muted);
  }
  ratio-scatter {
    flex: 1 0 300px;
    max-height: 560px;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
    line-height: 20px;
  }
  .key svg {
    width: 14px;
    height: 14px;
    margin-right: 4px;
    vertical-align: -3px;
  }
  .files {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  summary {
    cursor: pointer;
  }
  table {
    border-collapse: collapse;
    font-size: 12px;
    line-height: 20px;
  }
  th,
  td {
    padding: 0 0 0 24px;
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    padding-left: 0;
  }
  thead th {
    color: var(--muted);
  }
`;
