import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { ExitFrame, ExitFrameRule } from './exit-frame.js';
import * as outcomeCommands from './outcome.commands.js';
import { Outcome } from './outcome.js';
import { ClauseContractOutcomes, OutcomeFields, PathwayOutcomes } from './outcome.queries.js';

export { ExitClass, ExitFrame, ExitFrameRule } from './exit-frame.js';
export { Outcome } from './outcome.js';
export { OutcomeEvidence, OutcomeSituation } from './situation.js';

export const outcomes: Feature = {
  stored: [ExitFrame, ExitFrameRule, Outcome],
  commands: commandsIn(outcomeCommands),
  resolvers: [OutcomeFields, PathwayOutcomes, ClauseContractOutcomes],
};
