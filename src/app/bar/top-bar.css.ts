import { css } from 'lit';

/** How the bar is laid out: names and menus above, the run below with room for its slider; one row where there is room, a menu where there is little. */
export const topBarStyles = css`
  header {
    display: grid;
    grid-template: auto auto / auto auto minmax(0, 1fr);
    grid-template-areas: 'name tools machine' 'run run run';
    align-items: center;
    gap: 6px 24px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--hairline);
  }
  h1 {
    grid-area: name;
    margin: 0;
    font-size: 18px;
    font-weight: 650;
    line-height: 28px;
    letter-spacing: -0.01em;
  }
  .tools,
  .machine {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .tools {
    grid-area: tools;
  }
  .machine {
    grid-area: machine;
    justify-self: end;
    gap: 16px;
    max-width: 100%;
  }
  /* Where there is little room, the name of a device is cut short. */
  .machine engine-badge {
    flex-wrap: nowrap;
  }
  run-bar {
    grid-area: run;
    min-width: 0;
  }
  .menu {
    /* A menu would cut off what hangs out of it. */
    --why-position: static;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    max-width: 344px;
  }
  @container page (min-width: 1720px) {
    header {
      grid-template: auto / auto auto minmax(0, 1fr) auto;
      grid-template-areas: 'name tools run machine';
    }
  }
  @container page (max-width: 719px) {
    header {
      grid-template-columns: auto minmax(0, 1fr);
      grid-template-areas: 'name tools' 'run run';
      gap: 6px 16px;
    }
    .tools {
      flex-wrap: wrap;
      justify-content: flex-end;
    }
  }
`;
