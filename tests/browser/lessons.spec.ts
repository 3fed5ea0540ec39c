import { expect, type Locator, type Page } from '@playwright/test';
import type { ScreeApp } from '../../src/app/scree-app.ts';
import { moved, open, small, test, told } from './support.ts';
import { linkTo } from './views.ts';

const isFocused = (control: Locator) =>
  control.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement);
const lesson = (page: Page) => page.evaluate(() => (document.querySelector('scree-app') as ScreeApp).view.lesson);

test('lessons are read by keyboard: the focus goes to what is chosen, and back to where it came from', async ({
  page,
}) => {
  await open(page, small());
  const panel = page.getByRole('region', { name: 'Lessons' });
  const heading = panel.getByRole('heading', { level: 3 });
  const way = page.getByRole('button', { name: 'Lessons', exact: true });
  await way.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Lessons' })).toBeFocused();
  await page.keyboard.press('p');
  await expect(panel.getByRole('heading', { name: 'Lessons' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(heading).toHaveText('A loss that stops falling');
  await panel.getByRole('button', { name: 'All lessons' }).press('Enter');
  await expect(panel.getByRole('heading', { name: 'Lessons' })).toBeFocused();
  const first = panel.getByRole('button', { name: 'Stuck, with a large gradient' });
  for (let tabs = 0; tabs < 4 && !(await isFocused(first)); tabs++) await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('A loss that stops falling');
  await expect(heading).toBeFocused();
  const [one, two] = ['A loss that stops falling', 'Most runs that are stuck look like this'];
  const goes = async (title: string) => {
    await expect(heading).toHaveText(title);
    await expect(heading).toBeFocused();
  };
  // From its text the next step is one stop away.
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: `Next: ${two}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await goes(two);
  await panel.getByRole('button', { name: 'Previous' }).press('Enter');
  await goes(one);
  for (const [key, title] of [
    ['n', two],
    ['p', one],
  ]) {
    await page.keyboard.press(key);
    await goes(title);
  }

  // Where a menu is open it alone is closed.
  const menu = page.getByRole('dialog', { name: 'Examples' });
  await page.getByRole('button', { name: 'Examples' }).press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(heading).toHaveText(one);
  const steps = page.getByRole('textbox', { name: 'Steps' });
  await steps.fill('7');
  await steps.press('Escape');
  await page.getByRole('combobox', { name: 'Language' }).focus();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(way).toBeFocused();

  // From the page's start it is one stop to a lesson that stands in the address.
  await page.goto('about:blank');
  await page.goto(linkTo({ experiment: small(), view: { lesson: 'ravine.2' } }));
  await expect(heading).toHaveText('Small enough, and 100,000 updates');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'To the lesson' });
  await expect(skip).toBeFocused();
  await expect(skip).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await panel.getByRole('button', { name: 'All lessons' }).press('Enter');
  await expect(panel.getByRole('heading', { name: 'Lessons' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(heading).toHaveText('Small enough, and 100,000 updates');
  await panel.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(way).toBeFocused();
});

test('a lesson is read step by step; what is changed comes back, and a reload shows the same', async ({ page }) => {
  // The engine stays as it was chosen.
  await open(page, small({ engine: 'cpu' }));
  const panel = page.getByRole('region', { name: 'Lessons' });
  const heading = panel.getByRole('heading', { level: 3 });
  const back = panel.getByRole('button', { name: 'Back to this step' });
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await panel.getByRole('button', { name: 'The convex ravine' }).click();
  await expect(heading).toHaveText('Too large a rate: wall to wall');
  await expect.poll(async () => (await told(page)).experiment.objective).toBe('ravine-scaled');
  await moved(page);
  await expect(back).toBeDisabled();

  await panel.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(panel).toContainText('step 2 of 4');
  await expect.poll(async () => (await told(page)).experiment).toMatchObject({ objective: 'ravine', engine: 'cpu' });
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"lesson":"ravine.2"');

  const rate = page.getByRole('textbox', { name: /^learning rate/ });
  await rate.fill('5e-7');
  await rate.press('Enter');
  await expect.poll(async () => (await told(page)).experiment.optimizers[0].lr).toBe(5e-7);
  await back.click();
  await expect.poll(async () => (await told(page)).experiment.optimizers[0].lr).toBe(1e-7);
  await expect(back).toBeDisabled();

  // The address gathers changes for a moment.
  await expect.poll(() => decodeURIComponent(page.url())).not.toContain('5e-7');
  await page.reload();
  await expect(heading).toHaveText('Small enough, and 100,000 updates');
  await expect(back).toBeDisabled();
  await moved(page);

  await page.goBack();
  await expect(heading).toHaveText('Too large a rate: wall to wall');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  expect(await lesson(page)).toBeNull();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(heading).toHaveText('Too large a rate: wall to wall');
});
