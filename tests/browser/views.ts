import { expect, type Page } from '@playwright/test';
import type { PageView } from '../../src/app/view/page-view.ts';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { small, told, until } from './support.ts';

/** Something that the page can show: an experiment, how it is looked at, and what is done then. */
export interface View {
  readonly name: string;
  readonly experiment: ExperimentInput;
  readonly view?: Partial<PageView>;
  /** The element that shows what is new in it; the whole page where there is none. */
  readonly part?: string;
  /** Makes visible what the link does not. */
  act?(page: Page): Promise<void>;
}

const STEPS = 100;
const rates = { vary: 'lr', from: 1e-3, to: 1, count: 24, scale: 'log' as const };

/** Two optimizers on few starts, on the engine that is everywhere. */
const two = small({ steps: STEPS, optimizers: [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }] });
const overRates = {
  ...two,
  grid: { x: { vary: 'x', from: -4, to: 4, count: 24 }, y: rates },
  start: { y: 1 },
};

const mapsThere = (page: Page) => expect(page.locator('map-legend').locator('tbody tr, canvas').first()).toBeVisible();

/** Clicks a command of the bar, wherever it is in a window of this width. */
async function command(page: Page, name: string | RegExp): Promise<void> {
  const button = page.locator('top-bar').getByRole('button', { name });
  if (!(await button.isVisible())) await page.locator('top-bar').getByRole('button', { name: 'Menu' }).click();
  await button.click();
}

