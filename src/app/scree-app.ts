import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { DeviceInfo, Measurement, PopulationMeasure } from '../engine/index.ts';
import type { Experiment } from '../experiment/index.ts';
import './charts/population-chart.ts';
import type { ChartLine } from './charts/options.ts';
import { optimizerColor } from './colors.ts';
import { controls } from './controls.css.ts';
import {
  withAdded,
  withField,
  withHyperparameter,
  withObjective,
  withOptimizerNamed,
  withRemoved,
  withSide,
} from './edits.ts';
import { NoEngine, openEngine } from './engine.ts';
import { readLink, writeLink } from './link.ts';
import type { SurfaceMap } from './map/surface-map.ts';
import './map/surface-map.ts';
import './no-engine-note.ts';
import './notice-list.ts';
import { formatCount } from './numbers.ts';
import './objective-panel.ts';
import type { CardEvent } from './optimizer-card.ts';
import './optimizer-card.ts';
import './outcome-shares.ts';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import type { RunCommand } from './run-bar.ts';
import './run-bar.ts';
import type { SettingEvent } from './run-settings.ts';
import './run-settings.ts';
import { layout } from './scree-app.css.ts';
import { Session } from './session.ts';
import { FIRST_TRY, STARTER } from './starter.ts';
