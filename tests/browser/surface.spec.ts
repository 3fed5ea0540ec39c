import { expect, type Page } from '@playwright/test';
import { count, difference, ended, open, pause, small, test, until } from './support.ts';

const ORANGE = [0xe6, 0x9f, 0x00] as const;
/** The hue of Himmelblau's minimum at (3, 2). */
const FIRST_MINIMUM = [0x1f, 0x8a, 0x70] as const;

const map = (page: Page) => page.locator('surface-map');
const readout = (page: Page) => page.getByRole('region', { name: 'Launched trajectories' });

/** The page's pixel at which a point of the plane is seen, from the marks of two minima that are known. */
async function seenAt(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const at = async (name: RegExp) => {
    const box = await map(page).getByRole('img', { name }).boundingBox();
    if (!box) throw new Error('the minimum is not seen');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [a, b] = [await at(/x = 3, y = 2/), await at(/x = −3\.78, y = −3\.28/)];
  return {
    x: a[0] + ((x - 3) / (-3.7793 - 3)) * (b[0] - a[0]),
    y: a[1] + ((y - 2) / (-3.2832 - 2)) * (b[1] - a[1]),
  };
}

test('a click launches a trajectory that ends at a minimum; its start is dragged, moved by keys, and removed', async ({
  page,
}) => {
  await open(page, small({ steps: 1000, optimizers: [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }] }));
  await ended(page);
  const from = await seenAt(page, 4, 3.5);
  await page.mouse.click(from.x, from.y);
  await expect(readout(page)).toContainText('From x = 4');
  await expect(readout(page).getByRole('listitem')).toHaveText([
    /Adam.*converged at \(3, 2\)/s,
    /Heavy ball.*converged at \(3, 2\)/s,
  ]);
  const end = map(page).locator('.paths .end').first();
  const goal = await seenAt(page, 3, 2);
  const box = await end.boundingBox();
  expect(Math.hypot((box?.x ?? 0) + 5 - goal.x, (box?.y ?? 0) + 5 - goal.y)).toBeLessThan(4);

  const line = map(page).locator('.paths path').first();
  const before = await line.getAttribute('d');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = await seenAt(page, -3, 4);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  // It follows while it is dragged.
  await until(() => line.getAttribute('d')).not.toBe(before);
  await page.mouse.up();
  await expect(readout(page).getByRole('listitem').first()).toContainText('converged at (−2.81, 3.13)');

  // A reload shows the same part of the surface, with the same line over it.
  for (let i = 0; i < 4; i++) await map(page).getByRole('application').press('+');
  const ticks = () => map(page).locator('.axes text').allTextContents();
  const [shown, near] = [await line.getAttribute('d'), await ticks()];
  // However soon: the address follows later.
  await page.reload();
  await until(() => line.getAttribute('d').catch(() => null)).toBe(shown);
  expect(await ticks()).toEqual(near);
  await until(() => page.evaluate(() => decodeURIComponent(location.hash))).toMatch(/"sight":\[[^\]]*,2\.44\d*\]/);
  await page.getByRole('button', { name: 'whole' }).click();
  await until(ticks).not.toEqual(near);

  await map(page).getByRole('application').press('Escape');
  await expect(readout(page)).toHaveCount(0);
  await until(() => page.evaluate(() => location.hash)).not.toContain('view=');
  await map(page).getByRole('application').press('Enter');
  await expect(readout(page)).toContainText(/From x = .*y = /);
  const told = await readout(page).textContent();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
  await until(() => readout(page).textContent()).not.toBe(told);
  await readout(page).getByRole('button', { name: 'remove' }).click();
  await expect(map(page).locator('.paths')).toHaveCount(0);
});

test('the map tells its losses and known points, is zoomed and dragged, and comes home', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, small({ steps: 100 }));
  await ended(page);
  // Trails do not outlive a zoom.
  await page.getByRole('checkbox', { name: 'trails' }).uncheck();
  const plane = map(page).locator('#plane');
  await until(async () => count(page, await plane.screenshot(), ORANGE)).toBeGreaterThan(500);
  await until(() => plane.locator('.contours text').count()).toBeGreaterThan(4);
  const whole = await plane.screenshot();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await until(async () => difference(page, whole, await plane.screenshot())).toBeGreaterThan(5000);
  await page.getByRole('button', { name: 'whole' }).click();
  await until(async () => difference(page, whole, await plane.screenshot())).toBeLessThan(200);

  const ticks = () => map(page).locator('.axes text').allTextContents();
  const home = await ticks();
  const box = await map(page).boundingBox();
  if (!box) throw new Error('the map has no place');
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.wheel(0, -900);
  await until(ticks).not.toEqual(home);
  await page.mouse.dblclick(box.x + 200, box.y + 200);
  await until(ticks).toEqual(home);
  await map(page).getByRole('application').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await until(ticks).not.toEqual(home);
  await page.getByRole('button', { name: 'whole' }).click();
  await map(page)
    .getByRole('img', { name: /^Minimum.*x = 3, y = 2/ })
    .focus();
  await expect(map(page).locator('.tip')).toHaveText('Minimum: loss 0 at x = 3, y = 2');
});

test.describe('at a pace that can be followed', () => {
  test.use({ hurried: false });
  for (const engine of ['cpu', 'webgpu'] as const) {
    test(`on ${engine}, particles are coloured by outcome and leave trails`, {
      tag: engine === 'webgpu' ? '@webgpu' : [],
    }, async ({ page }) => {
      await open(page, small({ engine, steps: 150, optimizers: [{ name: 'momentum' }] }));
      const trails = page.getByRole('checkbox', { name: 'trails' });
      await pause(page);
      const picture = () => map(page).locator('#plane').screenshot();
      for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Step' }).click();
      await until(async () => count(page, await picture(), ORANGE)).toBeGreaterThan(500);
      const withTrails = await picture();
      await trails.uncheck();
      await until(async () => difference(page, withTrails, await picture())).toBeGreaterThan(300);

      await page.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
      await page.getByRole('button', { name: 'Run' }).click();
      await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
      // Rings of known minima and what is written have these colours, too.
      const rings = await count(page, await picture(), FIRST_MINIMUM);
      await page.getByRole('radio', { name: 'outcome' }).check();
      await until(async () => count(page, await picture(), FIRST_MINIMUM)).toBeGreaterThan(rings);
      await until(async () => count(page, await picture(), ORANGE)).toBeLessThan(12);
      await expect(page.locator('map-key')).toContainText('converged at');
    });
  }
});

test('an objective of one parameter is a curve with the particles on it', async ({ page }) => {
  const objective = { formula: 'x^4 - 3*x^2 + x', parameters: ['x'], domain: [[-2, 2]] as [number, number][] };
  await open(page, small({ objective, grid: {}, optimizers: [{ name: 'adam', lr: 0.02 }] }));
  await ended(page);
  await expect(map(page).locator('.axes .name')).toHaveText(['x', 'loss']);
  await expect(map(page).locator('path.curve')).toHaveAttribute('d', /^M0\.0 /);
  await page.getByRole('button', { name: 'Reset' }).click();
  await until(async () => count(page, await map(page).locator('#plane').screenshot(), ORANGE)).toBeGreaterThan(200);
});
