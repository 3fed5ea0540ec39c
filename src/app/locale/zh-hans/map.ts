import type { Texts } from '../translations.ts';

/** Texts of the map of the surface. */
export const map: Texts = {
  'Colour by': '着色依据',
  'Your system asks for less motion': '你的系统要求减少动态效果',
  trails: '尾迹',
  Colours: '颜色',
  'Click the map to launch a trajectory.': '点击图上任意处，放出一条轨迹。',
  'Converged at {0}': '收敛于 {0}',
  'converged at': '收敛于',
  Saddle: '鞍点',
  Minimum: '极小点',
  start: '起点',
  'A network of {0} parameters is too large to draw its loss: Maps and the charts show how it trains.':
    '{0} 个参数的网络太大，画不出它的损失曲面：请看地图和图表中它训练得如何。',
  'The plane of {0} and {1} through the start': '过起点的 {0}–{1} 平面',
  '{0}: the other {1} parameters stand where they start.': '{0}：其余 {1} 个参数停在起点。',
  '{0}: {1}.': '{0}：{1}。',
  'Map of the loss over {0}: arrows move it, + and − zoom, 0 shows all; Enter launches a trajectory, shift and arrows move its start, Escape removes it':
    '{0} 上的损失图：方向键移动它，+ 与 − 缩放，0 显示全部；Enter 放出一条轨迹，Shift 加方向键移动它的起点，Escape 将它移除',
  'Zoom in': '放大',
  'Zoom out': '缩小',
  'Show the whole domain (double-click)': '显示整个定义域（双击）',
  'no value here': '此处无值',
  'Tints: loss from {0} to {1}, on a logarithmic scale': '色调：损失从 {0} 到 {1}，对数刻度',
  'Find and mark all points in sight at which the gradient vanishes: minima, saddles, maxima':
    '找出并标出视野内所有梯度消失的点：极小点、鞍点、极大点',
  'critical points': '临界点',
  minimum: '极小点',
  kink: '折点',
  'Minimum at a kink': '折点处的极小点',
  'Maximum at a kink': '折点处的极大点',
  'Minimum at a tip': '尖点处的极小点',
  'Maximum at a tip': '尖点处的极大点',
  Kink: '折点',
};
