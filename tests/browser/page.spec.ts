import { expect } from '@playwright/test';
import { count, difference, moved, open, pause, small, test, told } from './support.ts';

const ORANGE = [0xe6, 0x9f, 0x00] as const;

test('opens running, with 65,536 starts, on an engine that it names and gives a reason for', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('65,536 starts all over Himmelblau')).toBeVisible({ timeout: 40_000 });
  await moved(page);
  await expect(page.locator('#speed')).toContainText(/[\d.]+ [kMG] steps\/s/);
  expect((await told(page)).device).toMatch(/^CPU/);
  await page.locator('engine-badge summary').click();
  const reason = 'The only WebGPU adapter here is a program (SwiftShader); the CPU engine is faster.';
  await expect(page.getByText(reason)).toBeVisible();
});

test('another engine takes the run over at the step that it has come to', async ({ page }) => {
  await open(page, small({ steps: 1280, optimizers: [{ name: 'adam', lr: 0.002 }] }));
  await expect(page.getByText(/SwiftShader \(software\)/)).toBeVisible();
  await expect.poll(async () => (await told(page)).records).toBeGreaterThan(2);
  const before = await told(page);
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('CPU');
  await expect.poll(async () => (await told(page)).device).toMatch(/^CPU/);
  const after = await told(page);
  expect(after.step).toBeGreaterThanOrEqual(before.step);
  expect(after.records).toBeGreaterThanOrEqual(before.records);
  await expect.poll(() => page.url()).toContain('%22engine%22%3A%22cpu%22');
  await moved(page, after.step);
  await pause(page);
  const picture = page.locator('surface-map');
  await expect.poll(async () => count(page, await picture.screenshot(), ORANGE)).toBeGreaterThan(500);
  const { step } = await told(page);
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('WebGPU');
  await expect(page.getByText(/SwiftShader/)).toBeVisible();
  expect(await told(page)).toMatchObject({ step, playing: false });
  await expect.poll(async () => count(page, await picture.screenshot(), ORANGE)).toBeGreaterThan(500);
});

test('an engine that cannot be had leaves the run where it is, and that is told', async ({ page }) => {
  await page.addInitScript(() => {
    GPU.prototype.requestAdapter = async () => null;
  });
  await open(page, small({ engine: 'cpu' }));
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('WebGPU');
  await expect(page.getByRole('alert')).toContainText(/no graphics adapter answers.* The run stays on CPU/);
  await expect(page.getByRole('combobox', { name: 'Engine' })).toHaveValue('cpu');
  await moved(page, (await told(page)).step);
});

test('draws the particles, and draws them elsewhere after some steps', async ({ page }) => {
  await open(page, small());
  await pause(page);
  const { step } = await told(page);
  const map = page.locator('surface-map');
  const before = await map.screenshot();
  expect(await count(page, before, ORANGE)).toBeGreaterThan(500);
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(async () => (await told(page)).step).toBe(step + 5);
  await expect.poll(async () => difference(page, before, await map.screenshot())).toBeGreaterThan(500);
});

test('fills both charts', async ({ page }) => {
  await open(page, small({ steps: 400 }));
  await expect.poll(async () => (await told(page)).records, { timeout: 40_000 }).toBeGreaterThan(5);
  for (const chart of await page.locator('population-chart').all()) {
    expect(await count(page, await chart.screenshot(), ORANGE)).toBeGreaterThan(50);
  }
  await expect(page.getByRole('heading', { name: 'Loss above the minimum' })).toBeVisible();
  await expect(page.locator('outcome-shares').getByText('on the way')).toBeVisible();
});

test('a slider changes the run that is under way and compiles nothing', async ({ page }) => {
  await open(page, small());
  const before = await told(page);
  const slider = page.getByRole('slider', { name: 'learning rate' });
  for (const position of ['250', '260', '270', '280']) await slider.fill(position);
  await expect.poll(async () => (await told(page)).experiment.optimizers[0].lr).toBeCloseTo(0.0316, 3);
  await moved(page, before.step);
  const after = await told(page);
  expect(after.pipelinesBuilt).toBe(before.pipelinesBuilt);
  expect(after.step).toBeGreaterThan(before.step);
  await expect.poll(() => page.url()).toContain('0.0316');
});

test('a formula is typed, its error shown with the place, the last valid one kept', async ({ page }) => {
  await open(page, small());
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
  expect((await told(page)).experiment.objective).toMatchObject({ formula: 'x^2 + 2*y^2' });
  await moved(page);
});

test('numbers that make no sense are told beside their field, and nothing is lost', async ({ page }) => {
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
  expect((await told(page)).experiment.steps).toBe(20_000);
  await steps.fill('1e4');
  await steps.press('Enter');
  await expect.poll(async () => (await told(page)).experiment.steps).toBe(10_000);
  await expect(page.getByText('too small')).toHaveCount(0);
});

test('more starts than the device holds are refused with what it does hold', async ({ page }) => {
  const axis = (vary: string) => ({ vary, from: -5, to: 5, count: 16_384 });
  await open(page, small());
  const huge = small({ grid: { x: axis('x'), y: axis('y') } });
  await page.goto(`/#${encodeURIComponent(JSON.stringify(huge))}`);
  await expect(page.getByRole('alert')).toContainText(/do not fit|too little free memory/);
  await moved(page, (await told(page)).step);
  await page.goto('about:blank');
  await page.goto(`/#${encodeURIComponent(JSON.stringify(huge))}`);
  await expect(page.getByRole('alert')).toContainText('The page shows its first experiment instead.');
  await moved(page);
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
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 40_000 });
  expect((await told(page)).step).toBe(40);
  await expect(page.getByText('Outcomes at the end')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.locator('#step')).toHaveText('0');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#step')).toHaveText('1');
  await page.keyboard.press(' ');
  await moved(page, 1);
});

test('the map is dragged and zoomed, and comes home', async ({ page }) => {
  await open(page, small());
  await pause(page);
  const map = page.locator('surface-map');
  const ticks = () => map.locator('.axes text').allTextContents();
  const home = await ticks();
  const box = await map.boundingBox();
  if (!box) throw new Error('the map has no place');
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.wheel(0, -900);
  await expect.poll(ticks).not.toEqual(home);
  await page.mouse.dblclick(box.x + 200, box.y + 200);
  await expect.poll(ticks).toEqual(home);
  await map.getByRole('application').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(ticks).not.toEqual(home);
});

test('a broken link is told, and the page opens with its own experiment', async ({ page }) => {
  await page.goto('/#%7B%22objective');
  await expect(page.getByText(/experiment in this page's address cannot be used.*cut off/i)).toBeVisible();
  await expect(page.getByText('starts all over Himmelblau')).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText(/address cannot be used/)).toHaveCount(0);
});

test('night and paper', async ({ page }) => {
  await open(page, small());
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe('rgb(247, 245, 240)');
  await page.getByRole('button', { name: 'night' }).click();
  await expect.poll(paper).toBe('rgb(16, 21, 27)');
});

test('a lost graphics device is told, and the run goes on with another', async ({ page }) => {
  await page.addInitScript(() => {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      const device = await requestDevice.apply(this, given);
      addEventListener('lose-device', () => device.destroy(), { once: true });
      return device;
    };
  });
  await open(page, small());
  await page.evaluate(() => dispatchEvent(new Event('lose-device')));
  await expect(page.getByRole('alert')).toContainText(/graphics device was lost .* goes on from step \d+/);
  await moved(page, (await told(page)).step);
  expect(await count(page, await page.locator('surface-map').screenshot(), ORANGE)).toBeGreaterThan(500);
});
