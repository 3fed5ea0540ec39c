import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Experiment } from '../../experiment/index.ts';
import { LESSONS, type LessonTexts, placeOf, type StepPlace, stepAfter, stepAt, wordsIn } from '../../lessons/index.ts';
import { mixedNote } from '../caption.ts';
import { spokenLanguage } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import { CONTENTS, FIRST_VIEW, type PageView } from '../view/page-view.ts';
import '../what/typeset-formula.ts';
import { figuresOf, lessonContents, numberOf } from './lesson-contents.ts';
import { lessonCommand, STEP_KEYS } from './lesson-keys.ts';
import { lessonPanelStyles } from './lesson-panel.css.ts';
import { isAsSet, isExperimentOf, type Reading, type StepSetting, settingOf } from './step-setting.ts';
import { paragraphs, stressed } from './words.ts';

/**
 * The lecture's lessons: their table of contents, or one step of one; n and p lead to the next step and the one before, n from the contents to the first step or the one read last, Escape closes them. What is chosen here has the
 * focus on its heading, from where the next step is one stop away. Fires `open-step` with a `StepSetting`, `read` with a `Reading` when a step is first shown, and `view` with what the lessons are opened at.
 */
@customElement('lesson-panel')
export class LessonPanel extends LitElement {
  static override styles = [controls, lessonPanelStyles];

  /** Where keys are heard. */
  @property({ attribute: false }) keys!: EventTarget;
  /** `CONTENTS`, or a step's name; one that no lesson has shows the contents. */
  @property() place = CONTENTS;
  /** The step that was read last; null for none. */
  @property() last: string | null = null;
  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  /** Step from which the run goes by other numbers than before; null for none. */
  @property({ attribute: false }) mixedFrom: number | null = null;
  /** The words of all lessons; null until they are there. */
  @state() private texts: LessonTexts | null = null;
  @query('.body') private body!: HTMLElement;
  @query('[tabindex="-1"]') private heading!: HTMLElement | null;
  /** Whether what is shown next was asked for here, so that the keyboard goes on at its heading. */
  private asked = false;
  private readonly listening = new AbortController();

  /** Leads the keyboard to the heading, as soon as there is one. */
  override focus(): void {
    this.asked = true;
    if (this.texts) void this.updateComplete.then(() => this.lead());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.bringWords();
  }

  override firstUpdated(): void {
    const { signal } = this.listening;
    this.keys.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
  }

  override updated(changed: PropertyValues): void {
    const { texts } = this;
    if (!texts || !(changed.has('place') || changed.has('texts'))) return;
    this.body.scrollTop = 0;
    this.lead();
    const step = stepAt(LESSONS, this.place);
    if (!step) return;
    const setting = settingOf(step, texts[step.lesson.id]);
    const pace = isExperimentOf(setting, this.experiment) ? setting.pace : undefined;
    this.tell<Reading>('read', { place: this.place, pace });
  }

  override render() {
    if (!this.texts) return nothing;
    const step = stepAt(LESSONS, this.place);
    const last = this.last === null ? null : stepAt(LESSONS, this.last);
    return html`<section>
      ${
        step
          ? this.step(step, this.texts)
          : lessonContents(this.texts, last, this.close(), (lesson, index) => this.go(placeOf(lesson, index)))
      }
    </section>`;
  }

  private lead(): void {
    if (this.asked) this.heading?.focus({ preventScroll: true });
    this.asked = false;
  }

  private onKey(event: KeyboardEvent): void {
    const command = lessonCommand(event);
    if (command === null) return;
    event.preventDefault();
    if (command === 'close') this.look(null);
    else this.turn(command);
  }

  /** Words come in the language of the page, or in English where that is not to be had. */
  private async bringWords(): Promise<void> {
    this.texts = await wordsIn(spokenLanguage()).catch(() => wordsIn('en'));
  }

  private step(place: StepPlace, texts: LessonTexts) {
    const { lesson, index, step } = place;
    const { title, steps } = texts[lesson.id];
    const words = steps[index];
    const asSet = isAsSet(settingOf(place, texts[lesson.id]), this.experiment, this.view);
    const next = stepAt(LESSONS, stepAfter(LESSONS, this.place, 1) ?? '');
    return html`<header>
        <button @click=${() => this.look(CONTENTS)}>${msg('All lessons')}</button>
        <h2>${numberOf(lesson)} · ${title} <span class="muted small">${figuresOf(lesson)}</span></h2>
        <span class="count">${msg(str`step ${index + 1} of ${lesson.steps.length}`)}</span>
        ${this.turnButton(msg('Previous', { id: '#previous step' }), 'p')}
        ${this.turnButton(msg('Next', { id: '#next step' }), 'n')} ${this.close()}
      </header>
      <div class="body" tabindex="0">
        <div class="step">
          <div>
            <h3 tabindex="-1">${words.title}</h3>
            ${paragraphs(words.text)}
            ${step.formula ? html`<typeset-formula .formula=${step.formula}></typeset-formula>` : nothing}
          </div>
          <div class="todo">
            <div>
              <h4>${msg('Watch')}</h4>
              <p>${stressed(words.watch)}</p>
            </div>
            <div>
              <h4>${msg('Try')}</h4>
              <p>${stressed(words.question)}</p>
            </div>
            ${this.mixedFrom === null ? nothing : html`<p class="small">${mixedNote(this.mixedFrom)}</p>`}
            <button ?disabled=${asSet} @click=${() => this.open(place)}>${msg('Back to this step’s settings')}</button>
            ${next ? html`<button @click=${() => this.open(next)}>${msg(str`Next: ${titleOf(next, texts)}`)}</button>` : nothing}
          </div>
        </div>
      </div>`;
  }

  /** The way to the step before or after this one, over the ends of lessons. */
  private turnButton(label: string, key: string) {
    const count = STEP_KEYS[key];
    const isEnd = stepAfter(LESSONS, this.place, count) === null;
    return html`<button ?disabled=${isEnd} title="${label} (${key})" aria-keyshortcuts=${key} @click=${() => this.turn(count)}>
      ${label}
    </button>`;
  }

  private turn(count: number): void {
    const name = stepAt(LESSONS, this.place) ? stepAfter(LESSONS, this.place, count) : this.fromContents(count);
    if (name !== null) this.go(name);
  }

  /** The contents stand before the step that they offer to go on with, or the first one: there is none before them. */
  private fromContents(count: number): string | null {
    if (count < 0) return null;
    return this.last !== null && stepAt(LESSONS, this.last) ? this.last : placeOf(LESSONS[0], 0);
  }

  private close() {
    return html`<button class="quiet" @click=${() => this.look(null)}>${msg('Close')}</button>`;
  }

  private go(name: string): void {
    const step = stepAt(LESSONS, name);
    if (step) this.open(step);
  }

  private open(step: StepPlace): void {
    this.asked = true;
    if (this.texts) this.tell<StepSetting>('open-step', settingOf(step, this.texts[step.lesson.id]));
  }

  private look(lesson: string | null): void {
    this.asked = lesson !== null;
    this.tell<Partial<PageView>>('view', { lesson });
  }

  private tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }
}

/** What leads on to a step: its title, or that of the lesson that begins with it. */
function titleOf({ lesson, index }: StepPlace, texts: LessonTexts): string {
  const { title, steps } = texts[lesson.id];
  return index === 0 ? title : steps[index].title;
}

declare global {
  interface HTMLElementTagNameMap {
    'lesson-panel': LessonPanel;
  }
}
