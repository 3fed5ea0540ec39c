import { config } from 'zod/mini';
// First of all: while the page is put together, its engine is on the way.
import './early-engine.ts';

// zod compiles its checks with `new Function` where it can; the page's content security policy forbids that. This must
// come before any schema is made.
config({ jitless: true });
