import { msg } from '@lit/localize';
import { exportName } from '../../export/file-name.ts';
import type { ProgressPanel } from '../charts/progress-panel.ts';
import { saveFile } from '../files/save-file.ts';
import type { SurfaceMap } from '../map/surface-map.ts';
import type { Tab } from '../view/page-view.ts';
import { captionText, cellSentence } from './caption-text.ts';
import { captioned, paperOf } from './paper.ts';
import { type ExportSource, runOf, whileStill } from './source.ts';
import { SurfaceComposer } from './surface-picture.ts';

/** A view that can be exported as a picture. */
export interface ExportView {
  /** What it is called. */
  readonly name: () => string;
  /** The tab that shows it; null where it stands beside. */
  readonly tab: Tab | null;
  /** Its element. */
  readonly tag: string;
  /** Pixels of its picture for each CSS pixel; null for those of the screen. */
  readonly ratio: number | null;
}

const SURFACE: ExportView = { name: () => msg('Surface'), tab: 'surface', tag: 'surface-map', ratio: null };
const MAPS: ExportView = { name: () => msg('Maps'), tab: 'maps', tag: 'maps-panel', ratio: 2 };
const PLANES: ExportView = {
  name: () => msg('Trainability'),
  tab: 'trainability',
  tag: 'trainability-panel',
  ratio: 2,
};
const DIFFERENCE: ExportView = { name: () => msg('Difference'), tab: 'difference', tag: 'difference-panel', ratio: 2 };
const CURVES: ExportView = {
  name: () => msg('Success curve'),
  tab: 'comparison',
  tag: 'comparison-panel',
  ratio: null,
};
const INSPECTOR: ExportView = { name: () => msg('Inspected cell'), tab: null, tag: 'cell-inspector', ratio: null };

/** Longest time that a view is given to draw itself, in ms. */
const PATIENCE = 20_000;
/** Time between two looks at whether it has, in ms. */
const EVERY = 100;

/** The views that the experiment has. */
export function exportViews({ workspace }: ExportSource): ExportView[] {
  const { view, session } = workspace;
  const { plan } = session;
  if (!plan) return [];
  const hasCurve = [plan.x, plan.y].some(({ varied, values }) => varied.kind === 'hyperparameter' && values.length > 1);
  return [
    SURFACE,
    MAPS,
    // As far as it is computed; leaving its tab would end it.
    ...(view.tab === 'trainability' ? [PLANES] : []),
    ...(plan.optimizers.length > 1 ? [DIFFERENCE] : []),
    ...(hasCurve ? [CURVES] : []),
    ...(view.cell ? [INSPECTOR] : []),
  ];
}

/** Pixels of a picture for each CSS pixel: as on the screen, or twice as many. */
export function ratioOf(fine: boolean): number {
  return (fine ? 2 : 1) * devicePixelRatio;
}

/** Saves a view as a PNG with its caption; looks at it for that where it is not seen, and goes back. Resolves with the file's name. */
export function saveView(source: ExportSource, view: ExportView, fine: boolean): Promise<string> {
  // A picture that is drawn over and over is never complete.
  return whileStill(source, () => saveStill(source, view, fine));
}

async function saveStill(source: ExportSource, view: ExportView, fine: boolean): Promise<string> {
  const { workspace } = source;
  const { tab } = workspace.view;
  if (view.tab && view.tab !== tab) workspace.look({ tab: view.tab });
  try {
    const { element, picture } = await pictureOf(source, view, fine);
    // What is drawn for the screen alone gains nothing by being enlarged.
    const drawn = view === SURFACE ? ratioOf(fine) : (view.ratio ?? devicePixelRatio);
    const to = view === SURFACE || view.ratio !== null ? ratioOf(fine) : drawn;
    return await savePicture(
      source,
      element,
      picture,
      view.name(),
      whatOf(source, view),
      { from: drawn, to },
      stepOf(source, view),
    );
  } finally {
    if (workspace.view.tab !== tab) workspace.look({ tab });
  }
}

