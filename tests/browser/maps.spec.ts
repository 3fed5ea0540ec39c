import { expect, type Locator, type Page } from '@playwright/test';
import type { MapsPanel } from '../../src/app/maps/maps-panel.ts';
import { minimumColor, toRgb } from '../../src/app/parts/colors.ts';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import { OUTCOMES } from '../../src/engine/index.ts';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { count, open, small, test, told, until } from './support.ts';

/** Opens a tab of the page with an experiment that has run to its end. */
async function look(page: Page, tab: string, fields: Partial<ExperimentInput>): Promise<Locator> {
  await open(page, small({ ...fields }));
  await page.getByRole('tab', { name: tab }).click();
  await until(async () => (await told(page)).step).toBe(fields.steps);
  await expect(page.locator('map-legend tbody tr').first()).toBeVisible();
  // What comes last moves the maps no more.
  await expect(page.locator('progress-panel')).toBeVisible();
  let [place, times] = ['', 0];
  await until(async () => {
    const now = JSON.stringify(await page.locator('cell-maps').boundingBox());
    times = now === place ? times + 1 : 0;
    place = now;
    return times;
  }).toBeGreaterThan(4);
  return page.locator('cell-maps');
}

/** The middle of the maps in the window, and a place beside it. */
async function middle(maps: Locator, right = 0, down = 0): Promise<[number, number]> {
  const box = await maps.boundingBox();
  if (!box) throw new Error('the maps have no place');
  return [box.x + box.width / 2 + right, box.y + box.height / 2 + down];
}

/** What the readout says of the place under the crosshair. */
async function placeRead(page: Page): Promise<{ x: number; y: number }> {
  const text = (await page.locator('cell-readout .place').innerText()).replaceAll('−', '-');
  const found = /x = (-?[\d.]+), y = (-?[\d.]+)/.exec(text);
  if (!found) throw new Error(`no place in "${text}"`);
  return { x: Number(found[1]), y: Number(found[2]) };
}

const grid = async (page: Page) => (await told(page)).experiment.grid;
const chosen = (page: Page) => page.evaluate(() => (document.querySelector('scree-app') as ScreeApp).view.cell);

/** A column or row of 40 cells from −5 to 5. */
const at = (value: number) => Math.round(((value + 5) / 10) * 39);

test('the basins of Himmelblau have four colours, in shares that the engine counts', async ({ page }) => {
  const maps = await look(page, 'Maps', { steps: 120, optimizers: [{ name: 'sgd', lr: 0.01 }] });
  const read = () =>
    page.evaluate(() => {
      const app = document.querySelector('scree-app') as ScreeApp;
      const [table] = app.shadowRoot?.querySelector<MapsPanel>('maps-panel')?.tables ?? [];
      return table ? { step: table.step, minimum: [...table.minimum] } : null;
    });
  await until(async () => (await read())?.step).toBe(120);
  const minima = (await read())?.minimum ?? [];
  const outcomes = await page.evaluate(() => [
    ...((document.querySelector('scree-app') as ScreeApp).history.at(-1)?.optimizers[0].outcomes ?? []),
  ]);
  const row = (name: RegExp) => page.locator('map-legend tbody tr').filter({ hasText: name }).locator('td');
  let converged = 0;
  for (let m = 0; m < 4; m++) {
    const cells = minima.filter((each) => each === m).length;
    converged += cells;
    expect(cells).toBeGreaterThan(200);
    await expect(row(new RegExp(`minimum ${m + 1} at`))).toHaveAttribute('title', `${cells} of 1,600`);
  }
  expect(converged).toBe(outcomes[OUTCOMES.indexOf('converged')]);
  const picture = await maps.screenshot();
  for (let m = 0; m < 4; m++) {
    const colour = toRgb(minimumColor(m)).map((share) => Math.round(share * 255));
    expect(await count(page, picture, colour)).toBeGreaterThan(5000);
  }
});

