import type { Edit, EditRequest } from '../edits.ts';
import type { PageView } from '../view/page-view.ts';

/**
 * Asks for a change of the experiment: fires `edit`, which rises out of every element.
 * @param control what the problems of a refused change are told under
 */
export function requestEdit(from: EventTarget, control: string, change: Edit): void {
  from.dispatchEvent(
    new CustomEvent<EditRequest>('edit', { detail: { control, change }, bubbles: true, composed: true }),
  );
}

/** Asks for a change of what is looked at: fires `view`, which rises out of every element. */
export function requestView(from: EventTarget, view: Partial<PageView>): void {
  from.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail: view, bubbles: true, composed: true }));
}
