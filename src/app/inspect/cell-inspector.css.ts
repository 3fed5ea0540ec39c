import { css } from 'lit';

/** How the inspector lays out what it tells. */
export const inspectorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 8px;
  }
  .outcome {
    display: flex;
    align-items: center;
    gap: 0.4em;
    line-height: 24px;
  }
  .outcome svg {
    flex: none;
    width: 14px;
    height: 14px;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .reason {
    font-size: 13px;
    line-height: 19px;
  }
  progress {
    width: 100%;
    height: 4px;
    accent-color: var(--muted);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin: 0;
    font-size: 12px;
    line-height: 20px;
  }
  dl div {
    display: flex;
    gap: 4px;
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
  }
`;
