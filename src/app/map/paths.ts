import { msg } from '@lit/localize';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { optimizerColor } from '../parts/colors.ts';
import type { Traced } from './launcher.ts';
import { pathOf } from './path-shape.ts';
import type { Pixels, Viewport } from './viewport.ts';

/** Trajectories as lines with a dot at each step that stands apart from the one before. */
export function drawPaths(view: Viewport, size: Pixels, traces: readonly Traced[]): SVGTemplateResult {
  return svg`<g class="paths">
    ${traces.map(({ optimizer, points }) => {
      const { line, dots, end } = pathOf(points, view, size);
      return svg`<g style="stroke: ${optimizerColor(optimizer)}">
        <path class="halo" d=${line}></path>
        <path d=${line}></path>
        <path class="dots" d=${dots}></path>
        ${end ? svg`<circle class="end" cx=${end[0]} cy=${end[1]} r="4.5" style="fill: ${optimizerColor(optimizer)}"></circle>` : nothing}
      </g>`;
    })}
  </g>`;
}

/** The ring by which a start is dragged. */
export function drawStart([x, y]: Pixels): SVGTemplateResult {
  return svg`<g class="start" transform="translate(${x} ${y})">
    <title>${msg('Start: drag it')}</title>
    <circle class="reach" r="18"></circle>
    <circle class="halo" r="7"></circle>
    <circle r="7"></circle>
    <circle class="dot" r="1.5"></circle>
  </g>`;
}
