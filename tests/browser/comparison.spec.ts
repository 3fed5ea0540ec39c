import { expect } from '@playwright/test';
import type { MapsPanel } from '../../src/app/maps/maps-panel.ts';
import { OUTCOME_SIGNS } from '../../src/app/parts/colors.ts';
import { OUTCOMES } from '../../src/engine/types.ts';
import { moved, open, small, test, told, until } from './support.ts';

test('optimizers are compared: the table is sorted, and the best setting taken over', async ({ page }) => {
  const rates = { vary: 'lr', from: 1e-3, to: 10, count: 24, scale: 'log' as const };
  const optimizers = [{ name: 'momentum' }, { name: 'adam' }];
  const starts = { vary: 'x', from: -4, to: 4, count: 20 };
  await open(page, small({ optimizers, grid: { x: rates, y: starts }, start: { y: 1 }, steps: 150 }));
  await page.getByRole('tab', { name: 'Comparison' }).click();
  await expect(page.getByText('after 150 steps of 150')).toBeVisible();
  await expect(page.getByText(/^Adam arrives from .* of the cells, Heavy ball from/)).toBeVisible();

  const rows = page.locator('optimizer-table tbody');
  await expect(rows.locator('th')).toHaveText(['Heavy ball', 'Adam']);
  const heading = page.getByRole('columnheader', { name: 'arrives' });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.locator('th')).toHaveText(['Adam', 'Heavy ball']);
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.locator('th')).toHaveText(['Heavy ball', 'Adam']);

  // All of it is in sight, without scrolling sideways, in wide and narrow windows.
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const wideness = () =>
    page.locator('optimizer-table').evaluate(({ shadowRoot, clientWidth }) => {
      const widths = [...(shadowRoot as ShadowRoot).querySelectorAll('td, th')].map(
        (cell) => cell.scrollWidth - cell.clientWidth,
      );
      return [(shadowRoot as ShadowRoot).querySelector('table')?.scrollWidth ?? 0, clientWidth, Math.max(...widths)];
    });
  for (const wide of [1440, 360]) {
    await page.setViewportSize({ width: wide, height });
    await expect(page.locator('outcome-bar').filter({ visible: true }).first()).toBeVisible();
    const [table, room, cut] = await wideness();
    expect(table, `${wide} pixels: as wide as there is room`).toBeLessThanOrEqual(room);
    expect(cut, `${wide} pixels: numbers fit their columns`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width, height });

  await expect(page.getByRole('heading', { name: 'Success over the learning rate' })).toBeVisible();
  await page.getByRole('button', { name: 'apply to Adam' }).click();
  await until(async () => (await told(page)).experiment.grid).toMatchObject({
    x: { vary: 'x', from: -4, to: 4, count: 20 },
    y: { vary: 'y', from: -5, to: 5, count: 24 },
  });
  const { experiment } = await told(page);
  const chosen = experiment.optimizers[1].lr as number;
  expect((Math.log10(chosen / 1e-3) / 4) * 23).toBeCloseTo(Math.round((Math.log10(chosen / 1e-3) / 4) * 23), 9);
  expect(experiment.optimizers[0].lr).toBeUndefined();
  await moved(page);
});

test('the inspector tells what a cell came to, as the maps do, goes to the next, and opens one as an experiment', async ({
  page,
}) => {
  const view = { tab: 'maps', cell: [0, 9, 30] };
  const experiment = small({ optimizers: [{ name: 'adam', lr: 0.05 }], steps: 200 });
  const link = `${encodeURIComponent(JSON.stringify(experiment))}&view=${encodeURIComponent(JSON.stringify(view))}`;
  await page.goto(`/#${link}`);
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  const inspector = page.locator('cell-inspector');

  /** What the maps' table says of a cell. */
  const mapped = async (i: number, j: number) => {
    const read = () =>
      page.evaluate(
        ([i, j]) => {
          const panel = document.querySelector('scree-app')?.shadowRoot?.querySelector<MapsPanel>('maps-panel');
          const table = panel?.tables?.[0];
          return table?.step === 200 ? [table.outcome[j * 40 + i], table.minimum[j * 40 + i]] : null;
        },
        [i, j],
      );
    await until(read).not.toBeNull();
    const [outcome, minimum] = (await read()) as [number, number];
    const { label } = OUTCOME_SIGNS[OUTCOMES[outcome]];
    return minimum < 0 ? `${label} after 200 steps` : `${label} to minimum ${minimum + 1} of 4`;
  };
  await expect(inspector.locator('.outcome')).toHaveText(await mapped(9, 30));
  await expect(inspector.getByText(/The loss, .*, is at or below the target|The gradient/)).toBeVisible();
  for (let i = 10; i < 14; i++) {
    await inspector.getByRole('button', { name: 'Next cell along x' }).click();
    await expect(inspector.getByRole('heading', { name: `Cell ${i}, 30` })).toBeVisible();
    await expect(inspector.locator('.outcome')).toHaveText(await mapped(i, 30));
  }
  const outcome = (await inspector.locator('.outcome').textContent()) as string;
  const at = [expect.closeTo(-5 + (10 * 13) / 39, 12), expect.closeTo(-5 + (10 * 30) / 39, 12)];
  await inspector.getByRole('button', { name: 'open this start alone' }).click();
  await until(async () => (await told(page)).experiment.grid).toEqual({
    x: { vary: 'x', from: at[0], count: 1, scale: 'linear' },
    y: { vary: 'y', from: at[1], count: 1, scale: 'linear' },
  });
  await expect(inspector.getByRole('heading', { name: 'Cell 0' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Surface' })).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.locator('.outcome')).toHaveText(outcome);
  await inspector.getByRole('button', { name: 'Close the inspector' }).click();
  await expect(page.locator('progress-panel')).toBeVisible();
});
