import { expect, test } from 'vitest';
import { withBareStyles } from '../../../scripts/bare-styles.mjs';

test('style sheets of a module lose the room before their lines in the build, and nothing else does', () => {
  const code = [
    'const sheet = css`',
    '  .key::before {',
    "    content: '  ·';",
    '',
    '    width: 4px;',
    '  }',
    '`;',
    'const text = html`<pre>',
    '  two spaces</pre>`;',
    '  const more = css`:host { display: block; }`;',
  ].join('\n');
  expect(withBareStyles(code)).toBe(
    [
      'const sheet = css`',
      '.key::before {',
      "content: '  ·';",
      '',
      'width: 4px;',
      '}',
      '`;',
      'const text = html`<pre>',
      '  two spaces</pre>`;',
      '  const more = css`:host { display: block; }`;',
    ].join('\n'),
  );
});
