import type { Command, Option } from './command.ts';

const EXPERIMENT = 'EXPERIMENT.json';

const ENGINE: Option = {
  value: 'auto|webgpu|cpu',
  what: "auto: WebGPU where there is a graphics processor, else the CPU; by default the experiment's",
};

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'run',
    summary: 'run an experiment: a table for each optimizer, and all cells in files',
    operand: EXPERIMENT,
    options: {
      out: { value: 'DIR', what: 'write result.json and cells.parquet to this folder; it is made if need be' },
      engine: ENGINE,
    },
    details: `The experiment is a JSON file, or standard input for "-". The table has, for each optimizer, the share of
cells of each outcome, the median and 95 % quantile of the final loss, the median gradient norm, the share of cells
that reached the target loss and the median of the steps that those needed. Quantiles are exact and linear between
neighbouring values; diverged cells and cells without a finite value are left out of them.

result.json     the table as numbers, the device and its engine, the seconds of the steps alone and the speed over
                them, the experiment with every default written out, and curves: quantiles of loss (above
                "loss_above") and gradient norm, and counts of outcomes, over the steps; diverged cells are left
                out of these quantiles too, which are read from a histogram and have three digits: they are mostly
                within 1 %, and always within 12.5 %, of the gradient norm, and of the loss's distance from the
                minimum; where no minimum is known within 25 % of that from the least loss found
cells.parquet   a row for each optimizer and cell: optimizer, i (column), j (row), the value on each axis under the
                axis's name ("axis_" before it where the name is taken), start_<p> and theta_<p> for each parameter,
                outcome, minimum (index in the objective's list of minima), diverged_at, arrived_at, loss, best,
                gradient_norm; best is the least loss while inside the bounds, 3e38 where there was none; minimum,
                diverged_at and arrived_at are null where there is none; with a "batch", best and arrived_at are
                of the 64 or so steps that curves are made of, for no other step looks at all data`,
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'trace',
    summary: 'follow one cell of an experiment: a CSV line for each step',
    operand: EXPERIMENT,
    options: {
      optimizer: { value: 'K', what: 'index of the optimizer, from 0, or its label' },
      cell: { value: 'I,J', what: 'column and row of the cell in the grid, from 0' },
      steps: { value: 'N', what: "stop after so many steps; by default the experiment's" },
      engine: ENGINE,
    },
    details: `Columns, with one of each <p> for every parameter:
  step            updates made so far, from 0
  theta_<p>       the parameter
  loss            the loss there, of all data
  gradient_<p>    the gradient there, of all data, without noise
  gradient_norm   its norm
  u_<p>           the update direction that led there: theta changed by -eta*u
  eta             the learning rate of that update
  effective_<p>   eta*u over the gradient that it was made from, of its batch and with its noise: the rate with which
                  plain descent would have stepped as far
A field is empty where there is no number: updates at step 0, a division by 0. Numbers have all their digits. Lines
are written as they are computed; a trajectory that diverges ends there.`,
    load: async () => (await import('./trace.ts')).trace,
  },
  {
    name: 'eval',
    summary: 'evaluate a formula at a point: value, gradient, Hessian, eigenvalues',
    operand: 'FORMULA',
    dashed: true,
    options: {
      at: { value: 'x=1,y=2', repeatable: true, what: 'the parameters, in this order, and their values' },
      data: { value: 'FILE', what: 'table whose columns are names in the formula: .csv, or .json {"X": […], …}' },
      engine: {
        value: 'float64|auto|webgpu|cpu',
        what: 'float64, the default: in double precision; else as this engine does, in float32',
      },
      json: { what: 'write JSON' },
    },
    details: `FORMULA is a text such as "x^2 + 10*y^2", or the name of an objective of the catalogue, whose customary
start is then the default of --at. A formula without parameters, such as "2^10", needs no --at, and has a value alone.
Derivatives are those of the formula, not differences.`,
    load: async () => (await import('./eval.ts')).evaluate,
  },
  {
    name: 'critical',
    summary: 'find all critical points of an objective: minima, saddles, maxima',
    operand: 'OBJECTIVE',
    dashed: true,
    options: {
      domain: {
        value: 'x=-5:5,y=0:3',
        repeatable: true,
        what: "where to look; by default the objective's domain, and -5:5 for the parameters of a formula",
      },
      data: { value: 'FILE', what: 'table whose columns are names in the formula: .csv, or .json {"X": […], …}' },
      engine: {
        value: 'auto|webgpu|cpu',
        what: 'what makes the first runs; by default auto: WebGPU on a GPU, else the CPU',
      },
      json: { what: 'write JSON: all digits, eigenvectors, and points of sets that are not isolated' },
    },
    details: `OBJECTIVE is the name of an objective of the catalogue, or a formula such as "x^4 - x^2 + y^2". The table has a row
for each point at which the gradient vanishes, with the value and the Hessian's eigenvalues there:
  minimum, saddle, maximum   by the signs of the eigenvalues
  degenerate                 an eigenvalue is 0, so that the eigenvalues do not tell what it is
  kink                       there is no Hessian, as where abs(x*y) is 0; by the values around it a minimum, a maximum
                             or neither
  not isolated               one of many of the same value: the floor of a valley, a ring, a plateau
Points where there is no gradient, such as the tip of a cone, and poles are none; minima and maxima on edges and tips
are told besides, as far as they are found. An engine runs to critical points from starts all over the domain, in
float32; where these runs end, and around there, the search goes on in float64, until more and more starts find nothing
new and their runs come to an end. The last line says so, or why there may be more
points: the search reached its bound, runs came to no end, or float64 has too few digits so far from 0.`,
    load: async () => (await import('./critical.ts')).critical,
  },
  {
    name: 'plane',
    summary: 'map how well networks train over two hyperparameters, and how rough the boundary is',
    operand: EXPERIMENT,
    options: {
      resolution: { value: 'N', what: 'networks along each axis of the grid, but one of seeds; by default 128' },
      out: { value: 'DIR', what: 'write plane.csv to this folder; it is made if need be' },
      engine: ENGINE,
    },
    details: `The objective must be a network, without noise and mini-batches, and the grid vary two things, such as lr.1 and
lr.2. The box dimension takes 64 networks or so along each axis. Every network is trained to
the last step. With r the loss before an update over the first loss, at most 1e6, its trainability is minus the sum of
r over all updates where training converged (r below 1 on average over the last 20 updates), and else the sum of 1/r
(Sohl-Dickstein 2024, arXiv 2402.06184). The table has, for each optimizer, the share of networks that train and the box
dimension of the boundary between them and the others, with the standard error of its fit.

plane.csv   a line for each network: optimizer, its values on both axes, its trainability`,
    load: async () => (await import('./plane.ts')).plane,
  },
  {
    name: 'ratio',
    summary: "loss against minimum ratio at critical points of small networks: the lecture's figure 4",
    operand: 'sinc|sine',
    options: {
      networks: { value: 'N', what: 'number of networks; by default 1000' },
      seed: { value: 'N', what: 'what the networks are drawn from; by default 0' },
      out: { value: 'DIR', what: 'write result.json and networks.parquet to this folder; it is made if need be' },
      engine: {
        value: 'auto|webgpu|cpu',
        what: 'by default auto: WebGPU on a GPU, else the CPU',
      },
      json: { what: 'write JSON' },
    },
    details: `Networks with one input, four tanh units and one output learn sin(5 pi x)/(5 pi x) or sin(4 pi x) at 32 places; each is
trained by Adam for its own number of updates, up to 1995, and then led down the gradient's square to a critical point.
The minimum ratio is the share of the Hessian's eigenvalues that are positive, above 1e-6 of the largest. The table has
the median loss for each ratio. Networks end
  critical        the gradient is below 1e-6 of the largest eigenvalue
  gradient-flat   it is not, but the Hessian times it is as good as 0, so that no step makes it smaller
  unfinished      neither, after 400 steps

networks.parquet   a row for each network: network, steps (updates of Adam), loss, ratio, gradient_norm,
                   hessian_gradient_norm, end, theta_<p> for each parameter, eigenvalue_1 to eigenvalue_13`,
    load: async () => (await import('./ratio.ts')).ratio,
  },
  {
    name: 'list',
    summary: 'list the catalogue: objectives, optimizers, schedules, rules, or data sets of networks',
    operand: 'objectives|optimizers|schedules|rules|data',
    options: { json: { what: 'write JSON: everything known about each entry' } },
    details: 'On a terminal, lines are cut to its width.',
    load: async () => (await import('./list.ts')).list,
  },
];
