export { gradient, hessian } from './differentiate.ts';
export { FormulaError, type FormulaNote, type Position } from './errors.ts';
export { FUNCTIONS } from './functions.ts';
export { Graph, type Table } from './graph.ts';
export { interpret, type Precision, type Program } from './interpret.ts';
export { CONSTANTS, type Lowered, lower, type Scope, type Value } from './lower.ts';
export { argumentsOf, type FunctionName, type InputNode, type Node, reachable } from './node.ts';
export { compileObjective, type ObjectiveGraph } from './objective.ts';
export { type Emitted, emit, literal } from './wgsl.ts';
