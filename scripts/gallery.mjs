// npm run gallery: a picture of every view and example of the page, in gallery/, and a page that shows them.
import './install.mjs';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { runNode } from './run.mjs';

const FOLDER = 'gallery';

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const SCREE_BROWSER = await ensureBrowser();
const { code } = await runNode('node_modules/@playwright/test/cli.js', ['test', '--config', 'gallery.config.ts'], {
  env: { SCREE_BROWSER },
  limit: 600,
});
const pictures = readdirSync(FOLDER).sort();
writeFileSync(`${FOLDER}/index.html`, indexOf(pictures));
console.log(`${pictures.length} pictures: open ${FOLDER}/index.html`);
process.exitCode = code;

/**
 * A page that shows the pictures, those of one view side by side.
 * @param {string[]} files named VIEW--SIZE-THEME.png
 */
function indexOf(files) {
  const views = new Set(files.map((file) => file.split('--')[0]));
  const sections = [...views].map((view) => {
    const own = files.filter((file) => file.startsWith(`${view}--`));
    const shown = own.map((file) => {
      const look = file.split('--')[1].replace('.png', '').replace('-', ', ');
      return `<figure><a href="${file}"><img src="${file}" alt="${view}, ${look}" loading="lazy"></a><figcaption>${look}</figcaption></figure>`;
    });
    return `<h2>${view.replaceAll('-', ' ')}</h2>\n<div>${shown.join('\n')}</div>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Scree: gallery</title>
<style>
  body { margin: 24px; font: 14px/1.45 system-ui, sans-serif; background: #8a8f98; color: #10151b; }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; }
  img { height: 360px; width: auto; display: block; }
</style>
<h1>Scree: gallery</h1>
${sections.join('\n')}
</html>
`;
}
