import katex from 'katex';
import text from 'katex/dist/katex.min.css?inline';

export { toLatex } from '../../formula/index.ts';

/** KaTeX's rules, for the roots in which its formulas stand. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(text);
// Fonts count only where the document itself declares them.
document.adoptedStyleSheets.push(sheet);

/** LaTeX as HTML; long formulas may break after their operators. */
export function typeset(latex: string): string {
  return katex.renderToString(latex, { output: 'html', trust: false });
}
