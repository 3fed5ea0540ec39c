import { expect } from '@playwright/test';
import { moved, open, small, test, told, until } from './support.ts';

test.describe('while a run goes on', () => {
  test.use({ hurried: false });

  test('a formula is typed on one line, its error shown with the place, the last valid one kept', async ({ page }) => {
    await open(page, small({ steps: 20_000 }));
    await page.getByRole('button', { name: 'type a formula' }).click();
    const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
    await expect(formula).toHaveValue('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
    await formula.fill('x^2 + z^2');
    await expect(page.getByText(/Unknown name `z` at column 7/)).toBeVisible();
    const { step, experiment } = await told(page);
    expect(experiment.objective).toBe('himmelblau');
    await moved(page, step);
    await formula.fill('x^2 + 2*y^2');
    await expect(page.getByText(/starts all over your formula/)).toBeVisible();
    await expect(page.getByText(/Unknown name/)).toHaveCount(0);
    await formula.press('Enter');
    await expect(formula).toHaveValue('x^2 + 2*y^2');
    expect((await told(page)).experiment.objective).toMatchObject({ formula: 'x^2 + 2*y^2' });
    await moved(page);
    await formula.fill('x^2 +\n\n');
    await expect(page.getByText('The formula ends too early at column 6')).toBeVisible();
  });

  test('a narrow window keeps every command within reach', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, small({ steps: 20_000 }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole('button', { name: 'Menu' }).click();
    for (const name of ['Files', 'Undo', 'Redo', 'Share', 'night']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport();
    }
    await page.getByRole('button', { name: 'night' }).click();
    await page.keyboard.press('Escape');
    for (const name of ['Examples', 'Pause', 'Step', 'Reset']) {
      await expect(page.getByRole('button', { name })).toBeInViewport();
    }
  });
});

test('numbers that make no sense are told beside their field, whose name stays, and nothing is lost', async ({
  page,
}) => {
  await open(page, small());
  const steps = page.getByRole('textbox', { name: 'Steps' });
  await steps.fill('many');
  await expect(page.getByText('Type a whole number, such as 1000.')).toBeVisible();
  await steps.fill('1e999');
  await expect(page.getByText('1e999 is too large: no number here is beyond 10³⁰⁸.')).toBeVisible();
  await steps.fill('-5');
  await steps.press('Enter');
  await expect(page.getByText('-5 is too small; it must be at least 1.')).toBeVisible();
  await expect(steps).toHaveValue('-5');
  expect((await told(page)).experiment.steps).toBe(500);
  await steps.fill('1e3');
  await steps.press('Enter');
  await until(async () => (await told(page)).experiment.steps).toBe(1000);
  await expect(page.getByText('too small')).toHaveCount(0);
  const rate = page.getByRole('textbox', { name: /^learning rate/ });
  await rate.fill('-5');
  await rate.press('Enter');
  await expect(page.getByText('-5 is out of range')).toBeVisible();
  const name = page.locator('hyperparameter-row .name').first();
  await expect(name).toHaveText('learning rate');
  const clipped = await name.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(clipped).toBeLessThanOrEqual(0);
});

test('a second optimizer is added in its own colour, and removed', async ({ page }) => {
  await open(page, small());
  await page.getByRole('button', { name: 'add an optimizer' }).click();
  await expect(page.locator('outcome-shares h3')).toHaveText(['Adam', 'SGD']);
  await moved(page);
  await page.getByRole('button', { name: 'remove' }).first().click();
  await expect(page.locator('outcome-shares h3')).toHaveText(['SGD']);
});

test('space, → and r run, step and reset; the end is the last step', async ({ page }) => {
  await open(page, small({ steps: 40 }));
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  expect((await told(page)).step).toBe(40);
  await expect(page.getByText('Outcomes at the end')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.locator('#step')).toHaveText('0');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#step')).toHaveText('1');
  await page.keyboard.press(' ');
  await moved(page, 1);
});

test('space pauses and runs after a click on a tab, too; what is told is then of the step shown', async ({ page }) => {
  await open(page, small({ steps: 100_000 }));
  await moved(page, 0);
  await page.getByRole('tab', { name: 'Maps' }).click();
  await page.keyboard.press(' ');
  await until(async () => (await told(page)).playing).toBe(false);
  const stands = () => page.evaluate(() => document.querySelector('scree-app')?.history.at(-1)?.step);
  await until(stands).toBe((await told(page)).step);
  const { step } = await told(page);
  expect(step).toBeLessThan(100_000);
  await page.keyboard.press(' ');
  await moved(page, step);
});

test('a broken link is told until a good one comes or it is put away; the page opens with its own experiment', async ({
  page,
}) => {
  const broken = /experiment in this page's address cannot be used.*cut off/i;
  await page.goto('/#%7B%22objective');
  await expect(page.getByText(broken)).toBeVisible();
  await expect(page.getByText('starts all over Himmelblau')).toBeVisible();
  await open(page, small({ objective: 'beale' }));
  await until(async () => (await told(page)).experiment.objective).toBe('beale');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goto('/#%7B%22objective');
  await expect(page.getByText(broken)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText(/address cannot be used/)).toHaveCount(0);
});

test('night and paper', async ({ page }) => {
  await open(page, small());
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe('rgb(247, 245, 240)');
  await page.getByRole('button', { name: 'night' }).click();
  await until(paper).toBe('rgb(16, 21, 27)');
});
