import type { Experiment } from '../../experiment/index.ts';
import { writeLink } from '../link/link.ts';
import { type Language, languageOf } from '../locale/languages.ts';
import type { Place, Wish } from '../place/place.ts';
import { FIRST_PREFERENCES } from '../preferences.ts';
import type { PageView } from '../view/page-view.ts';

/** The playground as a guest on a page of others: it leaves that page's address, keys, theme and storage alone. */
export class GuestPlace implements Place {
  readonly guest = true;
  readonly shelf = null;
  readonly preferences = FIRST_PREFERENCES;
  private readonly wishes = new EventTarget();

  /**
   * @param keys the element in which keys are heard
   * @param opening what it opens with
   * @param page address of the page of its own, which links lead to
   */
  constructor(
    readonly keys: HTMLElement,
    readonly opening: () => Promise<Wish>,
    private readonly page: URL,
  ) {}

  /** That of the element, else that of the page, else one of the browser's. */
  get language(): Language {
    return languageOf([this.keys.lang, document.documentElement.lang, ...navigator.languages]);
  }

  /** Asks for something else to be shown. */
  want(wish: Wish): void {
    this.wishes.dispatchEvent(new CustomEvent<Wish>('wish', { detail: wish }));
  }

  listen(wanted: (wish: Wish) => void, signal: AbortSignal): void {
    this.wishes.addEventListener('wish', (event) => wanted((event as CustomEvent<Wish>).detail), { signal });
  }

  show(): void {}

  keep(): void {}

  async linkTo(experiment: Experiment, view: PageView): Promise<string> {
    return new URL(await writeLink(experiment, view), this.page).href;
  }

  keepLanguage(): void {}

  applyLanguage(): void {}

  applyTheme(theme: 'light' | 'dark'): void {
    const { dataset } = this.keys;
    if (dataset.theme !== theme) dataset.theme = theme;
  }
}
