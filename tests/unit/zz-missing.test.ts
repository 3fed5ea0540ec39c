import { readdirSync } from 'node:fs';
import { it } from 'vitest';
import { loadTexts } from '../../src/app/locale/translations.ts';
import { textsOfFile } from '../support/page-texts.ts';

it('lists', async () => {
  for (const [name, load] of Object.entries(loadTexts)) {
    const texts = await load();
    const seen = new Set<string>();
    for (const file of readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter(
      (f) => f.endsWith('.ts') && !f.startsWith('locale/zh-'),
    )) {
      for (const { text } of textsOfFile(`src/app/${file}`).messages) {
        seen.add(text);
        if (!Object.hasOwn(texts, text)) console.log(`${name} ${file}: ${text}`);
      }
    }
  }
});
