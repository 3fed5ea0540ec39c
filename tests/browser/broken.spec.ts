import { expect } from '@playwright/test';
import { moved, small, test, told, until } from './support.ts';
import { linkTo } from './views.ts';

const good = small({ steps: 30 });
const with_ = (fields: object) => JSON.stringify({ ...good, ...fields });

/** What may stand after # in an address, and a word of what the page says of it. */
const LINKS: readonly [string, RegExp][] = [
  ['experiment', /cannot be used/],
  ['%', /cannot be used/],
  ['z!!!', /cannot be used/],
  ['zAAAA', /cannot be used/],
  ['[]', /cannot be used/],
  ['{}', /Objective/],
  [with_({ objective: 'nowhere' }), /"nowhere" is no objective/],
  [with_({ objective: { formula: 'x^2 + constructor' } }), /`constructor`/],
  [with_({ objective: { formula: '('.repeat(5000) } }), /cannot be used/],
  [with_({ optimizers: [] }), /optimizer/i],
  [with_({ optimizers: [{ name: '__proto__' }] }), /__proto__/],
  [with_({ optimizers: [{ name: 'adam', lr: 'much' }] }), /lr|rate/i],
  [with_({ optimizers: Array(9).fill({ name: 'adam' }) }), /8/],
  [with_({ grid: { x: { vary: 'x', from: 0, to: 1, count: 1e9 } } }), /count|cells/i],
  [with_({ steps: -1 }), /steps/i],
  [with_({ steps: null }), /steps/i],
  [with_({ surprise: 1 }), /surprise/],
];

test('no broken link is obeyed: each is told, and what runs goes on', async ({ page }) => {
  await page.goto(linkTo({ experiment: good }));
  await moved(page);
  const { experiment } = await told(page);
  const address = () => page.evaluate(() => location.hash);
  let own: string | null = null;
  for (const [link, reason] of LINKS) {
    await page.goto(`/#${encodeURIComponent(link)}`);
    const alert = page.getByRole('alert');
    await until(() => alert.allInnerTexts()).toEqual([
      expect.stringContaining("experiment in this page's address cannot be used"),
    ]);
    expect.soft(await alert.innerText(), link.slice(0, 80)).toMatch(reason);
    expect((await told(page)).experiment, link.slice(0, 80)).toEqual(experiment);
    // A reload shows what is shown.
    if (own === null) await until(address).toContain(encodeURIComponent('"objective"'));
    own ??= await address();
    await until(address).toBe(own);
    await alert.getByRole('button', { name: 'Dismiss' }).dispatchEvent('click');
    await until(() => alert.count()).toBe(0);
  }
});

test('names in a link are shown as text, whatever they hold', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>';
  const optimizers = [
    { name: 'adam', lr: 0.05, label: hostile },
    { name: 'sgd', lr: 0.01, label: '\\href{javascript:alert(1)}{x}' },
  ];
  const title = async () => page.title();
  for (const tab of ['surface', 'maps', 'difference', 'comparison'] as const) {
    await page.goto(linkTo({ experiment: { ...good, optimizers }, view: { tab } }));
    await until(async () => (await told(page)).step).toBe(30);
    await expect(page.getByText('<img src=x').first()).toBeAttached();
  }
  await page.goto(linkTo({ experiment: { ...good, optimizers }, view: { tab: 'maps', cell: [0, 3, 3] } }));
  await expect(page.locator('cell-inspector .outcome')).toBeVisible();
  expect(await title()).toContain('Scree');
  expect(await page.locator('img, a[href^=javascript]').count()).toBe(0);
});
