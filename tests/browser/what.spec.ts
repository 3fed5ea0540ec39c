import { expect, type Page } from '@playwright/test';
import { moved, open, small, test, told, until } from './support.ts';

const experiment = async (page: Page) => (await told(page)).experiment;
const optimizer = (page: Page, index: number) => page.locator('optimizer-card').nth(index);

test('a surface is found by its name among pictures, and chosen by the keyboard', async ({ page }) => {
  await open(page, small());
  await page.getByRole('button', { name: 'Surface: Himmelblau' }).click();
  const search = page.getByRole('combobox', { name: 'Search surfaces' });
  await expect(search).toBeFocused();
  const options = page.locator('surface-picker').getByRole('option');
  await expect(options.and(page.locator('[aria-selected=true]'))).toHaveText(/Himmelblau/);
  await search.fill('cam');
  await expect(options).toHaveCount(2);
  const tints = () =>
    page
      .locator('surface-picker surface-thumbnail canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        // A copy: the browser warns of reading the page's own again and again.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy?.drawImage(canvas, 0, 0);
        return new Set(copy?.getImageData(0, 0, canvas.width, canvas.height).data).size;
      });
  await until(tints).toBeGreaterThan(20);
  await search.press('ArrowRight');
  await search.press('Enter');
  await expect(page.getByRole('button', { name: 'Surface: Six-hump camel' })).toBeVisible();
  await until(async () => (await experiment(page)).objective).toBe('six-hump-camel');
  await expect(page.getByRole('dialog', { name: 'Surfaces' })).toBeHidden();
  await page.locator('objective-panel').getByText('gradient', { exact: true }).click();
  await expect(page.locator('gradient-formulas [role=math]')).toHaveAttribute('aria-label', /∂L\/∂y = x \+ 2\*y\*/);
  await expect(page.locator('gradient-formulas .katex').first()).toBeVisible();
});

const namesOfInvalid = (fields: Element[]) =>
  fields.filter((each) => each.ariaInvalid === 'true').map((each) => (each as HTMLInputElement).labels?.[0]?.innerText);

test("a formula of one's own has a domain and a least loss; an error is marked at its place", async ({ page }) => {
  await open(page, small());
  await page.getByRole('button', { name: 'type a formula' }).click();
  const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
  await expect(formula).toBeFocused();
  await formula.fill('x^2 + 3*z^2');
  await expect(page.getByText('Unknown name `z` at column 9')).toBeVisible();
  await expect(page.locator('formula-field pre')).toHaveText('x^2 + 3*z^2\n        ▲');
  // What is missing is given beside it.
  const parameters = page.getByRole('textbox', { name: 'Parameters' });
  await parameters.fill('x, z');
  await parameters.press('Enter');
  await until(async () => (await experiment(page)).objective).toMatchObject({
    formula: 'x^2 + 3*z^2',
    parameters: ['x', 'z'],
  });
  await expect(page.locator('formula-field pre')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'z from' }).fill('-2');
  await page.getByRole('textbox', { name: 'z to' }).focus();
  const invalid = () => page.locator('formula-editor').getByRole('textbox').evaluateAll(namesOfInvalid);
  const from = page.getByRole('textbox', { name: 'z from' });
  for (const [typed, reason] of [
    ['7', 'It must be below 5.'],
    ['-1e30', 'It may lie between −10¹² and 10¹².'],
  ]) {
    await from.fill(typed);
    await from.press('Tab');
    await until(invalid).toEqual(['z from']);
    await expect(page.locator('formula-editor number-field').getByText(reason)).toBeVisible();
  }
  await from.fill('-2');
  await from.press('Tab');
  await until(invalid).toEqual([]);
  await parameters.fill('x, x');
  await parameters.press('Tab');
  await until(invalid).toEqual(['Parameters']);
  await parameters.fill('x, z');
  await parameters.press('Tab');
  const least = page.getByRole('textbox', { name: 'Least loss, if known' });
  await least.fill('5');
  await least.press('Enter');
  await expect(page.getByText(/A loss of 0 was reached, which is lower/)).toBeVisible();
  // All that is typed is seen.
  await least.fill('-0.390625');
  await expect(least).toHaveJSProperty('scrollLeft', 0);
  await least.fill('0');
  await least.press('Enter');
  await expect(page.getByText(/was reached, which is lower/)).toHaveCount(0);
  await until(async () => (await experiment(page)).objective).toMatchObject({
    domain: [
      [-5, 5],
      [-2, 5],
    ],
    minimum: 0,
  });
});

