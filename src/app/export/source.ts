import { msg } from '@lit/localize';
import type { Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { Workspace } from '../workspace.ts';

/** What exports are made from. */
export interface ExportSource {
  readonly workspace: Workspace;
  /** Where the page's panels stand. */
  readonly page: ParentNode;
}

/** The run and its plan. Throws an Error with a sentence where there is none. */
export function runOf({ workspace }: ExportSource): { readonly run: Run; readonly plan: Plan } {
  const { run } = workspace.session;
  if (!run) throw new Error(msg('Nothing runs yet. Wait for the first picture.'));
  return { run, plan: run.plan };
}

/** Does something while the run stands still, and lets it go on then if it was playing. */
export async function whileStill<T>({ workspace }: ExportSource, work: () => Promise<T>): Promise<T> {
  const { player } = workspace.session;
  const { playing } = player;
  player.pause();
  try {
    return await work();
  } finally {
    if (playing) player.play();
  }
}
