import { msg, str } from '@lit/localize';
import type { Experiment } from '../../experiment/index.ts';
import { Shelf } from '../files/shelf.ts';
import { AddressBar } from '../link/address-bar.ts';
import { readLink, writeLink } from '../link/link.ts';
import { browserLanguage, keepLanguage, keptLanguage } from '../locale/early-language.ts';
import type { Language } from '../locale/languages.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { keepPreferences, type Preferences, readPreferences } from '../preferences.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { LastExperiment } from './last-experiment.ts';
import { onLeaving } from './leaving.ts';
import type { Place, Wish } from './place.ts';

/** The playground in a page of its own: the address holds what is shown, the browser keeps preferences and experiments. */
export class OwnPage implements Place {
  readonly guest = false;
  readonly shelf = new Shelf();
  readonly preferences = readPreferences();
  readonly language = keptLanguage() ?? browserLanguage();
  readonly keys = window;
  private readonly address = new AddressBar();
  private readonly last = new LastExperiment();

  async opening(): Promise<Wish> {
    const left = this.address.left();
    if (left) return { ...left, problem: null };
    const wish = await this.read();
    const kept = wish.experiment || wish.problem ? null : this.last.read();
    return kept ? { ...kept, problem: null } : wish;
  }

  listen(wanted: (wish: Wish) => void, signal: AbortSignal): void {
    addEventListener('hashchange', async () => wanted(await this.read()), { signal });
    const leave = () => {
      this.address.leave();
      this.last.write();
    };
    onLeaving(leave, signal);
  }

  show(experiment: Experiment, view: PageView, atOnce = false): void {
    this.address.show(experiment, view, atOnce);
    this.last.keep(experiment, view);
  }

  keep(preferences: Preferences): void {
    keepPreferences(preferences);
  }

  keepLanguage(language: Language): void {
    keepLanguage(language);
  }

  async linkTo(experiment: Experiment, view: PageView): Promise<string> {
    return new URL(await writeLink(experiment, view), location.href).href;
  }

  applyTheme(theme: 'light' | 'dark'): void {
    const { dataset } = document.documentElement;
    if (dataset.theme !== theme) dataset.theme = theme;
  }

  applyLanguage(language: Language): void {
    const page = document.documentElement;
    if (page.lang !== language) page.lang = language;
    document.title = msg('Scree: thousands of optimizer runs at once');
  }

  /** What the address carries. */
  private async read(): Promise<Wish> {
    // Reading takes a moment, in which nothing may be written over it.
    this.address.follow(null);
    try {
      const { experiment, view } = await readLink(location.hash);
      this.address.follow(experiment, view);
      return { experiment, view, problem: null };
    } catch (error) {
      const problem = () => msg(str`The experiment in this page's address cannot be used. ${sentenceOf(error)}`);
      return { experiment: null, view: FIRST_VIEW, problem };
    }
  }
}
