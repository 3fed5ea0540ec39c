import './setup.ts';
import './scree-app.ts';

void import('./selects.ts');
