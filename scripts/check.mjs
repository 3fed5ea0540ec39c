// npm run check: what needs neither GPU nor browser, in seconds.
import './install.mjs';
import { runAll, style, types, vitest } from './checks.mjs';

await runAll([types, style, () => vitest('unit')]);
