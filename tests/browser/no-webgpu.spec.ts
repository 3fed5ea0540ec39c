import { expect } from '@playwright/test';
import { test } from './support.ts';

test('a browser without WebGPU is told why nothing runs, and what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'gpu', { value: undefined }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('This browser does not offer WebGPU.');
  await expect(page.getByRole('alert')).toContainText('Use Chrome 113 or later');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});

test('so is one whose graphics adapter does not answer', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'gpu', { value: { requestAdapter: async () => null } }),
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('no graphics adapter answers');
});
