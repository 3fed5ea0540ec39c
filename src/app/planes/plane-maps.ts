import { msg, str } from '@lit/localize';
import { shareText } from '../../analysis/share-text.ts';
import type { PlaneImage } from '../../analysis/trainability/plane-image.ts';
import type { Plan } from '../../experiment/index.ts';
import type { Legend } from '../maps/legend.ts';
import type { MapColors } from '../maps/map-colors.ts';
import { axisName, type MapScene } from '../maps/map-scene.ts';
import type { DrawnMaps } from '../maps/quantity-maps.ts';
import { optimizerColor } from '../parts/colors.ts';
import { planeCodes, ranksOf } from './plane-codes.ts';
import { PENDING, planeTiles, SHADES } from './plane-colors.ts';

/** Maps of how well networks train, one for each optimizer shown, as far as they are computed. */
export function planeMaps(
  plan: Plan,
  shown: readonly number[],
  images: readonly PlaneImage[],
  colors: MapColors,
): DrawnMaps {
  const ranks = ranksOf(images);
  const tiles = planeTiles(colors);
  const counts = images.map(({ values, own, done }) => {
    // Networks are counted, not the cells around them that they stand for.
    let trained = 0;
    own.forEach((isOwn, cell) => {
      if (isOwn && values[cell] <= 0) trained++;
    });
    return { trained, diverged: done - trained, pending: values.length - done, done };
  });
  const scene: MapScene = {
    maps: shown.map((k, i) => ({
      title: plan.optimizers[k].label,
      frame: optimizerColor(k),
      note: counts[i].done > 0 ? msg(str`${shareText(counts[i].trained, counts[i].done)} train`) : '',
      cells: planeCodes(images[i], ranks),
    })),
    x: { name: axisName(plan.x, plan), axis: plan.x },
    y: { name: axisName(plan.y, plan), axis: plan.y },
    marks: [],
    tiles,
    colors,
  };
  const legend: Legend = {
    heads: shown.map((k) => ({ label: plan.optimizers[k].label, color: optimizerColor(k) })),
    rows: [
      {
        label: msg('trained; darker: sooner'),
        meaning: msg('the loss over the last 20 updates is below the first, on average'),
        code: SHADES >> 2,
        counts: counts.map(({ trained }) => trained),
      },
      {
        label: msg('did not train; darker: sooner lost'),
        meaning: msg('the loss over the last 20 updates is not below the first, or the network left its bounds'),
        code: 2 * SHADES - 1 - (SHADES >> 2),
        counts: counts.map(({ diverged }) => diverged),
      },
      {
        label: msg('not trained yet'),
        meaning: msg('comes when the coarser cells are done'),
        code: PENDING,
        counts: counts.map(({ pending }) => pending),
      },
    ],
    whole: plan.cells,
    bar: null,
    note: msg(
      'Shades by rank. Networks are trained to the end here, however far their weights go; the run’s outcomes stop them at the escape radius.',
    ),
    tiles,
    colors,
  };
  return { scene, legend };
}
