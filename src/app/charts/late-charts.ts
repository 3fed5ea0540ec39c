import './density-chart.ts';
import './rate-chart.ts';
import './share-chart.ts';
