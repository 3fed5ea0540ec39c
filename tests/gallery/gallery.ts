import { expect, type Page } from '@playwright/test';
import { test, told } from '../browser/support.ts';
import { linkTo, show, VIEWS } from '../browser/views.ts';

const SIZES = { wide: [1440, 900], narrow: [390, 844] } as const;
type Size = keyof typeof SIZES | '4k';
/** Longest time that an example runs before its picture is taken, in ms. */
const EXAMPLE = 4000;

test.describe.configure({ timeout: 180_000 });

/** A picture in each theme. On a narrow screen the whole page, which scrolls. */
async function take(page: Page, size: Size, name: string): Promise<void> {
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    // Charts and maps follow a theme at their next drawing, and charts are drawn when they come into sight.
    for (const chart of await page.locator('progress-panel [role=group]').all()) {
      if (size === 'narrow' && (await chart.isVisible())) await chart.scrollIntoViewIfNeeded();
    }
    await page.waitForTimeout(150);
    await page.screenshot({ path: `gallery/${file}--${size}-${theme}.png`, fullPage: size === 'narrow' });
  }
}

for (const [size, [width, height]] of Object.entries(SIZES) as [keyof typeof SIZES, readonly [number, number]][]) {
  test.describe(size, () => {
    test.use({ viewport: { width, height }, hasTouch: size === 'narrow' });
    for (const view of VIEWS) {
      test(view.name, async ({ page }) => {
        await show(page, view);
        await take(page, size, view.name);
      });
    }

    test('examples', async ({ page }) => {
      await page.goto(linkTo({ experiment: { ...VIEWS[0].experiment, steps: 1 } }));
      const menu = page.getByRole('button', { name: 'Examples' });
      const entries = page.locator('examples-menu li button');
      await menu.click();
      await expect(entries.first()).toBeVisible();
      const titles = await entries.locator('strong').allTextContents();
      await page.keyboard.press('Escape');
      for (const [i, title] of titles.entries()) {
        await menu.click();
        await entries.nth(i).click();
        await page.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
        const done = page.getByRole('button', { name: 'Run again' });
        await done.waitFor({ timeout: EXAMPLE }).catch(() => {});
        await take(page, size, `example ${String(i + 1).padStart(2, '0')} ${title}`);
      }
    });
  });
}

test.describe('4k', () => {
  test.use({ viewport: { width: 3840, height: 2160 } });
  test('the page as it opens', async ({ page }) => {
    await page.goto('/');
    await expect.poll(async () => (await told(page)).step, { timeout: 60_000 }).toBeGreaterThan(60);
    await take(page, '4k', 'the page as it opens');
  });
});
