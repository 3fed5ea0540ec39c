import { expect } from '@playwright/test';
import { moved, small, test, told, until } from './support.ts';
import { linkTo, show } from './views.ts';

const optimizers = [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }];
const experiment = small({ steps: 20, optimizers });

/**
 * What is left out of the walk: engines, examples and languages, which have tests of their own and take seconds each; files, which open a window of the system; the pace, which would slow the walk; tabs, which
 * are shown one after the other, and what leads to another one; a number is typed elsewhere.
 */
const ELSEWHERE =
  'examples-menu li button, files-menu button, select[aria-label=Engine], select[aria-label=Pace], select[aria-label=Language], view-tabs button, #networks, [role=option], input[type=text], textarea';

/** The element of each tab. */
const PANELS = {
  surface: 'surface-map',
  maps: 'map-legend',
  difference: 'map-legend',
  comparison: 'optimizer-table',
} as const;

interface Walker {
  /** Acts on every control in sight that it has not acted on yet, one a frame; gives their names, and what went wrong. */
  walk(): Promise<{ names: string[]; troubles: string[] }>;
}
type Walking = { walker: Walker };

/** Puts a walker on the page: it finds what can be acted on in all shadow roots, also what only appears on the way. */
function putWalker(elsewhere: string): void {
  const done = new Set<string>();
  const all = (root: ParentNode): HTMLElement[] =>
    [...root.children].flatMap((child) => [
      child as HTMLElement,
      ...(child.shadowRoot ? all(child.shadowRoot) : []),
      ...all(child),
    ]);
  const within = (element: Element): boolean => {
    if (element.closest(elsewhere)) return true;
    // An element of the page is within what holds its shadow root.
    const selectors = elsewhere
      .split(', ')
      .filter((each) => each.includes(' ') && element.matches(each.split(' ').at(-1) as string));
    const root = element.getRootNode();
    return root instanceof ShadowRoot && selectors.some((each) => root.host.matches(each.split(' ')[0]));
  };
  const nameOf = (element: HTMLElement) => {
    const host = (element.getRootNode() as ShadowRoot).host?.localName;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
    return `${host} ${element.localName} ${(element.getAttribute('aria-label') || label || element.title).trim().replace(/\s+/g, ' ').slice(0, 60)}`;
  };
  const act = (element: HTMLElement) => {
    if (element instanceof HTMLSelectElement) {
      element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
    } else if (element instanceof HTMLInputElement && element.type === 'range') {
      element.stepUp(3);
      element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    } else {
      element.click();
      return;
    }
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const next = () =>
    all(document).find(
      (each) =>
        each.matches('button:enabled, select:enabled, input:enabled, summary') &&
        each.checkVisibility() &&
        !within(each) &&
        !done.has(nameOf(each)),
    );
  const walker: Walker = {
    async walk() {
      const [names, troubles]: [string[], string[]] = [[], []];
      for (let control = next(); control; control = next()) {
        const name = nameOf(control);
        done.add(name);
        act(control);
        names.push(name);
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        const said = all(document).find((each) => each.localName === 'notice-list')?.shadowRoot?.textContent ?? '';
        if (said.includes('Something went wrong')) troubles.push(`${name}: ${said.trim()}`);
      }
      return { names, troubles };
    },
  };
  (window as unknown as Walking).walker = walker;
}

test('every control is acted on once, in every panel, and nothing breaks', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(putWalker, ELSEWHERE);
  const met: string[] = [];
  const tabs = ['surface', 'maps', 'difference', 'comparison'] as const;
  const inspected = { tab: 'maps', cell: [0, 9, 30] as [number, number, number] } as const;
  for (const view of [...tabs.map((tab) => ({ tab })), inspected]) {
    // What was changed on the way is put back, and the run begins again.
    await page.goto(linkTo({ experiment, view }));
    await expect(page.locator('cell' in view ? 'cell-inspector .outcome' : PANELS[view.tab])).toBeVisible();
    const { names, troubles } = await page.evaluate(() => (window as unknown as Walking).walker.walk());
    expect.soft(troubles).toEqual([]);
    met.push(...names);
  }
  for (const name of ['Undo', 'Reset', 'swap axes', 'duplicate', 'trails', 'zoom in', 'Close the inspector']) {
    expect
      .soft(
        met.filter((each) => each.toLowerCase().includes(name.toLowerCase())),
        name,
      )
      .not.toEqual([]);
  }
  await page.goto(linkTo({ experiment: { ...experiment, objective: 'booth' } }));
  await until(async () => (await told(page)).experiment.objective).toBe('booth');
});

/** A place where the keyboard is: the path to the element in the page's shadow roots, and whether it shows. */
interface Stop {
  readonly at: string;
  readonly seen: boolean;
}
interface Stops {
  /** Where the keyboard is now; null outside of the page. */
  focused(): Stop | null;
  /** Where it was at each key. */
  readonly met: (Stop | null)[];
  /** What the tabulator key must reach, radio buttons of one name once. */
  stops(): string[];
}

function putStops(): void {
  const nameOf = (element: Element): string => {
    const root = element.getRootNode();
    const parent = root instanceof ShadowRoot && element.parentNode === root ? root.host : element.parentElement;
    if (!parent) return element.localName;
    const siblings = [...(element.parentNode?.children ?? [])];
    return `${nameOf(parent)} ${element.localName}${siblings.indexOf(element) || ''}`;
  };
  const all = (root: ParentNode): Element[] =>
    [...root.children].flatMap((child) => [child, ...(child.shadowRoot ? all(child.shadowRoot) : []), ...all(child)]);
  const stops = () =>
    all(document)
      .filter((each) => each.matches('button:enabled, select, input:enabled, textarea, summary, a[href], [tabindex]'))
      .filter((each) => (each as HTMLElement).tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked))
      .map(nameOf);
  const focused = (): Stop | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { at: nameOf(element), seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 };
  };
  const met: (Stop | null)[] = [];
  addEventListener('keydown', () => met.push(focused()), true);
  Object.assign(window, { focused, met, stops });
}

for (const tab of ['surface', 'maps', 'comparison'] as const) {
  test(`the tabulator key reaches every control of the page with ${tab}, each is seen to have the focus, and it leaves again`, async ({
    page,
  }) => {
    await page.addInitScript(putStops);
    await show(page, { name: tab, experiment, view: { tab } });
    await expect(page.locator('experiment-panel')).toBeVisible();
    await expect(page.locator('progress-panel')).toBeVisible();
    const wanted = await page.evaluate(() => (window as unknown as Stops).stops());
    expect(wanted.length).toBeGreaterThan(40);
    // The key is held down.
    for (let i = 0; i < wanted.length; i++) await page.keyboard.down('Tab');
    const focused = () => page.evaluate(() => (window as unknown as Stops).focused());
    for (let i = 0; i < 10 && (await focused()); i++) await page.keyboard.down('Tab');
    expect(await focused(), 'the focus is not caught').toBeNull();
    const met = (await page.evaluate(() => (window as unknown as Stops).met)).filter((stop) => stop !== null);
    expect(wanted.filter((each) => !met.some(({ at }) => at === each))).toEqual([]);
    expect(met.filter(({ seen }) => !seen)).toEqual([]);
  });
}

test('who wants little motion finds the page at rest, and runs it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ experiment: { ...experiment, steps: 20_000 } }));
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await expect(page.locator('#step')).toHaveText('0');
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await page.getByRole('tab', { name: 'Maps' }).click();
  expect(await moving()).toBe(0);
  expect((await told(page)).playing).toBe(false);
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await moved(page, 200);
});
