import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import type { ExperimentInput } from '../../src/experiment/index.ts';

/** A test fails where the page complains, be it of its content security policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Few starts: a software GPU draws them in time. */
export function small(fields: Partial<ExperimentInput> = {}): ExperimentInput {
  const axis = (vary: string) => ({ vary, from: -5, to: 5, count: 40 });
  return {
    objective: 'himmelblau',
    optimizers: [{ name: 'adam', lr: 0.05 }],
    grid: { x: axis('x'), y: axis('y') },
    steps: 20_000,
    ...fields,
  };
}

/** Opens the page with an experiment in its address and waits until the run has made a step. */
export async function open(page: Page, experiment: ExperimentInput): Promise<void> {
  await page.goto(`/#${encodeURIComponent(JSON.stringify(experiment))}`);
  await moved(page);
}

/** What the page tells of itself. */
export function told(page: Page) {
  return page.evaluate(() => {
    const { step, playing, history, pipelinesBuilt, device, experiment } = document.querySelector(
      'scree-app',
    ) as ScreeApp;
    return { step, playing, records: history.length, pipelinesBuilt, device: device?.name, experiment };
  });
}

/** Waits until the run has gone beyond a step. */
export async function moved(page: Page, beyond = 0): Promise<void> {
  await expect.poll(async () => (await told(page)).step, { timeout: 40_000 }).toBeGreaterThan(beyond);
}

/** Stops the run and waits until it rests. */
export async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(async () => (await told(page)).playing).toBe(false);
}

/** A part of the page as seen, red, green, blue and alpha of every pixel. */
export async function pixels(page: Page, part: Locator): Promise<Uint8ClampedArray> {
  const shot = (await part.screenshot()).toString('base64');
  const values = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
      '2d',
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(0, 0, bitmap.width, bitmap.height).data];
  }, shot);
  return Uint8ClampedArray.from(values);
}

/** Number of pixels that a colour is near to. */
export function count(seen: Uint8ClampedArray, [r, g, b]: readonly [number, number, number], within = 48): number {
  let found = 0;
  for (let i = 0; i < seen.length; i += 4) {
    if (Math.hypot(seen[i] - r, seen[i + 1] - g, seen[i + 2] - b) < within) found++;
  }
  return found;
}

/** Number of pixels in which two pictures differ. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let found = 0;
  for (let i = 0; i < a.length; i += 4) {
    if (Math.hypot(a[i] - b[i], a[i + 1] - b[i + 1], a[i + 2] - b[i + 2]) > 24) found++;
  }
  return found;
}
