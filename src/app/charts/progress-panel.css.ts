import { css } from 'lit';

/**
 * Loss and gradient norm share the height that there is, and stay in sight while what is under them scrolls. Wide places have two columns; where the
 * page itself scrolls, everything has its own height.
 */
export const panelStyles = css`
  :host {
    container-type: inline-size;
    min-height: 632px;
    overflow: hidden;
  }
  .panel {
    display: grid;
    height: 100%;
    /* So high that the names of all optimizers have room beside their curves. */
    grid-template: minmax(216px, 1fr) minmax(216px, 1fr) minmax(184px, max-content) / minmax(0, 1fr);
    gap: 8px 24px;
  }
  .rest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 8px 24px;
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: thin;
    border-top: 1px solid var(--hairline);
    padding-top: 8px;
  }
  details {
    border-top: 1px solid var(--hairline);
  }
  summary {
    font-size: 13px;
    font-weight: 600;
    line-height: 28px;
    cursor: pointer;
  }
  details > * {
    height: 232px;
  }
  details > summary {
    position: relative;
    height: auto;
  }
  details > share-chart {
    height: calc(48px + 64px * var(--lanes));
  }
  @container (min-width: 680px) {
    .panel {
      grid-template: minmax(264px, 1fr) minmax(264px, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    }
    .rest {
      grid-area: 1 / 2 / 3 / 3;
      border-top: 0;
      border-left: 1px solid var(--hairline);
      padding: 0 0 0 23px;
    }
    details > * {
      height: 280px;
    }
  }
  @media (pointer: coarse) {
    summary {
      line-height: 40px;
    }
  }
`;
