import { css } from 'lit';

/** The page's plan: a bar above; what is run, the map, how it goes. Narrow windows stack them under the map. */
export const layout = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / 296px minmax(0, 1fr) minmax(320px, 26vw);
    grid-template-areas: 'bar bar bar' 'notices notices notices' 'what map how';
    height: 100dvh;
  }
  header {
    grid-area: bar;
    display: flex;
    align-items: center;
    gap: 8px 24px;
    min-height: 48px;
    padding: 4px 16px;
    border-bottom: 1px solid var(--hairline);
  }
  h1 {
    margin: 0;
    font-size: 18px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  run-bar {
    flex: 1;
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
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }
  .stage {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .caption {
    min-height: 40px;
    padding: 8px 16px;
    border-top: 1px solid var(--hairline);
  }
  aside {
    grid-area: how;
    display: grid;
    padding: 8px 16px 16px;
    border-left: 1px solid var(--hairline);
    overflow-y: auto;
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
  @media (max-width: 1099px) {
    :host {
      grid-template: auto auto minmax(480px, 66dvh) auto / 296px minmax(0, 1fr);
      grid-template-areas: 'bar bar' 'notices notices' 'what map' 'how how';
      height: auto;
      min-height: 100dvh;
    }
    header {
      column-gap: 16px;
    }
    aside {
      border: 0;
      border-top: 1px solid var(--hairline);
    }
  }
  @media (max-width: 719px) {
    :host {
      grid-template: auto auto auto auto auto / minmax(0, 1fr);
      grid-template-areas: 'bar' 'notices' 'map' 'what' 'how';
    }
    header {
      flex-wrap: wrap;
      column-gap: 8px;
    }
    h1 {
      flex: 1 0 auto;
    }
    engine-badge {
      flex: 0 1 auto;
      max-width: calc(100% - 128px);
    }
    run-bar {
      order: 1;
      flex: 1 0 100%;
    }
    main {
      grid-template-rows: auto 52dvh auto;
    }
    experiment-panel {
      overflow: visible;
      scrollbar-gutter: auto;
      border: 0;
      border-top: 1px solid var(--hairline);
    }
  }
`;
