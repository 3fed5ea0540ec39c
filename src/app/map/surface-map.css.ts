import { css } from 'lit';

/** How the map and what stands over it look. */
export const mapStyles = css`
  :host {
    display: grid;
    /* Where there is no room for the map and what stands under it, all of it scrolls. */
    grid-template: minmax(var(--least-map, 40dvh), 1fr) / minmax(0, 1fr);
    grid-auto-rows: auto;
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .map {
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
  .contours text {
    font-size: 11px;
    text-anchor: middle;
    dominant-baseline: central;
    fill: var(--muted);
  }
  .curve {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1px;
  }
  .reach {
    fill: transparent;
    stroke: none;
    pointer-events: all;
  }
  .marks > g:focus-visible {
    outline-offset: 2px;
  }
  .marks .told {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5px;
  }
  .marks path,
  .origin path {
    fill: none;
    stroke-width: 2px;
  }
  /* Particles gather around minima: nothing is to hide them there. */
  .marks .minimum > g > .halo {
    display: none;
  }
  .marks .bend {
    stroke: var(--ink);
    stroke-width: 1.5px;
  }
  .marks .flat {
    stroke-dasharray: 2 2;
  }
  .marks .dots {
    stroke: var(--ink);
    stroke-width: 4px;
    stroke-linecap: round;
  }
  .marks .told.halo,
  .marks .halo,
  .origin .halo,
  .start .halo {
    stroke: var(--paper);
    stroke-width: 5px;
    opacity: 0.8;
  }
  .origin path:not(.halo) {
    stroke: var(--ink);
  }
  .paths path {
    fill: none;
    stroke-width: 1.75px;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .paths .halo {
    stroke: var(--ink);
    stroke-width: 3.5px;
    opacity: 0.75;
  }
  .paths .dots {
    stroke-width: 5px;
  }
  .paths .end {
    stroke: var(--ink);
    stroke-width: 1.5px;
  }
  .start circle {
    fill: none;
  }
  .start .reach {
    cursor: move;
    pointer-events: all;
  }
  .start circle:not(.reach, .halo) {
    stroke: var(--ink);
    stroke-width: 2px;
  }
  .tip,
  .slice,
  .readout {
    padding: 4px 8px;
    border: 1px solid var(--hairline);
    background: var(--paper);
    font-size: 12px;
  }
  .tip,
  .slice,
  .map .readout {
    position: absolute;
  }
  .tip {
    transform: translateY(-50%);
    pointer-events: none;
    max-width: 60%;
    white-space: pre-line;
  }
  .slice {
    top: 8px;
    /* Right of the vertical axis's name, left of the buttons. */
    left: calc(24px + var(--name));
    max-width: calc(100% - 168px - var(--name));
    color: var(--muted);
  }
  .readout {
    border-width: 1px 0 0;
  }
  .map .readout {
    border-width: 1px;
    max-width: min(400px, calc(100% - var(--beside) - 24px));
    max-height: calc(100% - 80px);
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .lower {
    bottom: 32px;
  }
  .upper {
    top: 40px;
  }
  .left {
    left: var(--beside);
  }
  .right {
    right: 8px;
  }
  .readout .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }
  .readout ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .readout li {
    display: flex;
    align-items: baseline;
    gap: 6px;
  }
  .readout .key {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
  }
  .readout .symbol {
    position: static;
    width: 11px;
    height: 11px;
    vertical-align: -1px;
    margin-left: 4px;
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
