import { msg, str } from '@lit/localize';
import { picturePlan, type Target } from '../../analysis/minimum-ratio/networks.ts';
import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { readInk } from '../charts/ink.ts';
import { canvasOf } from '../charts/paint.ts';
import { svgOf } from '../charts/svg.ts';
import { saveFile } from '../files/save-file.ts';
import { formatCount } from '../parts/numbers.ts';
import { networksCsv } from './networks-csv.ts';
import { scatterFigure } from './scatter-figure.ts';
import { drawingOf } from './studies.ts';

/** What is saved of networks, and how. */
export interface NetworksFile {
  readonly target: Target;
  readonly form: 'png' | 'svg' | 'csv';
  /** A line under the picture's title. */
  readonly note: string;
  readonly log: boolean;
  readonly theme: 'light' | 'dark';
}

/**
 * Saves networks as a table, or their plot as a picture.
 * @param element whose theme tells the colours
 */
export async function saveNetworks(
  element: Element,
  networks: readonly NetworkEnd[],
  { target, form, note, log, theme }: NetworksFile,
): Promise<void> {
  const { parameters } = picturePlan(drawingOf(target)).objective;
  const name = `scree-minimum-ratio-${target}.${form}`;
  if (form === 'csv') {
    saveFile(name, new Blob([networksCsv(networks, parameters)], { type: 'text/csv' }));
    return;
  }
  const style = getComputedStyle(element);
  const title = msg(str`Loss against minimum ratio of ${formatCount(networks.length)} networks`);
  const setup = { title, note, eigenvalues: parameters.length, log };
  const figure = scatterFigure(networks, setup, readInk(element, theme), (each) =>
    style.getPropertyValue(`--${each}`).trim(),
  );
  if (form === 'svg') {
    saveFile(name, new Blob([svgOf(figure)], { type: 'image/svg+xml' }));
    return;
  }
  const picture = await new Promise<Blob | null>((resolve) => canvasOf(figure).toBlob(resolve, 'image/png'));
  if (picture) saveFile(name, picture);
}
