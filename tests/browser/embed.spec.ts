import { expect, type Page } from '@playwright/test';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import { test } from './support.ts';

/** What one of the page's playgrounds tells of itself. */
function told(page: Page, id: string) {
  return page.evaluate((id) => {
    const app = document.getElementById(id)?.shadowRoot?.querySelector('scree-app') as ScreeApp | null | undefined;
    return app && { step: app.step, playing: app.playing, objective: app.experiment.objective };
  }, id);
}
const stepOf = async (page: Page, id: string) => (await told(page, id))?.step ?? 0;

test('two playgrounds run on a page of others, each with its own theme and parts, and leave that page alone', async ({
  page,
}) => {
  await page.goto('/embed.html');
  for (const id of ['valley', 'noise'])
    await expect.poll(() => stepOf(page, id), { timeout: 40_000 }).toBeGreaterThan(0);
  expect((await told(page, 'valley'))?.objective).toBe('rosenbrock');
  const paper = (id: string) => page.locator(`#${id}`).evaluate((each) => getComputedStyle(each).backgroundColor);
  expect([await paper('valley'), await paper('noise')]).toEqual(['rgb(247, 245, 240)', 'rgb(16, 21, 27)']);
  await expect(page.locator('#valley top-bar')).toHaveCount(1);
  for (const part of ['top-bar', 'view-tabs', 'experiment-panel', 'aside']) {
    await expect(page.locator(`#noise ${part}`)).toHaveCount(0);
  }
  await page.locator('#valley').getByRole('tab', { name: 'Maps' }).click();
  await page.waitForTimeout(1000); // longer than an address of its own would take to follow
  const around = () =>
    page.evaluate(() => [
      location.hash,
      localStorage.length,
      document.documentElement.dataset.theme ?? null,
      history.length,
    ]);
  expect(await around()).toEqual(['', 0, null, await page.evaluate(() => history.length)]);
});

test('keys count where the focus is, attributes at any time, and what is taken away ends', async ({ page }) => {
  await page.goto('/embed.html');
  for (const id of ['valley', 'noise'])
    await expect.poll(() => stepOf(page, id), { timeout: 40_000 }).toBeGreaterThan(0);
  await page.locator('body').press(' ');
  expect([await told(page, 'valley'), await told(page, 'noise')]).toMatchObject([{ playing: true }, { playing: true }]);
  await page.locator('#valley').getByRole('tab', { name: 'Surface' }).focus();
  await page.keyboard.press('r');
  await page.locator('#valley').getByRole('button', { name: 'Pause' }).click();
  await expect.poll(async () => (await told(page, 'valley'))?.playing).toBe(false);
  expect((await told(page, 'noise'))?.playing).toBe(true);
  const valley = page.locator('#valley');
  await valley.evaluate((each) =>
    each.setAttribute('experiment', '{"objective":"beale","optimizers":[{"name":"adam"}]}'),
  );
  await expect.poll(async () => (await told(page, 'valley'))?.objective).toBe('beale');
  await valley.evaluate((each) => each.setAttribute('experiment', '{"objective":"nowhere"}'));
  await expect(valley.getByRole('alert')).toContainText('What is embedded here cannot be used.');
  await valley.evaluate((each) => each.setAttribute('hide', 'bar what how'));
  await expect(page.locator('#valley top-bar')).toHaveCount(0);
  await page.locator('#noise').evaluate((each) => {
    (window as unknown as { taken: Element | null }).taken = each.shadowRoot?.querySelector('scree-app') ?? null;
    each.remove();
  });
  expect(await page.evaluate(() => (window as unknown as { taken: ScreeApp }).taken.playing)).toBe(false);
});
