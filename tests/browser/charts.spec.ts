import { expect } from '@playwright/test';
import type { ProgressPanel } from '../../src/app/charts/progress-panel.ts';
import { count, open, small, test, told, until } from './support.ts';

const STEPS = 120;

test.beforeEach(async ({ page }) => {
  // What Chromium calls the language of a system that has none: no language tag, and charts are drawn nonetheless.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'en-US@posix' });
  });
  const optimizers = [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }];
  await open(page, small({ steps: STEPS, optimizers }));
  await until(async () => (await told(page)).step).toBe(STEPS);
});

test('one cursor and one zoom for all charts, by mouse and by keys', async ({ page }) => {
  const [loss, norm, shares] = ['Loss above the minimum', 'Gradient norm', 'Outcomes over time'].map((name) =>
    page.getByRole('group', { name, exact: true }),
  );
  const readouts = page.locator('progress-panel .readout');
  const box = await loss.boundingBox();
  if (!box) throw new Error('no chart');
  const at = (share: number) => [box.x + 60 + share * (box.width - 170), box.y + 50] as const;
  await page.mouse.move(...at(0.5));
  await page.mouse.move(...at(0.52));
  await expect(readouts.nth(0)).toContainText(/step \d+.*Adam.*Heavy ball/s);
  const step = (await readouts.nth(0).innerText()).match(/step \d+/)?.[0] as string;
  await expect(readouts.nth(1)).toContainText(step);
  await expect(readouts.nth(2)).toContainText(/converged \d+/);

  await page.mouse.down();
  await page.mouse.move(...at(0.7), { steps: 4 });
  await page.mouse.up();
  const spans = () =>
    page.locator('progress-panel').evaluate((panel: ProgressPanel) => panel.charts.map(({ span }) => String(span)));
  await until(async () => new Set(await spans()).size).toBe(1);
  expect((await spans())[0]).not.toBe('null');
  await page.getByRole('button', { name: 'whole run' }).first().click();
  await until(spans).toEqual(Array(5).fill('null'));

  await norm.focus();
  await page.keyboard.press('End');
  await expect(readouts.nth(0)).toContainText(`step ${STEPS}`);
  await page.keyboard.press('ArrowLeft');
  await expect(readouts.nth(0)).toContainText('step 118');
  expect((await told(page)).step).toBe(STEPS);
  await page.keyboard.press('+');
  await until(async () => (await spans())[0]).toBe('60,120');
  await expect(shares).toBeVisible();
});

test('a chart that is not seen tells of the run as it stands, or of none', async ({ page }) => {
  const rates = page.getByText('η and effective step', { exact: true });
  await rates.click();
  await expect(page.getByRole('group', { name: 'η and effective step', exact: true })).toBeVisible();
  await rates.click();
  await page.setViewportSize({ width: 390, height: 500 });
  await page.evaluate(() => scrollTo(0, 0));
  const summaries = () =>
    page
      .locator('progress-panel')
      .evaluate((panel: ProgressPanel) =>
        panel.charts.map((chart) => chart.renderRoot.querySelector('#summary')?.textContent ?? 'none'),
      );
  const unseen = await page
    .locator('progress-panel')
    .evaluate((panel: ProgressPanel) =>
      panel.charts.filter((chart) => chart.getBoundingClientRect().top > innerHeight),
    );
  expect(unseen.length, 'charts below the window').toBeGreaterThan(1);
  const tell = (step: number, of: number) =>
    until(async () => (await summaries()).filter((text) => !text.includes(`, to step ${step} of ${of}: `))).toEqual([]);
  await tell(STEPS, STEPS);
  await page.keyboard.press('r');
  await tell(0, STEPS);
  for (const step of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    await tell(step, STEPS);
  }
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await tell(STEPS, STEPS);
});

test('folded charts open where they are wanted, stay so, and are drawn as pictures', async ({ page }) => {
  const rates = page.getByRole('group', { name: 'η and effective step', exact: true });
  await expect(rates).toBeHidden();
  await page.getByText('η and effective step', { exact: true }).click();
  await expect(rates).toBeVisible();
  await rates.scrollIntoViewIfNeeded();
  await expect(rates).toHaveAccessibleDescription(/Adam has η 0\.05 and a median effective step of/);
  const charts = await page.locator('progress-panel').evaluate(async (panel: ProgressPanel) => {
    await panel.loadAll();
    return panel.charts.map((chart) => {
      const svg = new DOMParser().parseFromString(chart.svg(), 'image/svg+xml');
      const picture = chart.picture();
      const pixels = picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      return { text: svg.documentElement.textContent, colors: new Set(new Uint32Array(pixels)).size };
    });
  });
  expect(charts).toHaveLength(5);
  for (const { text, colors } of charts) {
    expect(text).toContain('Adam');
    expect(colors).toBeGreaterThan(20);
  }
  await page.reload();
  await expect(rates).toBeVisible();

  // Colours that tell something stay where the system has its own for all else.
  await page.emulateMedia({ forcedColors: 'active' });
  const orange = [0xe6, 0x9f, 0];
  for (const [part, colour] of [
    [page.locator('hyperparameter-row input[type=range]').first(), orange],
    [page.locator('map-key li').first(), orange],
    [page.locator('outcome-bar .bar').first(), [0x1f, 0x8a, 0x70]],
  ] as const) {
    expect(await count(page, await part.screenshot(), colour), `${part}`).toBeGreaterThan(20);
  }
});
