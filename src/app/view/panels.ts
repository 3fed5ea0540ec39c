import { bringAll } from '../locale/localization.ts';
import type { Tab } from './page-view.ts';

/** Panels that are loaded when they are first looked at. */
export type LatePanel = Exclude<Tab, 'surface'> | 'charts' | 'inspector' | 'lessons' | 'hindrance';

const LOADERS: Readonly<Record<LatePanel, () => Promise<unknown>>> = {
  maps: () => import('../maps/maps-panel.ts'),
  trainability: () => import('../planes/trainability-panel.ts'),
  difference: () => import('../maps/difference-panel.ts'),
  comparison: () => import('../compare/comparison-panel.ts'),
  ratio: () => import('../ratio/ratio-panel.ts'),
  charts: () => import('../charts/progress-panel.ts'),
  inspector: () => import('../inspect/cell-inspector.ts'),
  hindrance: () => import('../bar/no-engine-note.ts'),
  lessons: () => import('../lessons/lesson-panel.ts'),
};

const loaded = new Set<LatePanel>();

/** Loads a panel's code once; its element, in the page already, comes to life then. Where it cannot be loaded, `failed` is told why, and the next call tries again. */
export function loadPanel(panel: LatePanel, failed: (error: unknown) => void): void {
  if (loaded.has(panel)) return;
  loaded.add(panel);
  // Texts before the code: what it shows at once is then in the reader's language.
  bringAll()
    .then(LOADERS[panel])
    .catch((error) => {
      loaded.delete(panel);
      failed(error);
    });
}
