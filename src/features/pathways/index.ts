import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as pathwayCommands from './pathway.commands.js';
import { Pathway } from './pathway.js';
import { BeneficiaryPathways, PathwayQueries, PathwaySteps } from './pathway.queries.js';
import { Step } from './step.js';

export { notClosed } from './pathway.commands.js';
export { Pathway, PathwayStatus } from './pathway.js';
export { Step, StepKind, Visibility } from './step.js';

export const pathways: Feature = {
  stored: [Pathway, Step],
  commands: commandsIn(pathwayCommands),
  resolvers: [PathwayQueries, BeneficiaryPathways, PathwaySteps],
};
