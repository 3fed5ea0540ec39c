import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { LESSONS, type Lesson, type LessonTexts, type StepPlace } from '../../lessons/index.ts';

/**
 * The lessons' table of contents.
 * @param last the step that was read last; null for none
 * @param close the button that closes the lessons
 * @param go opens a step of a lesson
 */
export function lessonContents(
  texts: LessonTexts,
  last: StepPlace | null,
  close: TemplateResult,
  go: (lesson: Lesson, index: number) => void,
): TemplateResult {
  return html`<header>
      <h2 tabindex="-1">${msg('Lessons')}</h2>
      ${
        last
          ? html`<button @click=${() => go(last.lesson, last.index)}>
              ${msg(str`Go on with ${numberOf(last.lesson)}, step ${last.index + 1}`)}
            </button>`
          : nothing
      }
      ${close}
    </header>
    <div class="body" tabindex="0">
      <p class="intro">
        ${msg('Hung-yi Lee’s lecture on adaptive learning rates, as experiments that run here. Change anything at any time: every step has a way back.')}
      </p>
      <ol>
        ${LESSONS.map(
          (lesson) => html`<li>
            <button aria-current=${lesson === last?.lesson ? 'step' : nothing} @click=${() => go(lesson, 0)}>
              <span class="number">${numberOf(lesson)}</span>
              <span>${texts[lesson.id].title}</span>
              <span class="muted small">${figuresOf(lesson)}</span>
            </button>
          </li>`,
        )}
      </ol>
    </div>`;
}

/** A lesson's number in the lecture, from 1. */
export const numberOf = (lesson: Lesson) => LESSONS.indexOf(lesson) + 1;

/** The figures of the lecture that a lesson is about. */
export const figuresOf = ({ figures }: Lesson) =>
  /\D/.test(figures) ? msg(str`figures ${figures}`) : msg(str`figure ${figures}`);
