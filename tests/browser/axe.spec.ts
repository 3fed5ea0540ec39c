import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { hurry, linkTo, show, VIEWS } from './views.ts';
import { test } from './support.ts';

/** What axe finds wrong, a line for each element. Targets too small for a finger count, which axe leaves out unless asked. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  test(`axe finds nothing in any panel, dialog and menu, on paper and at night, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    await hurry(page);
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await page.emulateMedia({ colorScheme: 'light' });
      const t0 = Date.now();
      await show(page, view);
      const t1 = Date.now();
      expect.soft(await faults(page), view.name).toEqual([]);
      const t2 = Date.now();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await faults(page, ['color-contrast']), `${view.name} at night`).toEqual([]);
      console.log(view.name, t1 - t0, t2 - t1, Date.now() - t2);
    }
  });
}
