import { closedSet } from '../../../graphql/enum.js';

export const FigureState = closedSet('FigureState', 'Whether a figure is shown, and if not, why not.', {
  SHOWN: 'The value is shown.',
  WITHHELD: 'Too few persons, or the value would let somebody find another one that counts too few.',
  DOMINATED: 'The hours would reveal those of one company.',
  UNCERTAIN: 'The margin is too large for the value to mean anything.',
  NOT_REACHED: 'The median is not reached: more than half are still waiting for an answer.',
  NOT_APPLICABLE: 'Impossible by definition: the partner has no such activity.',
  NOT_PUBLISHED: 'There is no figure this fine: a longer period or fewer splits may have one.',
  NOT_YET: 'The period is drawn in a later release.',
  IN_PREPARATION: 'The release in which the period is drawn is being made, or was missed.',
});
export type FigureState = keyof typeof FigureState;
