import { expect, type Page } from '@playwright/test';
import { moved, open, small, test, told, until } from './support.ts';

const rates = { vary: 'lr', from: 1e-3, to: 1, count: 40, scale: 'log' as const };
const across = { vary: 'x', from: -1, to: 1, count: 30, scale: 'linear' as const };

const experiment = async (page: Page) => (await told(page)).experiment;

async function chooseSurface(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Surface:/ }).click();
  await page.getByRole('option', { name: title, exact: false }).first().click();
}

test('whatever the axes vary is told, with what all cells share, and kept by another number of trajectories', async ({
  page,
}) => {
  const objective = { formula: 'x^2 + y^2 + z^2', parameters: ['x', 'y', 'z'] };
  const noise = { vary: 'noise', from: 0, to: 1, count: 20 };
  await open(page, small({ objective, grid: { x: noise, y: { ...across, vary: 'z' } }, start: { y: 2 } }));
  await expect(page.getByText('gradient noise 0 to 1 across the grid')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Gradient noise' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Varies up the grid' })).toHaveValue('z');
  await expect(page.getByRole('textbox', { name: 'Start x' })).toHaveValue('3');
  await expect(page.getByRole('textbox', { name: 'Start y' })).toHaveValue('2');

  await open(page, small({ grid: { x: rates, y: across } }));
  await expect(page.getByText('learning rate 0.001 to 1 across the grid, logarithmic')).toBeVisible();
  await page.getByRole('combobox', { name: 'Number of trajectories' }).selectOption('4,096 (64²)');
  await until(async () => (await experiment(page)).grid).toEqual({
    x: { ...rates, count: 64 },
    y: { ...across, count: 64 },
  });
  await expect(page.getByText('learning rate 0.001 to 1 across the grid, logarithmic')).toBeVisible();
});

test('the way back leads to the surface before, with its edits; what else is edited adds no entry', async ({
  page,
}) => {
  await open(page, small());
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  const slider = page.getByRole('slider', { name: 'learning rate' });
  for (const position of ['250', '260', '270', '280']) await slider.fill(position);
  await until(() => page.url()).toContain('0.0316');
  expect(await entries()).toBe(before);
  await chooseSurface(page, 'Rosenbrock');
  await until(() => page.url()).toContain('rosenbrock');
  expect(await entries()).toBe(before + 1);
  await page.goBack();
  await until(async () => (await experiment(page)).objective).toBe('himmelblau');
  expect((await experiment(page)).optimizers[0].lr).toBeCloseTo(0.0316, 3);
  await moved(page);
  await page.goForward();
  await until(async () => (await experiment(page)).objective).toBe('rosenbrock');
  expect(await entries()).toBe(before + 1);
});

test('the way back from a typed formula leads to what was chosen, on the page too', async ({ page }) => {
  await open(page, small());
  await page.getByRole('button', { name: 'type a formula' }).click();
  const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
  await formula.fill('x^2 + 3*y^2');
  await until(() => page.url()).toContain('formula');
  await formula.fill('x^2 + z');
  await expect(page.getByText(/Unknown name `z`/)).toBeVisible();
  await page.goBack();
  await until(async () => (await experiment(page)).objective).toBe('himmelblau');
  await expect(formula).toHaveCount(0);
  await page.goForward();
  await expect(formula).toHaveValue('x^2 + 3*y^2');
  await expect(page.getByText(/Unknown name `z`/)).toHaveCount(0);
});

test('a formula of one parameter, and then of two again, has as many starts as before', async ({ page }) => {
  await open(page, { ...small(), grid: {} });
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

test('the names of eight optimizers have room in the charts, and ten million steps on a narrow screen', async ({
  page,
}) => {
  const names = ['adam', 'sgd', 'momentum', 'rmsprop', 'adagrad', 'lion', 'yogi', 'nadam'];
  await open(page, small({ optimizers: names.map((name) => ({ name, lr: 1e-3 })) }));
  const charts = page.locator('population-chart');
  await expect(charts.first()).toBeVisible();
  for (const chart of await charts.all()) {
    expect((await chart.boundingBox())?.height).toBeGreaterThanOrEqual(216);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, small({ steps: 10_000_000 }));
  await expect(page.getByText('10,000,000').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
