import { html, type TemplateResult } from 'lit';

/** Plain text of a lesson as paragraphs: an empty line parts them, what stands between stars is stressed. */
export function paragraphs(text: string): TemplateResult[] {
  return text.split('\n\n').map((paragraph) => html`<p>${stressed(paragraph)}</p>`);
}

/** A line of a lesson's text, with what stands between stars stressed. */
export function stressed(text: string): (string | TemplateResult)[] {
  return text.split('*').map((part, i) => (i % 2 === 1 ? html`<em>${part}</em>` : part));
}
