import { expect, type Page } from '@playwright/test';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { moved, open, small, test, told } from './support.ts';

// What these tests look at does not depend on the engine, and the CPU's opens sooner.
const on = (fields: Partial<ExperimentInput> = {}) => small({ engine: 'cpu', ...fields });
const rates = { vary: 'lr', from: 1e-3, to: 1, count: 40, scale: 'log' as const };
const across = { vary: 'x', from: -1, to: 1, count: 30, scale: 'linear' as const };

const experiment = async (page: Page) => (await told(page)).experiment;

async function chooseSurface(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Surface:/ }).click();
  await page.getByRole('option', { name: title, exact: false }).first().click();
}

test('another number of trajectories keeps what the axes vary', async ({ page }) => {
  await open(page, on({ grid: { x: rates, y: across } }));
  await page.getByRole('combobox', { name: 'Number of trajectories' }).selectOption('4,096 (64²)');
  await expect
    .poll(async () => (await experiment(page)).grid)
    .toEqual({ x: { ...rates, count: 64 }, y: { ...across, count: 64 } });
  await expect(page.getByText('learning rate 0.001 to 1 across the grid, logarithmic')).toBeVisible();
});

test('whatever an axis varies is told, and what all cells share', async ({ page }) => {
  const objective = { formula: 'x^2 + y^2 + z^2', parameters: ['x', 'y', 'z'] };
  const noise = { vary: 'noise', from: 0, to: 1, count: 20 };
  await open(page, on({ objective, grid: { x: noise, y: { ...across, vary: 'z' } }, start: { y: 2 } }));
  await expect(page.getByText('gradient noise 0 to 1 across the grid')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Gradient noise' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Varies up the grid' })).toHaveValue('z');
  await expect(page.getByRole('textbox', { name: 'Start x' })).toHaveValue('3');
  await expect(page.getByRole('textbox', { name: 'Start y' })).toHaveValue('2');
});

test('the way back leads to the surface before, with its edits; what else is edited adds no entry', async ({
  page,
}) => {
  await open(page, on());
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  const slider = page.getByRole('slider', { name: 'learning rate' });
  for (const position of ['250', '260', '270', '280']) await slider.fill(position);
  await expect.poll(() => page.url()).toContain('0.0316');
  expect(await entries()).toBe(before);
  await chooseSurface(page, 'Rosenbrock');
  await expect.poll(() => page.url()).toContain('rosenbrock');
  expect(await entries()).toBe(before + 1);
  await page.goBack();
  await expect.poll(async () => (await experiment(page)).objective).toBe('himmelblau');
  expect((await experiment(page)).optimizers[0].lr).toBeCloseTo(0.0316, 3);
  await moved(page);
  await page.goForward();
  await expect.poll(async () => (await experiment(page)).objective).toBe('rosenbrock');
  expect(await entries()).toBe(before + 1);
});

test('the way back from a typed formula leads to what was chosen, on the page too', async ({ page }) => {
  await open(page, on());
  await page.getByRole('button', { name: 'type a formula' }).click();
  const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
  await formula.fill('x^2 + 3*y^2');
  await expect.poll(() => page.url()).toContain('formula');
  await formula.fill('x^2 + z');
  await expect(page.getByText(/Unknown name `z`/)).toBeVisible();
  await page.goBack();
  await expect.poll(async () => (await experiment(page)).objective).toBe('himmelblau');
  await expect(formula).toHaveCount(0);
  await page.goForward();
  await expect(formula).toHaveValue('x^2 + 3*y^2');
  await expect(page.getByText(/Unknown name `z`/)).toHaveCount(0);
});

test('the notice of a broken link goes with the next good one', async ({ page }) => {
  await open(page, on());
  await page.goto('/#%7B%22objective');
  await expect(page.getByRole('alert')).toContainText('cut off');
  await page.goto(`/#${encodeURIComponent(JSON.stringify(on({ objective: 'beale' })))}`);
  await expect.poll(async () => (await experiment(page)).objective).toBe('beale');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('Enter in a formula adds no line', async ({ page }) => {
  await open(page, on());
  await page.getByRole('button', { name: 'type a formula' }).click();
  const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
  await formula.fill('x^2 + 3*y^2');
  await formula.press('Enter');
  await expect(formula).toHaveValue('x^2 + 3*y^2');
  await expect.poll(async () => (await experiment(page)).objective).toMatchObject({ formula: 'x^2 + 3*y^2' });
  await formula.fill('x^2 +\n\n');
  await expect(page.getByText('The formula ends too early at column 6')).toBeVisible();
});

test('a formula of one parameter, and then of two again, has as many starts as before', async ({ page }) => {
  await open(page, { ...on(), grid: {} });
  await page.getByRole('button', { name: 'type a formula' }).click();
  await page.getByRole('textbox', { name: 'Loss as a formula' }).fill('x^2');
  const parameters = page.getByRole('textbox', { name: 'Parameters' });
  await parameters.fill('x');
  await parameters.press('Enter');
  await expect(page.getByText('16,384 starts all over your formula')).toBeVisible();
  await parameters.fill('x, y');
  await parameters.press('Enter');
  await expect(page.getByText('65,536 starts all over your formula')).toBeVisible();
});

test('a hyperparameter keeps its name beside what is wrong with it', async ({ page }) => {
  await open(page, on());
  const rate = page.getByRole('textbox', { name: /^learning rate/ });
  await rate.fill('-5');
  await rate.press('Enter');
  await expect(page.getByText('-5 is out of range')).toBeVisible();
  const name = page.locator('hyperparameter-row .name').first();
  await expect(name).toHaveText('learning rate');
  const clipped = await name.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(clipped).toBeLessThanOrEqual(0);
});

test('charts of eight optimizers have room for their names', async ({ page }) => {
  const names = ['adam', 'sgd', 'momentum', 'rmsprop', 'adagrad', 'lion', 'yogi', 'nadam'];
  await open(page, on({ optimizers: names.map((name) => ({ name, lr: 1e-3 })) }));
  for (const chart of await page.locator('population-chart').all()) {
    expect((await chart.boundingBox())?.height).toBeGreaterThanOrEqual(216);
  }
});

test('nothing reaches beyond a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, on({ steps: 10_000_000 }));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
