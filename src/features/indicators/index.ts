export { IndicatorKey } from './indicator-key.js';
export { published } from './published-figures.js';
export { type IndicatorDefinition, IndicatorUnit, registry } from './registry.js';
