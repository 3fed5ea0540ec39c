import { css } from 'lit';

/** How the map and what stands over it look. */
export const mapStyles = css`
  :host {
    position: relative;
    overflow: hidden;
    background: var(--wash);
  }
  #plane {
    position: absolute;
    inset: 0;
    touch-action: none;
    cursor: grab;
  }
  #plane:active {
    cursor: grabbing;
  }
  #plane:focus-visible {
    outline-offset: -3px;
  }
  canvas,
  svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  svg {
    pointer-events: none;
    overflow: hidden;
  }
  .axes path {
    stroke: var(--ink);
  }
  text {
    font-size: 12px;
    fill: var(--ink);
    stroke: var(--paper);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .name {
    font-weight: 600;
    font-style: italic;
  }
  .marks > g {
    pointer-events: all;
  }
  .marks path,
  .marks circle {
    fill: none;
    stroke-width: 2px;
  }
  .marks .halo {
    stroke: var(--paper);
    stroke-width: 5px;
    opacity: 0.8;
  }
  .saddle path:not(.halo) {
    stroke: var(--saddle);
  }
  .buttons {
    position: absolute;
    top: 8px;
    right: 8px;
    display: flex;
  }
  .buttons button {
    min-width: 32px;
    background: var(--paper);
    border-radius: 0;
    margin-left: -1px;
  }
`;
