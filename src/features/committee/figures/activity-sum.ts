import { Field, Float, ObjectType } from 'type-graphql';
import { mostAsked } from '../../../config/index.js';
import { AtMost } from '../../../graphql/costs.js';
import { closedSet } from '../../../graphql/enum.js';
import { Partner } from '../../partners/index.js';

const ActivityState = closedSet(
  'ActivityState',
  'What the sum of the figures of the hub and of partners’ systems contains.',
  {
    DEDUPLICATED: 'Each person counts once, whoever accompanies the person.',
    NOT_DEDUPLICATED: 'A person or a row that is in several systems may count several times.',
    PARTNER_MISSING: 'The figure of at least one partner is not in the sum: it is missing, never zero.',
  },
);
export type ActivityState = keyof typeof ActivityState;

const PartnerActivityState = closedSet(
  'PartnerActivityState',
  'Whether the system of a partner gave a figure.',
  {
    REPORTED: 'The value is from the partner’s system.',
    SUPPRESSED: 'The partner’s system withholds the value, for example because it is small.',
    MISSING: 'The partner’s system did not answer when the release was made.',
  },
);
export type PartnerActivityState = keyof typeof PartnerActivityState;

@ObjectType({ description: 'A figure from the system of a partner, as it reported it for the release.' })
export class PartnerActivity {
  @Field(() => Partner, { description: 'The partner.' })
  partner!: string;

  @Field(() => Float, { nullable: true, description: 'The value. Null unless it was reported.' })
  value!: number | null;

  @Field(() => PartnerActivityState, { description: 'Whether it was reported, and if not, why not.' })
  state!: PartnerActivityState;
}

@ObjectType({ description: 'A figure of the hub together with those of partners’ own systems.' })
export class ActivitySum {
  @Field(() => Float, {
    nullable: true,
    description:
      'The number of different persons when it is DEDUPLICATED, otherwise the sum of the hub’s figure and of those that were reported. Null when the hub’s figure is not shown, and for rates and medians.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Half the width of the interval that holds the true value with 95 %, without errors of the partners’ systems; 0 when the hub’s figure in the sum is the exact one of a closed year. Null without a value.',
  })
  margin!: number | null;

  @Field(() => ActivityState, { description: 'What the value contains.' })
  state!: ActivityState;

  @AtMost(mostAsked)
  @Field(() => [PartnerActivity], {
    description:
      'The figures of the partners’ systems. The hub’s own one stands beside the sum: in `measures` of the row, or in `value` of the indicator.',
  })
  partners!: PartnerActivity[];
}

/** The keys of the partners whose systems have a figure in one of the sums. */
export function partnersIn(sums: readonly ActivitySum[]): string[] {
  return [...new Set(sums.flatMap(({ partners }) => partners.map(({ partner }) => partner)))];
}
