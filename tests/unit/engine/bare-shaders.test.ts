import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bare } from '../../../scripts/bare-shaders.mjs';

const FOLDERS = ['shaders', 'shaders/layers'];

/** The words, numbers and signs of a shader. */
const tokensOf = (text: string) => text.replace(/\/\/.*/g, ' ').match(/[\w.]+|[^\s\w]/g) ?? [];

test.each(FOLDERS)('shaders in %s lose their comments in the build, and nothing else', (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.wgsl'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const left = bare(text);
    expect(left, file).not.toMatch(/\/\/|\/\*|^\s|\n\n|\n /);
    expect(tokensOf(left), file).toEqual(tokensOf(text));
  }
});
