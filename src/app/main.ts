import './setup.ts';
import './scree-app.ts';
