import { css } from 'lit';

/** How the rows of the left column are laid out: a label at the left, its control at the right. */
export const form = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 28px;
  }
  .row > .muted {
    white-space: nowrap;
  }
  .row > .grow {
    flex: 1;
    min-width: 0;
  }
  .row number-field {
    display: contents;
  }
  .row select {
    max-width: 100%;
  }
  .titled {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 8px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-left: -4px;
  }
  .actions button {
    font-size: 12px;
    min-height: 24px;
    padding-block: 0;
  }
  .actions button:disabled {
    opacity: 0.45;
  }
  details > summary {
    color: var(--muted);
    cursor: pointer;
    font-size: 12px;
    line-height: 24px;
  }
  @media (pointer: coarse) {
    .actions button,
    details > summary {
      min-height: 36px;
      line-height: 36px;
    }
  }
`;
