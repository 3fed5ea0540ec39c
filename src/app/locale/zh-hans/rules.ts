import type { Texts } from '../translations.ts';

/** Texts of surfaces to choose from, and of rules: the catalogue's, and their editors'. */
export const rules: Texts = {
  'From the lecture': '课堂上的曲面',
  Bowls: '碗',
  Valleys: '山谷',
  'A few minima': '几个极小点',
  Saddles: '鞍点',
  Hills: '丘陵',
  'Many minima': '许多极小点',
  'Fractal borders': '分形边界',
  Plateaus: '高原',
  Kinks: '折点',
  'Round: plain descent is stable for learning rates below 1 and arrives in one step at 0.5.':
    '圆的：普通的梯度下降在学习率低于 1 时稳定，取 0.5 时一步到达。',
  'Curvature 1 along x and 100 along y. Plain descent is stable for learning rates below 0.02.':
    '沿 x 的曲率是 1，沿 y 是 100。普通的梯度下降在学习率低于 0.02 时稳定。',
  'Curvature 1 along x and 25 along y. Plain descent is stable for learning rates below 0.08.':
    '沿 x 的曲率是 1，沿 y 是 25。普通的梯度下降在学习率低于 0.08 时稳定。',
  'A tilted quadratic with curvatures 2 and 18. Plain descent is stable for learning rates below 1/9.':
    '倾斜的二次函数，曲率 2 与 18。普通的梯度下降在学习率低于 1/9 时稳定。',
  'A tilted quadratic that is almost flat along the diagonal: curvatures 0.04 and 1.':
    '倾斜的二次函数，沿对角线几乎是平的：曲率 0.04 与 1。',
  'A tilted quadratic with curvatures 1 and 3. Its minimum is below 0.':
    '倾斜的二次函数，曲率 1 与 3。最小值在 0 以下。',
  'Convex, but far from quadratic: the curvature grows from 4.5 at the minimum to over 3,000 in the corner.':
    '凸，但远非二次：曲率从极小点的 4.5 增大到角上的 3,000 以上。',
  'A diagonal trench with a saddle in its middle, and hills with shallow hollows beside it.':
    '一条斜向的沟，中间有鞍点；旁边是带浅坑的小丘。',
  'Four deep holes, two of them global, with steep rims between almost flat ground.':
    '四个深洞，其中两个是全局的；洞沿陡峭，之间几乎是平地。',
  'Waves on a very shallow bowl: the wells hardly differ in depth. The usual box is ±600.':
    '很浅的碗上有波纹：各个阱的深度相差无几。通常的框是 ±600。',
  'The minimum is the tip of a cone: the gradient does not shrink towards it, and methods hover around it.':
    '极小点是锥尖：靠近它时梯度并不变小，各种方法都在它周围徘徊。',
  'The minimum lies on the edge of the box, beyond which it falls on. Dozens of minima inside are not listed.':
    '极小点在框的边上，框外还继续下降。框内几十个极小点没有列出。',
  'Infinitely steep ridges part the plane into cells with a minimum each. Computed through logarithms.':
    '无限陡的山脊把平面分成小格，每格有一个极小点。经由对数计算。',
  'Pits that deepen towards the corners, parted by folds at height 0.': '越往角上越深的坑，被高度 0 的褶隔开。',
  '121 minima, about 1 apart, in a bowl. Plain descent is stable for learning rates below 0.00504.':
    '碗里有 121 个极小点，相距约 1。普通的梯度下降在学习率低于 0.00504 时稳定。',
  'Parallel valleys that deepen towards the middle; 40 minima in the box.':
    '平行的山谷，越往中间越深；框内有 40 个极小点。',
  'From afar a bowl; all its 25 minima lie within 1.6 of the origin.': '远看是一只碗；25 个极小点都在离原点 1.6 以内。',
  'The second-best minima lie far from the best one. Outside the box it falls without bound.':
    '次好的极小点离最好的很远。框外无止境地下降。',
  'The gradient stays near 1,000 down to the valley floor: at rate 1e-2 plain descent swings for ever.':
    '梯度直到谷底都在 1,000 左右：学习率取 1e-2，普通的梯度下降永远摆动。',
  'A ring-shaped valley: a coordinate is steep first, gentle later, so its rate must be able to grow again.':
    '环形山谷：一个坐标先陡后缓，所以它的学习率必须能重新变大。',
  'One parameter. A long gentle slope, then a cliff: a step size learned on the slope is far too large there.':
    '一个参数。一段长而平缓的斜坡，然后是悬崖：在斜坡上学到的步长，到那里就大得多了。',
  'One parameter. A well between a cliff and a ridge; beyond the ridge the slope goes down for ever.':
    '一个参数。悬崖与山脊之间有一个阱；山脊那边的坡一直往下，没有尽头。',
  'Flat outside. With gradient noise, who is thrown out of the bottom? The target is the level at radius 2.':
    '外面是平的。有梯度噪声时，谁会被甩出阱底？目标是半径 2 处的高度。',
  'One hole in a plain. Farther than 9.3 from it the float32 gradient is exactly 0: stuck, not converged.':
    '平地上的一个洞。离它 9.3 以外，float32 的梯度恰好是 0：卡住，而不是收敛。',
  'Narrow troughs that cross on a plateau; between them there is no slope to follow.':
    '高原上交叉的窄槽；槽与槽之间没有坡可循。',
  'Ring-shaped troughs: whole circles without slope. At the minimum, r = 0, the formula has no curvature, but the surface has.':
    '环形的槽：整圈都没有坡度。在极小点 r = 0，公式给不出曲率，曲面却有曲率。',
  'Crowded ripples that hide a tiny slope towards the middle. Only the global minimum is listed.':
    '密集的波纹掩盖了向中间的微小坡度。只列出全局极小点。',
  'Over a thousand minima in the box, three to a unit along x; only the global one is listed.':
    '框内有上千个极小点，沿 x 每单位三个；只列出全局的那个。',
  'Convex, with condition number 313,000. Plain descent is stable for learning rates below 1.145e-6.':
    '凸，条件数 313,000。普通的梯度下降在学习率低于 1.145e-6 时稳定。',
  'The ravine in other units: here learning rate 1e-2 is just stable, and swings from wall to wall.':
    '换了单位的峡谷：这里学习率 1e-2 刚好稳定，在两壁之间摆动。',
  'The same ellipses with walls of even slope: at learning rate 1e-2 plain descent swings for ever.':
    '椭圆相同，谷壁坡度均匀：学习率取 1e-2，普通的梯度下降永远摆动。',
  'The ravine with the mean in place of the sum. Replace the table to fit a line to other data.':
    '以平均代替求和的峡谷。换一张表，就能用直线拟合别的数据。',
  'The same data, both columns standardised: condition number 1, and plain descent arrives in a few steps.':
    '同样的数据，两列都标准化：条件数 1，普通的梯度下降几步就到。',
  'Falls for ever along y. Started exactly on y = 0, plain descent ends in the saddle.':
    '沿 y 永远下降。恰好从 y = 0 出发，普通的梯度下降会停在鞍点。',
  'Three ways down and three up. The Hessian vanishes at the saddle, so curvature does not reveal it.':
    '三条路向下，三条向上。Hessian 矩阵在鞍点处为零，所以曲率揭示不了它。',
  'A saddle between two wells: how long does a method stay there before it leaves?':
    '两个阱之间的鞍点：一种方法要停留多久才离开？',
  'Amplitude/wavelength² is 0.5, ten times the threshold of convexity. Compare learning rates near 1.':
    '振幅/波长² 是 0.5，为凸性阈值的十倍。比较 1 附近的学习率。',
  'The ripple grows with the distance, so that it is not convex far out however small the amplitude is.':
    '波纹随距离增大，所以振幅再小，远处也不是凸的。',
  'A bent valley, steep across and nearly flat along. At the minimum the curvatures are 0.4 and 1,002.':
    '弯曲的山谷，横向陡，纵向几乎是平的。极小点的曲率是 0.4 与 1,002。',
  'Plateaus in the middle, walls of 180,000 in the corners. To the left a valley sinks for ever, to 0.45.':
    '中间是高原，角上是高达 180,000 的墙。左边有一条山谷不断下沉，趋于 0.45。',
  'A valley bent like a horseshoe, with an equally deep minimum in either arm and a saddle between.':
    '马蹄形的山谷，两臂各有一个同样深的极小点，中间是鞍点。',
  'Values from 3 to a million, curvatures up to 26,000. Written as a product in x + y and 2x − 3y.':
    '值从 3 到一百万，曲率高达 26,000。写成 x + y 与 2x − 3y 的乘积。',
  'The logarithm keeps every minimum and saddle in place and makes the steep walls gentle.':
    '取对数后，极小点和鞍点都留在原处，陡壁变得平缓。',
  'The valley floor is a fold where the gradient becomes infinite: every method is thrown off it again.':
    '谷底是一道褶，梯度在那里变成无穷大：每种方法都会一再被甩开。',
  'Four equally deep minima around one hill: a basin map has four colours.':
    '一座小丘周围有四个同样深的极小点：吸引域的地图有四种颜色。',
  'Two shallow minima guard the global one in the middle.': '两个浅的极小点，守着中间的全局极小点。',
  'Six minima in three pairs, two of them global.': '三对共六个极小点，其中两个是全局的。',
  'Outside the box it falls for ever: every shift by (−π, −π) finds another minimum, lower by π.':
    '在框外它永远下降：每平移 (−π, −π)，就又有一个极小点，低 π。',
  'Four wells of three different depths around a hill.': '一座小丘周围的四个阱，有三种深度。',
  'Three equally deep minima in one bent valley.': '一条弯曲的山谷里有三个同样深的极小点。',
  'A deep and a shallow well in a bowl: the start decides which of them is found.':
    '碗里有一深一浅两个阱：找到哪一个，由起点决定。',
  Momentum: '动量',
  Scale: '缩放',
  'Both at once': '两者兼有',
  'Decay, clipping, averaging': '衰减、裁剪、平均',
  'coupled weight decay': '耦合的权重衰减',
  'decoupled weight decay': '解耦的权重衰减',
  'decay of the learning rate': '学习率的衰减',
  'clipping by norm': '按范数裁剪',
  'step as long as the parameters': '与参数等长的步',
  'average of the path instead of a schedule': '以路径的平均代替调度',
  'momentum (heavy ball)': '动量（重球法）',
  'Nesterov momentum': 'Nesterov 动量',
  'normalised momentum': '归一化动量',
  'momentum of scaled steps': '缩放后的步的动量',
  'averaged gradient': '梯度的平均',
  'Nesterov average with warming momentum': '动量渐增的 Nesterov 平均',
  'root of the summed squares': '平方和的根',
  'root mean square of all gradients': '所有梯度的均方根',
  'α-weighted root mean square': '以 α 加权的均方根',
  'root of the averaged square': '平方平均的根',
  'root of the averaged variance': '方差平均的根',
  'ratio of averaged steps and gradients': '步与梯度的平均之比',
  'root of the corrected averaged square': '修正后平方平均的根',
  'root of the largest averaged square': '最大平方平均的根',
  'rectified averaged square': '整流的平方平均',
  'decaying largest gradient': '逐渐衰减的最大梯度',
  'averaged gradient over its surprise': '梯度的平均除以其意外程度',
  'averaged gradient over an additive square': '梯度的平均除以加性更新的平方',
  'sign of an interpolated momentum': '插值动量的正负号',
  'sign of the update': '更新量的正负号',
  'averaged gradient and averaged change': '梯度的平均与变化的平均',
  'step sizes from signs alone': '只由正负号决定的步长',
  'average of gradients scaled beforehand': '先缩放再平均的梯度',
  'average of gradients scaled beforehand, unclipped': '先缩放再平均的梯度，不裁剪',
  'clipped division by the curvature': '除以曲率，并裁剪',
  'Adam that estimates its learning rate': '自估学习率的 Adam',
  'A disc in a ring': '圆盘与圆环',
  'Four squares': '四个方块',
  'Two clouds': '两团云',
  'Two spirals': '两条螺旋',
  'Normal numbers': '正态分布的数',
  'Rule {0}': '规则 {0}',
  'a rule of your own': '自定义规则',
  up: '上移',
  down: '下移',
  'The same rule once more, to be exchanged for another': '再加一条同样的规则，以便换成别的',
  'insert above': '在上方插入',
  'u begins as the gradient g. Each rule changes it; at last θ ← θ − η·u.':
    'u 起初是梯度 g。每条规则改变它；最后 θ ← θ − η·u。',
  'A change makes this optimizer one of your own.': '一经改动，它就成为你自己的优化器。',
  'Rules of optimizer {0}': '优化器 {0} 的规则',
  'No rule: u is the gradient, as in plain gradient descent.': '没有规则：u 就是梯度，即普通的梯度下降。',
  'Add a rule at the end': '在末尾添加规则',
  'add a rule…': '添加规则…',
  'a rule of your own…': '自定义规则…',
  Surfaces: '曲面',
  'No surface is called so. Type a formula instead.': '没有这样的曲面。可以改为输入公式。',
  'Rule {0} as a formula': '规则 {0} 的公式',
  'make {0} a hyperparameter': '把 {0} 设为超参数',
  'is kept; at first': '逐步保留；初值',
  'by default': '默认值',
  '{0} by default': '{0} 的默认值',
  'Change u or g. Known are theta, t, eta, h, lr, norm(a), dot(a, b); a name that is read before it is assigned is kept from step to step.':
    '可改变 u 或 g。已知的有 theta、t、eta、h、lr、norm(a)、dot(a, b)；先读取后赋值的名字会逐步保留。',
  'pull towards the origin': '拉向原点的力度',
  'learning rate is divided by 1 + (t − 1) · lr_decay': '学习率除以 1 + (t − 1) · lr_decay',
  'largest norm': '最大范数',
  'decay of the averaged gradient': '梯度平均的衰减率',
  'share of the previous step that is kept': '上一步保留的比例',
  'share of the new gradient that is left out': '新梯度略去的比例',
  'how fast the momentum warms up': '动量预热的快慢',
  'first value of the sum of squares': '平方和的初值',
  'added to the divisor': '加在除数上的数',
  'decay of the averaged square': '平方平均的衰减率',
  'decay of the averaged squares': '各平方平均的衰减率',
  'added under the root': '加在根号内的数',
  'factor of the step size after a change of sign': '变号之后步长的倍数',
  'factor of the step size after an equal sign': '同号之后步长的倍数',
  'smallest step size': '最小步长',
  'largest step size': '最大步长',
  'scale of the curvature in the divisor': '除数中曲率的系数',
  'steps between two looks at the curvature': '两次查看曲率之间的步数',
  'first estimate of the learning rate': '学习率的初始估计',
  'factor on the estimated learning rate': '所估学习率的倍数',
  "With a constant learning rate it is PyTorch's Adagrad with one that grows as √t: that is why it bursts.":
    '固定的学习率，相当于 PyTorch 的 Adagrad 用像 √t 那样增大的学习率：所以它会爆发。',
  'The learning rate is only the first step size; signs do the rest.': '学习率只是最初的步长，其余由正负号决定。',
  'steps between two falls': '两次下降之间的步数',
  'factor of each fall': '每次下降的倍数',
  'factor of each step': '每步的倍数',
  'steps until the rate is halved': '学习率减半所需的步数',
  'steps until the end is reached': '到终值的步数',
  'last learning rate': '最后的学习率',
  exponent: '指数',
  'steps until the lowest rate': '到最低学习率的步数',
  'lowest learning rate': '最低学习率',
  'steps of the first cycle': '第一个周期的步数',
  'each cycle is so many times longer': '每个周期是前一个的多少倍长',
  'steps of the whole cycle': '整个周期的步数',
  'share of the steps that rises': '上升所占步数的比例',
  'peak over first rate': '峰值与起始学习率之比',
  'first over last rate': '起始与最后学习率之比',
  '1: falls back to the first rate before the last phase': '1：最后阶段之前降回起始学习率',
  '1: straight lines instead of cosines': '1：以直线代替余弦',
  'steps at the low rate': '用低学习率的步数',
  'low learning rate': '低学习率',
  'width of the model': '模型的宽度',
  'factor; lr is not used': '倍数；不用 lr',
  'factor on the first weights': '初始权重的倍数',
  'seed of the first weights': '初始权重的种子',
  'standard deviation of the noise on each gradient component': '每个梯度分量上噪声的标准差',
  'rows of the data that each update’s gradient is made from, drawn anew for each':
    '每次更新的梯度所用的数据行数，每次重新抽取',
};
