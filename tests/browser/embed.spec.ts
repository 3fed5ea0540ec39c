import { expect, type Page } from '@playwright/test';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import { test, until } from './support.ts';

/** What one of the page's playgrounds tells of itself. */
function told(page: Page, id: string) {
  return page.evaluate((id) => {
    const app = document.getElementById(id)?.shadowRoot?.querySelector('scree-app') as ScreeApp | null | undefined;
    return app && { step: app.step, playing: app.playing, objective: app.experiment.objective };
  }, id);
}
const stepOf = async (page: Page, id: string) => (await told(page, id))?.step ?? 0;

test.use({ hurried: false });

test('two playgrounds run on a page of others, each with its own theme, parts and keys; the page is left alone', async ({
  page,
}) => {
  await page.goto('/embed.html');
  for (const id of ['valley', 'noise']) await until(() => stepOf(page, id)).toBeGreaterThan(0);
  const entries = await page.evaluate(() => history.length);
  expect((await told(page, 'valley'))?.objective).toBe('rosenbrock');
  const paper = (id: string) => page.locator(`#${id}`).evaluate((each) => getComputedStyle(each).backgroundColor);
  expect([await paper('valley'), await paper('noise')]).toEqual(['rgb(247, 245, 240)', 'rgb(16, 21, 27)']);
  await expect(page.locator('#valley top-bar')).toHaveCount(1);
  for (const part of ['top-bar', 'view-tabs', 'experiment-panel', 'aside']) {
    await expect(page.locator(`#noise ${part}`)).toHaveCount(0);
  }

  // Keys count where the focus is.
  await page.locator('body').press(' ');
  expect([await told(page, 'valley'), await told(page, 'noise')]).toMatchObject([{ playing: true }, { playing: true }]);
  const valley = page.locator('#valley');
  await valley.getByRole('tab', { name: 'Maps' }).click();
  await page.keyboard.press('r');
  await valley.getByRole('button', { name: 'Pause' }).click();
  await until(async () => (await told(page, 'valley'))?.playing).toBe(false);
  expect((await told(page, 'noise'))?.playing).toBe(true);

  // Attributes count at any time.
  await valley.evaluate((each) =>
    each.setAttribute('experiment', '{"objective":"beale","optimizers":[{"name":"adam"}]}'),
  );
  await until(async () => (await told(page, 'valley'))?.objective).toBe('beale');
  await valley.evaluate((each) => each.setAttribute('lang', 'zh-TW'));
  await expect(valley.getByRole('tab', { name: '地圖' })).toBeVisible();
  await valley.evaluate((each) => each.setAttribute('lang', 'en-GB'));
  await expect(valley.getByRole('tab', { name: 'Maps' })).toBeVisible();
  await valley.evaluate((each) => each.setAttribute('experiment', '{"objective":"nowhere"}'));
  await expect(valley.getByRole('alert')).toContainText('What is embedded here cannot be used.');
  await valley.evaluate((each) => each.setAttribute('hide', 'bar what how'));
  await expect(page.locator('#valley top-bar')).toHaveCount(0);

  // What is taken away ends.
  await page.locator('#noise').evaluate((each) => {
    (window as unknown as { taken: Element | null }).taken = each.shadowRoot?.querySelector('scree-app') ?? null;
    each.remove();
  });
  expect(await page.evaluate(() => (window as unknown as { taken: ScreeApp }).taken.playing)).toBe(false);

  const around = await page.evaluate(() => [
    location.hash,
    localStorage.length,
    document.documentElement.dataset.theme ?? null,
    history.length,
  ]);
  expect(around).toEqual(['', 0, null, entries]);
});
