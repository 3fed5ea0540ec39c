import { css } from 'lit';

/** How the dialog of surfaces looks: tiles in columns, as many as there is room for. */
export const picker = css`
  dialog {
    width: min(760px, 100vw - 16px);
    max-width: none;
    height: min(720px, 100dvh - 16px);
    max-height: none;
    padding: 0;
    border: 1px solid var(--muted);
    border-radius: 3px;
    background: var(--paper);
    color: var(--ink);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 32%);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--hairline);
  }
  input {
    flex: 1;
    min-width: 0;
  }
  #list {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 16px 16px;
    scrollbar-width: thin;
  }
  h3 {
    margin: 12px 0 4px;
    font-size: 12px;
    font-weight: 600;
    color: var(--muted);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
    gap: 8px;
  }
  .tile {
    padding: 4px;
    border: 1px solid transparent;
    border-radius: 3px;
    cursor: pointer;
  }
  .tile:hover {
    border-color: var(--hairline);
    background: var(--wash);
  }
  .tile.active {
    outline: 2px solid var(--focus);
  }
  .tile[aria-selected='true'] {
    border-color: var(--ink);
  }
  surface-thumbnail {
    aspect-ratio: 10 / 7;
    margin-bottom: 4px;
  }
  .note {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    line-height: 16px;
  }
  .none {
    padding: 16px 0;
  }
`;
