import { expect, type Page } from '@playwright/test';
import { count, difference, moved, open, pause, small, test, told } from './support.ts';

// A browser without flags: on a machine without a graphics processor its WebGPU has no adapter; on any other this takes it away.
test.use({
  launchOptions: {
    executablePath: process.env.SCREE_BROWSER,
    args: ['--disable-gpu', '--no-sandbox'], // Chromium's sandbox refuses to run as root
  },
});

const ORANGE = [0xe6, 0x9f, 0x00] as const;
const BLUE = [0x56, 0xb4, 0xe9] as const;

/** Opens the page and takes what it shows; 65,536 starts unless told otherwise. */
async function runs(page: Page): Promise<void> {
  await moved(page);
  expect((await told(page)).device).toMatch(/^CPU/);
  const map = page.locator('surface-map');
  await expect.poll(async () => count(page, await map.screenshot(), ORANGE), { timeout: 30_000 }).toBeGreaterThan(2000);
  const before = await map.screenshot();
  await expect.poll(async () => (await told(page)).records).toBeGreaterThan(8);
  await expect.poll(async () => difference(page, before, await map.screenshot())).toBeGreaterThan(1000);
  for (const chart of await page.locator('population-chart').all()) {
    // The second optimizer's curve may lie over the first one's.
    const curves = async () => {
      const picture = await chart.screenshot();
      return (await count(page, picture, ORANGE)) + (await count(page, picture, BLUE));
    };
    await expect.poll(curves).toBeGreaterThan(100);
  }
}

test('without WebGPU the page runs 65,536 trajectories, draws them, fills its charts, and says why the CPU', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByText('65,536 starts all over Himmelblau')).toBeVisible();
  await runs(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.locator('engine-badge summary').click();
  await expect(page.getByText('WebGPU is here, but no graphics adapter answers.')).toBeVisible();
});

test('so it does on a server without isolation, where workers get copies', async ({ page }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto('/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await runs(page);
});

test('the map on the CPU is panned, zoomed and stepped like the other', async ({ page }) => {
  await open(page, small({ engine: 'auto' }));
  await pause(page);
  // Trails do not outlive a zoom.
  await page.getByRole('checkbox', { name: 'trails' }).uncheck();
  const map = page.locator('surface-map #plane');
  await expect.poll(async () => count(page, await map.screenshot(), ORANGE)).toBeGreaterThan(500);
  await expect.poll(() => map.locator('.contours text').count()).toBeGreaterThan(4);
  const whole = await map.screenshot();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => difference(page, whole, await map.screenshot())).toBeGreaterThan(5000);
  await page.getByRole('button', { name: 'whole' }).click();
  await expect.poll(async () => difference(page, whole, await map.screenshot())).toBeLessThan(200);
  const { step } = await told(page);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(async () => (await told(page)).step).toBe(step + 1);
});

test('other objectives, one after the other, leave no worker behind', async ({ page }) => {
  await open(page, small({ engine: 'auto' }));
  await pause(page);
  const workers = page.workers().length;
  for (const objective of ['rosenbrock', 'ackley', 'beale', 'himmelblau', 'booth']) {
    await open(page, small({ engine: 'auto', objective }));
  }
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(workers + 1);
});

test('where WebAssembly is missing, too, the page says so and what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'WebAssembly', { value: undefined }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('no graphics adapter answers');
  await expect(page.getByRole('alert')).toContainText('WebAssembly with vectors');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});
