import { css } from 'lit';

/** How the table of optimizers looks: numbers in columns of one width, a bar of outcomes as wide as they. */
export const tableStyles = css`
  table {
    width: 100%;
    max-width: 960px;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 13px;
    line-height: 18px;
  }
  th,
  td {
    padding: 6px 0 2px 12px;
    text-align: right;
    font-weight: 400;
    vertical-align: top;
  }
  td {
    white-space: nowrap;
  }
  /* Little room goes where the numbers need it. */
  :host([narrow]) table {
    table-layout: auto;
  }
  :host([narrow]) td {
    padding-left: 8px;
  }
  .name {
    width: 22%;
    padding-left: 0;
    text-align: left;
  }
  .name[colspan] {
    width: auto;
  }
  tr > :not(.name):first-child {
    padding-left: 0;
  }
  thead th {
    padding-block: 0 2px;
    vertical-align: bottom;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  thead tr:last-child th {
    border-bottom: 1px solid var(--muted);
  }
  thead span {
    display: block;
  }
  tbody th {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    overflow-wrap: anywhere;
  }
  tbody + tbody > tr:first-child > * {
    border-top: 1px solid var(--hairline);
  }
  .outcomes td {
    padding-block: 0 6px;
    text-align: left;
    white-space: normal;
  }
  .key {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border-radius: 50%;
    forced-color-adjust: none;
  }
  button {
    min-height: 24px;
    padding: 0;
    border: 0;
    color: var(--muted);
  }
  th:not(.name) button {
    display: block;
    margin-left: auto;
  }
  button:hover,
  [aria-sort='ascending'] button,
  [aria-sort='descending'] button {
    color: var(--ink);
  }
  .order {
    display: inline-block;
    margin-right: 3px;
    font-size: 9px;
  }
  small {
    display: block;
    font-size: 11px;
    line-height: 14px;
    color: var(--muted);
  }
`;
