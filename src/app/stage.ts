import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Fold } from './charts/folds.ts';
import type { Workspace } from './workspace.ts';
import './map/surface-map.ts';

type Theme = 'light' | 'dark';

/** What the chosen tab shows in the middle of the page. */
export function middle(workspace: Workspace, theme: Theme): TemplateResult {
  const { session, view, reader } = workspace;
  const { run, plan } = session;
  const { tables } = reader;
  switch (view.tab) {
    case 'maps':
      return html`<maps-panel .run=${run} .plan=${plan} .tables=${tables} .view=${view} .theme=${theme}></maps-panel>`;
    case 'trainability':
      return html`<trainability-panel
        .engine=${run?.engine ?? null}
        .plan=${plan}
        .view=${view}
        .theme=${theme}
      ></trainability-panel>`;
    case 'difference':
      return html`<difference-panel .plan=${plan} .tables=${tables} .view=${view} .theme=${theme}></difference-panel>`;
    case 'comparison':
      return html`<comparison-panel
        .plan=${plan}
        .tables=${tables}
        .measurement=${run?.history.at(-1)}
        .mixedFrom=${session.mixedFrom}
        .theme=${theme}
      ></comparison-panel>`;
    case 'ratio':
      return html`<ratio-panel .owner=${workspace} .run=${run} .plan=${plan} .view=${view} .theme=${theme}></ratio-panel>`;
    default:
      if (plan?.objective.layered) return noSurface(plan.objective.parameters.length);
      return html`<surface-map
        .run=${run}
        .coming=${session.coming}
        .plan=${plan}
        .view=${view}
        .theme=${theme}
        @trouble=${({ detail }: CustomEvent<unknown>) => workspace.unexpected(detail)}
      ></surface-map>`;
  }
}

/** In place of the map where every pixel would be a whole network's loss over all its data. */
function noSurface(parameters: number): TemplateResult {
  return html`<p class="no-surface">
    ${msg(str`A network of ${parameters} parameters is too large to draw its loss: Maps and the charts show how it trains.`)}
  </p>`;
}

/** What stands beside it: how the run goes, or the cell that is looked at. */
export function beside(workspace: Workspace, theme: Theme): TemplateResult {
  const { session, view, preferences } = workspace;
  const { run, plan } = session;
  if (view.cell) {
    return html`<cell-inspector
      .run=${run}
      .plan=${plan}
      .cell=${view.cell}
      .mixedFrom=${session.mixedFrom}
      .stays=${view.lesson !== null}
      .theme=${theme}
    ></cell-inspector>`;
  }
  return html`<progress-panel
    .plan=${plan}
    .history=${run?.history ?? []}
    .length=${run?.history.length ?? 0}
    .done=${run?.done ?? false}
    .view=${view}
    .folds=${preferences.folds}
    .theme=${theme}
    @folds=${({ detail }: CustomEvent<readonly Fold[]>) => workspace.prefer({ folds: detail })}
  ></progress-panel>`;
}
