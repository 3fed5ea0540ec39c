import { css } from 'lit';

/** The page's plan: a bar above; what is run, the map, how it goes. Narrow ones stack them under the map. Widths are the page's own, which may be a part of another. */
export const layout = css`
  :host {
    container: page / inline-size;
  }
  .page {
    --what: 296px;
    --how: minmax(320px, 26cqi);
    --middle: minmax(480px, 66dvh);
    position: relative;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / var(--what) minmax(0, 1fr) var(--how);
    grid-template-areas: 'bar bar bar' 'notices notices notices' 'what map how';
    height: 100dvh;
    background: var(--paper);
    color: var(--ink);
  }
  .no-surface {
    max-width: 42em;
    padding: 24px;
    color: var(--muted);
  }
  :host([guest]) {
    height: 100%;
    overflow: auto;
  }
  :host([guest]) .page {
    --least-map: 0;
    height: 100%;
  }
  .no-what {
    --what: 0;
  }
  .no-how {
    --how: 0;
  }
  top-bar {
    grid-area: bar;
    min-width: 0;
  }
  notice-list {
    grid-area: notices;
  }
  experiment-panel {
    grid-area: what;
    overflow-y: auto;
    padding: 8px 16px 24px;
    border-right: 1px solid var(--hairline);
    scrollbar-width: thin;
    scrollbar-gutter: stable;
  }
  main {
    grid-area: map;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }
  view-tabs {
    grid-row: 1;
  }
  .stage {
    grid-row: 2;
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .caption {
    grid-row: 3;
    /* Two lines, whatever they say: the map keeps its size. */
    min-height: calc(2lh + 20px);
    padding: 8px 16px;
    border-top: 1px solid var(--hairline);
  }
  .taught {
    --middle: minmax(720px, 92dvh);
  }
  /* The same height for all steps, and before its code has come: the map keeps its size. */
  lesson-panel {
    grid-row: 3;
    height: clamp(224px, 33dvh, 360px);
    border-top: 1px solid var(--hairline);
  }
  aside {
    grid-area: how;
    display: grid;
    padding: 8px 16px 16px;
    border-left: 1px solid var(--hairline);
    overflow-y: auto;
  }
  .skip {
    position: absolute;
    z-index: 3;
    top: 8px;
    left: 8px;
  }
  .skip:not(:focus) {
    opacity: 0;
    pointer-events: none;
  }
  .drop {
    position: absolute;
    z-index: 3;
    inset: 8px;
    display: grid;
    place-content: center;
    border: 2px dashed var(--focus);
    background: color-mix(in srgb, var(--paper) 85%, transparent);
    font-size: 18px;
    pointer-events: none;
  }
  .name {
    white-space: nowrap;
  }
  .key {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    margin-right: 4px;
  }
  @container page (max-width: 1099px) {
    .page,
    :host([guest]) .page {
      grid-template: auto auto var(--middle) auto / var(--what) minmax(0, 1fr);
      grid-template-areas: 'bar bar' 'notices notices' 'what map' 'how how';
      height: auto;
      min-height: 100dvh;
    }
    :host([guest]) .page {
      min-height: 100%;
    }
    aside {
      border: 0;
      border-top: 1px solid var(--hairline);
    }
  }
  @container page (max-width: 719px) {
    .page,
    :host([guest]) .page {
      grid-template: auto auto auto auto auto / minmax(0, 1fr);
      grid-template-areas: 'bar' 'notices' 'map' 'what' 'how';
      align-content: start;
    }
    /* What a lesson speaks of follows it. */
    .taught,
    :host([guest]) .taught {
      grid-template-areas: 'bar' 'notices' 'map' 'how' 'what';
    }
    main {
      grid-template-rows: auto minmax(52dvh, auto) auto;
    }
    lesson-panel {
      height: auto;
    }
    experiment-panel {
      overflow: visible;
      scrollbar-gutter: auto;
      border: 0;
      border-top: 1px solid var(--hairline);
    }
  }
  /* Alone on a page of others, the map takes all the height that it is given. */
  :host([guest]) .no-what.no-how {
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    grid-template-areas: 'bar' 'notices' 'map';
    align-content: stretch;
    height: 100%;
    min-height: 0;
  }
  :host([guest]) .no-what.no-how main {
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
`;
