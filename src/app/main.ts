// Before the page's own code is there, its engine is on the way.
import './early-engine.ts';

void import('./page.ts');
