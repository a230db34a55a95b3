import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as distinctionCommands from './distinction.commands.js';
import { Distinction } from './distinction.js';
import * as mergeCommands from './merge.commands.js';
import { Merge } from './merge.js';
import { BeneficiaryMerges } from './merge.queries.js';

export const merges: Feature = {
  stored: [Merge, Distinction],
  commands: commandsIn(distinctionCommands, mergeCommands),
  resolvers: [BeneficiaryMerges],
};
