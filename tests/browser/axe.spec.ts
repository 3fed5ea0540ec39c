import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './support.ts';
import { show, VIEWS, type View } from './views.ts';

/** What axe finds wrong, a line for each element. Targets too small for a finger count, which axe leaves out unless asked. */
async function faults(page: Page, { part }: View, rules?: string[]): Promise<string[]> {
  // Frames of other origins, which need more than this mode has, are not here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (part) axe.include({ fromShadowDom: ['scree-app', part] });
  // It does not know that a menu opened from a menu lies over it, and takes its buttons for covered.
  const covered = part === 'top-bar';
  if (rules) axe.withRules(rules.filter((rule) => !(covered && rule === 'target-size')));
  else axe.options({ rules: { 'target-size': { enabled: !covered } } });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length} like ${nodes[0].target}: ${nodes[0].failureSummary}`,
  );
}

/** What a narrow window may change in a part that it shows as a wide one does: colours are the same. */
const OF_PLACE = ['scrollable-region-focusable', 'target-size'];
/** The page as a whole and the bar are put together in another way there. */
const otherwise = ({ part }: View) => part === undefined || part === 'top-bar';

const WINDOWS = {
  wide: { size: { width: 1440, height: 900 }, rulesFor: () => undefined },
  narrow: {
    size: { width: 390, height: 844 },
    rulesFor: (view: View) => (otherwise(view) ? undefined : OF_PLACE),
  },
};

for (const [name, { size, rulesFor }] of Object.entries(WINDOWS)) {
  test(`axe finds nothing in any panel, dialog and menu, on paper and at night, in a ${name} window`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(size);
    for (const view of VIEWS) {
      await page.emulateMedia({ colorScheme: 'light' });
      await show(page, view);
      expect.soft(await faults(page, view, rulesFor(view)), view.name).toEqual([]);
      if (name === 'wide' || otherwise(view)) {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await faults(page, view, ['color-contrast']), `${view.name} at night`).toEqual([]);
      }
      // Dialogs and menus close.
      await page.keyboard.press('Escape');
    }
  });
}
