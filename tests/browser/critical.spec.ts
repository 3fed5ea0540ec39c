import { expect, type Page } from '@playwright/test';
import { ended, open, small, test } from './support.ts';

const map = (page: Page) => page.locator('surface-map');
const list = (page: Page) => page.locator('critical-list');
const marks = (page: Page, name: RegExp) => map(page).getByRole('img', { name });

test('all nine critical points of Himmelblau are marked with their kinds, and read by pointer, keys and in a list', async ({
  page,
}) => {
  await open(page, small({ steps: 10 }));
  await ended(page);
  // Known points come without eigenvalues.
  await expect(marks(page, /^Minimum/)).toHaveCount(4);
  await expect(marks(page, /eigenvalue/)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'critical points' }).check();
  await expect(marks(page, /eigenvalue/)).toHaveCount(9);
  await expect(marks(page, /^Minimum/)).toHaveCount(4);
  await expect(marks(page, /^Saddle/)).toHaveCount(4);
  await expect(list(page)).toContainText('4 minima');

  await marks(page, /^Maximum/).hover();
  await expect(map(page).locator('.tip')).toHaveText(
    'Maximum: loss 182 at x = −0.271, y = −0.923\neigenvalues −45.6 and −16.1',
  );
  await marks(page, /^Saddle: loss 104/).focus();
  await expect(map(page).locator('.tip')).toContainText('eigenvalues −39.7 and 72.4');
  // Both eigenvectors, each above its halo.
  await expect(marks(page, /^Saddle: loss 104/).locator('.bend')).toHaveCount(2);

  await list(page).getByText('Critical points in sight').click();
  const rows = list(page).getByRole('row');
  await expect(rows).toHaveCount(10);
  await expect(rows.nth(1)).toContainText(/minimum\s*3\s*2\s*0\s*25\.7\s*82\.3/);

  // Rows and marks point at one another.
  const tip = map(page).locator('.tip');
  await rows.nth(9).hover();
  await expect(tip).toContainText('Maximum: loss 182');
  await expect(map(page).locator('.marks .maximum .told')).toHaveCount(2);
  await rows.nth(1).focus();
  await expect(tip).toContainText('Minimum: loss 0 at x = 3, y = 2');
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await expect(tip).not.toContainText('x = 3, y = 2');
  await marks(page, /^Maximum/).hover();
  await expect(rows.nth(9)).toHaveClass('told');
  await expect(rows.nth(9)).toBeInViewport();

  // However little room there is, what stands under the map is not over it, and nothing is wider than the page.
  for (const [width, height] of [
    [1280, 480],
    [390, 640],
    [1280, 800],
  ]) {
    await page.setViewportSize({ width, height });
    const below = async () => {
      const [above, key] = await Promise.all(
        [map(page).locator('.map'), map(page).locator('map-key')].map((each) => each.boundingBox()),
      );
      return (key?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0);
    };
    await expect.poll(below, { message: `${width} × ${height}` }).toBeGreaterThanOrEqual(-1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const wide = await map(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide, `${width} × ${height}`).toBeLessThanOrEqual(1);
  }

  // What is seen of it when it is looked at closer, also after a reload.
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"listed":true');
  await page.reload();
  await expect(marks(page, /eigenvalue/)).toHaveCount(9);
  await expect(rows).toHaveCount(10);
  const plane = map(page).getByRole('application');
  await plane.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('+');
  await expect(list(page).locator('summary')).toContainText(
    /in sight\s*1 saddle\s*1 maximum\s*$|in sight\s*1 maximum\s*$/,
  );
  await page.getByRole('checkbox', { name: 'critical points' }).uncheck();
  await expect(list(page)).toHaveCount(0);
  await expect(marks(page, /eigenvalue/)).toHaveCount(0);
});

test('a formula that is typed gets its points, on a plane and on a curve', async ({ page }) => {
  const objective = {
    formula: 'x^4 - x^2 + y^2',
    domain: [
      [-2, 2],
      [-2, 2],
    ] as [number, number][],
  };
  await open(page, small({ objective, steps: 10 }));
  await page.getByRole('checkbox', { name: 'critical points' }).check();
  await expect(marks(page, /^Minimum: loss −0\.25 at x = 0\.707, y = 0\s+eigenvalues 2 and 4$/)).toHaveCount(1);
  await expect(marks(page, /^Saddle: loss 0 at x = 0, y = 0\s+eigenvalues −2 and 2$/)).toHaveCount(1);
  const formula = page.getByRole('textbox', { name: 'Loss as a formula' });
  await formula.fill('(x^2 + y^2 - 1)^2');
  await expect(list(page)).toContainText(/1 maximum\s*1 not isolated/);
  await formula.fill('abs(x) + abs(y - 1)');
  await expect(marks(page, /^Minimum at a tip: loss 0 at x = 0, y = 1$/)).toHaveCount(1);
  await expect(list(page)).toContainText(/1 tip\s*Complete, .* The gradient jumps somewhere, as on an edge/);
  await formula.fill('sqrt(-1 - x^2 - y^2)');
  await expect(list(page)).toContainText('The formula has no value in sight');
  await page.getByRole('textbox', { name: 'Parameters' }).fill('x');
  await formula.fill('x^3 - 3*x');
  await expect(marks(page, /^Minimum: loss −2 at x = 1\s+eigenvalue 6$/)).toHaveCount(1);
  await expect(marks(page, /^Maximum: loss 2 at x = −1\s+eigenvalue −6$/)).toHaveCount(1);
});

test('a search ends soon: what the list tells of it does not change the size of the map that is searched', async ({
  page,
}) => {
  await open(page, small({ steps: 10 }));
  await page.getByRole('checkbox', { name: 'critical points' }).check();
  await list(page).getByText('Critical points in sight').click();
  await expect(list(page)).toContainText('Complete, as far as');
  // Unfolding changes what is in sight, for one search more. A search begins 200 ms after the sight has changed, so that one which
  // caused the next would never leave a second without.
  await expect.poll(() => hasRested(page), { message: 'a second without a search' }).toBe(true);
});

/** Whether nothing is looked for in the second to come. */
function hasRested(page: Page): Promise<boolean> {
  return list(page)
    .getByRole('status')
    .evaluate(async (status) => {
      for (const start = performance.now(); performance.now() - start < 1000; ) {
        if (status.textContent !== '') return false;
        await new Promise(requestAnimationFrame);
      }
      return true;
    });
}
