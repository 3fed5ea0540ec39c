import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Experiment } from '../../experiment/index.ts';
import {
  LESSONS,
  type Lesson,
  type LessonTexts,
  placeOf,
  type StepPlace,
  stepAfter,
  stepAt,
  wordsIn,
} from '../../lessons/index.ts';
import { mixedNote } from '../caption.ts';
import { spokenLanguage } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import { CONTENTS, FIRST_VIEW, type PageView } from '../view/page-view.ts';
import '../what/typeset-formula.ts';
import { lessonPanelStyles } from './lesson-panel.css.ts';
import { isAsSet, isExperimentOf, type Reading, type StepSetting, settingOf } from './step-setting.ts';
import { paragraphs, stressed } from './words.ts';

/**
 * The lecture's lessons: their table of contents, or one step of one; Escape closes them. What is chosen here has the focus on its heading. Fires `open-step` with a `StepSetting`, `read` with a `Reading` when a step is first shown, and
 * `view` with what the lessons are opened at.
 */
@customElement('lesson-panel')
export class LessonPanel extends LitElement {
  static override styles = [controls, lessonPanelStyles];

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

  /** Leads the keyboard to the heading, as soon as there is one. */
  override focus(): void {
    this.asked = true;
    if (this.texts) void this.updateComplete.then(() => this.lead());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.bringWords();
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
    return html`<section @keydown=${this.onKey}>
      ${step ? this.step(step, this.texts) : this.contents(this.texts)}
    </section>`;
  }

  private lead(): void {
    if (this.asked) this.heading?.focus({ preventScroll: true });
    this.asked = false;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.look(null);
  }

  /** Words come in the language of the page, or in English where that is not to be had. */
  private async bringWords(): Promise<void> {
    this.texts = await wordsIn(spokenLanguage()).catch(() => wordsIn('en'));
  }

  private contents(texts: LessonTexts) {
    const last = this.last === null ? null : stepAt(LESSONS, this.last);
    return html`<header>
        <h2 tabindex="-1">${msg('Lessons')}</h2>
        ${
          last
            ? html`<button @click=${() => this.go(placeOf(last.lesson, last.index))}>
                ${msg(str`Go on with ${numberOf(last.lesson)}, step ${last.index + 1}`)}
              </button>`
            : nothing
        }
        ${this.close()}
      </header>
      <div class="body" tabindex="0">
        <p class="intro">
          ${msg('Hung-yi Lee’s lecture on adaptive learning rates, as experiments that run here. Change anything at any time: every step has a way back.')}
        </p>
        <ol>
          ${LESSONS.map(
            (lesson) => html`<li>
              <button aria-current=${lesson === last?.lesson ? 'step' : nothing} @click=${() => this.go(placeOf(lesson, 0))}>
                <span class="number">${numberOf(lesson)}</span>
                <span>${texts[lesson.id].title}</span>
                <span class="muted small">${figuresOf(lesson)}</span>
              </button>
            </li>`,
          )}
        </ol>
      </div>`;
  }

  private step(place: StepPlace, texts: LessonTexts) {
    const { lesson, index, step } = place;
    const { title, steps } = texts[lesson.id];
    const words = steps[index];
    const asSet = isAsSet(settingOf(place, texts[lesson.id]), this.experiment, this.view);
    return html`<header>
        <button @click=${() => this.look(CONTENTS)}>${msg('All lessons')}</button>
        <h2>${numberOf(lesson)} · ${title} <span class="muted small">${figuresOf(lesson)}</span></h2>
        <span class="count">${msg(str`step ${index + 1} of ${lesson.steps.length}`)}</span>
        ${this.turn(msg('Previous', { id: '#previous step' }), -1)}
        ${this.turn(msg('Next', { id: '#next step' }), 1)} ${this.close()}
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
          </div>
        </div>
      </div>`;
  }

  /** The way to the step before or after this one, over the ends of lessons. */
  private turn(label: string, count: number) {
    const name = stepAfter(LESSONS, this.place, count);
    return html`<button ?disabled=${name === null} @click=${() => name !== null && this.go(name)}>${label}</button>`;
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

const numberOf = (lesson: Lesson) => LESSONS.indexOf(lesson) + 1;

const figuresOf = ({ figures }: Lesson) =>
  /\D/.test(figures) ? msg(str`figures ${figures}`) : msg(str`figure ${figures}`);

declare global {
  interface HTMLElementTagNameMap {
    'lesson-panel': LessonPanel;
  }
}
