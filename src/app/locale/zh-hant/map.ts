import type { Texts } from '../translations.ts';

/** Texts of the map of the surface. */
export const map: Texts = {
  'as in the chosen cell': '與所選的格子相同',
  'the middle of the grid': '網格的中央',
  'With {0} ({1}).': '取 {0}（{1}）。',
  'Launched trajectories': '放出的軌跡',
  'From {0}': '從 {0} 出發',
  'Remove (Escape)': '移除（Escape）',
  'Drag the ring, or press shift and an arrow.': '拖曳圓環，或按 Shift 加方向鍵。',
  ' at ({0})': '，在 ({0})',
  '{0}, loss {1} after {2}': '{0}，{2}後損失 {1}',
  'loss {0} after {1}': '{1}後損失 {0}',
  'Colour by': '著色依據',
  'Your system asks for less motion': '你的系統要求減少動態效果',
  trails: '尾跡',
  Colours: '顏色',
  'Click the map to launch a trajectory.': '點擊圖上任何地方，放出一條軌跡。',
  'Converged at {0}': '收斂於 {0}',
  'converged at': '收斂於',
  Saddle: '鞍點',
  Minimum: '極小點',
  start: '起點',
  'Start: drag it': '起點：可拖曳',
  'A network of {0} parameters is too large to draw its loss: Maps and the charts show how it trains.':
    '{0} 個參數的網路太大，畫不出它的損失曲面：請看地圖和圖表中它訓練得如何。',
  'The plane of {0} and {1} through the start': '通過起點的 {0}–{1} 平面',
  '{0}: the other {1} parameters stand where they start.': '{0}：其餘 {1} 個參數停在起點。',
  '{0}: {1}.': '{0}：{1}。',
  'Map of the loss over {0}: arrows move it, + and − zoom, 0 shows all; Enter launches a trajectory, shift and arrows move its start, Escape removes it':
    '{0} 上的損失圖：方向鍵移動它，+ 與 − 縮放，0 顯示全部；Enter 放出一條軌跡，Shift 加方向鍵移動它的起點，Escape 將它移除',
  'Zoom in': '放大',
  'Zoom out': '縮小',
  'Show the whole domain (double-click)': '顯示整個定義域（雙擊）',
  'no value here': '此處無值',
  'Tints: loss from {0} to {1}, on a logarithmic scale': '色調：損失從 {0} 到 {1}，對數刻度',
};
