import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { small, test, told, until } from './support.ts';
import { linkTo, opened, VIEWS } from './views.ts';

/** Words in Latin letters that a Chinese page has: names, symbols of formulas and of settings, units. */
const SAME = new Set(
  (
    'Scree Adam Heavy ball SGD WebGPU CPU SwiftShader Himmelblau Hessian JSON PNG SVG CSV Parquet WebM PyTorch optax JAX Wilson English lr log exp sin cos tan tanh ' +
    'sqrt abs min max if pi mean sum norm dot theta eta beta1 beta2 momentum dampening nesterov amsgrad weight_decay eps gamma step_size T_max eta_min warmup warmup_from Adagrad RMSProp Mine Escape Enter Shift Page Up Down ctrl warm up sinc xor circles'
  ).split(' '),
);

/** Words in Latin letters that can be read on the page, in the shadow roots of its elements too, but for those that are the same in every language; each with what it stands in. */
function latinWords(page: Page): Promise<string[]> {
  return page.evaluate(
    (same) => {
      const known = new Set(same);
      const found: string[] = [];
      const look = (text: string) => {
        // Names of parameters and settings have digits, dots or low lines.
        const words = text.replace(/\w*[\d_]\w*|\w+\.\w+/g, '').match(/[A-Za-z]{2,}/g) ?? [];
        if (words.some((word) => !known.has(word))) found.push(text.trim());
      };
      const walk = (root: Element | ShadowRoot): void => {
        for (const node of root.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) look(node.textContent ?? '');
          if (
            !(node instanceof Element) ||
            !node.checkVisibility() ||
            node.matches('.katex, typeset-formula, pre, style, [lang="en"], textarea')
          )
            continue;
          for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
            look(node.getAttribute(name) ?? '');
          if (node.shadowRoot) walk(node.shadowRoot);
          walk(node);
        }
      };
      walk(document.body);
      return [...new Set(found)];
    },
    [...SAME],
  );
}

const language = (page: Page) => page.evaluate(() => document.documentElement.lang);
const choice = (page: Page) => page.locator('language-choice select');

test.describe('to a reader of Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the page speaks it from the first word, another one when it is chosen, and remembers', async ({ page }) => {
    await page.goto(linkTo({ experiment: small({ steps: 100 }) }));
    await expect(page.getByRole('tab', { name: '曲面' })).toBeVisible();
    expect(await language(page)).toBe('zh-Hans');
    await expect(page).toHaveTitle(/成千上万/);

    await choice(page).selectOption('zh-Hant');
    await expect(page.getByRole('tab', { name: '地圖' })).toBeVisible();
    expect(await language(page)).toBe('zh-Hant');
    // The keyboard goes on where it was, and the run too.
    await expect(choice(page)).toBeFocused();
    await until(async () => (await told(page)).step).toBe(100);

    await page.reload();
    await expect(page.getByRole('tab', { name: '地圖' })).toBeVisible();
    await choice(page).selectOption('en');
    await expect(page.getByRole('tab', { name: 'Maps' })).toBeVisible();
    expect(await language(page)).toBe('en');
  });

  test('a broken link and a formula that is none are told in it', async ({ page }) => {
    await page.goto('/#{"objective":"nowhere","optimizers":[{"name":"adam"}]}');
    await expect(page.getByRole('alert')).toContainText('“nowhere”不是');
    await page.getByRole('button', { name: '输入公式' }).click();
    await page.getByRole('textbox', { name: '损失的公式' }).fill('x^2 + 2*z');
    await expect(page.getByText('未知的名称 `z`')).toBeVisible();
  });
});

test.describe('to a reader in Taiwan', () => {
  test.use({ locale: 'zh-TW' });

  // What views do beyond their link is written in English: here they are only opened.
  test('no view has a word of English but names, and axe finds nothing', async ({ page }) => {
    test.setTimeout(240_000);
    for (const view of VIEWS) {
      await opened(page, view);
      await expect.poll(() => latinWords(page), { message: view.name }).toEqual([]);
      // Panels that come late are read, too.
      await page.waitForLoadState('networkidle');
      await expect.poll(() => latinWords(page), { message: view.name }).toEqual([]);
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
  });
});
