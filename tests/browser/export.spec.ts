import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import { count, open, small, test, told, until } from './support.ts';

const STEPS = 60;
const AXES = {
  x: { vary: 'x', from: -5, to: 5, count: 20 },
  y: { vary: 'lr', from: 1e-3, to: 1, count: 12, scale: 'log' },
} as const;

async function finished(page: Page): Promise<void> {
  await until(async () => (await told(page)).step).toBe(STEPS);
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Pictures' })).toBeVisible();
}

/** Presses a button of the menu, and gives the file that it saves. */
async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const waiting = page.waitForEvent('download', { timeout: 50_000 });
  await page.getByRole('button', { name, exact: true }).click();
  const download = await waiting;
  await expect(page.getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

for (const engine of ['webgpu', 'cpu'] as const) {
  test(`the surface with its particles, and a chart, as pictures (${engine})`, {
    tag: engine === 'webgpu' ? '@webgpu' : [],
  }, async ({ page }) => {
    await open(
      page,
      small({ engine, steps: STEPS, objective: 'rosenbrock', optimizers: [{ name: 'signsgd', lr: 1e-4 }] }),
    );
    await finished(page);
    await openMenu(page);
    const map = await page.locator('surface-map #plane').boundingBox();
    const { name, bytes } = await saved(page, 'Surface as PNG');
    expect(name).toBe(`scree-rosenbrock-signsgd-step${STEPS}-surface.png`);
    const [width, height] = sizeOf(bytes);
    expect(width).toBe(Math.round(2 * (map?.width ?? 0)));
    // Key and caption are under the map.
    expect(height).toBeGreaterThan(2 * (map?.height ?? 0) + 60);
    // 1,600 starts have hardly moved: each is seen, twice as large as on the screen.
    expect(await count(page, bytes, [0xe6, 0x9f, 0x00])).toBeGreaterThan(3000);

    const { bytes: svg } = await saved(page, 'Loss above the minimum as SVG');
    const texts = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [document.documentElement.localName, document.documentElement.textContent];
    }, svg.toString());
    expect(texts[0]).toBe('svg');
    expect(texts[1]).toContain('signSGD');
  });
}

test('maps of another tab as a picture, and the tab stays', async ({ page }) => {
  await open(page, small({ steps: STEPS, optimizers: [{ name: 'adam', lr: 0.3 }] }));
  await finished(page);
  await openMenu(page);
  await page.getByLabel('2× as fine').uncheck();
  const { bytes } = await saved(page, 'Maps as PNG');
  expect(await count(page, bytes, [0x1f, 0x8a, 0x70])).toBeGreaterThan(2000);
  await expect(page.locator('surface-map')).toBeVisible();
});

test('cells, curves and the experiment come back from their files', async ({ page }) => {
  await open(page, small({ steps: STEPS, optimizers: [{ name: 'adam' }, { name: 'momentum' }], grid: AXES }));
  await finished(page);
  await openMenu(page);
  const parquet = await saved(page, 'Cells as Parquet');
  const file = Uint8Array.from(parquet.bytes).buffer;
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(2 * 20 * 12);
  const csv = (await saved(page, 'Cells as CSV')).bytes.toString().trimEnd().split('\n');
  const asText = (value: unknown) => (value === null ? '' : String(value));
  expect(csv).toEqual([Object.keys(rows[0]).join(','), ...rows.map((row) => Object.values(row).map(asText).join(','))]);
  const converged = await page.evaluate(() =>
    document
      .querySelector('scree-app')
      ?.history.at(-1)
      ?.optimizers.map(({ outcomes }) => outcomes[0]),
  );
  const found = ['Adam', 'Heavy ball'].map(
    (label) => rows.filter(({ optimizer, outcome }) => optimizer === label && outcome === 'converged').length,
  );
  expect(found).toEqual(converged);

  const curves = await parquetReadObjects({
    file: Uint8Array.from((await saved(page, 'Curves as Parquet')).bytes).buffer,
  });
  expect(curves).toHaveLength(2 * (await told(page)).records);
  expect(curves.at(-1)).toMatchObject({ optimizer: 'Heavy ball', step: STEPS, converged: converged?.[1] });

  const before = (await told(page)).experiment;
  const { bytes } = await saved(page, 'Experiment as JSON');
  await page.goto('/#');
  await page.reload();
  await page
    .locator('files-menu input[type=file]')
    .setInputFiles({ name: 'again.json', mimeType: 'application/json', buffer: bytes });
  await until(async () => (await told(page)).experiment).toEqual(before);
});

test('the best configuration as a program, to copy and to keep', async ({ page }) => {
  await open(page, small({ steps: STEPS, optimizers: [{ name: 'lion' }, { name: 'adam' }], grid: AXES }));
  await finished(page);
  await openMenu(page);
  await page.getByRole('button', { name: 'Best configuration as a PyTorch or optax program' }).click();
  const dialog = page.getByRole('dialog', { name: 'As a program' });
  await dialog.getByLabel('Run').selectOption({ index: 1 });
  await expect(dialog.getByLabel('Program')).toContainText('torch.optim.Adam([theta], lr=');
  await dialog.getByLabel('Run').selectOption({ index: 0 });
  await expect(dialog).toContainText('torch.optim has no optimizer that makes the steps of Lion');
  await dialog.getByLabel('with').selectOption('optax');
  await expect(dialog.getByLabel('Program')).toContainText('optax.scale_by_lion(');
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('scree-himmelblau-lion-adam-lion-optax.py');
  const text = await dialog.getByLabel('Program').innerText();
  expect(readFileSync(await download.path(), 'utf8').trim()).toBe(text.trim());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a video of the run, which then stands where it stood', async ({ page, context }) => {
  await open(page, small({ steps: STEPS }));
  await finished(page);
  await page.getByLabel('Pace').selectOption('240 steps/s');
  await openMenu(page);
  const coming = page.waitForEvent('download', { timeout: 50_000 });
  await page.getByRole('button', { name: 'Run as WebM', exact: true }).click();
  const file = await coming;
  const bytes = readFileSync(await file.path());
  expect(file.suggestedFilename()).toBe(`scree-himmelblau-adam-step${STEPS}-run.webm`);
  expect((await told(page)).step).toBe(STEPS);
  const other = await context.newPage();
  const size = await other.evaluate(async (data) => {
    const video = document.createElement('video');
    video.src = `data:video/webm;base64,${data}`;
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    return [video.videoWidth, video.videoHeight, video.duration];
  }, bytes.toString('base64'));
  const [width, height, seconds] = size;
  expect(Math.min(width, height)).toBeGreaterThan(200);
  // The run, and the second for which its last picture stays; slow machines take longer.
  expect(seconds).toBeGreaterThanOrEqual(STEPS / 240 + 1);
  expect(seconds).toBeLessThan(60);
  await other.close();

  // While a video is recorded the bar says so; another view ends it, and stays.
  await page.getByLabel('Pace').selectOption('10 steps/s');
  await openMenu(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Run as WebM', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop recording' })).toBeVisible();
  await expect(page.locator('export-panel')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeDisabled();
  await page.getByRole('tab', { name: 'Maps' }).click();
  expect((await waiting).suggestedFilename()).toMatch(/-run\.webm$/);
  await expect(page.getByText(/^The recording of the surface ended at step \d+, for another view/)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Maps' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Run again' })).toBeEnabled();
});
