import type { Texts } from '../translations.ts';

/** Texts of the map of the surface. */
export const map: Texts = {
  'as in the chosen cell': '与所选的格子相同',
  'the middle of the grid': '网格的中央',
  'With {0} ({1}).': '取 {0}（{1}）。',
  'Launched trajectories': '放出的轨迹',
  'From {0}': '从 {0} 出发',
  'Remove (Escape)': '移除（Escape）',
  'Drag the ring, or press shift and an arrow.': '拖动圆环，或按 Shift 加方向键。',
  ' at ({0})': '，在 ({0})',
  '{0}, loss {1} after {2}': '{0}，{2}后损失 {1}',
  'loss {0} after {1}': '{1}后损失 {0}',
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
  'Start: drag it': '起点：可拖动',
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
};
