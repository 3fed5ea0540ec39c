import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { test, told, until } from './support.ts';
import { linkTo } from './views.ts';

/** Four networks of the lecture's form. */
const experiment: ExperimentInput = {
  objective: { network: { widths: [1, 4, 1], data: 'sinc' } },
  optimizers: [{ name: 'adam', lr: 0.02 }],
  grid: { x: { vary: 'network.seed', from: 0, to: 3, count: 4 } },
  steps: 20,
  engine: 'cpu',
};

const panel = (page: Page) => page.locator('ratio-panel');
/** How many networks the panel says that there are. */
const networks = async (page: Page) => {
  const text = (await panel(page).locator('.progress').textContent()) ?? '';
  return Number(/([\d,]+) (of|networks)/.exec(text)?.[1].replace(',', '') ?? Number.NaN);
};

/** The rows of the file that is saved, numbers as numbers. */
async function savedRows(page: Page): Promise<Record<string, string>[]> {
  const waiting = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Networks as CSV' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('scree-minimum-ratio-sinc.csv');
  const [head, ...lines] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])));
}

test('networks come to critical points while one looks on; one is read, saved and opened', async ({ page }) => {
  await page.goto(linkTo({ experiment, view: { tab: 'ratio', log: true } }));
  await expect(panel(page).getByRole('radio', { name: 'log' })).toBeChecked();
  await until(() => networks(page)).toBeGreaterThanOrEqual(64);
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  await expect(panel(page).getByRole('button', { name: 'Go on' })).toBeVisible();
  await expect(panel(page)).toContainText('Correlation of loss and minimum ratio −0.');

  // What was under way is kept, and then it rests.
  await page.waitForTimeout(1500);
  const count = await networks(page);
  const rows = await savedRows(page);
  expect(rows.length).toBe(count);
  for (const row of rows) {
    const eigenvalues = Array.from({ length: 13 }, (_, i) => Number(row[`eigenvalue_${i + 1}`]));
    const positive = eigenvalues.filter((value) => value > 1e-6 * Math.max(...eigenvalues.map(Math.abs))).length;
    expect(Number(row.minimum_ratio), `network ${row.network}`).toBeCloseTo(positive / 13, 9);
  }

  // The first by keys has the smallest ratio, and of those the lowest loss.
  const plot = panel(page).getByRole('group', { name: 'Loss over the minimum ratio' });
  await plot.focus();
  await page.keyboard.press('ArrowRight');
  const number = (row: Record<string, string>, name: string) => Number(row[name]);
  const [first] = [...rows].sort(
    (a, b) => number(a, 'minimum_ratio') - number(b, 'minimum_ratio') || number(a, 'loss') - number(b, 'loss'),
  );
  const positive = Math.round(13 * number(first, 'minimum_ratio'));
  await expect(panel(page).locator('ratio-scatter .readout')).toContainText(
    `, ${positive} of 13 eigenvalues above 10⁻⁶ of the largest`,
  );

  await page.keyboard.press('Enter');
  await until(async () => (await told(page)).experiment.start?.w1_1_1).toBeCloseTo(number(first, 'w1_1_1'), 5);
  await expect(page.locator('cell-inspector').getByText('Hessian eigenvalues')).toBeVisible();
  // The network that is opened stands where the point said.
  await page.getByRole('tab', { name: 'Minimum ratio' }).click();
  expect(await networks(page)).toBe(count);
  await panel(page).getByRole('button', { name: 'Go on' }).click();
  await until(() => networks(page)).toBeGreaterThan(count);

  // A link brings what they learn, and the scale.
  await panel(page).getByLabel('They learn').selectOption('sin(4πx)');
  await panel(page).getByRole('radio', { name: 'lin' }).check();
  const link = () => page.evaluate(() => decodeURIComponent(location.hash));
  await until(link).toMatch(/"learned":"sine"/);
  await until(link).not.toContain('"log"');
});
