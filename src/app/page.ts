import './setup.ts';
import './scree-app.ts';
import { keepOffline } from './offline/keep-offline.ts';

keepOffline();
