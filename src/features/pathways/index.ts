import type { Feature } from '../feature.js';
import { Pathway } from './pathway.js';
import { PathwayMutations } from './pathway.mutations.js';
import { BeneficiaryPathways, PathwayQueries, PathwaySteps } from './pathway.queries.js';
import { Step } from './step.js';

export { Pathway, PathwayStatus } from './pathway.js';
export { Step, StepKind, Visibility } from './step.js';

export const pathways: Feature = {
  stored: [Pathway, Step],
  resolvers: [PathwayQueries, BeneficiaryPathways, PathwaySteps, PathwayMutations],
};
