import { css } from 'lit';

/** A strip under the map: what is read at the left, what is to be done with it at the right; narrow ones have both in one column. */
export const lessonPanelStyles = css`
  :host {
    container: lessons / inline-size;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  section {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--hairline);
  }
  header h2 {
    flex: 1 1 180px;
    min-width: 0;
    margin-left: 4px;
    font-size: 14px;
  }
  header .muted {
    font-weight: 400;
    white-space: nowrap;
  }
  .count {
    white-space: nowrap;
    color: var(--muted);
  }
  .body {
    overflow-y: auto;
    scrollbar-width: thin;
    padding: 8px 16px 16px;
  }
  .step {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 8px 24px;
    max-width: 1120px;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  h4 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    line-height: 24px;
  }
  .step p + p,
  typeset-formula {
    margin-top: 8px;
  }
  em {
    font-style: normal;
    font-weight: 600;
  }
  .todo {
    display: grid;
    align-content: start;
    gap: 8px;
    padding-left: 23px;
    border-left: 1px solid var(--hairline);
  }
  .todo button {
    justify-self: start;
    white-space: normal;
    text-align: left;
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
    gap: 0 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol button {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 8px;
    width: 100%;
    height: 100%;
    padding: 6px 8px;
    border-color: transparent;
    text-align: left;
    white-space: normal;
  }
  ol button:hover,
  ol button[aria-current] {
    background: var(--wash);
  }
  .number {
    text-align: right;
    color: var(--muted);
  }
  .intro {
    max-width: 720px;
    margin-bottom: 8px;
    color: var(--muted);
  }
  @container lessons (max-width: 559px) {
    .step {
      grid-template-columns: minmax(0, 1fr);
    }
    .todo {
      padding: 8px 0 0;
      border: 0;
      border-top: 1px solid var(--hairline);
    }
  }
`;
