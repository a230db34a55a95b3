export type { NoiseInput } from './perturbation.js';
export { explore, publish } from './protect.js';
export type {
  Cell,
  Dimension,
  DimensionName,
  Figure,
  Hours,
  Measure,
  MeasureKind,
  Median,
  Period,
  ProtectedCell,
  Question,
  Rate,
  Shown,
} from './question.js';
export { inSteps } from './question.js';
