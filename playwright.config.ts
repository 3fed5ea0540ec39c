import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

// This file is read once more by each worker; what was found the first time is handed down in the environment.
process.env.SCREE_BROWSER ??= await browser();
process.env.SCREE_TEST_PORT ??= String(await freePort());
const address = `http://localhost:${process.env.SCREE_TEST_PORT}/`;

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  // What a page waits for most is its own thread: while it loads, and between a user's acts. More would only crowd two cores.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  forbidOnly: !!process.env.CI,
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block', // each test loads the page anew
    screenshot: 'only-on-failure',
  },
  projects: [
    // Without a GPU on every machine: pages run on the CPU engine, and are drawn in a third of the time that a software GPU takes.
    { name: 'page', grepInvert: /@webgpu/, use: { launchOptions: browserWith('--disable-gpu') } },
    {
      name: 'webgpu',
      grep: /@webgpu/,
      workers: 1, // a software GPU uses every core
      use: {
        viewport: { width: 1120, height: 640 }, // each pixel is drawn by the processor
        launchOptions: browserWith(
          // The same software GPU on every machine. Without the last three, a canvas stays blank or the GPU process
          // crashes (--use-angle=vulkan as well, where the system has no Vulkan driver).
          '--enable-unsafe-webgpu',
          '--use-webgpu-adapter=swiftshader',
          '--enable-features=Vulkan',
          '--use-vulkan=swiftshader',
          '--use-angle=swiftshader',
        ),
      },
    },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: process.env.SCREE_TEST_PORT },
    url: address,
    timeout: 120_000,
  },
});

function browserWith(...args: string[]) {
  return {
    executablePath: process.env.SCREE_BROWSER,
    args: [
      ...args,
      '--no-sandbox', // Chromium's sandbox refuses to run as root
      // No talk with the outside.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
    ],
  };
}

async function browser(): Promise<string> {
  const tried: string[] = [];
  const found = await findBrowser(tried);
  if (found) return found;
  throw new Error(`No Chromium found (${tried.join('; ')}): run \`node scripts/browser.mjs\`, which installs one.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
