import type { Texts } from '../translations.ts';

/** Texts of loss against minimum ratio. */
export const ratio: Texts = {
  'critical point': '臨界點',
  'gradient not quite 0': '梯度還不是 0',
  'stuck: H·g ≈ 0, but not g': '卡住：H·g ≈ 0，但 g 不是',
  'Loss against minimum ratio of {0} networks': '{0} 個網路的損失與極小比率',
  'Correlation of loss and minimum ratio {0}; median gradient norm {1}.':
    '損失與極小比率的相關係數 {0}；梯度範數的中位數 {1}。',
  '{0} are minima; {1} are stuck where H·g vanishes but g does not.':
    '{0} 是極小點；{1} 卡在 H·g 消失而 g 不消失之處。',
  'Each point is a small network (1-4-1, tanh) drawn for this picture, whatever network the experiment has: trained by Adam for a while, then led to where the gradient vanishes. Its minimum ratio is the share of the Hessian’s eigenvalues above 10⁻⁶ of the largest, for float32 does not tell smaller ones from 0: it is 1 at a minimum.':
    '每個點是為這張圖另外抽取的一個小網路（1-4-1，tanh），和實驗裡的網路無關：先用 Adam 訓練一段時間，再帶到梯度消失之處。極小比率是 Hessian 矩陣的特徵值中，大於最大者的 10⁻⁶ 的那些所占的比例，因為 float32 分不清更小的值和 0；在極小點為 1。',
  'Go on': '繼續',
  'Median loss of each ratio': '各比率的損失中位數',
  'Networks as {0}': '網路存成 {0}',
  'Networks at rest': '已停下的網路',
  'Scale of the loss': '損失的刻度',
  Signs: '標記',
  'Take along:': '帶走：',
  'They learn': '它們學習',
  'median loss': '損失中位數',
  'median of a ratio': '同一比率的中位數',
  'minimum ratio': '極小比率',
  networks: '網路數',
  'Loss over the minimum ratio': '損失隨極小比率的變化',
  'Point at a network to read it; a click opens it.': '指向一個網路可讀出它，點擊可打開它。',
  '{0}: loss {1}, gradient norm {2}, {3} of {4} eigenvalues above 10⁻⁶ of the largest':
    '{0}：損失 {1}，梯度範數 {2}，{4} 個特徵值中有 {3} 個大於最大者的 10⁻⁶',
  'minimum ratio: the share of eigenvalues above 10⁻⁶ of the largest': '極小比率：大於最大者的 10⁻⁶ 的特徵值所占的比例',
};
