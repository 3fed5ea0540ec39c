import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { moved, open, small, test, told, until } from './support.ts';

const experiment = async (page: Page) => (await told(page)).experiment;
const rateOf = async (page: Page) => (await experiment(page)).optimizers[0].lr;

/** Drops a file on the page, as a hand would. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'application/json' }));
      return transfer;
    },
    [name, text],
  );
  for (const event of ['dragenter', 'dragover'])
    await page.dispatchEvent('scree-app', event, { dataTransfer: transfer });
  await expect(page.getByText('Let go to open this file: an experiment, or a table to learn from.')).toBeVisible();
  await page.dispatchEvent('scree-app', 'drop', { dataTransfer: transfer });
}

test('every change is undone and redone, by buttons and by keys; a slider that is dragged is one', async ({ page }) => {
  await open(page, small());
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeDisabled();
  const slider = page.getByRole('slider', { name: 'learning rate' });
  const { x, y, width, height } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 3, y + height / 2);
  await page.mouse.down();
  for (const share of [0.4, 0.45, 0.5]) await page.mouse.move(x + share * width, y + height / 2);
  await page.mouse.up();
  await until(() => rateOf(page)).not.toBe(0.05);
  const dragged = await rateOf(page);
  await page.getByRole('textbox', { name: 'Steps' }).fill('300');
  await page.keyboard.press('Enter');
  await until(async () => (await experiment(page)).steps).toBe(300);
  await undo.click();
  await until(async () => (await experiment(page)).steps).toBe(500);
  expect(await rateOf(page)).toBe(dragged);
  await slider.focus();
  await page.keyboard.press('Control+z');
  await until(() => rateOf(page)).toBe(0.05);
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await until(() => rateOf(page)).toBe(dragged);
  await page.getByRole('button', { name: 'Redo' }).click();
  await until(async () => (await experiment(page)).steps).toBe(300);
});

test('the step counter goes back and forth, with the history up to there', async ({ page }) => {
  await open(page, small({ steps: 64 }));
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  const outcomes = () =>
    page.evaluate(() => document.querySelector('scree-app')?.history.at(-1)?.optimizers[0].outcomes);
  const end = await outcomes();
  const slider = page.getByRole('slider', { name: 'Go to step' });
  await slider.fill('37');
  await expect(page.locator('#step')).toHaveText('37');
  const steps = () => page.evaluate(() => document.querySelector('scree-app')?.history.map(({ step }) => step));
  expect(await steps()).toEqual(Array.from({ length: 38 }, (_, step) => step));
  expect((await told(page)).playing).toBe(false);
  await slider.fill('64');
  await expect(page.locator('#step')).toHaveText('64');
  await until(outcomes).toEqual(end);
});

test('a link brings back the experiment and what was looked at; so does a reload', async ({ page, context }) => {
  const labels = ['μ = 0.9 – größer', 'Ädam & co', '最急降下法', 'x'.repeat(40), '&view={}'];
  const optimizers = labels.map((label, i) => ({
    name: ['momentum', 'adam', 'sgd', 'rmsprop', 'lion'][i],
    label,
    lr: 0.001 * (i + 1),
  }));
  await open(page, small({ optimizers, steps: 50, target: 0.5, noise: 0.25 }));
  await page.getByRole('tab', { name: 'Maps' }).click();
  await until(() => page.url()).toContain('view=');
  expect(page.url()).toContain('#z');
  const before = await experiment(page);
  await page.reload();
  await moved(page);
  expect(await experiment(page)).toEqual(before);
  await expect(page.getByRole('tab', { name: 'Maps' })).toHaveAttribute('aria-selected', 'true');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await moved(other);
  expect(await experiment(other)).toEqual(before);
  await expect(other.getByRole('tab', { name: 'Maps' })).toHaveAttribute('aria-selected', 'true');
});

test('a link that unpacks without end is refused, and the page opens with its own experiment', async ({ page }) => {
  await page.goto('/');
  const bomb = await page.evaluate(async () => {
    const zeros = new Blob([new Uint8Array(2 ** 26)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  await page.goto('about:blank');
  await page.goto(`/#z${bomb.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`);
  await expect(page.getByRole('alert')).toContainText('larger than any experiment is');
  await expect(page.getByText('65,536 starts all over Himmelblau')).toBeVisible();
});

test('an experiment is saved to a file, and opens again by dialog and by drop', async ({ page }) => {
  await open(page, small({ objective: 'beale', steps: 77 }));
  const before = await experiment(page);
  await page.getByRole('button', { name: 'Files' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('beale-adam.json');
  const text = await readFile(await saved.path(), 'utf8');
  await page.keyboard.press('Escape');
  await open(page, small());
  await page.getByRole('button', { name: 'Files' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await (await choosing).setFiles({ name: 'beale.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await until(() => experiment(page)).toEqual(before);
  await drop(page, 'booth.json', JSON.stringify(small({ objective: 'booth' })));
  await until(async () => (await experiment(page)).objective).toBe('booth');
  for (const [name, broken, reason] of [
    ['notes.json', '{ "objective": ', 'The file notes.json is no JSON.'],
    ['other.json', '{"objective":"nowhere","optimizers":[{"name":"adam"}]}', '"nowhere" is no objective'],
  ]) {
    await drop(page, name, broken);
    await expect(page.getByRole('alert')).toContainText(reason);
  }
  expect((await experiment(page)).objective).toBe('booth');
});

test('experiments are kept under names, and the last one is there at the next visit', async ({ page }) => {
  await open(page, small({ objective: 'booth', steps: 99 }));
  await page.getByRole('button', { name: 'Files' }).click();
  const name = page.getByRole('textbox', { name: 'Name to save this experiment under' });
  await name.fill('My bowl');
  await name.press('Enter');
  await expect(page.getByText('Saved as “My bowl”.')).toBeVisible();
  await page.getByRole('button', { name: 'Rename My bowl' }).click();
  await page.getByRole('textbox', { name: 'New name of My bowl' }).fill('Bowl');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename Bowl' })).toBeVisible();
  await page.keyboard.press('Escape');
  await open(page, small({ objective: 'beale', steps: 55 }));
  await until(() => page.evaluate(() => localStorage.getItem('scree.last'))).toContain('beale');
  await page.goto('about:blank');
  await page.goto('/');
  await moved(page);
  expect(await experiment(page)).toMatchObject({ objective: 'beale', steps: 55 });
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Open Bowl' }).click();
  await until(() => experiment(page)).toMatchObject({ objective: 'booth', steps: 99 });
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Delete Bowl' }).click();
  await expect(page.getByText('Experiments that you save stand here.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the first experiment' }).click();
  await until(async () => (await experiment(page)).objective).toBe('himmelblau');
});

test('an example of the menu opens at its own pace and view, on the engine that was chosen, and can be undone', async ({
  page,
}) => {
  await open(page, small());
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.locator('examples-menu li')).not.toHaveCount(0);
  await page.getByRole('button', { name: /^Adam against AMSGrad/ }).click();
  await until(async () => (await experiment(page)).objective).toBe('rosenbrock');
  expect((await experiment(page)).engine).toBe('cpu');
  await expect(page.getByRole('tab', { name: 'Maps' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: 'Pace' }).locator('option:checked')).toHaveText('240 steps/s');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await experiment(page)).objective).toBe('himmelblau');
});
