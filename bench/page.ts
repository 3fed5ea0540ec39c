import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import type { ExperimentInput } from '../src/experiment/index.ts';
import type { Options } from './options.ts';
import { type Sampled, sampler } from './page-sampler.ts';
import type { Row, Section } from './report.ts';
import { median } from './sampling.ts';

const REPETITIONS = 5;
/** Changes of a slider on each page. */
const CHANGES = 5;
/** Time for which frames are counted, in ms. */
const COUNTED = 4000;
/** Time after the first picture in which a page loads what it wants besides, in ms. */
const SETTLED = 3000;
/** What a page may take to show something at all, in ms. */
const LIMIT = 60_000;
/**
 * Chromium as it starts by itself on a machine without a graphics processor, and with the software one that ships with it, as in the tests. That one puts the
 * page together, too, and reading a canvas back from it stops the page for 4 to 35 ms of each frame: what its own engine does not need is measured without it.
 */
const BROWSERS = {
  plain: ['--no-sandbox'],
  swiftshader: [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-angle=swiftshader',
    '--no-sandbox',
  ],
} as const;
type BrowserName = keyof typeof BROWSERS;
const ENGINES = { webgpu: 'SwiftShader', cpu: 'CPU engine' } as const;
type EngineName = keyof typeof ENGINES;

/** Something of the page that has a budget. */
interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly budget: string;
  /** The browser's language, where it is not English. */
  readonly locale?: string;
  readonly browser: BrowserName;
  /** One repetition, on a new page. */
  measure(page: Page, address: string): Promise<number>;
}

/** The built page in a Chromium without a graphics processor, beside its budgets. */
export async function measurePage(options: Options): Promise<Section | null> {
  const figures = FIGURES.filter(({ name }) => options.only.test(`page: ${name}`));
  if (figures.length === 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'scree-page-'));
  const outDir = join(folder, 'page');
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 4273, open: false } });
  const rows: Row[] = [];
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    for (const name of Object.keys(BROWSERS) as BrowserName[]) {
      const its = figures.filter(({ browser }) => browser === name);
      if (its.length === 0) continue;
      const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSERS[name]] });
      try {
        for (const figure of its) rows.push(await rowOf(figure, browser, address, options.quick ? 1 : REPETITIONS));
      } finally {
        await browser.close();
      }
    }
    return {
      name: 'page',
      title: 'The built page, in Chromium without a graphics processor',
      columns: ['measured', 'budget', 'unit'],
      rows,
      notes: [
        'measured: median; each time a page that nothing is kept of.',
        'CPU engine: Chromium as it starts by itself; all else with SwiftShader, which then puts the page together, too.',
      ],
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

async function rowOf(figure: Figure, browser: Browser, address: string, times: number): Promise<Row> {
  const { name, unit, budget, locale = 'en-US' } = figure;
  const measured: number[] = [];
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block',
      locale,
    });
    const page = await context.newPage();
    await page.addInitScript(sampler);
    measured.push(await figure.measure(page, address));
    await context.close();
  }
  return { name, cells: [median(measured), budget, unit], details: { measured } };
}

/** The project's own way to find one, which may install it. */
function findBrowser(): string {
  return execFileSync(process.execPath, ['scripts/browser.mjs'], { encoding: 'utf8' }).trim();
}

/** Adam from 65,536 starts, where it does not move: what is drawn stays until something is changed. */
const still = (engine: EngineName): ExperimentInput => ({
  objective: 'himmelblau',
  optimizers: [{ name: 'adam', lr: 1e-7 }],
  steps: 10_000_000,
  engine,
});
const first = (engine: EngineName): ExperimentInput => ({
  objective: 'himmelblau',
  optimizers: [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }],
  steps: 600,
  engine,
});
const linkTo = (experiment: ExperimentInput) =>
  `#${encodeURIComponent(JSON.stringify(experiment))}&view=${encodeURIComponent('{"trails":false}')}`;

