import type { Feature } from '../feature.js';
import { ExitFrame, ExitFrameRule } from './exit-frame.js';
import { Outcome } from './outcome.js';
import { OutcomeMutations } from './outcome.mutations.js';
import { ClauseContractOutcomes, OutcomeFields, PathwayOutcomes } from './outcome.queries.js';

export { ExitClass, ExitFrame, ExitFrameRule } from './exit-frame.js';
export { Outcome } from './outcome.js';
export { OutcomeEvidence, OutcomeSituation } from './situation.js';

export const outcomes: Feature = {
  stored: [ExitFrame, ExitFrameRule, Outcome],
  resolvers: [OutcomeFields, PathwayOutcomes, ClauseContractOutcomes, OutcomeMutations],
};
