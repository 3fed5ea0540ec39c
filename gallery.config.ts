import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig(tests, {
  testDir: 'tests/gallery',
  testMatch: 'gallery.ts',
  outputDir: 'test-results/gallery',
  reporter: 'list',
  fullyParallel: true,
  workers: 2, // pictures are of the CPU engine, and one page waits while the other computes
  use: { trace: 'off', screenshot: 'off' },
});
