import { css } from 'lit';

/** How plain controls look wherever they stand. */
export const controls = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h2 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    line-height: 24px;
  }
  p {
    margin: 0;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    font-variant-numeric: tabular-nums;
  }
  button {
    min-height: 28px;
    padding: 2px 10px;
    border: 1px solid var(--hairline);
    border-radius: 3px;
    background: none;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    border-color: var(--muted);
  }
  button:disabled {
    color: var(--muted);
    cursor: default;
  }
  button.quiet {
    border-color: transparent;
    color: var(--muted);
    padding-inline: 4px;
  }
  button.quiet:hover {
    color: var(--ink);
    border-color: transparent;
    text-decoration: underline;
  }
  input[type='text'],
  textarea,
  select {
    min-height: 28px;
    padding: 2px 6px;
    border: 1px solid var(--hairline);
    border-radius: 3px;
    background: none;
  }
  select option {
    background: var(--paper);
    color: var(--ink);
  }
  [aria-invalid='true'] {
    border-color: var(--error) !important;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .error {
    color: var(--error);
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 12px;
  }
  /* Colours that tell something stay what they are, where a system has its own for all else. */
  .key,
  .dot,
  .tint {
    forced-color-adjust: none;
  }
  @media (pointer: coarse) {
    button,
    input[type='text'],
    select {
      min-height: 40px;
    }
  }
`;
