import { css } from 'lit';

/** How the menu of files looks. */
export const filesMenuStyles = css`
  :host {
    flex: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    width: 320px;
    max-width: 100%;
  }
  .actions p {
    flex-basis: 100%;
  }
  .last {
    width: auto;
  }
  section,
  .last {
    margin-top: 8px;
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
  }
  form {
    display: flex;
    gap: 8px;
  }
  form input {
    flex: 1;
    min-width: 0;
  }
  ul {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
`;