test("an optimizer is composed of rules, one of them of one's own", async ({ page }) => {
  await open(page, small());
  await page.getByRole('button', { name: 'rules' }).click();
  await page.getByRole('combobox', { name: 'Rule 1' }).selectOption('heavy-ball');
  await until(async () => (await experiment(page)).optimizers[0].rules).toEqual(['heavy-ball', 'adam-scale']);
  await page.getByRole('group', { name: 'Rule 2' }).getByRole('button', { name: 'up' }).click();
  await until(async () => (await experiment(page)).optimizers[0].rules).toEqual(['adam-scale', 'heavy-ball']);
  await page.getByRole('combobox', { name: 'Add a rule at the end' }).selectOption('a rule of your own…');
  const own = page.getByRole('textbox', { name: 'Rule 3 as a formula' });
  await expect(own).toHaveValue('b = momentum*b + u; u = b');
  await own.fill('m = m + k*u; u = m +');
  await expect(page.getByText(/ends too early/)).toBeVisible();
  await own.fill('m = m + k*u; u = m');
  await expect(page.getByText(/Unknown name `k` at column 9/)).toBeVisible();
  await page.getByRole('button', { name: 'make k a hyperparameter' }).click();
  await until(async () => (await experiment(page)).optimizers[0]).toMatchObject({
    label: 'Adam variant',
    lr: 0.05,
    rules: [
      'adam-scale',
      'heavy-ball',
      { formula: 'm = m + k*u; u = m', hyperparameters: { k: 0.9 }, state: { m: 0 } },
    ],
  });
  await expect(page.getByRole('slider', { name: 'k', exact: true })).toBeVisible();
  await moved(page, 1);
  await page.getByRole('group', { name: 'Rule 3' }).getByRole('button', { name: 'remove' }).click();
  await until(async () => (await experiment(page)).optimizers[0].rules).toHaveLength(2);
});

test('the grid varies what is chosen, over a proposed range that can be changed', async ({ page }) => {
  await open(page, small({ objective: 'rosenbrock', start: { y: 2 } }));
  await page.getByRole('combobox', { name: 'Varies across the grid' }).selectOption('learning rate');
  await expect(page.getByText('learning rate 0.001 to 1 across the grid, logarithmic')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'learning rate' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'To, across' }).fill('0.5');
  await page.getByRole('textbox', { name: 'Cells across' }).fill('30');
  await page.getByRole('combobox', { name: 'Varies up the grid' }).selectOption('beta1');
  await page.getByRole('textbox', { name: 'Start x' }).fill('-1');
  await page.getByRole('textbox', { name: 'Start x' }).press('Enter');
  await until(async () => ({ ...(await experiment(page)).grid, start: (await experiment(page)).start })).toEqual({
    x: { vary: 'lr', from: 1e-3, to: 0.5, count: 30, scale: 'log' },
    y: { vary: 'beta1', from: 0, to: 0.99, count: 40, scale: 'linear' },
    start: { x: -1, y: 2 },
  });
  await page.getByRole('textbox', { name: 'From, across' }).fill('0');
  await page.getByRole('textbox', { name: 'From, across' }).press('Enter');
  await expect(page.getByText('0 on a logarithmic axis; it must be above 0, or the scale linear.')).toBeVisible();
  await page.getByRole('button', { name: 'starts', exact: true }).click();
  await until(async () => (await experiment(page)).grid).toMatchObject({ x: { vary: 'x' }, y: { vary: 'y' } });
  await page.getByRole('button', { name: 'swap axes' }).click();
  await until(async () => (await experiment(page)).grid).toMatchObject({ x: { vary: 'y' }, y: { vary: 'x' } });
});

test("a schedule and its warm-up are chosen and drawn; one of one's own is checked at every letter", async ({
  page,
}) => {
  await open(page, small({ steps: 1000 }));
  const schedule = page.getByRole('combobox', { name: 'schedule' });
  await schedule.selectOption('cosine');
  await page.getByRole('checkbox', { name: 'warm-up before it' }).check();
  await until(async () => (await experiment(page)).optimizers[0].schedule).toEqual({ name: 'cosine', warmup: 100 });
  await expect(page.getByRole('img', { name: /Learning rate over the run: 0 at first, at most 0.05/ })).toBeVisible();
  await schedule.selectOption('multi-step');
  const milestones = page.getByRole('textbox', { name: 'milestones' });
  await milestones.fill('300, 600, 900');
  await milestones.press('Enter');
  await until(async () => (await experiment(page)).optimizers[0].schedule).toEqual({
    name: 'multi-step',
    warmup: 100,
    milestones: [300, 600, 900],
  });
  await schedule.selectOption('exponential');
  await schedule.selectOption('your own formula…');
  const formula = page.getByRole('textbox', { name: /^Learning rate as a formula/ });
  await expect(formula).toHaveValue('lr*exp(log(0.99)*s)');
  await formula.fill('lr/(1 + q)');
  await expect(page.getByText('Unknown name `q` at column 9')).toBeVisible();
  await formula.fill('lr/(1 + s/50)');
  await expect(page.getByText('Unknown name')).toHaveCount(0);
  await until(async () => (await experiment(page)).optimizers[0].schedule).toEqual({
    formula: 'lr/(1 + s/50)',
    warmup: 100,
  });
});