/** Every panel, dialog and menu of the page. */
export const VIEWS: readonly View[] = [
  {
    name: 'surface',
    experiment: two,
    view: { launched: [-1, -3] },
    act: async (page) => {
      await page.locator('surface-map').getByRole('application').press('Enter');
      await expect(page.getByRole('region', { name: 'Launched trajectories' })).toContainText('From x =');
    },
  },
  {
    name: 'critical points',
    part: 'surface-map',
    experiment: two,
    view: { critical: true },
    act: async (page) => {
      const list = page.locator('critical-list');
      await list.getByText('Critical points in sight').click();
      await expect(list.getByRole('row')).toHaveCount(10);
    },
  },
  {
    name: 'surface, by outcome, and all charts',
    part: 'aside',
    experiment: two,
    view: { coloring: 'outcome' },
    act: async (page) => {
      const folded = page.locator('progress-panel details:not([open]) > summary');
      for (let left = await folded.count(); left > 0; left--) await folded.first().click();
      await expect(folded).toHaveCount(0);
    },
  },
  {
    name: 'surface of one parameter',
    part: 'surface-map',
    experiment: {
      ...two,
      objective: { formula: 'x^4 - 3*x^2 + x', parameters: ['x'], domain: [[-2, 2]] },
      grid: {},
    },
  },
  ...(['outcome', 'arrival', 'loss', 'gradient', 'divergence'] as const).map(
    (quantity): View => ({
      name: `maps, ${quantity}`,
      part: 'maps-panel',
      experiment: two,
      view: { tab: 'maps', quantity },
      act: async (page) => {
        await mapsThere(page);
        if (quantity !== 'outcome') return;
        await page.locator('maps-panel').getByRole('application').press('ArrowRight');
        await expect(page.locator('cell-readout tbody tr')).toHaveCount(2);
      },
    }),
  ),
  { name: 'difference', part: 'difference-panel', experiment: two, view: { tab: 'difference' }, act: mapsThere },
  {
    name: 'comparison',
    part: 'comparison-panel',
    experiment: overRates,
    view: { tab: 'comparison' },
    act: async (page) => {
      await expect(page.getByText(`after ${STEPS} steps of ${STEPS}`)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Success over the learning rate' })).toBeVisible();
    },
  },
  {
    name: 'trainability',
    part: 'trainability-panel',
    experiment: {
      ...two,
      objective: { network: { widths: [2, 3, 1], data: 'xor' } },
      grid: { x: { ...rates, to: 100 }, y: { vary: 'network.seed', from: 0, to: 15, count: 16 } },
      steps: 20,
    },
    view: { tab: 'trainability' },
    act: (page) => expect(page.locator('trainability-panel')).toContainText(/box dimension/i),
  },
  {
    name: 'network and one of its cells',
    experiment: {
      ...two,
      objective: { network: { widths: [2, 4, 1], loss: 'logistic', data: 'circles' } },
      grid: { x: rates, y: { vary: 'network.seed', from: 0, to: 7, count: 8 } },
    },
    view: { tab: 'maps', quantity: 'loss', cell: [0, 20, 3] },
    act: async (page) => {
      await expect(page.getByText(/of 64 rows are told right/)).toBeVisible();
      await expect(page.getByLabel('Hidden units')).toBeVisible();
    },
  },
  {
    name: 'minimum ratio',
    part: 'ratio-panel',
    experiment: {
      ...two,
      objective: { network: { widths: [1, 4, 1], data: 'sinc' } },
      grid: { x: { vary: 'network.seed', from: 0, to: 3, count: 4 } },
    },
    view: { tab: 'ratio' },
    act: async (page) => {
      const panel = page.locator('ratio-panel');
      await expect(panel).toContainText('Correlation of loss');
      await panel.getByRole('button', { name: 'Stop' }).click();
      await panel.getByText('Median loss of each ratio').click();
    },
  },
  {
    name: 'inspector',
    part: 'cell-inspector',
    experiment: two,
    view: { tab: 'maps', cell: [0, 9, 30] },
    act: (page) => expect(page.locator('cell-inspector .outcome')).toBeVisible(),
  },
  {
    name: 'formula and its gradient',
    part: 'experiment-panel',
    experiment: { ...two, objective: { formula: 'x^2 + 2*y^2 + sin(3*x)' } },
    act: async (page) => {
      await page.locator('objective-panel').getByText('gradient', { exact: true }).click();
      await expect(page.locator('gradient-formulas .katex').first()).toBeVisible();
      const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
      await formula.fill('x^2 + 2*z^2');
      await expect(page.getByText(/Unknown name `z`/)).toBeVisible();
    },
  },
  {
    name: 'rules, schedule and thresholds',
    part: 'experiment-panel',
    experiment: {
      ...two,
      optimizers: [
        {
          label: 'Mine',
          lr: 0.05,
          rules: ['heavy-ball', { formula: 'm = k*m + u; u = m', hyperparameters: { k: 0.5 }, state: { m: 0 } }],
          schedule: { name: 'cosine', warmup: 10 },
        },
      ],
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'rules' }).click();
      await expect(page.getByRole('textbox', { name: 'Rule 2 as a formula' })).toBeVisible();
      await page.getByText('how outcomes are told').click();
      const steps = page.getByRole('textbox', { name: 'Steps', exact: true });
      await steps.fill('many');
      await expect(page.getByText('Type a whole number, such as 1000.')).toBeVisible();
    },
  },
  {
    name: 'surface picker',
    part: 'experiment-panel',
    experiment: two,
    act: async (page) => {
      await page.getByRole('button', { name: /^Surface:/ }).click();
      await expect(page.locator('surface-picker').getByRole('option').first()).toBeVisible();
    },
  },
  ...['contents', 'ravine.2'].map(
    (lesson): View => ({
      name: `lessons, ${lesson}`,
      part: 'lesson-panel',
      experiment: two,
      view: { lesson },
      act: (page) => expect(page.getByRole('region', { name: 'Lessons' }).getByRole('button').first()).toBeVisible(),
    }),
  ),
  {
    name: 'examples menu',
    part: 'top-bar',
    experiment: two,
    act: async (page) => {
      await command(page, 'Examples');
      await expect(page.getByText('Four basins')).toBeVisible();
    },
  },
  {
    name: 'files menu',
    part: 'top-bar',
    experiment: two,
    act: async (page) => {
      await command(page, 'Files');
      await page.getByRole('textbox', { name: 'Name to save this experiment under' }).fill('Two on a grid');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Rename Two on a grid' })).toBeVisible();
    },
  },
  {
    name: 'engine badge',
    part: 'top-bar',
    experiment: two,
    act: async (page) => {
      if (!(await page.locator('engine-badge').isVisible())) await command(page, 'Menu');
      await page.locator('engine-badge summary').click();
    },
  },
];

/** The part of the address that shows a view. */
export function linkTo({ experiment, view = {} }: Pick<View, 'experiment' | 'view'>): string {
  return `/#${encodeURIComponent(JSON.stringify(experiment))}&view=${encodeURIComponent(JSON.stringify(view))}`;
}

/** Opens a view whose run has come to its end, or rests where a tab has work of its own. */
export async function opened(page: Page, { experiment, view = {} }: View): Promise<void> {
  await page.goto(linkTo({ experiment, view }));
  const steps = ['trainability', 'ratio'].includes(view.tab ?? '') ? 0 : experiment.steps;
  await until(async () => (await told(page)).step).toBe(steps);
}

/** The same, with what its link does not show. */
export async function show(page: Page, view: View): Promise<void> {
  await opened(page, view);
  await view.act?.(page);
}
