import { html, nothing } from 'lit';
import { besideControl } from './sentences.ts';

/** Why a control's last change was refused; nothing where it was not. */
export function problemLine(problem: Error | undefined) {
  return problem ? html`<p class="error" role="status">${besideControl(problem)}</p>` : nothing;
}
