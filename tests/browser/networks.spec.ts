import { expect } from '@playwright/test';
import type { NetworkObjective } from '../../src/experiment/index.ts';
import { ended, open, small, test, told, until } from './support.ts';

const networkOf = async (page: Parameters<typeof told>[0]) =>
  ((await told(page)).experiment.objective as NetworkObjective).network;

const csv = (text: string) => ({ name: 'flowers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('networks are put together, trained and looked at; a table is learned', async ({ page }) => {
  await open(page, small({ steps: 60 }));
  await page.getByRole('button', { name: 'train networks' }).click();
  await expect(page.getByRole('tab', { name: 'Maps' })).toHaveAttribute('aria-selected', 'true');
  await until(async () => (await networkOf(page))?.data).toBe('spirals');

  await page.getByLabel('Data', { exact: true }).selectOption('circles');
  await page.getByLabel('Hidden units').fill('4, 3');
  await page.getByLabel('Hidden units').press('Tab');
  await until(async () => (await networkOf(page)).widths).toEqual([2, 4, 3, 1]);
  await page.getByLabel('Loss', { exact: true }).selectOption('cross-entropy');
  await until(async () => (await networkOf(page)).widths).toEqual([2, 4, 3, 2]);
  await page.getByLabel('Hidden units').fill('four');
  await page.getByLabel('Hidden units').press('Tab');
  await expect(page.getByText('Type whole numbers with commas between them, such as 16, 16.')).toBeVisible();
  await page.getByLabel('Hidden units').fill('4, 65');
  await page.getByLabel('Hidden units').press('Tab');
  await expect(page.locator('hidden-units .error')).toHaveText(
    'There may be up to 7 hidden layers, each of up to 64 units.',
  );

  // A network that is too large is told of where it was asked for, and what was typed stands.
  const units = page.getByLabel('Hidden units');
  await units.fill('40, 40');
  await units.press('Tab');
  await expect(page.locator('hidden-units .error')).toHaveText(
    /A network of 1842 parameters is too large; it may have at most 1280/,
  );
  await expect(page.getByText(/is too large; it may have/)).toHaveCount(1);
  await expect(units).toHaveValue('40, 40');
  await page.getByLabel('biases').uncheck();
  await until(async () => (await networkOf(page)).biases).toBe(false);
  await expect(page.locator('hidden-units .error')).toHaveText('');
  await expect(units).toHaveValue('4, 3');
  await page.getByLabel('biases').check();

  const flowers = 'length,width,kind\n1.4,0.2,setosa\n4.7,1.4,versicolor\n1.3,0.3,setosa\n6,2.5,virginica\n';
  await page.getByLabel('Table', { exact: true }).setInputFiles(csv(flowers));
  await until(async () => (await networkOf(page)).widths).toEqual([2, 4, 3, 3]);
  await expect(page.getByText('4 rows: kind from length, width')).toBeVisible();
  await page.getByLabel('Table', { exact: true }).setInputFiles(csv('x,y\n1,2\nred,3'));
  await expect(
    page.getByText('flowers.csv: "red" is no number at line 3, column "x"; write it like -1.5e3.'),
  ).toBeVisible();

  await ended(page);
  const maps = await page.locator('cell-maps').boundingBox();
  if (!maps) throw new Error('no maps');
  await page.mouse.click(maps.x + maps.width / 2, maps.y + maps.height / 2);
  await expect(page.getByText(/\d of 4 rows are told right\./)).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^The regions of classes of this cell’s network at step 60\./ }),
  ).toBeVisible();
  await page.getByRole('slider', { name: 'Step of the network' }).fill('0');
  await expect(page.getByRole('img', { name: /at step 0\./ })).toBeVisible();

  // What cannot be drawn is told of.
  const leaves = 'length,width,height,kind\n1.4,0.2,3,setosa\n4.7,1.4,2,versicolor\n6,2.5,1,virginica\n';
  await page.getByLabel('Table', { exact: true }).setInputFiles(csv(leaves));
  await until(async () => (await networkOf(page)).widths).toEqual([3, 4, 3, 3]);
  await expect(page.getByText('Classes over 3 inputs have no picture here')).toBeVisible();
  await expect(page.locator('network-view canvas')).toHaveCount(0);
});

test('a plane of trainability becomes finer, is zoomed, and tells of its boundary', async ({ page }) => {
  const rate = (vary: string) => ({ vary, from: 1e-2, to: 1e4, count: 4, scale: 'log' as const });
  const network = {
    widths: [2, 3, 1],
    parametrisation: 'mean-field',
    biases: false,
    data: { name: 'random', rows: 8 },
  };
  await open(page, {
    objective: { network },
    optimizers: [{ name: 'sgd', lr: 1 }],
    grid: { x: rate('lr.1'), y: rate('lr.2') },
    steps: 40,
    engine: 'cpu',
  } as Parameters<typeof open>[1]);
  await page.getByRole('tab', { name: 'Trainability' }).click();
  await page.locator('trainability-panel select').selectOption('64');
  const legend = page.locator('map-legend');
  await expect(page.getByText(/^Box dimension of the boundary: \d\.\d\d ± /)).toBeVisible();
  await expect(legend.getByText('trained; darker: sooner')).toBeVisible();
  await expect(legend.getByText('not trained yet')).toBeHidden();

  const maps = await page.locator('cell-maps').boundingBox();
  if (!maps) throw new Error('no maps');
  const at = (x: number, y: number) => [maps.x + x * maps.width, maps.y + y * maps.height] as const;
  await page.mouse.move(...at(0.5, 0.3));
  await expect(page.locator('cell-readout').getByText(/^(trained; the losses add up|did not train)/)).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(...at(0.8, 0.6), { steps: 4 });
  await page.mouse.up();
  await until(async () => (await told(page)).experiment.grid.x?.to).not.toBe(1e4);
  expect((await told(page)).experiment.grid.x?.count).toBe(4);
  await expect(page.getByText(/^(Box|No box) dimension/)).toBeVisible();
});
