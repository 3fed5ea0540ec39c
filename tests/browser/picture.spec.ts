import { expect, type Page } from '@playwright/test';
import type { SurfaceMap } from '../../src/app/map/surface-map.ts';
import { difference, small, test, until } from './support.ts';
import { show } from './views.ts';

const ORANGE = [0xe6, 0x9f, 0x00];
const axis = (vary: string) => ({ vary, from: -4.6, to: 4.4, count: 9 });
const few = small({
  steps: 60,
  grid: { x: axis('x'), y: axis('y') },
  optimizers: [{ name: 'adam', lr: 0.02 }],
});

const plane = (page: Page) => page.locator('surface-map #plane');

/** Where each trajectory is, as the engine tells. */
const places = (page: Page) =>
  page.evaluate(async () => {
    const map = document.querySelector('scree-app')?.shadowRoot?.querySelector<SurfaceMap>('surface-map');
    const cells = await map?.run?.population.cells(0);
    return [...(cells?.theta[0] ?? [])].map((x, i) => [x, cells?.theta[1][i] as number]);
  });

/** The middle of the mark of a minimum, in the picture of the plane. */
async function markAt(page: Page, name: RegExp): Promise<[number, number]> {
  const [mark, whole] = await Promise.all([
    page.locator('surface-map').getByRole('img', { name }).boundingBox(),
    plane(page).boundingBox(),
  ]);
  if (!mark || !whole) throw new Error('a minimum is not seen');
  return [mark.x + mark.width / 2 - whole.x, mark.y + mark.height / 2 - whole.y];
}

/** How far from each place the nearest pixel of a colour is, in pixels. */
const nearest = (page: Page, picture: Buffer, at: [number, number][], colour: number[]) =>
  page.evaluate(
    async ({ png, at, colour }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
      context?.drawImage(bitmap, 0, 0);
      return at.map(([x, y]) => {
        const side = 13;
        const from = [Math.round(x) - 6, Math.round(y) - 6];
        const { data } = context?.getImageData(from[0], from[1], side, side) ?? { data: [] };
        let least = Number.POSITIVE_INFINITY;
        for (let i = 0; i < side * side; i++) {
          const away = Math.hypot(...colour.map((value, channel) => value - data[4 * i + channel]));
          if (away > 48) continue;
          const [column, row] = [i % side, Math.floor(i / side)];
          least = Math.min(least, Math.hypot(from[0] + column + 0.5 - x, from[1] + row + 0.5 - y));
        }
        return least;
      });
    },
    { png: picture.toString('base64'), at, colour },
  );

for (const engine of ['cpu', 'webgpu'] as const) {
  test(`on ${engine}, every particle is drawn where its trajectory is, and a step is the same picture to the pixel, run through or gone back to`, {
    tag: engine === 'webgpu' ? '@webgpu' : [],
  }, async ({ page }) => {
    await show(page, { name: 'few', experiment: { ...few, engine }, view: { trails: false } });
    const [a, b] = [await markAt(page, /x = 3, y = 2/), await markAt(page, /x = −3\.78, y = −3\.28/)];
    const seen = ([x, y]: number[]): [number, number] => [
      a[0] + ((x - 3) / (-3.7793 - 3)) * (b[0] - a[0]),
      a[1] + ((y - 2) / (-3.2832 - 2)) * (b[1] - a[1]),
    ];
    // The ring of a minimum may cover a particle.
    await plane(page)
      .locator(':scope > svg')
      .evaluate((marks: SVGElement) => {
        marks.style.visibility = 'hidden';
      });
    const goTo = async (step: number) => {
      await page.getByRole('slider', { name: 'Go to step' }).fill(String(step));
      await expect(page.locator('#step')).toHaveText(String(step));
    };
    const end = await plane(page).screenshot();
    for (const step of [0, 20]) {
      await goTo(step);
      const at = (await places(page)).map(seen);
      expect(at).toHaveLength(81);
      await until(async () =>
        Math.max(...(await nearest(page, await plane(page).screenshot(), at, ORANGE))),
      ).toBeLessThan(2.5);
    }
    expect(await difference(page, end, await plane(page).screenshot())).toBeGreaterThan(100);
    await goTo(60);
    await until(async () => difference(page, end, await plane(page).screenshot())).toBe(0);
  });
}