/** The map of the surface, which is looked at from now on. */
export async function surfaceMap({ workspace, page }: ExportSource): Promise<SurfaceMap> {
  workspace.look({ tab: 'surface' });
  return await waitFor(() => {
    const map = page.querySelector<SurfaceMap>('surface-map');
    return map?.overlaid ? map : null;
  });
}

async function pictureOf(
  source: ExportSource,
  view: ExportView,
  fine: boolean,
): Promise<{ readonly element: Element; readonly picture: HTMLCanvasElement }> {
  if (view === SURFACE) {
    const map = await surfaceMap(source);
    const composer = await SurfaceComposer.create(map, fine ? 2 : 1);
    return { element: map, picture: await composer.picture() };
  }
  const element = await waitFor(() => {
    const found = source.page.querySelector<PicturedPanel>(view.tag);
    const { reader, session } = source.workspace;
    const read = view.tab === null || reader.tables?.length === session.plan?.optimizers.length;
    const told = !found || !('tables' in found) || found.tables === reader.tables;
    return read && told && found?.picture ? found : null;
  });
  // What it was told it draws in the next frame.
  await nextFrame();
  await nextFrame();
  return await waitFor(() => {
    const picture = element.picture?.();
    // A canvas that nothing was drawn on has the size that browsers give one.
    const drawn = picture && picture.width > 0 && !(picture.width === 300 && picture.height === 150);
    return drawn ? { element, picture } : null;
  });
}

/** A panel that can be drawn, once its code has come. */
interface PicturedPanel extends Element {
  readonly tables?: unknown;
  picture?(): HTMLCanvasElement | null;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function waitFor<T>(look: () => T | null): Promise<T> {
  for (const began = performance.now(); performance.now() - began < PATIENCE; ) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  throw new Error(msg('This view shows nothing yet. Try again when it does.'));
}

/** The charts over the steps by their names. */
export async function chartNames({ page }: ExportSource): Promise<string[]> {
  const panel = page.querySelector<ProgressPanel>('progress-panel');
  if (!panel) return [];
  // Its code comes after the page's first picture.
  await import('../charts/progress-panel.ts');
  await panel.loadAll();
  return panel.charts.map(({ label }) => label);
}

/** Saves a chart as a PNG with its caption, or as an SVG. Resolves with the file's name. */
export async function saveChart(
  source: ExportSource,
  name: string,
  form: 'png' | 'svg',
  fine: boolean,
): Promise<string> {
  const panel = source.page.querySelector<ProgressPanel>('progress-panel');
  const chart = panel?.charts.find(({ label }) => label === name);
  if (!panel || !chart) throw new Error(msg('This chart is not shown any more. Close the inspected cell, and it is.'));
  if (form === 'png') return savePicture(source, panel, chart.picture(), name, '', { from: 2, to: ratioOf(fine) });
  const { run, plan } = runOf(source);
  const file = exportName(plan.experiment, run.step, name, 'svg');
  saveFile(file, new Blob([chart.svg()], { type: 'image/svg+xml' }));
  return file;
}

/** The step that a view shows: networks of a plane are trained to the end, wherever the run is. */
function stepOf(source: ExportSource, view: ExportView): number {
  const { run, plan } = runOf(source);
  return view === PLANES ? plan.steps : run.step;
}

/** What a view shows, where its picture does not say it. */
function whatOf({ workspace }: ExportSource, view: ExportView): string {
  const { plan } = workspace.session;
  const { cell } = workspace.view;
  if (view === CURVES) return msg('Share of the cells that arrive.');
  if (view === PLANES) return msg('Trainability on a finer grid: each network is trained to the end.');
  return view === INSPECTOR && plan && cell ? cellSentence(plan, cell) : '';
}

async function savePicture(
  source: ExportSource,
  element: Element,
  picture: HTMLCanvasElement,
  name: string,
  what: string,
  ratio: { readonly from: number; readonly to: number },
  step = runOf(source).run.step,
): Promise<string> {
  const { plan } = runOf(source);
  const canvas = captioned(picture, captionText(plan, step, what), paperOf(element), ratio);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob)
    throw new Error(msg('The browser could not make a PNG of this size. Make the window smaller, and try again.'));
  const file = exportName(plan.experiment, step, name, 'png');
  saveFile(file, blob);
  return file;
}
