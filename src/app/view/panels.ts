import { pictureAsked, pictureShown } from '../first-picture.ts';
import { bringAll } from '../locale/localization.ts';
import type { PageView, Tab } from './page-view.ts';

/** Panels that are loaded when they are first looked at. */
type LatePanel = Exclude<Tab, 'surface'> | 'charts' | 'inspector' | 'lessons' | 'hindrance';

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

/** What of a page there is besides its view. */
export interface PanelNeeds {
  /** Whether nothing can run, and that is told. */
  readonly hindered: boolean;
  /** Whether there are charts. */
  readonly charts: boolean;
}

/**
 * Loads the code of all panels that a view shows, those beside the map when its first picture is there; their elements, in the page already, come to life then. Where one cannot
 * be loaded, `failed` is told why, and the next call tries again.
 */
export function loadPanels(
  { tab, cell, lesson }: PageView,
  { hindered, charts }: PanelNeeds,
  failed: (error: unknown) => void,
): void {
  if (tab !== 'surface') load(tab, failed);
  if (tab !== 'surface' || hindered) {
    // No picture of a surface is to come.
    pictureAsked.tell();
    pictureShown.tell();
  }
  if (hindered) load('hindrance', failed);
  if (lesson !== null) void pictureShown.come.then(() => load('lessons', failed));
  if (cell) load('inspector', failed);
  else if (charts) void pictureShown.come.then(() => load('charts', failed));
}

function load(panel: LatePanel, failed: (error: unknown) => void): void {
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
