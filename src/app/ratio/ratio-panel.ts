import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { readInk } from '../charts/ink.ts';
import { canvasOf } from '../charts/paint.ts';
import { svgOf } from '../charts/svg.ts';
import { saveFile } from '../files/save-file.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { columnsOf } from './columns.ts';
import { NETWORK_SIGNS, type NetworkKind, networkKindName } from './network-kinds.ts';
import { ratioPanelStyles } from './ratio-panel.css.ts';
import './ratio-scatter.ts';
import type { RatioStudy } from './ratio-study.ts';
import { type FigureSetup, presentKinds, scatterFigure } from './scatter-figure.ts';
import { beginStudy, EIGENVALUES, experimentOf, NETWORKS, studyOf, type StudiedNetwork, TARGETS, type Target, targetOf } from './studies.ts';
import { statisticsOf } from './statistics.ts';
import { networksCsv } from './networks-csv.ts';

/**
 * The lecture's figure 4, live: small networks are trained and brought to critical points, and each is a point of loss against minimum ratio. Begins as it
 * is shown. Fires `edit` to open a network as an experiment.
 */
@customElement('ratio-panel')
export class RatioPanel extends LitElement {
  static override styles = [controls, ratioPanelStyles];
}
