import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './support.ts';
import { hurry, show, VIEWS, type View } from './views.ts';

/** What axe finds wrong, a line for each element. Targets too small for a finger count, which axe leaves out unless asked. */
async function faults(page: Page, { part }: View, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (part) axe.include({ fromShadowDom: ['scree-app', part] });
  if (rules) axe.withRules(rules);
  // It does not know that a menu opened from a menu lies over it, and takes its buttons for covered.
  else axe.options({ rules: { 'target-size': { enabled: part !== 'top-bar' } } });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length} like ${nodes[0].target}: ${nodes[0].failureSummary}`,
  );
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  test(`axe finds nothing in any panel, dialog and menu, on paper and at night, ${width} pixels wide`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height });
    await hurry(page);
    for (const view of VIEWS) {
      await page.emulateMedia({ colorScheme: 'light' });
      await show(page, view);
      expect.soft(await faults(page, view), view.name).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await faults(page, view, ['color-contrast']), `${view.name} at night`).toEqual([]);
      // Dialogs and menus close.
      await page.keyboard.press('Escape');
    }
  });
}
