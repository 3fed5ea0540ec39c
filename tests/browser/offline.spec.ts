import { expect } from '@playwright/test';
import { moved, test, until } from './support.ts';

test.use({ serviceWorkers: 'allow' });

test('the page can be installed, and once loaded it opens without its server, isolated as before', async ({
  page,
  context,
  request,
}) => {
  await page.goto('/');
  await moved(page);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const address = new URL(href ?? '', page.url());
  const manifest = await (await request.get(address.href)).json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: './' });
  const sizes = manifest.icons.map(({ sizes }: { sizes: string }) => sizes);
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(new URL(src, address).href);
    expect([icon.status(), icon.headers()['content-type']], src).toEqual([200, type]);
  }
  const kept = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state;
    });
  await until(kept).toBe('activated');
  await context.setOffline(true);
  await page.reload();
  await moved(page);
  expect(await page.evaluate(() => [navigator.onLine, crossOriginIsolated])).toEqual([false, true]);
  await page.getByRole('tab', { name: 'Maps' }).click();
  await expect(page.locator('maps-panel')).toBeVisible();
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByText('Four basins')).toBeVisible();
});
