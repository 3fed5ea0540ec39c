import { css } from 'lit';

/** How the table of optimizers looks; the names stay in sight where it scrolls sideways. */
export const tableStyles = css`
  /* A hairline and a fade where the table is cut; paper that scrolls along with its end covers them there. */
  .scroll {
    overflow-x: auto;
    background:
      linear-gradient(var(--paper), var(--paper)) right / 24px 100% no-repeat local,
      linear-gradient(to left, var(--muted) 1px, var(--hairline) 1px, transparent) right / 24px 100% no-repeat scroll;
    scrollbar-width: thin;
  }
  table {
    border-collapse: collapse;
    font-size: 13px;
    line-height: 18px;
  }
  th,
  td {
    padding: 4px 0 4px 16px;
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
    vertical-align: top;
  }
  thead th {
    padding-block: 0;
    vertical-align: bottom;
    color: var(--muted);
    font-size: 12px;
  }
  thead tr:last-child th {
    border-bottom: 1px solid var(--muted);
  }
  thead th[colspan] {
    line-height: 20px;
  }
  thead th[colspan] span {
    display: block;
    border-bottom: 1px solid var(--hairline);
  }
  tbody tr + tr > * {
    border-top: 1px solid var(--hairline);
  }
  .name {
    position: sticky;
    left: 0;
    z-index: 1;
    max-width: 168px;
    padding-left: 0;
    text-align: left;
    background: var(--paper);
  }
  tbody th {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .key {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border-radius: 50%;
  }
  button {
    min-height: 24px;
    padding: 0;
    border: 0;
    color: var(--muted);
  }
  button:hover,
  [aria-sort='ascending'] button,
  [aria-sort='descending'] button {
    color: var(--ink);
  }
  button svg {
    width: 12px;
    height: 12px;
    margin-right: 3px;
    vertical-align: -2px;
    fill: none;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
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
