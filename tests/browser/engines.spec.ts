import { expect, type Page } from '@playwright/test';
import { count, difference, moved, open, pause, small, test, told, until } from './support.ts';

// Only tests that are tagged @webgpu have a graphics processor, one made of software.
const tag = '@webgpu';

const ORANGE = [0xe6, 0x9f, 0x00] as const;
const BLUE = [0x56, 0xb4, 0xe9] as const;

const map = (page: Page) => page.locator('surface-map');
const engine = (page: Page) => page.getByRole('combobox', { name: 'Engine' });
const particles = async (page: Page) => count(page, await map(page).screenshot(), ORANGE);
/** The same soon after the start: within a second most particles lie on one another, in the minima. */
const spread = async (page: Page) => {
  await page.getByRole('button', { name: 'Reset' }).click();
  return particles(page);
};
const device = async (page: Page) => (await told(page)).device;

/** Waits until each chart in sight has curves. */
async function filled(page: Page): Promise<void> {
  await expect(page.locator('population-chart').first()).toBeVisible();
  for (const chart of await page.locator('population-chart').all()) {
    await until(async () => {
      const picture = await chart.screenshot();
      // The second optimizer's curve may lie over the first one's.
      return (await count(page, picture, ORANGE)) + (await count(page, picture, BLUE));
    }).toBeGreaterThan(50);
  }
}

test.describe('at a pace that can be followed', () => {
  test.use({ hurried: false });

  test('without WebGPU the page opens running 65,536 starts, draws them, fills its charts, and says why the CPU', async ({
    page,
  }) => {
    await page.goto('/');
    await expect(page.getByText('65,536 starts all over Himmelblau')).toBeVisible();
    await moved(page);
    expect(await device(page)).toMatch(/^CPU/);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await until(() => spread(page)).toBeGreaterThan(2000);
    const before = await map(page).screenshot();
    await until(async () => difference(page, before, await map(page).screenshot())).toBeGreaterThan(1000);
    await expect(page.locator('#speed')).toContainText(/[\d.]+ [kMG] steps\/s/);
    await filled(page);
    await expect(page.getByRole('heading', { name: 'Loss above the minimum' })).toBeVisible();
    await expect(page.locator('outcome-shares').getByText('on the way').first()).toBeVisible();
    await page.locator('engine-badge summary').click();
    await expect(page.getByText('WebGPU is here, but no graphics adapter answers.')).toBeVisible();
  });

  const withoutSharedMemory = {
    'on a server without isolation': (page: Page) =>
      page.route('/', async (route) => {
        const response = await route.fetch();
        const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      }),
    'in a browser that has no shared memory': (page: Page) =>
      page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedArrayBuffer')),
  };
  for (const [where, prepare] of Object.entries(withoutSharedMemory)) {
    test(`it runs ${where}, too, where workers get copies`, async ({ page }) => {
      await prepare(page);
      await page.goto('/');
      await moved(page);
      expect(await page.evaluate(() => crossOriginIsolated && 'SharedArrayBuffer' in globalThis)).toBe(false);
      await until(() => spread(page)).toBeGreaterThan(2000);
      const before = await map(page).screenshot();
      await until(async () => difference(page, before, await map(page).screenshot())).toBeGreaterThan(1000);
      await until(async () => (await told(page)).records).toBeGreaterThan(8);
    });
  }

  test('an engine that cannot be had leaves the run where it is, and that is told', async ({ page }) => {
    await open(page, small({ steps: 20_000 }));
    await engine(page).selectOption('WebGPU');
    await expect(page.getByRole('alert')).toContainText(/no graphics adapter answers.* The run stays on CPU/);
    await expect(engine(page)).toHaveValue('cpu');
    await moved(page, (await told(page)).step);
  });

  test('another engine takes the run over at the step that it has come to', { tag }, async ({ page }) => {
    await open(page, small({ engine: 'auto', steps: 20_000, optimizers: [{ name: 'adam', lr: 0.002 }] }));
    expect(await device(page)).toMatch(/^CPU/);
    await page.locator('engine-badge summary').click();
    await expect(page.getByText('is a program (SwiftShader); the CPU engine is faster.')).toBeVisible();
    await page.keyboard.press('Escape');
    let before = await told(page);
    for (const [choice, name] of [
      ['WebGPU', /SwiftShader/],
      ['CPU', /^CPU/],
    ] as const) {
      await engine(page).selectOption(choice);
      await until(() => device(page)).toMatch(name);
      const after = await told(page);
      expect(after.step).toBeGreaterThanOrEqual(before.step);
      expect(after.records).toBeGreaterThanOrEqual(before.records);
      await until(() => page.url()).toContain(`%22engine%22%3A%22${choice.toLowerCase()}%22`);
      await moved(page, after.step);
      await until(() => particles(page)).toBeGreaterThan(500);
      before = await told(page);
    }
    await pause(page);
    const { step } = await told(page);
    await engine(page).selectOption('WebGPU');
    await until(() => device(page)).toMatch(/SwiftShader/);
    expect(await told(page)).toMatchObject({ step, playing: false });
    await until(() => particles(page)).toBeGreaterThan(500);
  });

  test('on WebGPU particles move and charts fill; a slider changes the run that is under way and compiles nothing', {
    tag,
  }, async ({ page }) => {
    await open(page, small({ engine: 'webgpu', steps: 20_000 }));
    await pause(page);
    const still = await map(page).screenshot();
    expect(await count(page, still, ORANGE)).toBeGreaterThan(500);
    const before = await told(page);
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Step' }).click();
    await until(async () => (await told(page)).step).toBe(before.step + 5);
    await until(async () => difference(page, still, await map(page).screenshot())).toBeGreaterThan(500);

    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const slider = page.getByRole('slider', { name: 'learning rate' });
    for (const position of ['250', '260', '270', '280']) await slider.fill(position);
    await until(async () => (await told(page)).experiment.optimizers[0].lr).toBeCloseTo(0.0316, 3);
    await moved(page, (await told(page)).step);
    expect((await told(page)).step).toBeGreaterThan(before.step + 5);
    expect((await told(page)).pipelinesBuilt).toBe(before.pipelinesBuilt);
    await until(() => page.url()).toContain('0.0316');
    await filled(page);
  });

  test('a lost graphics device is told, and the run goes on with another', { tag }, async ({ page }) => {
    await page.addInitScript(() => {
      const { requestDevice } = GPUAdapter.prototype;
      GPUAdapter.prototype.requestDevice = async function (...given) {
        const device = await requestDevice.apply(this, given);
        addEventListener('lose-device', () => device.destroy(), { once: true });
        return device;
      };
    });
    await open(page, small({ engine: 'webgpu', steps: 20_000 }));
    await page.evaluate(() => dispatchEvent(new Event('lose-device')));
    await expect(page.getByRole('alert')).toContainText(/graphics device was lost .* goes on from step \d+/);
    await moved(page, (await told(page)).step);
    expect(await particles(page)).toBeGreaterThan(500);
  });
});

