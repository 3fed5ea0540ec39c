import { msg } from '@lit/localize';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Plan } from '../../experiment/index.ts';
import { drawAxes } from './axes.ts';
import { commonStart } from './common-start.ts';
import type { ContourLabel } from './contour-labels.ts';
import type { Traced } from './launcher.ts';
import type { LossCurve } from './loss-curve.ts';
import type { Mark } from './mark.ts';
import { drawMarks } from './marks.ts';
import { drawPaths, drawStart } from './paths.ts';
import { type Pixels, toPixel, type Viewport } from './viewport.ts';

/** What stands over a map's picture. */
export interface Overlay {
  readonly plan: Plan;
  readonly view: Viewport;
  readonly size: Pixels;
  /** The loss of an objective of one parameter; null for others. */
  readonly curve: LossCurve | null;
  readonly marks: readonly Mark[];
  readonly labels: readonly (ContourLabel & { readonly pixel: Pixels })[];
  readonly traces: readonly Traced[];
  /** The pixel from which they are launched; null where none are. */
  readonly start: Pixels | null;
  /** The marked point that is looked at. */
  readonly told: Mark | null;
  /** Is told of another one, and of null when it is left. */
  readonly tell: (mark: Mark | null) => void;
}

/** Draws marked points of the surface, its contours' losses, ticks, and the trajectories that were launched. */
export function drawOverlay(overlay: Overlay): TemplateResult {
  const { plan, view, size, curve, labels, traces, start } = overlay;
  const { objective } = plan;
  const [first, second = msg('loss')] = objective.parameters;
  const from = commonStart(plan);
  return html`<svg>
    <g class="contours" aria-hidden="true">
      ${labels.map(
        ({ pixel, angle, text }) =>
          svg`<text transform="translate(${pixel[0]} ${pixel[1]}) rotate(${angle})">${text}</text>`,
      )}
    </g>
    ${curve ? svg`<path class="curve" d=${curve.path(view, size)}></path>` : nothing}
    ${from ? drawOrigin(toPixel(view, curve ? [from[0], curve.at(from[0])] : from, size)) : nothing}
    ${drawMarks({ ...overlay, parameters: objective.parameters })}
    ${start ? drawPaths(view, size, traces) : nothing}
    ${start ? drawStart(start) : nothing}
    ${drawAxes(view, size, [first, second])}
  </svg>`;
}

/** The place where all trajectories start. */
function drawOrigin([x, y]: Pixels): SVGTemplateResult {
  return svg`<g class="origin" transform="translate(${x} ${y})" aria-hidden="true">
    <path class="halo" d="M-9 0h5M4 0h5M0 -9v5M0 4v5"></path>
    <path d="M-9 0h5M4 0h5M0 -9v5M0 4v5"></path>
    <text x="12" dominant-baseline="central">${msg('start')}</text>
  </g>`;
}