/** Counts the scripts that a page and its workers load from now on: gives what they weigh so far, compressed, in kB. */
function scripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return;
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    // What was still to come when the page was left came too late to count.
    sizes.push(size.catch(() => 0));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** The moment at which particles were first seen, in ms from the start of the navigation. */
async function firstPicture(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return sampled(page, (it) => it.particles());
}

function sampled(page: Page, what: (it: Sampled) => Promise<number>): Promise<number> {
  const limit = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`the page showed nothing within ${LIMIT} ms`)), LIMIT).unref();
  });
  return Promise.race([page.evaluate(`(${what})(globalThis.sampled)`) as Promise<number>, limit]);
}

async function scriptsUntilPicture(page: Page, address: string): Promise<number> {
  const loaded = scripts(page);
  await firstPicture(page, address);
  return loaded();
}

const FIGURES: readonly Figure[] = [
  {
    name: 'JavaScript until the first picture, gzip',
    unit: 'kB',
    budget: '≤ 180',
    browser: 'swiftshader',
    measure: scriptsUntilPicture,
  },
  {
    name: 'JavaScript until the first picture, gzip, in Chinese',
    unit: 'kB',
    budget: '≤ 180',
    locale: 'zh-CN',
    browser: 'swiftshader',
    measure: scriptsUntilPicture,
  },
  {
    name: 'JavaScript without a user’s action, gzip',
    unit: 'kB',
    budget: '≤ 180',
    browser: 'swiftshader',
    async measure(page, address) {
      const loaded = scripts(page);
      await firstPicture(page, address);
      await page.waitForTimeout(SETTLED);
      return loaded();
    },
  },
  {
    name: 'first picture, as the page opens',
    unit: 'ms',
    budget: '≤ 1500',
    browser: 'swiftshader',
    measure: firstPicture,
  },
  {
    name: 'first picture, as the page opens in Chinese',
    unit: 'ms',
    budget: '≤ 1500',
    locale: 'zh-CN',
    browser: 'swiftshader',
    measure: firstPicture,
  },
  ...(['webgpu', 'cpu'] as const).flatMap((engine): Figure[] => {
    const browser = engine === 'webgpu' ? 'swiftshader' : 'plain';
    return [
      {
        name: `first picture, ${ENGINES[engine]}`,
        unit: 'ms',
        budget: '≤ 1500',
        browser,
        measure: (page, address) => firstPicture(page, address + linkTo(first(engine))),
      },
      {
        name: `slider to changed pixels, ${ENGINES[engine]}`,
        unit: 'frames',
        budget: '≤ 2',
        browser,
        async measure(page, address) {
          const taken: number[] = [];
          for (let i = 0; i < CHANGES; i++) {
            await page.goto(address + linkTo(still(engine)));
            await sampled(page, (it) => it.particles());
            await page.waitForTimeout(1000);
            taken.push(await sampled(page, (it) => it.slide()));
            // What was thrown once drifts on at the slider's least rate: the next change is one of a page that is still. A page that is left before its address has followed would come back with the change.
            await page.waitForTimeout(1000);
            await page.goto('about:blank');
          }
          return median(taken);
        },
      },
      {
        name: `65,536 particles, ${ENGINES[engine]}`,
        unit: 'frames/s',
        budget: '≥ 30',
        browser,
        async measure(page, address) {
          await page.addInitScript(() => localStorage.setItem('scree.preferences', '{"theme":null,"pace":null}'));
          await firstPicture(page, address + linkTo({ ...still(engine), optimizers: [{ name: 'adam', lr: 1e-3 }] }));
          await page.waitForTimeout(1000);
          const frames = () => sampled(page, async (it) => it.frames);
          const before = await frames();
          await page.waitForTimeout(COUNTED);
          return ((await frames()) - before) / (COUNTED / 1000);
        },
      },
    ];
  }),
];