test('other objectives, one after the other, leave no worker behind', async ({ page }) => {
  await open(page, small());
  const workers = page.workers().length;
  for (const objective of ['rosenbrock', 'ackley', 'beale', 'himmelblau', 'booth']) {
    await open(page, small({ objective }));
    await until(async () => (await told(page)).experiment.objective).toBe(objective);
  }
  await until(() => page.workers().length).toBeLessThanOrEqual(workers + 1);
});

test('where WebAssembly is missing, too, the page says so and what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'WebAssembly', { value: undefined }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('no graphics adapter answers');
  await expect(page.getByRole('alert')).toContainText('WebAssembly with vectors');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});

test('more starts than the device holds are refused with what it does hold', { tag }, async ({ page }) => {
  const axis = (vary: string) => ({ vary, from: -5, to: 5, count: 16_384 });
  await open(page, small({ engine: 'webgpu' }));
  const huge = small({ engine: 'webgpu', grid: { x: axis('x'), y: axis('y') } });
  await page.goto(`/#${encodeURIComponent(JSON.stringify(huge))}`);
  await expect(page.getByRole('alert')).toContainText(/do not fit|too little free memory/);
  expect((await told(page)).experiment.grid.x?.count).toBe(40);
  await page.goto('about:blank');
  await page.goto(`/#${encodeURIComponent(JSON.stringify(huge))}`);
  await expect(page.getByRole('alert')).toContainText('The page shows its first experiment instead.');
  await moved(page);
});
