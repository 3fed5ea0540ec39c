// npm run check: what needs neither GPU nor browser, in seconds.
import './install.mjs';
import { runAll, style, types, vitest } from './checks.mjs';

// Types and style are looked at while the tests run, and told after them.
await runAll([() => vitest('unit'), types(), style()]);