test('optimizers are duplicated, renamed, hidden and removed', async ({ page }) => {
  await open(page, small());
  await optimizer(page, 0).getByRole('button', { name: 'duplicate' }).click();
  await expect(page.locator('optimizer-card')).toHaveCount(2);
  await optimizer(page, 1).getByRole('button', { name: 'rename' }).click();
  const name = page.getByRole('textbox', { name: 'Name of optimizer 2' });
  await name.fill('slow Adam');
  await name.press('Enter');
  await expect(page.locator('outcome-shares h3')).toHaveText(['Adam', 'slow Adam']);
  await optimizer(page, 1).getByRole('button', { name: 'Hide slow Adam' }).click();
  await expect(optimizer(page, 1).getByRole('button', { name: 'Hide slow Adam' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await optimizer(page, 0).getByRole('button', { name: 'remove' }).click();
  await expect(page.locator('optimizer-card')).toHaveCount(1);
  // It is the same one that is hidden.
  await expect(page.getByRole('button', { name: 'Hide slow Adam' })).toHaveAttribute('aria-pressed', 'true');
});

test('target, seed and thresholds are set, and given back', async ({ page }) => {
  await open(page, small());
  await page.getByRole('combobox', { name: 'Target' }).selectOption('another loss…');
  await page.getByRole('textbox', { name: 'Target loss' }).fill('5');
  await page.getByRole('button', { name: 'another seed' }).click();
  await page.getByText('how outcomes are told').click();
  const bound = page.getByRole('textbox', { name: /^Bound/ });
  await bound.fill('-1');
  await bound.press('Enter');
  await expect(page.getByText('-1 is too small')).toBeVisible();
  await bound.fill('1e4');
  await bound.press('Enter');
  await until(() => experiment(page)).toMatchObject({ target: 5, seed: 1, outcomes: { bound: 1e4 } });
  await bound.fill('');
  await bound.press('Enter');
  await page.getByRole('combobox', { name: 'Target' }).selectOption('none');
  await until(() => experiment(page)).toMatchObject({ target: null, outcomes: {} });
});

test('updates are made from a batch of the data, where there are some, and a layer gets a rate of its own', async ({
  page,
}) => {
  const rates = { vary: 'lr', from: 0.01, to: 0.1, count: 8, scale: 'log' as const };
  await open(
    page,
    small({ objective: { network: { widths: [1, 2, 1], data: 'sine' } }, grid: { x: rates }, steps: 5000 }),
  );
  const rows = page.getByRole('combobox', { name: 'Updates from' });
  await expect(rows.locator('option').first()).toHaveText('all 32 rows');
  await rows.selectOption('batch');
  await until(async () => (await experiment(page)).batch).toBe(4);
  const size = page.getByRole('textbox', { name: /^Batch size/ });
  await size.fill('9');
  await size.press('Enter');
  await until(async () => (await experiment(page)).batch).toBe(9);
  await page.getByText('a learning rate for each layer').click();
  const rate = page.getByRole('textbox', { name: /^rate of layer 2/ });
  await rate.fill('0.5');
  await rate.press('Enter');
  await until(async () => (await experiment(page)).optimizers[0]['lr.2']).toBe(0.5);
  await rows.selectOption('all');
  await until(async () => (await experiment(page)).batch).toBeUndefined();
  await page.getByRole('combobox', { name: 'Varies up the grid' }).selectOption('batch');
  await expect(page.getByText('batch size 1 to 32 up the grid, logarithmic')).toBeVisible();
});

test('all of it fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await open(page, small({ optimizers: [{ name: 'adam', schedule: { name: 'one-cycle', warmup: 10 } }] }));
  await page.getByRole('button', { name: 'rules' }).click();
  await page.getByRole('combobox', { name: 'Rule 1' }).selectOption('a rule of your own');
  await page.getByText('how outcomes are told').click();
  await expect(page.getByRole('textbox', { name: 'Rule 1 as a formula' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: /^Surface:/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Surfaces' });
  const box = await dialog.boundingBox();
  expect(
    [box?.x, (box?.x ?? 0) + (box?.width ?? 999)].every((edge) => edge !== undefined && edge >= 0 && edge <= 360),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
