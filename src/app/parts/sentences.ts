import { BadExperiment } from '../../experiment/index.ts';
import { translated } from '../locale/translated.ts';

/** What an error says, as a sentence that stands by itself. */
export function sentenceOf(error: unknown): string {
  return sentence(translated(error instanceof Error ? error.message : String(error)));
}

/** What an error says beside the control that caused it: there, the field's name would only repeat the label. */
export function besideControl(error: Error): string {
  return sentence(translated(error instanceof BadExperiment ? `${error.problem}; ${error.possible}` : error.message));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[.。]?$/, (end) => end || '.');
}
