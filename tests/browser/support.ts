import { test as base, expect, type Page } from '@playwright/test';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import type { ExperimentInput } from '../../src/experiment/index.ts';

/** What is said where a page asks for an adapter and there is none, and where the tests' browser keeps no files for it. */
const EXPECTED = ['No available adapters.', 'Service Worker registration blocked by Playwright'];

interface Circumstances {
  /** Whether runs go as fast as they can, and are soon at their end. Otherwise they go at the pace that the page proposes. */
  hurried: boolean;
  /** What the page complains of, be it of its content security policy: the test fails then. */
  complaints: string[];
}

export const test = base.extend<Circumstances>({
  hurried: [true, { option: true }],
  page: async ({ page, hurried }, use) => {
    if (hurried) await hurry(page);
    await use(page);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        const serious = message.type() === 'error' || message.type() === 'warning';
        if (serious && !EXPECTED.includes(message.text())) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Has runs go as fast as they can from the next loading on, where no other pace is chosen. */
export async function hurry(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // An empty page has no storage.
    if (location.protocol === 'about:') return;
    if (!localStorage.getItem('scree.preferences')) {
      localStorage.setItem('scree.preferences', '{"theme":null,"pace":null}');
    }
  });
}

/** `expect.poll` that looks often: most of what is waited for is there within a tenth of a second. */
export function until<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { intervals: [20, 40, 80] });
}

/** Few starts, on the engine that is everywhere. */
export function small(fields: Partial<ExperimentInput> = {}): ExperimentInput {
  const axis = (vary: string) => ({ vary, from: -5, to: 5, count: 40 });
  return {
    objective: 'himmelblau',
    optimizers: [{ name: 'adam', lr: 0.05 }],
    grid: { x: axis('x'), y: axis('y') },
    steps: 500,
    engine: 'cpu',
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
  return page.evaluate(async () => {
    // The page's own code comes after its first script.
    await customElements.whenDefined('scree-app');
    const { step, playing, history, pipelinesBuilt, device, experiment } = document.querySelector(
      'scree-app',
    ) as ScreeApp;
    return { step, playing, records: history.length, pipelinesBuilt, device: device?.name, experiment };
  });
}

/** Waits until the run has gone beyond a step. */
export async function moved(page: Page, beyond = 0): Promise<void> {
  await until(async () => (await told(page)).step).toBeGreaterThan(beyond);
}

/** Waits until the run has come to its end. */
export async function ended(page: Page): Promise<void> {
  await until(async () => (await told(page)).playing).toBe(false);
}

/** Stops the run and waits until it rests. */
export async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).click();
  await ended(page);
}

/** Number of pixels of a picture, as a screenshot gives it, that a colour is near to. */
export function count(page: Page, picture: Buffer, colour: readonly number[]): Promise<number> {
  return page.evaluate(countNear, { pictures: [picture.toString('base64')], colour: [...colour] });
}

/** Number of pixels in which two pictures of one size differ. */
export function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(countNear, { pictures: [a, b].map((picture) => picture.toString('base64')), colour: null });
}

/** Runs on the page, which can decode pictures: counts pixels near to a colour, or unlike those of a second picture. */
async function countNear({ pictures, colour }: { pictures: string[]; colour: number[] | null }): Promise<number> {
  const [a, b] = await Promise.all(
    pictures.map(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    }),
  );
  let found = 0;
  for (let i = 0; i < a.length; i += 4) {
    const [red, green, blue] = colour ?? [b[i], b[i + 1], b[i + 2]];
    const away = Math.hypot(a[i] - red, a[i + 1] - green, a[i + 2] - blue);
    if (colour ? away < 48 : away > 24) found++;
  }
  return found;
}