test('the crosshair reads a cell of all optimizers; a click and Enter inspect it', async ({ page }) => {
  const maps = await look(page, 'Maps', {
    steps: 60,
    optimizers: [{ name: 'sgd', lr: 0.01 }, { name: 'adam' }],
  });
  const [left, top] = await middle(maps, -140, -60);
  await page.mouse.move(left, top);
  const readout = page.locator('cell-readout');
  await expect(readout.locator('tbody tr')).toHaveCount(2);
  await expect(readout).toContainText(/SGD\s+minimum \d/);
  const { x, y } = await placeRead(page);
  await page.mouse.click(left, top);
  await until(() => chosen(page)).toEqual([0, at(x), at(y)]);
  const plane = maps.getByRole('application');
  await plane.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(readout.getByRole('status')).toContainText('Adam');
  const next = await placeRead(page);
  await page.keyboard.press('Enter');
  await until(() => chosen(page)).toEqual([1, at(next.x), at(next.y)]);
  await page.keyboard.press('Escape');
  await expect(readout).toHaveCount(0);

  // Kinds of cells come and go with the steps; the places of cells stay.
  const place = await maps.boundingBox();
  const kinds = page.locator('map-legend tbody tr');
  expect(await kinds.count()).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(kinds).toHaveCount(1);
  expect(await maps.boundingBox()).toEqual(place);
});

test('a rectangle zooms the grid, by pointer and by keys, and there is a way back', async ({ page }) => {
  const maps = await look(page, 'Maps', { steps: 40 });
  const before = await grid(page);
  const [from, to] = [await middle(maps, -80, -60), await middle(maps, 80, 60)];
  await page.mouse.move(...from);
  const corner = await placeRead(page);
  await page.mouse.move(...to);
  const opposite = await placeRead(page);
  // Escape calls a drag off.
  await page.mouse.down();
  await page.mouse.move(...from, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await grid(page)).toEqual(before);

  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
  await until(async () => (await grid(page)).x?.from).not.toBe(-5);
  const zoomed = await grid(page);
  const cell = 10 / 39;
  expect(zoomed.x).toMatchObject({ vary: 'x', count: 40, scale: 'linear' });
  expect(Math.abs((zoomed.x?.from ?? 0) - corner.x)).toBeLessThan(cell);
  expect(Math.abs((zoomed.x?.to ?? 0) - opposite.x)).toBeLessThan(cell);
  expect(Math.abs((zoomed.y?.from ?? 0) - opposite.y)).toBeLessThan(cell);
  expect(Math.abs((zoomed.y?.to ?? 0) - corner.y)).toBeLessThan(cell);
  await until(async () => (await told(page)).step).toBe(40);

  await maps.getByRole('application').focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('z');
  const width = async () => {
    const { x } = await grid(page);
    return (x?.to ?? 0) - (x?.from ?? 0);
  };
  const wide = (zoomed.x?.to ?? 0) - (zoomed.x?.from ?? 0);
  await until(width).toBeLessThan(wide / 3);
  // A reload keeps the way back, and so does another tab.
  const twice = await grid(page);
  await until(() => page.evaluate(() => decodeURIComponent(location.hash))).toContain(`"from":${twice.x?.from}`);
  await page.reload();
  await until(() => grid(page)).toEqual(twice);
  await page.getByRole('button', { name: 'back', exact: true }).click();
  await until(() => grid(page)).toEqual(zoomed);
  await page.getByRole('tab', { name: 'Surface' }).click();
  await page.getByRole('tab', { name: 'Maps' }).click();
  await page.locator('map-board').getByRole('button', { name: 'whole' }).click();
  await until(() => grid(page)).toEqual(before);
  for (const name of ['back', 'whole'])
    await expect(page.locator('map-board').getByRole('button', { name, exact: true })).toBeDisabled();
});

test('the difference of two optimizers counts every cell once; the pickers change the two over', async ({ page }) => {
  const maps = await look(page, 'Difference', {
    steps: 60,
    optimizers: [{ name: 'sgd', lr: 0.01 }, { name: 'adam' }, { name: 'momentum', lr: 0.005 }],
  });
  const rows = page.locator('map-legend tbody tr');
  const counts = async () => {
    const titles = await rows.locator('td').evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).title));
    return titles.map((title) => Number(title.split(' of ')[0].replace(',', '')));
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  expect(sum(await counts())).toBe(1600);
  await expect(rows.filter({ hasText: 'only SGD arrives' })).toHaveCount(1);
  await page.getByLabel('First optimizer').selectOption('Adam');
  await expect(page.getByLabel('Second optimizer')).toHaveValue('0');
  await page.getByLabel('First optimizer').selectOption('Heavy ball');
  await page.getByLabel('Show').selectOption('who is faster');
  await expect(rows.filter({ hasText: 'both arrive, SGD faster' })).toHaveCount(1);
  expect(sum(await counts())).toBe(1600);
  await page.mouse.move(...(await middle(maps)));
  await expect(page.locator('cell-readout')).toContainText(/arrive/);
});
