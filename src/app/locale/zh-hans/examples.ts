import type { Texts } from '../translations.ts';

/** Texts of the examples. */
export const examples: Texts = {
  'Four basins': '四个吸引域',
  'Himmelblau’s function has four minima. SGD falls into the nearest nearly always, Adam less often: its first steps have the same length whatever the slope.':
    'Himmelblau 函数有四个极小点。SGD 几乎总是落入最近的一个，Adam 则不常如此：不论坡度如何，它最初的步长都一样。',
  'A ravine that SGD cannot finish': 'SGD 走不完的峡谷',
  'The lecture’s regression. At a large rate SGD swings between the walls, the loss stuck and the gradient huge; at a small one it crawls along the floor. Adam arrives.':
    '课堂上的回归。学习率大时，SGD 在两面谷壁间摆动，损失卡住，梯度巨大；学习率小时，它沿谷底缓行。Adam 能到达。',
  'SGD, large rate': 'SGD，大学习率',
  'SGD, small rate': 'SGD，小学习率',
  'Which learning rates work': '哪些学习率行得通',
  'Rosenbrock’s valley, the learning rate from row to row. Adam never diverges: it crawls at small rates and swings at large ones. SGD has a narrow band, and above it most starts are lost.':
    'Rosenbrock 的山谷，逐行变化学习率。Adam 从不发散：学习率小时缓行，大时摆动。SGD 只有一条窄带可用，超过它，大多数起点都留不住。',
  'Momentum against learning rate': '动量与学习率',
  'A valley a hundred times as steep as flat. Momentum lets heavy ball take larger rates before it diverges, and makes Nesterov take smaller ones.':
    '一条横向比纵向陡一百倍的山谷。动量让重球法在发散之前能用更大的学习率，却让 Nesterov 只能用更小的。',
  'Adam against AMSGrad': 'Adam 与 AMSGrad',
  'With a short memory (β₂ = 0.9) Adam’s steps grow again near the valley’s floor and most starts end up swinging. AMSGrad lets no step grow: none swings, nearly all crawl.':
    '记忆很短（β₂ = 0.9）时，Adam 的步子在谷底附近重新变大，大多数起点最后在摆动。AMSGrad 不让步子变大：没有摆动的，几乎全都缓行。',
  'Off the saddle': '离开鞍点',
  'Every start lies on the ridge between two wells, where only noise pushes off it. The less noise, the longer SGD stays; heavy ball leaves sooner, and Adam, which divides by the noise, soonest.':
    '每个起点都在两个阱之间的山脊上，只有噪声能把它推下去。噪声越小，SGD 停留越久；重球法离开得早些，而除以噪声的 Adam 最早。',
  'The floor that noise leaves': '噪声留下的底',
  'At a constant rate SGD stops above the minimum, the higher the larger rate and noise are. A rate that falls as 1/t goes on down; Adam does better only where there is much noise.':
    '学习率不变时，SGD 停在最小值之上，学习率和噪声越大停得越高。按 1/t 下降的学习率会继续往下走；只有噪声大时 Adam 才更好。',
  'What a warm-up is good for': '预热有什么用',
  'Starts at the bottom of a well with flat ground around, and noise that throws them out. At a constant rate Adam keeps about half of them in, with a warm-up before a cosine three quarters.':
    '起点在阱底，周围是平地，噪声会把它们甩出去。学习率不变时 Adam 留住约一半，先预热再按余弦下降则留住四分之三。',
  'A formula of your own': '自己的公式',
  'Any text with x and y is a surface: here rings of valleys, cut into petals. Change a number in the formula on the left and every trajectory runs again.':
    '任何含 x 和 y 的式子都是曲面：这里是一圈圈山谷，切成花瓣。改动左边公式里的一个数，所有轨迹就重新运行。',
  'Fitting data': '拟合数据',
  'A sine a·sin(w·x) through twelve measured points. Only starts near the true frequency find it; all others end in the valley of a wrong one, whatever the optimizer.':
    '用正弦 a·sin(w·x) 拟合十二个测量点。只有接近真实频率的起点能找到它；其余的不论用什么优化器，都停在错误频率的山谷里。',
  'A rule of your own': '自己的规则',
  'Heavy ball, and a rule typed as a formula that drops the velocity whenever it points uphill: it arrives in a third of the steps, but bears only half the learning rate.':
    '重球法，以及一条写成公式的规则：速度一指向上坡就丢掉它。它只用三分之一的步数到达，但只能承受一半的学习率。',
  'A spiral, learned 256 times': '一条螺旋，学 256 次',
  'Every cell is a network that tells two spirals apart, the learning rate across and the seed of its first weights up. Adam learns them at rates from 0.005 to 0.3 and only swings above; heavy ball is too slow, and from 0.48 on it diverges whatever the seed.':
    '每个格子是一个区分两条螺旋的网络，横向是学习率，纵向是初始权重的种子。Adam 在学习率 0.005 至 0.3 时学得会，再大就只是摆动；重球法太慢，从 0.48 起不论种子都发散。',
  'Mini-batches and the learning rate': '小批量与学习率',
  'Networks that learn a circle from batches of 1 to 64 points, the learning rate up. The noise of a batch is in proportion to rate over size: the smaller the batch, the smaller the largest rate that learns. Heavy ball, whose steps add up to ten times the rate, bears a tenth.':
    '网络用 1 至 64 个点的批次学习一个圆，纵向是学习率。批次的噪声与学习率除以批次大小成正比：批次越小，学得会的最大学习率越小。重球法的步子累积到学习率的十倍，只能承受十分之一。',
  'A learning rate for each layer': '每层一个学习率',
  'A network on XOR, the rate of its first layer across and of its second up. Where one layer hardly moves, the other can make up for it by a large rate. SGD needs that far more than Adam, which learns with either rate a hundred times smaller.':
    'XOR 上的网络，横向是第一层的学习率，纵向是第二层的。一层几乎不动时，另一层可用大的学习率弥补。SGD 比 Adam 更需要这样；Adam 即使任一学习率小一百倍也学得会。',
  'The edge of what trains': '可训练性的边缘',
  'A network of 272 parameters, the rate of its first layer across and of its second up, over nine decades each. Where training ends is a rough line, after Sohl-Dickstein; drag a rectangle over it to look closer. Momentum, Adam and RAdam have edges of their own.':
    '一个有 272 个参数的网络，横轴是第一层的学习率，纵轴是第二层的，各跨九个数量级。可训练与不可训练的分界是一条粗糙的线，按 Sohl-Dickstein 的做法画出；在上面拖出一个矩形，就能放大细看。动量、Adam 和 RAdam 各有自己的边缘。',
};
