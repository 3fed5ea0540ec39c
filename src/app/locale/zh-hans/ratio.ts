import type { Texts } from '../translations.ts';

/** Texts of loss against minimum ratio. */
export const ratio: Texts = {
  'critical point': '临界点',
  'gradient not quite 0': '梯度还不是 0',
  'stuck: H·g ≈ 0, but not g': '卡住：H·g ≈ 0，但 g 不是',
  'Loss against minimum ratio of {0} networks': '{0} 个网络的损失与极小比率',
  'Correlation of loss and minimum ratio {0}; median gradient norm {1}.':
    '损失与极小比率的相关系数 {0}；梯度范数的中位数 {1}。',
  '{0} are minima; {1} are stuck where H·g vanishes but g does not.':
    '{0} 是极小点；{1} 卡在 H·g 消失而 g 不消失之处。',
  'Each point is a small network (1-4-1, tanh) drawn for this picture, whatever network the experiment has: trained by Adam for a while, then led to where the gradient vanishes. Its minimum ratio is the share of the Hessian’s eigenvalues above 10⁻⁶ of the largest, for float32 does not tell smaller ones from 0: it is 1 at a minimum.':
    '每个点是为这张图另外抽取的一个小网络（1-4-1，tanh），与实验里的网络无关：先用 Adam 训练一段时间，再带到梯度消失之处。极小比率是 Hessian 矩阵的特征值中，大于最大者的 10⁻⁶ 的那些所占的比例，因为 float32 分不清更小的值和 0；在极小点为 1。',
  'Go on': '继续',
  'Median loss of each ratio': '各比率的损失中位数',
  'Networks as {0}': '网络存为 {0}',
  'Networks at rest': '已停下的网络',
  'Scale of the loss': '损失的刻度',
  Signs: '标记',
  'Take along:': '带走：',
  'They learn': '它们学习',
  'median loss': '损失中位数',
  'median of a ratio': '同一比率的中位数',
  'minimum ratio': '极小比率',
  networks: '网络数',
  'Loss over the minimum ratio': '损失随极小比率的变化',
  'Point at a network to read it; a click opens it.': '指向一个网络可读出它，点击可打开它。',
  '{0}: loss {1}, gradient norm {2}, {3} of {4} eigenvalues above 10⁻⁶ of the largest':
    '{0}：损失 {1}，梯度范数 {2}，{4} 个特征值中有 {3} 个大于最大者的 10⁻⁶',
  'minimum ratio: the share of eigenvalues above 10⁻⁶ of the largest': '极小比率：大于最大者的 10⁻⁶ 的特征值所占的比例',
};
