import { z } from 'zod';

// zod compiles its checks with `new Function` where it can; the page's content security policy forbids that. This must
// come before any schema is made.
z.config({ jitless: true });
