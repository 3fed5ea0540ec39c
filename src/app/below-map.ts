import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { caption } from './caption.ts';
import type { Reading, StepSetting } from './lessons/step-setting.ts';
import type { PageView } from './view/page-view.ts';
import type { Workspace } from './workspace.ts';

/** What lessons ask for. */
export interface LessonEvents {
  /** Opens a step. */
  step(setting: StepSetting): void;
  /** Opens the lessons elsewhere, or closes them. */
  look(change: Partial<PageView>): void;
}

/** What stands below the map: the lessons where they are open, else a caption of what is seen. */
export function belowMap(workspace: Workspace, events: LessonEvents): TemplateResult {
  const { session, view, preferences, place } = workspace;
  if (view.lesson === null) return html`<p class="caption">${captionOf(workspace)}</p>`;
  return html`<lesson-panel
    role="region"
    aria-label=${msg('Lessons')}
    .keys=${place.keys}
    .place=${view.lesson}
    .last=${preferences.lesson}
    .experiment=${session.experiment}
    .view=${view}
    .mixedFrom=${session.mixedFrom}
    @open-step=${({ detail }: CustomEvent<StepSetting>) => events.step(detail)}
    @view=${({ detail }: CustomEvent<Partial<PageView>>) => events.look(detail)}
    @read=${({ detail }: CustomEvent<Reading>) => {
      workspace.prefer({ lesson: detail.place });
      if (detail.pace !== undefined) workspace.paceAt(detail.pace);
    }}
  ></lesson-panel>`;
}

function captionOf({ session, hindrance, view }: Workspace) {
  const { run, plan } = session;
  if (run && plan) return caption(plan, view.tab, session.mixedFrom);
  return hindrance === null ? msg('Opening an engine…') : '';
}
