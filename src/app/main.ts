// Before the page's own code is there, its engine is on the way.
import './early-engine.ts';
import { bringTexts, browserLanguage, keptLanguage } from './locale/early-language.ts';

bringTexts(keptLanguage() ?? browserLanguage());

void import('./page.ts');
